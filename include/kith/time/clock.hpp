// The one source of "now" and "today"; handed in, so that tests and KITH_NOW can choose the day.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include <kith/time/date.hpp>

namespace kith {

using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

class Clock {
 public:
  virtual ~Clock() = default;
  /// The calendar day where the user is.
  virtual Date today() const = 0;
  virtual Instant now() const = 0;
  /// The calendar day on which `instant` is where the user is; in UTC unless the clock knows better.
  virtual Date day_of(Instant instant) const {
    return Date{std::chrono::floor<std::chrono::days>(instant)};
  }
};

/// Always the same instant; `today` is that instant's day in UTC unless given.
class FixedClock : public Clock {
 public:
  explicit FixedClock(Date today) : today_(today), now_(std::chrono::sys_days{today}) {}
  FixedClock(Date today, Instant now) : today_(today), now_(now) {}
  Date today() const override { return today_; }
  Instant now() const override { return now_; }

 private:
  Date today_;
  Instant now_;
};

/// RFC 3339 in UTC, to the second: "2026-11-22T09:30:00Z".
std::string to_string(Instant instant);

/// Reads RFC 3339; nothing if it is none.
std::optional<Instant> parse_instant(std::string_view text);

}  // namespace kith

// The clock of the machine, and the one that KITH_NOW sets.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <kith/time/clock.hpp>

namespace kith::cli {

/// Local calendar days by the system's time zone.
class SystemClock : public Clock {
 public:
  Date today() const override;
  Instant now() const override;
  Date day_of(Instant instant) const override;
};

/// The system's clock; with `kith_now` (a local day or day and time, ISO 8601) one that stands
/// still. Throws DataError if that cannot be read.
std::unique_ptr<Clock> make_clock(const std::optional<std::string>& kith_now);

/// "2026-03-20 09:30", where the user is.
std::string local_time(Instant instant);

/// The day and the time of day at `instant`, where the user is.
std::pair<Date, std::chrono::minutes> local_day_and_time(std::chrono::sys_seconds instant);

}  // namespace kith::cli

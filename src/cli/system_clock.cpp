// The clock of the machine, and the one that KITH_NOW sets.
#include "cli/system_clock.hpp"

#include <charconv>
#include <ctime>

#include <kith/domain/interaction.hpp>
#include <kith/error.hpp>
#include <kith/text/clean.hpp>

namespace kith::cli {
namespace {

std::tm local(Instant instant) {
  const std::time_t seconds =
      std::chrono::floor<std::chrono::seconds>(instant).time_since_epoch().count();
  std::tm parts{};
  ::localtime_r(&seconds, &parts);
  return parts;
}

Date date_of(const std::tm& parts) {
  return Date{std::chrono::year{parts.tm_year + 1900},
              std::chrono::month{static_cast<unsigned>(parts.tm_mon + 1)},
              std::chrono::day{static_cast<unsigned>(parts.tm_mday)}};
}

std::optional<int> seconds_of(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool whole = error == std::errc{} && end == text.data() + text.size();
  return whole && text.size() == 2 && value >= 0 && value < 60 ? std::optional{value}
                                                               : std::nullopt;
}

Instant local_instant(Date date, std::chrono::minutes time, int seconds) {
  std::tm parts{};
  parts.tm_year = static_cast<int>(date.year()) - 1900;
  parts.tm_mon = static_cast<int>(static_cast<unsigned>(date.month())) - 1;
  parts.tm_mday = static_cast<int>(static_cast<unsigned>(date.day()));
  parts.tm_min = static_cast<int>(time.count());  // mktime carries minutes over into hours
  parts.tm_sec = seconds;
  parts.tm_isdst = -1;
  return Instant{std::chrono::seconds{std::mktime(&parts)}};
}

/// The clock that KITH_NOW stops; other instants still have their own days.
class StoppedClock : public FixedClock {
 public:
  using FixedClock::FixedClock;
  Date day_of(Instant instant) const override { return date_of(local(instant)); }
};

StoppedClock read_now(const std::string& text) {
  const std::string_view all{text};
  const auto date = parse_iso_date(all.substr(0, 10));
  bool good = date.has_value();
  std::chrono::minutes time{0};
  int seconds = 0;
  if (good && all.size() > 10) {
    const auto read = parse_time_of_day(all.substr(11, 5));
    const auto rest = all.size() > 16 ? seconds_of(all.substr(17)) : std::optional{0};
    good =
        (all[10] == 'T' || all[10] == ' ') && read && rest && (all.size() <= 16 || all[16] == ':');
    time = read.value_or(time);
    seconds = rest.value_or(0);
  }
  if (!good) {
    throw DataError("KITH_NOW: " + text::printable(text) + " is no day",
                    "write it as 2026-11-22 or 2026-11-22T09:30:00");
  }
  return {*date, local_instant(*date, time, seconds)};
}

std::string two_digits(int value) {
  return std::string(value < 10 ? 1 : 0, '0') + std::to_string(value);
}

}  // namespace

Date SystemClock::today() const { return date_of(local(now())); }

Date SystemClock::day_of(Instant instant) const { return date_of(local(instant)); }

Instant SystemClock::now() const {
  return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

std::unique_ptr<Clock> make_clock(const std::optional<std::string>& kith_now) {
  if (kith_now) {
    return std::make_unique<StoppedClock>(read_now(*kith_now));
  }
  return std::make_unique<SystemClock>();
}

std::string local_time(Instant instant) {
  const std::tm parts = local(instant);
  return to_string(date_of(parts)) + " " + two_digits(parts.tm_hour) + ":" +
         two_digits(parts.tm_min);
}

std::pair<Date, std::chrono::minutes> local_day_and_time(std::chrono::sys_seconds instant) {
  const std::tm parts = local(instant);
  return {day_of(parts), std::chrono::hours{parts.tm_hour} + std::chrono::minutes{parts.tm_min}};
}

}  // namespace kith::cli

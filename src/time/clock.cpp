// Instants as RFC 3339.
#include <fmt/compile.h>

#include "time/calendar.hpp"
#include <kith/time/clock.hpp>

namespace kith {

using std::chrono::floor;
using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

/// Takes `count` digits off the front of `text`; nothing if they are not there.
std::optional<int> take_digits(std::string_view& text, std::size_t count) {
  const auto number = text.size() < count ? std::nullopt : read_digits(text.substr(0, count));
  if (number) {
    text.remove_prefix(count);
  }
  return number;
}

bool take(std::string_view& text, std::string_view any_of) {
  if (text.empty() || any_of.find(text.front()) == std::string_view::npos) {
    return false;
  }
  text.remove_prefix(1);
  return true;
}

/// ".5" as 500 ms; further digits than three are dropped. Nothing if no digit follows the point.
std::optional<milliseconds> take_fraction(std::string_view& text) {
  if (!take(text, ".,")) {
    return milliseconds{0};
  }
  int value = 0;
  int scale = 1000;
  std::size_t digits = 0;
  for (; digits < text.size() && text[digits] >= '0' && text[digits] <= '9'; ++digits) {
    scale /= 10;
    value += scale * (text[digits] - '0');
  }
  text.remove_prefix(digits);
  return digits == 0 ? std::nullopt : std::optional{milliseconds{value}};
}

/// "Z" or "+02:00", as minutes ahead of UTC.
std::optional<minutes> take_offset(std::string_view& text) {
  if (take(text, "Zz")) {
    return minutes{0};
  }
  const bool is_behind = !text.empty() && text.front() == '-';
  if (!take(text, "+-")) {
    return std::nullopt;
  }
  const auto hour = take_digits(text, 2);
  const bool has_colon = take(text, ":");
  const auto minute = take_digits(text, 2);
  if (!hour || !has_colon || !minute || *hour > 23 || *minute > 59) {
    return std::nullopt;
  }
  const minutes ahead = hours{*hour} + minutes{*minute};
  return is_behind ? -ahead : ahead;
}

}  // namespace

std::string to_string(Instant instant) {
  const auto day = floor<Days>(instant);
  const std::chrono::hh_mm_ss time{floor<seconds>(instant - day)};
  return fmt::format(FMT_COMPILE("{}T{:02}:{:02}:{:02}Z"),
                     to_string(from_day_number(static_cast<int>(day.time_since_epoch().count()))),
                     time.hours().count(),
                     time.minutes().count(),
                     time.seconds().count());
}

std::optional<Instant> parse_instant(std::string_view text) {
  constexpr std::size_t kDateLength = 10;
  const auto date = parse_iso_date(text.substr(0, kDateLength));
  if (!date) {
    return std::nullopt;
  }
  text.remove_prefix(kDateLength);
  if (!take(text, "Tt ")) {
    return std::nullopt;
  }
  const auto hour = take_digits(text, 2);
  const bool colon = take(text, ":");
  const auto minute = take_digits(text, 2);
  const bool second_colon = take(text, ":");
  const auto second = take_digits(text, 2);
  if (!hour || !colon || !minute || !second_colon || !second) {
    return std::nullopt;
  }
  // 60 is a leap second, which our days do not have: it counts as the next minute's first.
  if (*hour > 23 || *minute > 59 || *second > 60) {
    return std::nullopt;
  }
  const auto fraction = take_fraction(text);
  if (!fraction) {
    return std::nullopt;
  }
  const auto ahead = take_offset(text);
  if (!ahead || !text.empty()) {
    return std::nullopt;
  }
  return Instant{std::chrono::sys_days{*date}} + hours{*hour} + minutes{*minute} +
         seconds{*second} + *fraction - *ahead;
}

}  // namespace kith

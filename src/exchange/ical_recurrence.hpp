// On which days something repeats: the RRULE of RFC 5545, as far as calendars of people use it.
// Days alone: nobody meets the same person twice a day by rule. libical would do all of RFC 5545,
// at the price of a library in every start of kith.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include <kith/time/date.hpp>

namespace kith::exchange {

struct Recurrence {
  enum class Unit { day, week, month, year };
  struct Weekday {
    int nth = 0;  ///< of the month, from its end if negative; 0: every one
    std::chrono::weekday day{};
    bool operator==(const Weekday&) const = default;
  };
  Unit unit = Unit::day;
  int interval = 1;
  std::optional<int> count{};
  std::optional<Date> until{};
  std::vector<Weekday> weekdays{};
  std::vector<int> month_days{};  ///< from the month's end if negative
  std::vector<unsigned> months{};
  std::vector<int> places{};  ///< BYSETPOS: which of a period's days, from the last if negative
  std::chrono::weekday week_start = std::chrono::Monday;
  bool operator==(const Recurrence&) const = default;
};

/// Reads the value of an RRULE; nothing for what is not understood: hours, days of the year, weeks
/// of the year.
std::optional<Recurrence> parse_recurrence(std::string_view rule);

/// The days of something that first happened on `first`, up to `last`, in order; at most `most`.
std::vector<Date> days_of(const Recurrence& rule, Date first, Date last, std::size_t most);

}  // namespace kith::exchange

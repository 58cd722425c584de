// What the files of this room share about the calendar: its limits, and making days out of numbers.
#pragma once

#include <optional>
#include <string_view>

#include <kith/time/date.hpp>

namespace kith {

inline constexpr int kFirstYear = 1;
inline constexpr int kLastYear = 9999;
inline constexpr int kFirstDay = -719162;  // 0001-01-01, counted from 1970-01-01
inline constexpr int kLastDay = 2932896;   // 9999-12-31

/// The day, if the calendar has it and it lies within the limits.
std::optional<Date> make_date(int year, unsigned month, unsigned day);

/// `date` moved by months (to the last day of a shorter month), then by days; nothing if that lies
/// outside the limits. The parsers use it: what people write may be any number.
std::optional<Date> shifted(Date date, long long months, long long days);

/// How many days the month has; `month` is 1 to 12.
unsigned last_day(int year, unsigned month);

/// The number that `text`, all digits, says; nothing if it is anything else or too big for an int.
std::optional<int> read_digits(std::string_view text);

}  // namespace kith

// Lengths of time as people say them: 10d, 2w, 3m, 1y, "every 6 weeks".
#pragma once

#include <string>
#include <string_view>

#include <kith/time/date.hpp>

namespace kith {

/// Months and days, kept apart since a month is no number of days. Exactly one is positive.
struct Span {
  int months = 0;
  int days = 0;

  /// About how many days: a month counts 365.25/12, rounded (1 month 30, 3 months 91, a year 365).
  int in_days() const;
  bool operator==(const Span&) const = default;
};

/// "10d", "3m", in the biggest unit that leaves no rest: 12 months are "1y", 14 days "2w".
/// parse_span reads it back.
std::string to_string(Span span);

/// "every 30 days" without the "every": "30 days", "2 weeks", "month", "3 months", "year".
std::string in_words(Span span);

/// `start` and then every `span` after it: the first that is later than `after`. Monthly from
/// 31 January falls on the last day of shorter months and on the 31st again where there is one.
/// Throws DataError if `span` is not of a day or more.
Date next_in_series(Date start, Span span, Date after);

/// `date` moved on by `span`.
Date operator+(Date date, Span span);

}  // namespace kith

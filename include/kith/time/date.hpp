// Calendar days: arithmetic, ISO form, and dates of which only a part is known.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace kith {

using Date = std::chrono::year_month_day;
using Days = std::chrono::days;

/// "2026-11-22"
std::string to_string(Date date);

/// Reads YYYY-MM-DD and nothing else; nothing if it is another form or no day of the calendar.
std::optional<Date> parse_iso_date(std::string_view text);

/// Days from `from` to `to`; negative if `to` is earlier.
int days_between(Date from, Date to);

/// Throws DataError, as everything here that moves a day, if it leaves the years 1 to 9999.
Date add_days(Date date, int days);

/// The same day `months` later (or earlier), or that month's last day if it has no such day:
/// 31 January + 1 month = 28 or 29 February.
Date add_months(Date date, int months);

/// Days since 1970-01-01: how a day is stored.
int to_day_number(Date date);
Date from_day_number(int days);

/// The Monday of the ISO week that `date` is in.
Date monday_of(Date date);

/// "3 Nov" in the year of `today`, otherwise "3 Nov 2025": a day as people read it.
std::string friendly(Date date, Date today);

/// A date of which parts may be unknown: a birthday without a year, "met in 2019".
/// Invariant kept by parse and by is_valid(): a day needs a month; a month needs a year or a day.
struct PartialDate {
  std::optional<int> year{};
  std::optional<unsigned> month{};
  std::optional<unsigned> day{};

  PartialDate() = default;
  explicit PartialDate(Date date);
  PartialDate(std::optional<int> y, std::optional<unsigned> m, std::optional<unsigned> d)
      : year(y), month(m), day(d) {}

  bool empty() const { return !year && !month && !day; }
  bool is_valid() const;
  /// The date, if all of it is known.
  std::optional<Date> full() const;
  bool operator==(const PartialDate&) const = default;
};

/// "2019", "2019-05", "2019-05-03", "--05-03"; empty for an empty one. JSON and files use this
/// form.
std::string to_string(const PartialDate& date);

/// "3 May 2019", "May 2019", "2019", "3 May".
std::string friendly(const PartialDate& date);

/// The next day on or after `from` on which `month`/`day` is kept: 29 February is kept on
/// 28 February in common years.
Date next_anniversary(unsigned month, unsigned day, Date from);

}  // namespace kith

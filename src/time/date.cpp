// Calendar arithmetic and the ISO form.
#include <algorithm>
#include <array>
#include <cstdlib>

#include <fmt/compile.h>

#include "time/calendar.hpp"
#include <kith/error.hpp>
#include <kith/time/date.hpp>

namespace kith {
namespace {

using std::chrono::sys_days;
using std::chrono::year_month;
using std::chrono::year_month_day_last;

constexpr std::array<std::string_view, 12> kMonths{
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

std::string_view month_name(unsigned month) {
  return month >= 1 && month <= 12 ? kMonths[month - 1] : "?";
}

int year_of(Date date) { return static_cast<int>(date.year()); }
unsigned month_of(Date date) { return static_cast<unsigned>(date.month()); }
unsigned day_of(Date date) { return static_cast<unsigned>(date.day()); }

/// Longest that the month can be: 29 for a February of an unknown year.
unsigned longest(std::optional<int> year, unsigned month) {
  constexpr int kSomeLeapYear = 2000;
  return last_day(year.value_or(kSomeLeapYear), month);
}

[[noreturn]] void refuse_move(Date date, long long count, std::string_view unit) {
  throw DataError(fmt::format("{} {} {} {}: outside the years {} to {}",
                              to_string(date),
                              count < 0 ? "less" : "and",
                              std::abs(count),
                              unit,
                              kFirstYear,
                              kLastYear));
}

}  // namespace

unsigned last_day(int year, unsigned month) {
  return static_cast<unsigned>(year_month_day_last{
      std::chrono::year{year}, std::chrono::month_day_last{std::chrono::month{month}}}
                                   .day());
}

std::optional<Date> make_date(int year, unsigned month, unsigned day) {
  if (year < kFirstYear || year > kLastYear || month < 1 || month > 12 || day < 1 ||
      day > last_day(year, month)) {
    return std::nullopt;
  }
  return Date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
}

std::string to_string(Date date) {
  return fmt::format(FMT_COMPILE("{:04}-{:02}-{:02}"), year_of(date), month_of(date), day_of(date));
}

std::optional<Date> parse_iso_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
    return std::nullopt;
  }
  const auto year = read_digits(text.substr(0, 4));
  const auto month = read_digits(text.substr(5, 2));
  const auto day = read_digits(text.substr(8, 2));
  if (!year || !month || !day) {
    return std::nullopt;
  }
  return make_date(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
}

std::optional<int> read_digits(std::string_view text) {
  constexpr std::size_t kFitsAnInt = 9;
  if (text.empty() || text.size() > kFitsAnInt) {
    return std::nullopt;
  }
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') {
      return std::nullopt;
    }
    value = value * 10 + (c - '0');
  }
  return value;
}

int days_between(Date from, Date to) { return to_day_number(to) - to_day_number(from); }

std::optional<Date> shifted(Date date, long long months, long long days) {
  constexpr long long kMost =
      10'000'000;  // days or months: beyond every calendar, short of overflow
  if (std::abs(months) > kMost || std::abs(days) > kMost) {
    return std::nullopt;
  }
  const long long total = 12LL * year_of(date) + month_of(date) - 1 + months;
  if (total < 12LL * kFirstYear || total >= 12LL * (kLastYear + 1)) {
    return std::nullopt;
  }
  const int year = static_cast<int>(total / 12);
  const auto month = static_cast<unsigned>(total % 12) + 1;
  const auto same_day = make_date(year, month, std::min(day_of(date), last_day(year, month)));
  const long long number = to_day_number(*same_day) + days;
  if (number < kFirstDay || number > kLastDay) {
    return std::nullopt;
  }
  return from_day_number(static_cast<int>(number));
}

Date add_days(Date date, int days) {
  const auto moved = shifted(date, 0, days);
  if (!moved) {
    refuse_move(date, days, "days");
  }
  return *moved;
}

Date add_months(Date date, int months) {
  const auto moved = shifted(date, months, 0);
  if (!moved) {
    refuse_move(date, months, "months");
  }
  return *moved;
}

int to_day_number(Date date) { return static_cast<int>(sys_days{date}.time_since_epoch().count()); }

Date from_day_number(int days) {
  if (days < kFirstDay || days > kLastDay) {
    throw DataError(fmt::format("day {}: outside the years {} to {}", days, kFirstYear, kLastYear));
  }
  return Date{sys_days{Days{days}}};
}

Date monday_of(Date date) {
  const auto past_monday = std::chrono::weekday{sys_days{date}} - std::chrono::Monday;
  return add_days(date, -static_cast<int>(past_monday.count()));
}

std::string friendly(Date date, Date today) {
  if (date.year() == today.year()) {
    return fmt::format("{} {}", day_of(date), month_name(month_of(date)));
  }
  return friendly(PartialDate{date});
}

PartialDate::PartialDate(Date date)
    : year(year_of(date)), month(month_of(date)), day(day_of(date)) {}

bool PartialDate::is_valid() const {
  if (year && (*year < kFirstYear || *year > kLastYear)) {
    return false;
  }
  if (!month) {
    return !day;
  }
  if (*month < 1 || *month > 12 || (!year && !day)) {
    return false;
  }
  return !day || (*day >= 1 && *day <= longest(year, *month));
}

std::optional<Date> PartialDate::full() const {
  return year && month && day ? make_date(*year, *month, *day) : std::nullopt;
}

std::string to_string(const PartialDate& date) {
  std::string out = date.year ? fmt::format("{:04}", *date.year) : std::string{};
  if (date.month) {
    out += fmt::format("{}-{:02}", date.year ? "" : "-", *date.month);
  }
  if (date.day) {
    out += fmt::format("-{:02}", *date.day);
  }
  return out;
}

std::string friendly(const PartialDate& date) {
  std::string out = date.day ? fmt::format("{}", *date.day) : std::string{};
  if (date.month) {
    out += fmt::format("{}{}", out.empty() ? "" : " ", month_name(*date.month));
  }
  if (date.year) {
    out += fmt::format("{}{}", out.empty() ? "" : " ", *date.year);
  }
  return out;
}

Date next_anniversary(unsigned month, unsigned day, Date from) {
  const auto kept_in = [&](int year) {
    const unsigned kept_month = std::clamp(month, 1U, 12U);
    return make_date(year, kept_month, std::clamp(day, 1U, last_day(year, kept_month)));
  };
  const auto this_year = kept_in(year_of(from));
  if (this_year && *this_year >= from) {
    return *this_year;
  }
  const auto next_year = kept_in(year_of(from) + 1);
  if (!next_year) {
    throw DataError(fmt::format("{}: nothing comes after the year {}", to_string(from), kLastYear));
  }
  return *next_year;
}

}  // namespace kith

// RRULE, read and followed.
#include "exchange/ical_recurrence.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace kith::exchange {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::sys_days;
using std::chrono::weekday;
using std::chrono::year;

constexpr int kMostInterval = 1000;
constexpr int kDaysOfWeek = 7;
constexpr int kMonthsOfYear = 12;

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (true) {
    const auto end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) {
      return parts;
    }
    text.remove_prefix(end + 1);
  }
}

std::optional<int> number(std::string_view text) {
  if (text.starts_with('+')) {
    text.remove_prefix(1);
  }
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && end == text.data() + text.size() && !text.empty()
             ? std::optional(value)
             : std::nullopt;
}

std::optional<Recurrence::Weekday> weekday_of(std::string_view text) {
  static constexpr std::array<std::string_view, 7> kWords{"SU", "MO", "TU", "WE", "TH", "FR", "SA"};
  if (text.size() < 2) {
    return std::nullopt;
  }
  const auto it = std::find(kWords.begin(), kWords.end(), text.substr(text.size() - 2));
  const std::string_view nth = text.substr(0, text.size() - 2);
  const auto value = nth.empty() ? std::optional(0) : number(nth);
  constexpr int kMostWeeks = 53;
  if (it == kWords.end() || !value || std::abs(*value) > kMostWeeks) {
    return std::nullopt;
  }
  return Recurrence::Weekday{.nth = *value,
                             .day = weekday(static_cast<unsigned>(it - kWords.begin()))};
}

/// Appends what `read` makes of each part; false if one is none.
template <class Value, class Read>
bool read_list(std::string_view text, std::vector<Value>& values, Read read) {
  for (const std::string_view part : split(text, ',')) {
    const auto value = read(part);
    if (!value) {
      return false;
    }
    values.push_back(static_cast<Value>(*value));
  }
  return true;
}

bool read_part(std::string_view name, std::string_view value, Recurrence& rule) {
  const auto within = [](int least, int most) {
    return [least, most](std::string_view text) {
      const auto n = number(text);
      return n && *n >= least && *n <= most && *n != 0 ? n : std::nullopt;
    };
  };
  constexpr int kMonthDays = 31;
  constexpr int kYearDays = 366;
  if (name == "FREQ") {
    static constexpr std::array<std::string_view, 4> kUnits{"DAILY", "WEEKLY", "MONTHLY", "YEARLY"};
    const auto it = std::find(kUnits.begin(), kUnits.end(), value);
    rule.unit = static_cast<Recurrence::Unit>(it - kUnits.begin());
    return it != kUnits.end();
  }
  if (name == "INTERVAL") {
    rule.interval = number(value).value_or(0);
    return rule.interval >= 1 && rule.interval <= kMostInterval;
  }
  if (name == "COUNT") {
    rule.count = number(value);
    return rule.count && *rule.count >= 1;
  }
  if (name == "UNTIL") {
    constexpr std::size_t kDate = 8;
    if (value.size() < kDate) {
      return false;
    }
    rule.until =
        parse_iso_date(std::string(value.substr(0, 4)) + "-" + std::string(value.substr(4, 2)) +
                       "-" + std::string(value.substr(6, 2)));
    return rule.until.has_value();
  }
  if (name == "BYDAY") {
    return read_list(value, rule.weekdays, weekday_of);
  }
  if (name == "BYMONTHDAY") {
    return read_list(value, rule.month_days, within(-kMonthDays, kMonthDays));
  }
  if (name == "BYMONTH") {
    return read_list(value, rule.months, within(1, kMonthsOfYear));
  }
  if (name == "BYSETPOS") {
    return read_list(value, rule.places, within(-kYearDays, kYearDays));
  }
  if (name == "WKST") {
    const auto start = weekday_of(value);
    rule.week_start = start ? start->day : rule.week_start;
    return start.has_value();
  }
  return name.starts_with("X-");
}

bool has_month(const Recurrence& rule, Date date) {
  return rule.months.empty() ||
         std::find(rule.months.begin(), rule.months.end(), static_cast<unsigned>(date.month())) !=
             rule.months.end();
}

bool has_weekday(const Recurrence& rule, Date date) {
  return std::any_of(rule.weekdays.begin(), rule.weekdays.end(), [&](const auto& one) {
    return one.day == weekday(sys_days{date});
  });
}

unsigned days_in(year y, month m) {
  return static_cast<unsigned>((y / m / std::chrono::last).day());
}

bool has_month_day(const Recurrence& rule, Date date) {
  const int from_start = static_cast<int>(static_cast<unsigned>(date.day()));
  const int from_end = from_start - static_cast<int>(days_in(date.year(), date.month())) - 1;
  return std::any_of(rule.month_days.begin(), rule.month_days.end(), [&](int one) {
    return one == from_start || one == from_end;
  });
}

/// True if `date` is the nth of its weekday in its month, as one of the rule's weekdays says.
bool has_nth_weekday(const Recurrence& rule, Date date) {
  const int from_start =
      (static_cast<int>(static_cast<unsigned>(date.day())) - 1) / kDaysOfWeek + 1;
  const int left = static_cast<int>(days_in(date.year(), date.month())) -
                   static_cast<int>(static_cast<unsigned>(date.day()));
  const int from_end = -(left / kDaysOfWeek) - 1;
  return std::any_of(rule.weekdays.begin(), rule.weekdays.end(), [&](const auto& one) {
    return one.day == weekday(sys_days{date}) &&
           (one.nth == 0 || one.nth == from_start || one.nth == from_end);
  });
}

/// The days of one month that a monthly or yearly rule means.
void add_month(const Recurrence& rule, year y, month m, Date first, std::vector<Date>& days) {
  for (unsigned d = 1; d <= days_in(y, m); ++d) {
    const Date date{y, m, day(d)};
    const bool fits = rule.weekdays.empty() && rule.month_days.empty()
                          ? date.day() == first.day()
                          : (rule.weekdays.empty() || has_nth_weekday(rule, date)) &&
                                (rule.month_days.empty() || has_month_day(rule, date));
    if (fits) {
      days.push_back(date);
    }
  }
}

/// The days of the period that is `number` intervals after the first one.
std::vector<Date> period(const Recurrence& rule, Date first, int number) {
  std::vector<Date> days;
  const int steps = number * rule.interval;
  switch (rule.unit) {
    case Recurrence::Unit::day: {
      const Date date{sys_days{first} + std::chrono::days{steps}};
      if (has_month(rule, date) && (rule.weekdays.empty() || has_weekday(rule, date)) &&
          (rule.month_days.empty() || has_month_day(rule, date))) {
        days.push_back(date);
      }
      break;
    }
    case Recurrence::Unit::week: {
      const sys_days begin = sys_days{first} - (weekday(sys_days{first}) - rule.week_start) +
                             std::chrono::days{steps * kDaysOfWeek};
      for (int i = 0; i < kDaysOfWeek; ++i) {
        const Date date{begin + std::chrono::days{i}};
        const bool fits = rule.weekdays.empty()
                              ? weekday(sys_days{date}) == weekday(sys_days{first})
                              : has_weekday(rule, date);
        if (fits && has_month(rule, date)) {
          days.push_back(date);
        }
      }
      break;
    }
    case Recurrence::Unit::month: {
      const auto at = first.year() / first.month() + std::chrono::months{steps};
      if (has_month(rule, Date{at.year(), at.month(), day{1}})) {
        add_month(rule, at.year(), at.month(), first, days);
      }
      break;
    }
    case Recurrence::Unit::year: {
      const year at = first.year() + std::chrono::years{steps};
      for (unsigned m = 1; m <= static_cast<unsigned>(kMonthsOfYear); ++m) {
        const bool fits = rule.months.empty() ? month(m) == first.month()
                                              : has_month(rule, Date{at, month(m), day{1}});
        if (fits) {
          add_month(rule, at, month(m), first, days);
        }
      }
      break;
    }
  }
  if (rule.places.empty()) {
    return days;
  }
  std::vector<Date> picked;
  for (std::size_t i = 0; i < days.size(); ++i) {
    const int from_start = static_cast<int>(i) + 1;
    const int from_end = static_cast<int>(i) - static_cast<int>(days.size());
    if (std::any_of(rule.places.begin(), rule.places.end(), [&](int place) {
          return place == from_start || place == from_end;
        })) {
      picked.push_back(days[i]);
    }
  }
  return picked;
}

}  // namespace

std::optional<Recurrence> parse_recurrence(std::string_view rule) {
  Recurrence result;
  bool has_unit = false;
  for (const std::string_view part : split(rule, ';')) {
    if (part.empty()) {
      continue;
    }
    const auto equals = std::min(part.find('='), part.size());
    std::string name(part.substr(0, equals));
    std::string value(part.substr(std::min(equals + 1, part.size())));
    for (std::string* text : {&name, &value}) {
      std::transform(text->begin(), text->end(), text->begin(), [](char c) {
        return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
      });
    }
    if (!read_part(name, value, result)) {
      return std::nullopt;
    }
    has_unit = has_unit || name == "FREQ";
  }
  // The nth weekday of a whole year is more than anybody's calendar has.
  const bool is_nth_of_year =
      result.unit == Recurrence::Unit::year && result.months.empty() && !result.weekdays.empty();
  return has_unit && !is_nth_of_year ? std::optional(result) : std::nullopt;
}

std::vector<Date> days_of(const Recurrence& rule, Date first, Date last, std::size_t most) {
  constexpr int kMostPeriods = 40'000;  // a day each: a hundred years
  std::vector<Date> days{first};        // RFC 5545: the first one counts, whatever the rule says
  const Date end = rule.until ? std::min(*rule.until, last) : last;
  if (first > last) {
    return {};
  }
  for (int number = 0; number < kMostPeriods; ++number) {
    bool is_over = false;
    const std::vector<Date> next = period(rule, first, number);
    for (const Date date : next) {
      if (date <= first) {
        continue;
      }
      if (date > end || days.size() >= most ||
          (rule.count && days.size() >= static_cast<std::size_t>(*rule.count))) {
        is_over = true;
        break;
      }
      days.push_back(date);
    }
    constexpr int kDaysOfYear = 366;
    const int step = rule.unit == Recurrence::Unit::day     ? 1
                     : rule.unit == Recurrence::Unit::week  ? kDaysOfWeek
                     : rule.unit == Recurrence::Unit::month ? 28
                                                            : kDaysOfYear - 1;
    const bool is_past =
        sys_days{first} + std::chrono::days{(number - 1) * rule.interval * step} > sys_days{end};
    if (is_over || is_past) {
      break;
    }
  }
  return days;
}

}  // namespace kith::exchange

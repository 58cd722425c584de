// Spans: how they are written, and the days that a series falls on.
#include <cmath>

#include <fmt/format.h>

#include <kith/error.hpp>
#include <kith/time/span.hpp>

namespace kith {
namespace {

constexpr int kMonthsInYear = 12;
constexpr int kDaysInWeek = 7;

struct Counted {
  int count = 0;
  char letter = 'd';
  std::string_view unit{};
};

/// The biggest unit that says the span without a rest.
Counted counted(Span span) {
  if (span.months != 0) {
    if (span.months % kMonthsInYear == 0) {
      return {span.months / kMonthsInYear, 'y', "year"};
    }
    return {span.months, 'm', "month"};
  }
  if (span.days != 0 && span.days % kDaysInWeek == 0) {
    return {span.days / kDaysInWeek, 'w', "week"};
  }
  return {span.days, 'd', "day"};
}

}  // namespace

int Span::in_days() const {
  constexpr double kDaysInMonth = 365.25 / kMonthsInYear;
  return days + static_cast<int>(std::lround(months * kDaysInMonth));
}

std::string to_string(Span span) {
  const Counted written = counted(span);
  return fmt::format("{}{}", written.count, written.letter);
}

std::string in_words(Span span) {
  const Counted written = counted(span);
  if (written.count == 1) {
    return std::string{written.unit};
  }
  return fmt::format("{} {}s", written.count, written.unit);
}

Date next_in_series(Date start, Span span, Date after) {
  if (span.months < 0 || span.days < 0 || (span.months == 0 && span.days == 0)) {
    throw DataError(fmt::format("{}: a series needs a span of a day or more", to_string(span)));
  }
  if (start > after) {
    return start;
  }
  if (span.months == 0) {
    const int times = days_between(start, after) / span.days + 1;
    return add_days(start, times * span.days);
  }
  // Counted from the start each time: from day to day, the 31st would become the 28th for good.
  const int months_apart = (static_cast<int>(after.year()) - static_cast<int>(start.year())) * 12 +
                           static_cast<int>(static_cast<unsigned>(after.month())) -
                           static_cast<int>(static_cast<unsigned>(start.month()));
  int times = months_apart / span.months;
  Date next = add_days(add_months(start, times * span.months), times * span.days);
  while (next <= after) {
    ++times;
    next = add_days(add_months(start, times * span.months), times * span.days);
  }
  return next;
}

Date operator+(Date date, Span span) { return add_days(add_months(date, span.months), span.days); }

}  // namespace kith

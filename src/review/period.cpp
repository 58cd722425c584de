// A week, month, quarter or year of the calendar.
#include <fmt/format.h>

#include <kith/review/period.hpp>
#include <kith/text/fold.hpp>

namespace kith::review {
namespace {

constexpr std::array<std::string_view, 12> kMonths{"January",
                                                   "February",
                                                   "March",
                                                   "April",
                                                   "May",
                                                   "June",
                                                   "July",
                                                   "August",
                                                   "September",
                                                   "October",
                                                   "November",
                                                   "December"};

std::string_view month_of(Date date) { return kMonths.at(static_cast<unsigned>(date.month()) - 1); }
int year_of(Date date) { return static_cast<int>(date.year()); }
unsigned day_of(Date date) { return static_cast<unsigned>(date.day()); }

Date first_of(Date date, unsigned month) {
  return {date.year(), std::chrono::month{month}, std::chrono::day{1}};
}

std::string name_of_week(const Period& period) {
  if (period.from.year() != period.to.year()) {
    return fmt::format("{} {} {} to {} {} {}",
                       day_of(period.from),
                       month_of(period.from),
                       year_of(period.from),
                       day_of(period.to),
                       month_of(period.to),
                       year_of(period.to));
  }
  if (period.from.month() != period.to.month()) {
    return fmt::format("{} {} to {} {} {}",
                       day_of(period.from),
                       month_of(period.from),
                       day_of(period.to),
                       month_of(period.to),
                       year_of(period.to));
  }
  return fmt::format("{} to {} {} {}",
                     day_of(period.from),
                     day_of(period.to),
                     month_of(period.to),
                     year_of(period.to));
}

}  // namespace

std::string_view to_string(PeriodKind kind) {
  switch (kind) {
    case PeriodKind::week:
      return "week";
    case PeriodKind::month:
      return "month";
    case PeriodKind::quarter:
      return "quarter";
    case PeriodKind::year:
      return "year";
  }
  return "week";
}

std::optional<PeriodKind> parse_period_kind(std::string_view word) {
  for (const PeriodKind kind : kPeriodKinds) {
    if (text::fold(word) == to_string(kind)) {
      return kind;
    }
  }
  return std::nullopt;
}

Period period_of(PeriodKind kind, Date day) {
  constexpr int kQuarter = 3;
  constexpr int kYear = 12;
  Period period{.kind = kind};
  int months = 1;
  switch (kind) {
    case PeriodKind::week:
      period.from = monday_of(day);
      period.to = add_days(period.from, 6);
      return period;
    case PeriodKind::month:
      period.from = first_of(day, static_cast<unsigned>(day.month()));
      break;
    case PeriodKind::quarter:
      period.from =
          first_of(day, (static_cast<unsigned>(day.month()) - 1) / kQuarter * kQuarter + 1);
      months = kQuarter;
      break;
    case PeriodKind::year:
      period.from = first_of(day, 1);
      months = kYear;
      break;
  }
  const Date last_month = add_months(period.from, months - 1);
  period.to = Date{std::chrono::year_month_day_last{
      last_month.year(), std::chrono::month_day_last{last_month.month()}}};
  return period;
}

std::string name_of(const Period& period) {
  switch (period.kind) {
    case PeriodKind::week:
      return name_of_week(period);
    case PeriodKind::month:
      return fmt::format("{} {}", month_of(period.from), year_of(period.from));
    case PeriodKind::quarter:
      return fmt::format(
          "{} to {} {}", month_of(period.from), month_of(period.to), year_of(period.from));
    case PeriodKind::year:
      return std::to_string(year_of(period.from));
  }
  return {};
}

std::string title_of(const Period& period) {
  return fmt::format("Your {}{}", period.kind == PeriodKind::week ? "week, " : "", name_of(period));
}

}  // namespace kith::review

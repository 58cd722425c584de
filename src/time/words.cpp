// Dates and spans in people's words.
#include <fmt/format.h>

#include "time/calendar.hpp"
#include <kith/error.hpp>
#include <kith/text/clean.hpp>
#include <kith/text/fold.hpp>
#include <kith/text/width.hpp>
#include <kith/time/words.hpp>

namespace kith {
namespace {

[[noreturn]] void refuse(std::string_view text, std::string_view why) {
  throw DataError(fmt::format("{}: {}", text::shorten(text::printable(text), 60), why),
                  "write it like 2026-11-03, 'last friday' or '3 days ago'");
}

}  // namespace

Date parse_date(std::string_view text, Date today, Tense) {
  const std::string folded = text::fold(text);
  if (const auto date = parse_iso_date(folded)) {
    return *date;
  }
  if (folded == "today") {
    return today;
  }
  if (folded == "yesterday") {
    return add_days(today, -1);
  }
  if (folded == "tomorrow") {
    return add_days(today, 1);
  }
  refuse(text, "not a date I know");
}

PartialDate parse_partial_date(std::string_view text, Date today) {
  return PartialDate{parse_date(text, today)};
}

Span parse_span(std::string_view text) {
  const std::string folded = text::fold(text);
  if (folded.size() > 1) {
    const auto count = read_digits(std::string_view{folded}.substr(0, folded.size() - 1));
    switch (count.value_or(0) > 0 ? folded.back() : '?') {
      case 'd':
        return {.days = *count};
      case 'w':
        return {.days = *count * 7};
      case 'm':
        return {.months = *count};
      case 'y':
        return {.months = *count * 12};
      default:
        break;
    }
  }
  refuse(text, "not a span I know");
}

std::optional<DateMatch> match_date(std::string_view, Date, Tense) { return std::nullopt; }
std::optional<TimeMatch> match_time(std::string_view) { return std::nullopt; }
std::optional<DurationMatch> match_duration(std::string_view) { return std::nullopt; }

}  // namespace kith

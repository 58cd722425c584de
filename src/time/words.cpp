// The face of the date words: what the readings of a phrase come to, and what is said if there are
// none.
#include <algorithm>

#include <fmt/format.h>

#include "time/calendar.hpp"
#include "time/phrase.hpp"
#include "time/relative.hpp"
#include <kith/error.hpp>
#include <kith/text/clean.hpp>
#include <kith/text/width.hpp>
#include <kith/time/words.hpp>

namespace kith {
namespace {

constexpr std::string_view kDateHint = "write it like 2026-11-03, 'last friday' or '3 days ago'";
constexpr std::string_view kPartialHint = "write it like 2019-05-03, 'may 2019', 2019 or --05-03";
constexpr std::string_view kSpanHint = "write it like 10d, 2w, 3m, 1y or 'every 6 weeks'";

/// What was written, short enough for one line and harmless to a terminal.
std::string quoted(std::string_view text) {
  constexpr std::size_t kMostBytes = 400;  // no more is looked at: a whole file may come by mistake
  constexpr std::size_t kColumns = 60;
  const std::string shown = text::clean_line(text::printable(text.substr(0, kMostBytes)));
  return shown.empty() ? "nothing" : text::shorten(shown, kColumns);
}

[[noreturn]] void refuse(std::string_view text, std::string_view why, std::string_view hint) {
  throw DataError(fmt::format("{}: {}", quoted(text), why), std::string{hint});
}

/// The reading of all of the text: one that is a day and no more if there is such a one, else one
/// that can say what is wrong.
std::optional<Reading> whole_reading(const Phrase& phrase, Date today, Tense tense) {
  std::optional<Reading> flawed;
  for (Reading& reading : read_dates(phrase, today, tense)) {
    if (!phrase.ends_at(reading.next)) {
      continue;
    }
    if (reading.why.empty()) {
      return std::move(reading);
    }
    if (!flawed) {
      flawed = std::move(reading);
    }
  }
  return flawed;
}

PartialDate partial(const Written& written) { return {written.year, written.month, written.day}; }

/// Two or four digits: a part of a date in ISO form.
std::optional<int> digits_at(const Phrase& phrase, std::size_t at, std::size_t count) {
  const Token& token = phrase.token(at);
  return token.is_number() && token.text.size() == count ? read_digits(token.text) : std::nullopt;
}

/// `--05-03`, `--0503`, `05-03`.
std::optional<PartialDate> read_month_and_day(const Phrase& phrase) {
  const bool has_dashes = phrase.token(0).is_sign('-') && phrase.token(1).is_sign('-');
  const std::size_t at = has_dashes ? 2 : 0;
  if (const auto both = digits_at(phrase, at, 4); both && has_dashes && phrase.ends_at(at + 1)) {
    return PartialDate{
        std::nullopt, static_cast<unsigned>(*both / 100), static_cast<unsigned>(*both % 100)};
  }
  const auto month = digits_at(phrase, at, 2);
  const auto day = digits_at(phrase, at + 2, 2);
  if (!month || !day || !phrase.token(at + 1).is_sign('-') || !phrase.ends_at(at + 3)) {
    return std::nullopt;
  }
  return PartialDate{std::nullopt, static_cast<unsigned>(*month), static_cast<unsigned>(*day)};
}

/// `2019`, `2019-05`, `may 2019`, `spring of 2019`, `in 2019`.
std::optional<PartialDate> read_year_and_month(const Phrase& phrase) {
  std::size_t at = phrase.skip(phrase.skip(0, Role::in), Role::about);
  at = phrase.skip(phrase.skip(at, Role::the), Role::early_or_late);
  if (const auto year = digits_at(phrase, at, 4)) {
    if (phrase.ends_at(at + 1)) {
      return PartialDate{*year, std::nullopt, std::nullopt};
    }
    const Token& sign = phrase.token(at + 1);
    const auto month = digits_at(phrase, at + 2, 2);
    if (month && (sign.is_sign('-') || sign.is_sign('/')) && phrase.ends_at(at + 3)) {
      return PartialDate{*year, static_cast<unsigned>(*month), std::nullopt};
    }
    return std::nullopt;
  }
  const bool is_month = phrase.is(at, Role::month);
  if (!is_month && !phrase.is(at, Role::season)) {
    return std::nullopt;
  }
  const std::size_t year_at =
      phrase.skip(phrase.skip_sign(phrase.skip_sign(at + 1, '.'), ','), Role::of);
  const auto year = digits_at(phrase, year_at, 4);
  if (!year || !phrase.ends_at(year_at + 1)) {
    return std::nullopt;
  }
  // A season is no part of a date: in the north its winter even lies in two years.
  return is_month
             ? PartialDate{*year, static_cast<unsigned>(phrase.meaning(at).value), std::nullopt}
             : PartialDate{*year, std::nullopt, std::nullopt};
}

/// `last year` and `last month` know no day.
std::optional<PartialDate> read_direction_and_period(const Phrase& phrase, Date today) {
  if (!phrase.is(0, Role::direction) || !phrase.is(1, Role::unit) || !phrase.ends_at(2)) {
    return std::nullopt;
  }
  const int direction = std::clamp(phrase.meaning(0).value, -1, 1);
  const auto unit = static_cast<Unit>(phrase.meaning(1).value);
  if (unit != Unit::year && unit != Unit::month) {
    return std::nullopt;
  }
  const auto then = shifted(today, direction * (unit == Unit::year ? 12 : 1), 0);
  if (!then) {
    return std::nullopt;
  }
  PartialDate date{*then};
  date.day.reset();
  if (unit == Unit::year) {
    date.month.reset();
  }
  return date;
}

/// `2019`, `2019-05`, `may 2019`, `spring 2019`, `--05-03`, `05-03`, `3 may`, `last year`.
/// Not yet checked against the calendar.
std::optional<PartialDate> read_parts(const Phrase& phrase, Date today) {
  if (auto date = read_month_and_day(phrase)) {
    return date;
  }
  if (auto date = read_year_and_month(phrase)) {
    return date;
  }
  if (auto date = read_direction_and_period(phrase, today)) {
    return date;
  }
  for (const auto& written : {read_named_month(phrase, 0), read_numbers(phrase, 0, true)}) {
    if (written && !written->year && written->why.empty() && phrase.ends_at(written->next)) {
      return partial(*written);
    }
  }
  return std::nullopt;
}

/// `weekly`, `every other week`, `6 weeks`, `month`: what is said, be it none or far too long.
std::optional<Span> read_rhythm(const Phrase& phrase) {
  if (phrase.is(0, Role::rhythm) && phrase.ends_at(1)) {
    const int value = phrase.meaning(0).value;
    return value > 0 ? Span{.months = value} : Span{.days = -value};
  }
  const std::size_t at = phrase.skip(0, Role::every);
  if (const auto counted = read_span(phrase, at); counted && phrase.ends_at(counted->next)) {
    return counted->span;
  }
  int count = 1;
  std::size_t noun = at;
  if (phrase.is(at, Role::other)) {
    count = 2;
    ++noun;
  } else if (const auto ordinal = read_day_number(phrase, at); ordinal && ordinal->is_ordinal) {
    count = static_cast<int>(ordinal->value);
    noun = ordinal->next;
  }
  const bool is_half_year = phrase.is(noun, Role::half) && phrase.is(noun + 1, Role::unit) &&
                            phrase.meaning(noun + 1).value == static_cast<int>(Unit::year);
  if (is_half_year && phrase.ends_at(noun + 2)) {
    return span_of(count, Unit::half_year);
  }
  const bool is_unit = phrase.is(noun, Role::unit) && phrase.token(noun).text.size() > 1;
  if (!is_unit || !phrase.ends_at(noun + 1)) {
    return std::nullopt;
  }
  return span_of(count, static_cast<Unit>(phrase.meaning(noun).value));
}

}  // namespace

Date parse_date(std::string_view text, Date today, Tense tense) {
  const Phrase phrase{text, Scope::whole};
  const auto reading = whole_reading(phrase, today, tense);
  if (!reading) {
    const bool is_partial = read_parts(phrase, today).has_value();
    refuse(text, is_partial ? "not a whole date" : "not a date I know", kDateHint);
  }
  if (!reading->why.empty()) {
    refuse(text, reading->why, reading->hint.empty() ? kDateHint : reading->hint);
  }
  return *reading->date;
}

PartialDate parse_partial_date(std::string_view text, Date today) {
  const Phrase phrase{text, Scope::whole};
  if (const auto parts = read_parts(phrase, today)) {
    if (!parts->is_valid()) {
      refuse(text, "not a day of the calendar", kPartialHint);
    }
    return *parts;
  }
  const auto reading = whole_reading(phrase, today, Tense::past);
  if (!reading) {
    refuse(text, "not a date I know", kPartialHint);
  }
  if (!reading->why.empty()) {
    refuse(text, reading->why, reading->hint.empty() ? kPartialHint : reading->hint);
  }
  return PartialDate{*reading->date};
}

Span parse_span(std::string_view text) {
  constexpr int kMostMonths = 100 * 12;
  constexpr int kMostDays = 36525;
  const auto span = read_rhythm(Phrase{text, Scope::whole});
  if (!span) {
    refuse(text, "not a span I know", kSpanHint);
  }
  if (span->months == 0 && span->days == 0) {
    refuse(text, "a span of nothing", kSpanHint);
  }
  if (span->months > kMostMonths || span->days > kMostDays) {
    refuse(text, "a span of more than 100 years", kSpanHint);
  }
  return *span;
}

std::optional<DateMatch> match_date(std::string_view text, Date today, Tense tense) {
  // Asked at every word of a sentence, and most words begin no date.
  const auto first = tokens(text, 1).front();
  if (first.is_word() ? meaning_of(first.folded).role == Role::none : !first.is_number()) {
    return std::nullopt;
  }
  const Phrase phrase{text, Scope::sentence};
  std::optional<DateMatch> longest;
  for (const Reading& reading : read_dates(phrase, today, tense)) {
    if (!reading.date || reading.next == 0) {
      continue;
    }
    const std::size_t length = phrase.token(reading.next - 1).end;
    if (!longest || length > longest->length) {
      longest = DateMatch{.date = *reading.date, .length = length};
    }
  }
  return longest;
}

std::size_t match_impossible_date(std::string_view text, Date today) {
  const auto first = tokens(text, 1).front();
  if (first.is_word() ? meaning_of(first.folded).role == Role::none : !first.is_number()) {
    return 0;
  }
  const Phrase phrase{text, Scope::sentence};
  std::size_t longest = 0;
  for (const Reading& reading : read_dates(phrase, today, Tense::past)) {
    if (!reading.date && reading.next > 0 && reading.why == "not a day of the calendar") {
      longest = std::max(longest, phrase.token(reading.next - 1).end);
    }
  }
  return longest;
}

}  // namespace kith

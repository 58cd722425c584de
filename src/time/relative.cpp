// Days, spans and periods seen from today: yesterday, 3 days ago, next month, end of the year.
#include "time/relative.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "time/calendar.hpp"
#include "time/weekdays.hpp"

namespace kith {
namespace {

constexpr std::string_view kOutside = "outside the years 1 to 9999";

Reading at_day(std::size_t next, std::optional<Date> date) {
  Reading reading{.next = next, .date = date};
  if (!date) {
    reading.why = kOutside;
  }
  return reading;
}

std::optional<Date> shifted(Date date, Span span, int times) {
  return kith::shifted(date, 1LL * times * span.months, 1LL * times * span.days);
}

/// `today`, `later today`, `tomorrow morning`, `tonight`, `now`.
void read_day_word(const Asked& asked, std::size_t at, Readings& out) {
  const Phrase& phrase = asked.phrase;
  at = phrase.skip(at, Role::early_or_late);
  if (phrase.is(at, Role::day)) {
    out.push_back(at_day(at + 1, kith::shifted(asked.today, 0, phrase.meaning(at).value)));
  } else if (phrase.is(at, Role::now) && phrase.is_whole()) {
    out.push_back(at_day(at + 1, asked.today));
  } else if (phrase.is(at, Role::direction) && phrase.is(at + 1, Role::day_part)) {
    // "this morning", "last night"; what "last morning" or "next night" means is anyone's guess.
    const int direction = phrase.meaning(at).value;
    const bool is_night = phrase.meaning(at + 1).value == 1;
    if (direction == 0 || (direction == -1 && is_night)) {
      out.push_back(at_day(at + 2, kith::shifted(asked.today, 0, direction)));
    }
  }
}

/// `3 days ago`, `2 weeks from now`, `a week before yesterday`, `a week on friday`.
void read_span_away(const Asked& asked, std::size_t at, Readings& out) {
  const Phrase& phrase = asked.phrase;
  at = phrase.skip(at, Role::about);
  auto counted = read_span(phrase, at);
  if (!counted &&
      phrase.is(phrase.skip(at, Role::the), Role::unit)) {  // "the day before yesterday"
    const std::size_t unit = phrase.skip(at, Role::the);
    const auto span = span_of(1, static_cast<Unit>(phrase.meaning(unit).value));
    const bool relates = phrase.is(unit + 1, Role::before) || phrase.is(unit + 1, Role::after);
    if (span && relates) {
      counted = CountedSpan{.span = *span, .next = unit + 1};
    }
  }
  if (!counted) {
    return;
  }
  const auto [span, next] = *counted;
  if (phrase.is(next, Role::ago)) {
    // "a year ago today" is the same day a year ago.
    const bool is_from_day = phrase.is(next + 1, Role::day);
    const auto base =
        kith::shifted(asked.today, 0, is_from_day ? phrase.meaning(next + 1).value : 0);
    out.push_back(at_day(next + (is_from_day ? 2 : 1), base ? shifted(*base, span, -1) : base));
    return;
  }
  if (phrase.is(next, Role::hence)) {
    out.push_back(at_day(next + 1, shifted(asked.today, span, 1)));
    return;
  }
  const bool is_before = phrase.is(next, Role::before);
  const bool has_relation =
      is_before || phrase.is(next, Role::after) || phrase.is(next, Role::from);
  const bool has_base = has_relation || phrase.is(next, Role::on) || phrase.is(next, Role::day);
  if (!has_base) {
    return;
  }
  const std::size_t base_at = next + (has_relation ? 1 : 0);
  if (phrase.is(base_at, Role::now)) {
    out.push_back(at_day(base_at + 1, shifted(asked.today, span, is_before ? -1 : 1)));
    return;
  }
  Readings bases;
  const Asked inner{phrase, asked.today, is_before ? asked.tense : Tense::future};
  read_day_word(inner, base_at, bases);
  read_weekday(inner, base_at, bases);
  for (const Reading& base : bases) {
    if (base.date) {
      out.push_back(at_day(base.next, shifted(*base.date, span, is_before ? -1 : 1)));
    }
  }
}

/// `in 2 weeks`, `in a month's time`, `in about three days`.
void read_in_span(const Asked& asked, std::size_t at, Readings& out) {
  const Phrase& phrase = asked.phrase;
  if (!phrase.is(at, Role::in)) {
    return;
  }
  const auto counted = read_span(phrase, phrase.skip(at + 1, Role::about));
  if (!counted) {
    return;
  }
  std::size_t next = counted->next;
  std::size_t time = phrase.skip_sign(next, '\'');
  time += phrase.token(time).folded == "s" ? 1 : 0;
  if (phrase.is(time, Role::time)) {
    next = time + 1;
  }
  out.push_back(at_day(next, shifted(asked.today, counted->span, 1)));
}

/// `2 hours ago` was today: without a clock, there is no telling about midnight.
void read_hours_ago(const Asked& asked, std::size_t at, Readings& out) {
  const Phrase& phrase = asked.phrase;
  const std::size_t number = phrase.skip(at, Role::half);
  const auto count = read_count(phrase, number);
  if (count && phrase.is(count->next, Role::clock_unit) && phrase.is(count->next + 1, Role::ago)) {
    out.push_back(at_day(count->next + 2, asked.today));
  }
}

/// The last day of the period that `date` is in.
std::optional<Date> end_of(Date date, Unit unit) {
  const int year = static_cast<int>(date.year());
  const auto month = static_cast<unsigned>(date.month());
  switch (unit) {
    case Unit::week:
      return kith::shifted(monday_of(date), 0, 6);
    case Unit::month:
      return make_date(year, month, last_day(year, month));
    case Unit::quarter: {
      const unsigned last_month = (month + 2) / 3 * 3;
      return make_date(year, last_month, last_day(year, last_month));
    }
    case Unit::year:
      return make_date(year, 12, 31);
    default:
      return date;
  }
}

std::optional<Date> start_of(Date date, Unit unit) {
  const auto month = static_cast<unsigned>(date.month());
  switch (unit) {
    case Unit::week:
      return monday_of(date);
    case Unit::month:
      return make_date(static_cast<int>(date.year()), month, 1);
    case Unit::quarter:
      return make_date(static_cast<int>(date.year()), (month - 1) / 3 * 3 + 1, 1);
    case Unit::year:
      return make_date(static_cast<int>(date.year()), 1, 1);
    default:
      return date;
  }
}

/// Start (0), middle (1) or end (2) of the period that `date` is in.
std::optional<Date> edge_of(Date date, Unit unit, int edge) {
  const auto first = start_of(date, unit);
  const auto last = end_of(date, unit);
  if (!first || !last || edge == 2) {
    return last;
  }
  return edge == 0 ? first : kith::shifted(*first, 0, days_between(*first, *last) / 2);
}

/// `next week`, `last month`, `this year`, `the week after next`.
void read_period(const Asked& asked, std::size_t at, Readings& out) {
  const Phrase& phrase = asked.phrase;
  if (const auto twice = read_twice_away(phrase, phrase.skip(at, Role::the), Role::unit)) {
    const auto span = span_of(2, static_cast<Unit>(phrase.meaning(twice->noun).value));
    if (span) {
      out.push_back(at_day(twice->next, shifted(asked.today, *span, twice->direction)));
    }
    return;
  }
  if (!phrase.is(at, Role::direction) || !phrase.is(at + 1, Role::unit) ||
      phrase.token(at + 1).text.size() == 1) {
    return;
  }
  const int direction = std::clamp(phrase.meaning(at).value, -1, 1);
  const auto unit = static_cast<Unit>(phrase.meaning(at + 1).value);
  if (unit == Unit::day || phrase.is(at + 2, Role::of)) {
    return;  // "the last day", "last week of june"
  }
  if (direction == 0) {
    // What is to be done this week has until its end.
    out.push_back(
        at_day(at + 2, asked.tense == Tense::past ? asked.today : end_of(asked.today, unit)));
    return;
  }
  if (const auto span = span_of(1, unit)) {
    out.push_back(at_day(at + 2, shifted(asked.today, *span, direction)));
  }
}

/// `end of the month`, `the beginning of next week`, `mid november`, `end of june 2027`.
void read_edge(const Asked& asked, std::size_t at, Readings& out) {
  const Phrase& phrase = asked.phrase;
  at = phrase.skip(phrase.skip(at, Role::at), Role::the);
  if (!phrase.is(at, Role::edge)) {
    return;
  }
  const int edge = phrase.meaning(at).value;
  std::size_t noun = phrase.skip_sign(at + 1, '-');
  noun = phrase.skip(phrase.skip(noun, Role::of), Role::the);
  int direction = 0;
  if (phrase.is(noun, Role::direction)) {
    direction = std::clamp(phrase.meaning(noun).value, -1, 1);
    ++noun;
  }
  if (phrase.is(noun, Role::unit) && phrase.token(noun).text.size() > 1) {
    const auto unit = static_cast<Unit>(phrase.meaning(noun).value);
    const auto span = span_of(1, unit);
    // "At the end of the day" is mostly said of no day at all.
    const bool is_idiom = unit == Unit::day && !phrase.is_whole();
    const auto inside = span ? shifted(asked.today, *span, direction) : std::nullopt;
    if (!is_idiom && inside) {
      out.push_back(at_day(noun + 1, edge_of(*inside, unit, edge)));
    }
    return;
  }
  if (!phrase.is(noun, Role::month) || direction != 0) {
    return;
  }
  const auto month = static_cast<unsigned>(phrase.meaning(noun).value);
  const auto year = phrase.token(noun + 1).text.size() == 4
                        ? read_digits(phrase.token(noun + 1).text)
                        : std::nullopt;
  const auto edge_in = [&](int y) -> std::optional<Date> {
    const auto first = make_date(y, month, 1);
    return first ? edge_of(*first, Unit::month, edge) : std::nullopt;
  };
  if (year) {
    out.push_back(at_day(noun + 2, edge_in(*year)));
    return;
  }
  const int this_year = static_cast<int>(asked.today.year());
  auto date = edge_in(this_year);
  if (asked.tense == Tense::past && date && *date > asked.today) {
    date = edge_in(this_year - 1);
  } else if (asked.tense == Tense::future && date && *date < asked.today) {
    date = edge_in(this_year + 1);
  }
  out.push_back(at_day(noun + 1, date));
}

/// `nov 3`, `on 2026-11-03`.
void read_written(const Asked& asked, std::size_t at, Readings& out) {
  const std::size_t day = asked.phrase.skip(at, Role::on);
  if (const auto written = read_named_month(asked.phrase, day)) {
    out.push_back(dated(*written, asked.today, asked.tense));
  }
  if (const auto written = read_numbers(asked.phrase, day, day != at)) {
    out.push_back(dated(*written, asked.today, asked.tense));
  }
}

/// `3d`, `2 weeks`: only where nothing but the span was asked for, and it is about what is to come.
void read_bare_span(const Asked& asked, std::size_t at, Readings& out) {
  if (!asked.phrase.is_whole()) {
    return;
  }
  const auto counted = read_span(asked.phrase, at);
  if (!counted) {
    return;
  }
  if (asked.tense == Tense::future) {
    out.push_back(at_day(counted->next, shifted(asked.today, counted->span, 1)));
  } else {
    const std::string span = to_string(counted->span);
    out.push_back({.next = counted->next,
                   .why = "a span, and no day",
                   .hint = fmt::format("say '{} ago' or 'in {}'", span, span)});
  }
}

/// The time of day and the "'s" that may follow: "friday night", "yesterday's lunch".
void take_rest(const Phrase& phrase, Reading& reading) {
  std::size_t part = reading.next;
  if (phrase.is(part, Role::in) && phrase.is(part + 1, Role::the)) {
    part += 2;
  } else if (phrase.is(part, Role::at) && phrase.token(part + 1).folded == "night") {
    part += 1;
  }
  if (phrase.is(part, Role::day_part)) {
    reading.next = part + 1;
  }
  if (phrase.token(reading.next).is_sign('\'') && phrase.token(reading.next).is_glued &&
      phrase.token(reading.next + 1).folded == "s" && phrase.token(reading.next + 1).is_glued) {
    reading.next += 2;
  }
}

}  // namespace

std::optional<Span> span_of(int count, Unit unit) {
  constexpr int kMost = 4'000'000;  // days in all the years of the calendar
  if (count < 0 || count > kMost) {
    return std::nullopt;
  }
  switch (unit) {
    case Unit::day:
      return Span{.days = count};
    case Unit::week:
      return Span{.days = 7 * count};
    case Unit::fortnight:
      return Span{.days = 14 * count};
    case Unit::month:
      return Span{.months = count};
    case Unit::quarter:
      return Span{.months = 3 * count};
    case Unit::half_year:
      return Span{.months = 6 * count};
    case Unit::year:
      return Span{.months = 12 * count};
  }
  return std::nullopt;
}

std::optional<CountedSpan> read_span(const Phrase& phrase, std::size_t at) {
  if (phrase.is(at, Role::half)) {  // "half a year"
    const std::size_t noun = phrase.skip(at + 1, Role::article);
    if (phrase.is(noun, Role::unit) && phrase.meaning(noun).value == static_cast<int>(Unit::year)) {
      return CountedSpan{.span = *span_of(1, Unit::half_year), .next = noun + 1};
    }
    return std::nullopt;
  }
  const auto count = read_count(phrase, at);
  if (!count) {
    return std::nullopt;
  }
  const std::size_t noun = phrase.skip_sign(count->next, '-');
  if (!phrase.is(noun, Role::unit)) {
    return std::nullopt;
  }
  // A unit of one letter belongs to its number: "2w", but not "2 w Ada".
  if (phrase.token(noun).text.size() == 1 &&
      (!phrase.token(at).is_number() || !phrase.token(noun).is_glued)) {
    return std::nullopt;
  }
  const auto span = span_of(count->value, static_cast<Unit>(phrase.meaning(noun).value));
  if (!span) {
    return std::nullopt;
  }
  CountedSpan counted{.span = *span, .next = noun + 1};
  if (phrase.is(counted.next, Role::or_) && (phrase.token(counted.next + 1).folded == "so" ||
                                             phrase.is(counted.next + 1, Role::number))) {
    counted.next += 2;  // "a week or two", "a month or so"
  }
  return counted;
}

Reading dated(const Written& written, Date today, Tense tense) {
  if (!written.why.empty()) {
    return {.next = written.next, .why = written.why, .hint = written.hint};
  }
  if (written.year) {
    return at_day(written.next, make_date(*written.year, written.month, written.day));
  }
  // 29 February may be eight years away.
  constexpr int kYearsToTry = 8;
  const int this_year = static_cast<int>(today.year());
  for (int i = 0; i <= kYearsToTry; ++i) {
    const auto date =
        make_date(tense == Tense::past ? this_year - i : this_year + i, written.month, written.day);
    if (date && (tense == Tense::past ? *date <= today : *date >= today)) {
      return at_day(written.next, date);
    }
  }
  return at_day(written.next, std::nullopt);
}

std::vector<Reading> read_dates(const Phrase& phrase, Date today, Tense tense) {
  const Asked asked{phrase, today, tense};
  Readings out;
  const auto rules = {read_day_word,
                      read_written,
                      read_weekday,
                      read_week_and_weekday,
                      read_span_away,
                      read_in_span,
                      read_period,
                      read_day_of_month,
                      read_weekend,
                      read_holiday,
                      read_edge,
                      read_hours_ago,
                      read_bare_span};
  for (const auto rule : rules) {
    rule(asked, 0, out);
  }
  for (Reading& reading : out) {
    take_rest(phrase, reading);
  }
  std::erase_if(out, [&](const Reading& reading) { return !phrase.may_end_at(reading.next); });
  return out;
}

}  // namespace kith

// Weekdays, weekends, days of the month and holidays.
#include "time/weekdays.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "time/calendar.hpp"

namespace kith {
namespace {

constexpr int kWeek = 7;
constexpr int kSaturday = 5;
constexpr std::array<std::string_view, 7> kWeekdays{
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};

int weekday_of(Date date) { return days_between(monday_of(date), date); }

/// The latest `weekday` up to and including `date`.
std::optional<Date> latest(Date date, int weekday) {
  return shifted(date, 0, -((weekday_of(date) - weekday + kWeek) % kWeek));
}

/// The first `weekday` on or after `date`.
std::optional<Date> earliest(Date date, int weekday) {
  return shifted(date, 0, (weekday - weekday_of(date) + kWeek) % kWeek);
}

std::optional<Date> strictly_before(Date date, int weekday) {
  const auto day = shifted(date, 0, -1);
  return day ? latest(*day, weekday) : day;
}

std::optional<Date> strictly_after(Date date, int weekday) {
  const auto day = shifted(date, 0, 1);
  return day ? earliest(*day, weekday) : day;
}

/// The weekday of the ISO week that lies `weeks` from this one.
std::optional<Date> in_week(Date today, int weeks, int weekday) {
  return shifted(today, 0, kWeek * weeks + weekday - weekday_of(today));
}

std::optional<Date> bare(const Asked& asked, int weekday) {
  return asked.tense == Tense::past ? latest(asked.today, weekday)
                                    : strictly_after(asked.today, weekday);
}

std::optional<Date> directed(const Asked& asked, int direction, int weekday) {
  switch (direction) {
    case -1:
      return strictly_before(asked.today, weekday);
    case 0:
      return asked.tense == Tense::past ? latest(asked.today, weekday)
                                        : earliest(asked.today, weekday);
    case 1:
      return in_week(asked.today, 1, weekday);
    default:
      return strictly_after(asked.today, weekday);
  }
}

struct Direction {
  std::optional<int> value{};
  std::size_t next = 0;
};

/// `last`, `next`, `this`, `this past`, `this coming`.
Direction read_direction(const Phrase& phrase, std::size_t at) {
  if (!phrase.is(at, Role::direction)) {
    return {.next = at};
  }
  if (phrase.meaning(at).value == 0 && phrase.is(at + 1, Role::direction)) {
    return {.value = phrase.meaning(at + 1).value, .next = at + 2};
  }
  return {.value = phrase.meaning(at).value, .next = at + 1};
}

bool is_unit(const Phrase& phrase, std::size_t at, Unit unit) {
  return phrase.is(at, Role::unit) && phrase.meaning(at).value == static_cast<int>(unit) &&
         phrase.token(at).text.size() > 1;
}

void add(Readings& out, std::size_t next, std::optional<Date> date) {
  out.push_back({.next = next,
                 .date = date,
                 .why = date ? std::string{} : std::string{"outside the years 1 to 9999"}});
}

/// The date after a weekday wins; if the two disagree, the reading says so.
void read_weekday_and_date(const Asked& asked, std::size_t at, int weekday, Readings& out) {
  const Phrase& phrase = asked.phrase;
  at = phrase.skip_sign(phrase.skip_sign(at, '.'), ',');
  Readings found;
  if (const auto written = read_named_month(phrase, at)) {
    found.push_back(dated(*written, asked.today, asked.tense));
  }
  if (const auto written = read_numbers(phrase, at, true)) {
    found.push_back(dated(*written, asked.today, asked.tense));
  }
  read_day_of_month(asked, at, found);
  for (Reading& reading : found) {
    if (reading.date && weekday_of(*reading.date) != weekday) {
      reading.why = fmt::format("{} is a {}",
                                to_string(*reading.date),
                                kWeekdays[static_cast<std::size_t>(weekday_of(*reading.date))]);
      reading.hint = "leave out the weekday, or say which year";
    }
    out.push_back(std::move(reading));
  }
}

/// `friday of next week`, `friday this week`, `friday week`, `friday after next`.
bool read_weekday_and_week(const Asked& asked, std::size_t noun, Readings& out) {
  const Phrase& phrase = asked.phrase;
  const int weekday = phrase.meaning(noun).value;
  if (const auto twice = read_twice_away(phrase, noun, Role::weekday)) {
    const auto once = directed(asked, twice->direction, weekday);
    add(out, twice->next, once ? shifted(*once, 0, kWeek * twice->direction) : once);
    return true;
  }
  const std::size_t after = phrase.skip(noun + 1, Role::of);
  const Direction direction = read_direction(phrase, after);
  if (direction.value && is_unit(phrase, direction.next, Unit::week)) {
    const int weeks = std::clamp(*direction.value, -1, 1);
    add(out, direction.next + 1, in_week(asked.today, weeks, weekday));
    return true;
  }
  const bool is_british = is_unit(phrase, noun + 1, Unit::week) &&
                          phrase.token(noun + 1).folded == "week" &&
                          !phrase.token(noun + 2).is_number() &&
                          !phrase.is(noun + 2, Role::number) && !phrase.is(noun + 2, Role::of);
  if (is_british) {
    const auto coming = strictly_after(asked.today, weekday);
    add(out, noun + 2, coming ? shifted(*coming, 0, kWeek) : coming);
    return true;
  }
  return false;
}

/// In a sentence, "sat", "sun", "mon" and "wed" alone are words like any other.
bool stands_out(const Phrase& phrase, std::size_t noun, bool is_introduced) {
  return phrase.is_whole() || is_introduced || !phrase.meaning(noun).is_ambiguous ||
         phrase.is(noun + 1, Role::day_part) || phrase.token(noun + 1).is_sign(':');
}

/// The day of the month that the months from `today` on (or back) have first.
std::optional<Date> nearest(const Asked& asked, unsigned day) {
  constexpr int kMonthsToTry = 3;  // no two neighbours are both short of a day
  const int step = asked.tense == Tense::past ? -1 : 1;
  const auto first = make_date(
      static_cast<int>(asked.today.year()), static_cast<unsigned>(asked.today.month()), 1);
  for (int i = 0; i <= kMonthsToTry; ++i) {
    const auto month = shifted(*first, step * i, 0);
    const auto date =
        month
            ? make_date(static_cast<int>(month->year()), static_cast<unsigned>(month->month()), day)
            : std::nullopt;
    if (date && (step < 0 ? *date <= asked.today : *date >= asked.today)) {
      return date;
    }
  }
  return std::nullopt;
}

struct Holiday {
  std::string_view words;  // as they stand in tokens, one blank between
  unsigned month;
  unsigned day;
};

/// Longer names before the shorter ones that they begin with.
constexpr std::array kHolidays{
    Holiday{"christmas eve", 12, 24},
    Holiday{"christmas day", 12, 25},
    Holiday{"christmas", 12, 25},
    Holiday{"xmas eve", 12, 24},
    Holiday{"xmas day", 12, 25},
    Holiday{"xmas", 12, 25},
    Holiday{"boxing day", 12, 26},
    Holiday{"new year ' s eve", 12, 31},
    Holiday{"new years eve", 12, 31},
    Holiday{"new year ' s day", 1, 1},
    Holiday{"new years day", 1, 1},
    Holiday{"new year ' s", 1, 1},
    Holiday{"new years", 1, 1},
    Holiday{"new year", 1, 1},
    Holiday{"halloween", 10, 31},
    Holiday{"valentine ' s day", 2, 14},
    Holiday{"valentines day", 2, 14},
    Holiday{"valentine ' s", 2, 14},
};

/// The token after `words`, if they stand at `at`.
std::optional<std::size_t> after_words(const Phrase& phrase,
                                       std::size_t at,
                                       std::string_view words) {
  while (!words.empty()) {
    const std::size_t blank = words.find(' ');
    const std::string_view word = words.substr(0, blank);
    const bool fits =
        word == "'" ? phrase.token(at).is_sign('\'') : phrase.token(at).folded == word;
    if (!fits) {
      return std::nullopt;
    }
    words.remove_prefix(blank == std::string_view::npos ? words.size() : blank + 1);
    ++at;
  }
  return at;
}

}  // namespace

std::optional<TwiceAway> read_twice_away(const Phrase& phrase, std::size_t at, Role role) {
  if (!phrase.is(at, role) || !phrase.is(at + 2, Role::direction)) {
    return std::nullopt;
  }
  const int direction = phrase.meaning(at + 2).value;
  const bool is_after_next = phrase.is(at + 1, Role::after) && direction == 1;
  const bool is_before_last = phrase.is(at + 1, Role::before) && direction == -1;
  if (!is_after_next && !is_before_last) {
    return std::nullopt;
  }
  return TwiceAway{.noun = at, .next = at + 3, .direction = direction};
}

void read_weekday(const Asked& asked, std::size_t at, Readings& out) {
  const Phrase& phrase = asked.phrase;
  std::size_t noun = phrase.skip(phrase.skip(at, Role::on), Role::the);
  const auto [direction, after_direction] = read_direction(phrase, noun);
  noun = after_direction;
  if (!phrase.is(noun, Role::weekday)) {
    return;
  }
  const int weekday = phrase.meaning(noun).value;
  if (direction) {
    // "last friday of november" is another day, which we do not know.
    if (!phrase.is(noun + 1, Role::of)) {
      add(out, noun + 1, directed(asked, *direction, weekday));
    }
    return;
  }
  read_weekday_and_date(asked, noun + 1, weekday, out);
  const bool is_of_week = read_weekday_and_week(asked, noun, out);
  const bool has_article = noun > at && phrase.is(noun - 1, Role::the);
  if (!is_of_week && stands_out(phrase, noun, noun > at) && (!has_article || phrase.is_whole())) {
    add(out, noun + 1, bare(asked, weekday));
  }
}

void read_week_and_weekday(const Asked& asked, std::size_t at, Readings& out) {
  const Phrase& phrase = asked.phrase;
  const Direction direction = read_direction(phrase, at);
  if (!direction.value || !is_unit(phrase, direction.next, Unit::week)) {
    return;
  }
  const std::size_t noun = phrase.skip(phrase.skip_sign(direction.next + 1, ','), Role::on);
  if (phrase.is(noun, Role::weekday) && stands_out(phrase, noun, true)) {
    const int weeks = std::clamp(*direction.value, -1, 1);
    add(out, noun + 1, in_week(asked.today, weeks, phrase.meaning(noun).value));
  }
}

void read_weekend(const Asked& asked, std::size_t at, Readings& out) {
  const Phrase& phrase = asked.phrase;
  std::size_t noun = phrase.skip(at, Role::on);
  noun = phrase.skip(phrase.skip(noun, Role::at), Role::the);
  if (const auto twice = read_twice_away(phrase, noun, Role::weekend)) {
    add(out, twice->next, in_week(asked.today, 2 * twice->direction, kSaturday));
    return;
  }
  const auto [direction, after_direction] = read_direction(phrase, noun);
  noun = after_direction;
  if (!phrase.is(noun, Role::weekend) || (noun == at && !phrase.is_whole())) {
    return;  // "weekend trip with Ada"
  }
  if (direction && *direction != 0) {
    add(out, noun + 1, in_week(asked.today, std::clamp(*direction, -1, 1), kSaturday));
  } else if (asked.tense == Tense::past) {
    add(out, noun + 1, latest(asked.today, kSaturday));
  } else {
    // On a Sunday, what is left of the weekend is today.
    const auto saturday = in_week(asked.today, 0, kSaturday);
    add(out, noun + 1, saturday ? std::max(*saturday, asked.today) : saturday);
  }
}

void read_day_of_month(const Asked& asked, std::size_t at, Readings& out) {
  const Phrase& phrase = asked.phrase;
  const std::size_t after_on = phrase.skip(at, Role::on);
  const std::size_t number = phrase.skip(after_on, Role::the);
  const auto day = read_day_number(phrase, number);
  if (!day || !day->is_ordinal || !phrase.may_end_at(day->next)) {
    return;
  }
  // "the 10th of last month", "the 3rd of the month"
  if (phrase.is(day->next, Role::of)) {
    const std::size_t article = phrase.skip(day->next + 1, Role::the);
    const auto [direction, noun] = read_direction(phrase, article);
    if (!is_unit(phrase, noun, Unit::month)) {
      return;
    }
    const auto month = shifted(asked.today, std::clamp(direction.value_or(0), -1, 1), 0);
    const auto date = month ? make_date(static_cast<int>(month->year()),
                                        static_cast<unsigned>(month->month()),
                                        day->value)
                            : std::nullopt;
    out.push_back({.next = noun + 1, .date = date, .why = date ? "" : "not a day of the calendar"});
    return;
  }
  // "the 3rd floor", "her 2nd child", "first of all"
  const bool has_company = number > at || at > 0;
  const bool is_spelled = phrase.is(number, Role::ordinal) && after_on == at;
  if (!phrase.is_whole() && (!has_company || is_spelled || !phrase.nothing_counted_at(day->next))) {
    return;
  }
  const auto date = nearest(asked, day->value);
  out.push_back({.next = day->next, .date = date, .why = date ? "" : "not a day of the calendar"});
}

void read_holiday(const Asked& asked, std::size_t at, Readings& out) {
  const Phrase& phrase = asked.phrase;
  const bool is_introduced = phrase.is(at, Role::on) || phrase.is(at, Role::at);
  const auto [direction, noun] = read_direction(phrase, is_introduced ? at + 1 : at);
  if (!phrase.is(noun, Role::holiday) || (noun == at && !phrase.is_whole())) {
    return;  // "christmas party", "new year, new job"
  }
  const auto* const holiday = std::ranges::find_if(kHolidays, [&, at_noun = noun](const auto& h) {
    return after_words(phrase, at_noun, h.words).has_value();
  });
  if (holiday == kHolidays.end()) {
    return;
  }
  Asked seen = asked;
  if (direction && *direction != 0) {
    seen.tense = *direction < 0 ? Tense::past : Tense::future;
  }
  Written written{.month = holiday->month,
                  .day = holiday->day,
                  .next = *after_words(phrase, noun, holiday->words)};
  const Token& year = phrase.token(written.next);
  if (year.is_number() && year.text.size() == 4) {
    written.year = read_digits(year.text);
    ++written.next;
  }
  out.push_back(dated(written, seen.today, seen.tense));
}

}  // namespace kith

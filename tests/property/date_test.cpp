// What holds for every day, span and phrase.
#include <array>
#include <random>
#include <string>

#include "support/catch.hpp"
#include <kith/error.hpp>
#include <kith/time/clock.hpp>
#include <kith/time/date.hpp>
#include <kith/time/span.hpp>
#include <kith/time/words.hpp>

using namespace kith;
using namespace std::chrono_literals;

namespace {

constexpr int kFirstDay = -719'162;  // 0001-01-01
constexpr int kLastDay = 2'932'896;  // 9999-12-31

constexpr std::array<const char*, 12> kMonths{"january",
                                              "february",
                                              "march",
                                              "april",
                                              "may",
                                              "june",
                                              "july",
                                              "august",
                                              "september",
                                              "october",
                                              "november",
                                              "december"};
constexpr std::array<const char*, 7> kWeekdays{
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};

std::string month_of(Date date) { return kMonths[static_cast<unsigned>(date.month()) - 1]; }
std::string day_of(Date date) { return std::to_string(static_cast<unsigned>(date.day())); }
std::string year_of(Date date) {
  return to_string(date).substr(0, 4);  // with its leading noughts
}

std::string ordinal(Date date) {
  const auto day = static_cast<unsigned>(date.day());
  const bool is_teen = day / 10 == 1;
  const unsigned last = is_teen ? 0 : day % 10;
  return std::to_string(day) + (last == 1 ? "st" : last == 2 ? "nd" : last == 3 ? "rd" : "th");
}

std::string capitalised(std::string word) {
  word[0] = static_cast<char>(word[0] - ('a' - 'A'));
  return word;
}

/// All ways to write `date` in full.
std::vector<std::string> written(Date date) {
  const std::string year = year_of(date);
  const std::string month = month_of(date);
  const std::string short_month = month.substr(0, 3);
  const auto padded = [](const std::string& number) {
    return number.size() == 1 ? "0" + number : number;
  };
  const std::string number = padded(std::to_string(static_cast<unsigned>(date.month())));
  return {to_string(date),
          year + "/" + number + "/" + padded(day_of(date)),
          day_of(date) + "." + number + "." + year,
          month + " " + day_of(date) + " " + year,
          capitalised(short_month) + " " + day_of(date) + ", " + year,
          day_of(date) + " " + short_month + " " + year,
          padded(day_of(date)) + "-" + capitalised(short_month) + "-" + year,
          "the " + ordinal(date) + " of " + month + " " + year,
          "on " + month + " " + ordinal(date) + ", " + year,
          std::string{kWeekdays[static_cast<std::size_t>(days_between(monday_of(date), date))]} +
              ", " + day_of(date) + " " + month + " " + year};
}

Date random_day(std::mt19937& random, int from = kFirstDay, int to = kLastDay) {
  return from_day_number(std::uniform_int_distribution<int>{from, to}(random));
}

}  // namespace

TEST_CASE("a date survives being written and read back", "[property][date]") {
  std::mt19937 random{20261122};
  for (int i = 0; i < 5000; ++i) {
    const Date date = random_day(random);
    const Date today = random_day(random);
    CAPTURE(to_string(date), to_string(today));
    REQUIRE(parse_iso_date(to_string(date)) == date);
    REQUIRE(parse_date(to_string(date), today) == date);
    REQUIRE(from_day_number(to_day_number(date)) == date);
  }
  for (const int edge : {kFirstDay, kFirstDay + 1, kLastDay - 1, kLastDay}) {
    const Date date = from_day_number(edge);
    CHECK(parse_date(to_string(date), date) == date);
  }
}

TEST_CASE("a date in full reads back from every way to write it", "[property][date]") {
  std::mt19937 random{7};
  for (int i = 0; i < 500; ++i) {
    const Date date = random_day(random, -60'000, 120'000);  // 1805 to 2298
    for (const std::string& text : written(date)) {
      CAPTURE(text);
      REQUIRE(parse_date(text, 2026y / 11 / 22) == date);
      REQUIRE(parse_date(text, 2026y / 11 / 22, Tense::future) == date);
      const std::string sentence = text + ", with Ada";
      const auto match = match_date(sentence, 2026y / 11 / 22, Tense::past);
      REQUIRE(match.has_value());
      REQUIRE(match->date == date);
      REQUIRE(match->length == text.size());
    }
  }
}

TEST_CASE("every day of ten years is found by what people call it", "[property][date]") {
  for (int number = to_day_number(2020y / 1 / 1); number < to_day_number(2030y / 1 / 1); ++number) {
    const Date today = from_day_number(number);
    CAPTURE(to_string(today));
    const int weekday = days_between(monday_of(today), today);
    REQUIRE(parse_date("today", today) == today);
    REQUIRE(parse_date("yesterday", today) == add_days(today, -1));
    REQUIRE(parse_date("tomorrow", today) == add_days(today, 1));
    const int away = number % 60 + 1;
    REQUIRE(parse_date(std::to_string(away) + " days ago", today) == add_days(today, -away));
    REQUIRE(parse_date("in " + std::to_string(away) + " weeks", today) ==
            add_days(today, 7 * away));
    REQUIRE(parse_date("a month ago", today) == add_months(today, -1));
    REQUIRE(parse_date("in a month", today) == add_months(today, 1));

    for (int i = 0; i < 7; ++i) {
      const std::string name = kWeekdays[static_cast<std::size_t>(i)];
      const Date monday = monday_of(today);
      REQUIRE(parse_date(name, today) == add_days(today, -((weekday - i + 7) % 7)));
      REQUIRE(parse_date("last " + name, today) == add_days(today, -1 - (weekday - i + 6) % 7));
      REQUIRE(parse_date(name, today, Tense::future) == add_days(today, 1 + (i - weekday + 6) % 7));
      REQUIRE(parse_date("next " + name, today) == add_days(monday, 7 + i));
      REQUIRE(parse_date(name + " last week", today) == add_days(monday, i - 7));
    }

    // A day within the year around today needs no year, one within the month no month.
    const Date past = add_days(today, -(number * 7 % 365));
    const Date future = add_days(today, number * 7 % 365);
    if (!(past.month() == std::chrono::February && past.day() == 29d)) {
      REQUIRE(parse_date(day_of(past) + " " + month_of(past), today) == past);
    }
    if (!(future.month() == std::chrono::February && future.day() == 29d)) {
      REQUIRE(parse_date(month_of(future) + " " + ordinal(future), today, Tense::future) == future);
    }
    const Date near_past = add_days(today, -(number % 28));
    const Date near_future = add_days(today, number % 28);
    REQUIRE(parse_date("on the " + ordinal(near_past), today) == near_past);
    REQUIRE(parse_date("the " + ordinal(near_future), today, Tense::future) == near_future);
  }
}

TEST_CASE("a partial date survives being written and read back", "[property][date][partial]") {
  std::mt19937 random{3};
  for (int i = 0; i < 3000; ++i) {
    PartialDate date{random_day(random)};
    switch (i % 4) {
      case 0:
        date.year.reset();
        break;
      case 1:
        date.day.reset();
        break;
      case 2:
        date.day.reset();
        date.month.reset();
        break;
      default:
        break;
    }
    CAPTURE(to_string(date));
    REQUIRE(date.is_valid());
    REQUIRE(parse_partial_date(to_string(date), 2026y / 11 / 22) == date);
    if (date.year.value_or(2000) >= 1000) {
      REQUIRE(parse_partial_date(friendly(date), 2026y / 11 / 22) == date);
    }
  }
}

TEST_CASE("a span survives being written and read back", "[property][span]") {
  for (int count = 1; count <= 1200; ++count) {
    for (const Span span : {Span{.days = count}, Span{.months = count}}) {
      CAPTURE(to_string(span));
      REQUIRE(parse_span(to_string(span)) == span);
      REQUIRE(parse_span(in_words(span)) == span);
      REQUIRE(parse_span("every " + in_words(span)) == span);
    }
  }
}

TEST_CASE("the next of a series is the first after the day, and belongs to it",
          "[property][span][series]") {
  std::mt19937 random{11};
  for (int i = 0; i < 2000; ++i) {
    const Date start = random_day(random, 0, 30'000);
    const Date after = random_day(random, 0, 40'000);
    const int count = i % 40 + 1;
    const Span span = i % 2 == 0 ? Span{.days = count} : Span{.months = count};
    CAPTURE(to_string(start), to_string(after), to_string(span));
    const Date next = next_in_series(start, span, after);
    REQUIRE(next > after);
    int times = 0;
    Date walked = start;
    while (walked <= after) {
      ++times;
      walked = add_days(add_months(start, times * span.months), times * span.days);
    }
    REQUIRE(next == walked);
  }
}

TEST_CASE("an instant survives being written and read back", "[property][clock]") {
  std::mt19937_64 random{5};
  std::uniform_int_distribution<long long> seconds{-62'135'596'800, 253'402'300'799};
  for (int i = 0; i < 3000; ++i) {
    const Instant instant{std::chrono::seconds{seconds(random)}};
    CAPTURE(to_string(instant));
    REQUIRE(parse_instant(to_string(instant)) == instant);
  }
}

TEST_CASE("no text makes the readers of dates fail but as they say", "[property][date][hostile]") {
  static constexpr std::array kPieces{
      "friday", "next",  "last", "this", "the",    "on",  "in",          "of",        "ago",
      "from",   "after", "2",    "31",   "2026",   "0",   "99999999999", "-",         ".",
      "/",      ",",     ":",    "'",    "s",      "nov", "may",         "week",      "day",
      "month",  "year",  "a",    "half", "couple", "end", "new",         "christmas", "today",
      "before", "and",   "hour", "h",    "m",      "w",   "3rd",         "night",     "weekend",
      "every",  "other", "pm",   "\xff", "\xC3",   "é",   "’",           "\x1b[",     "\n",
      "or",     "now",   "11"};
  std::mt19937 random{42};
  std::uniform_int_distribution<std::size_t> pick{0, kPieces.size() - 1};
  std::uniform_int_distribution<int> byte{0, 255};
  for (int i = 0; i < 20'000; ++i) {
    std::string text;
    const int pieces = i % 12;
    for (int j = 0; j < pieces; ++j) {
      if (i % 3 == 0) {
        text += static_cast<char>(byte(random));
      } else {
        text += kPieces[pick(random)];
        text += i % 2 == 0 ? " " : "";
      }
    }
    // Exactly as long as the text: a sanitizer then sees every byte read beyond it.
    const std::vector<char> exact(text.begin(), text.end());
    const std::string_view view{exact.data(), exact.size()};
    const Date today =
        i % 5 == 0 ? from_day_number(i % 2 == 0 ? kFirstDay : kLastDay) : from_day_number(i);
    CAPTURE(text, to_string(today));
    for (const Tense tense : {Tense::past, Tense::future}) {
      const auto match = match_date(view, today, tense);
      const bool lies_within = !match || (match->length > 0 && match->length <= view.size());
      REQUIRE(lies_within);
      REQUIRE((!match || match->date.ok()));
      bool is_fine = false;
      try {
        is_fine = parse_date(view, today, tense).ok();
      } catch (const DataError& error) {
        is_fine = !error.hint().empty();
      }
      REQUIRE(is_fine);
    }
    const auto time = match_time(view);
    REQUIRE((!time || (time->length <= view.size() && time->since_midnight < 24h)));
    const auto duration = match_duration(view);
    REQUIRE((!duration || (duration->length <= view.size() && duration->duration > 0min)));
    bool is_fine = false;
    try {
      is_fine = parse_partial_date(view, today).is_valid();
    } catch (const DataError&) {
      is_fine = true;
    }
    REQUIRE(is_fine);
    try {
      const Span span = parse_span(view);
      is_fine = (span.days > 0) != (span.months > 0);
    } catch (const DataError&) {
    }
    REQUIRE(is_fine);
  }
}

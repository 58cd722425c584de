// Dates, times and durations at the beginning of a sentence.
#include <string>

#include "support/catch.hpp"
#include <kith/time/words.hpp>

using namespace kith;
using namespace std::chrono_literals;

namespace {

constexpr Date kSunday = 2026y / 11 / 22;

/// "DATE: the phrase" that a sentence begins with; empty if there is none.
std::string matched(std::string_view text, Tense tense = Tense::past, Date today = kSunday) {
  const auto match = match_date(text, today, tense);
  return match ? to_string(match->date) + ": " + std::string{text.substr(0, match->length)} : "";
}

/// "MINUTES: the phrase".
std::string duration(std::string_view text) {
  const auto match = match_duration(text);
  return match ? std::to_string(match->duration.count()) + ": " +
                     std::string{text.substr(0, match->length)}
               : "";
}

/// "H:MM: the phrase".
std::string clock_time(std::string_view text) {
  const auto match = match_time(text);
  if (!match) {
    return "";
  }
  const auto minute = match->since_midnight.count() % 60;
  return std::to_string(match->since_midnight.count() / 60) + (minute < 10 ? ":0" : ":") +
         std::to_string(minute) + ": " + std::string{text.substr(0, match->length)};
}

}  // namespace

TEST_CASE("words and names near a date word are left alone", "[time][words]") {
  for (const std::string text : {"Frida called",
                                 "Sundar called",
                                 "Augusta 3 times",
                                 "Ágúst 3",
                                 "on boring day",
                                 "next quartet",
                                 "Marco 3 times",
                                 "Mondal called",
                                 "sundae with Ada",
                                 "mondays with Ada",
                                 "Avril 3",
                                 "Mark 3",
                                 "this moaning man",
                                 "toady"}) {
    CAPTURE(text);
    CHECK(matched(text).empty());
  }
}

TEST_CASE("a sentence's date phrase is taken as far as it goes", "[time][words][match]") {
  CHECK(matched("today with Ada") == "2026-11-22: today");
  CHECK(matched("thursday nov 20 with Ada") == "2026-11-20: thursday nov 20");  // the date wins
  CHECK(matched("this mornign") == "2026-11-22: this mornign");
  CHECK(matched("on friday, beard gone") == "2026-11-20: on friday");
  CHECK(matched("last friday drinks with Halcyon") == "2026-11-20: last friday");
  CHECK(matched("last night at Club Ozone") == "2026-11-21: last night");
  CHECK(matched("2 weeks ago at Trattoria Nonna") == "2026-11-08: 2 weeks ago");
  CHECK(matched("this morning, forgot their names") == "2026-11-22: this morning");
  CHECK(matched("tues 10 nov - meeting") == "2026-11-10: tues 10 nov");
  CHECK(matched("tues drinks anjali") == "2026-11-17: tues");
  CHECK(matched("tuesday") == "2026-11-17: tuesday");
  CHECK(matched("Oct 17, 2026 - visited Wilma") == "2026-10-17: Oct 17, 2026");
  CHECK(matched("on sept 26, sat with Fenna") == "2026-09-26: on sept 26");
  CHECK(matched("on the 12th, he beat me") == "2026-11-12: on the 12th");
  CHECK(matched("on the 3rd I had dinner") == "2026-11-03: on the 3rd");
  CHECK(matched("the day before yesterday we met") == "2026-11-20: the day before yesterday");
  CHECK(matched("friday night at the pub") == "2026-11-20: friday night");
  CHECK(matched("yesterday's lunch") == "2026-11-21: yesterday's");
  CHECK(matched("yesterday’s lunch") == "2026-11-21: yesterday’s");
  CHECK(matched("2026-11-03: lunch") == "2026-11-03: 2026-11-03");
  CHECK(matched("friday. Then home") == "2026-11-20: friday");
  CHECK(matched("nov 3 2 coffees") == "2026-11-03: nov 3");
  CHECK(matched("nov 3-5 in Rome") == "2026-11-03: nov 3");
  CHECK(matched("tomorrow", Tense::future) == "2026-11-23: tomorrow");
  CHECK(matched("next friday", Tense::future) == "2026-11-27: next friday");
  CHECK(matched("nxt week", Tense::future) == "2026-11-29: nxt week");
  CHECK(matched("dec 2", Tense::future) == "2026-12-02: dec 2");
  CHECK(matched("in six weeks", Tense::future) == "2027-01-03: in six weeks");
  CHECK(matched("in 10 days", Tense::future) == "2026-12-02: in 10 days");
  CHECK(matched("thursday #work", Tense::future) == "2026-11-26: thursday");
}

TEST_CASE("short day names count in a sentence only in company", "[time][words][match]") {
  CHECK(matched("sat with Fenna").empty());
  CHECK(matched("sun was out").empty());
  CHECK(matched("wed in June").empty());
  CHECK(matched("mon dieu").empty());
  CHECK(matched("on sat with Fenna") == "2026-11-21: on sat");
  CHECK(matched("last sat with Fenna") == "2026-11-21: last sat");
  CHECK(matched("sat night with Fenna") == "2026-11-21: sat night");
  CHECK(matched("sat 14 nov with Fenna") == "2026-11-14: sat 14 nov");
  CHECK(matched("sat: lunch with Fenna") == "2026-11-21: sat");
  CHECK(matched("next wed we", Tense::future) == "2026-11-25: next wed");
}

TEST_CASE("months and numbers alone are no date in a sentence", "[time][words][match]") {
  for (const std::string text : {"may come",
                                 "May called",
                                 "june at Verve",
                                 "June",
                                 "April",
                                 "march on",
                                 "in April",
                                 "in Feb",
                                 "until february",
                                 "2 weeks of rain",
                                 "3 times",
                                 "3 may come",
                                 "5 march past",
                                 "3",
                                 "2026",
                                 "20261103",
                                 "11/3/2026",
                                 "1/2 of it",
                                 "24/7",
                                 "3.11. and more",
                                 "3.11.26",
                                 "10.11.12.13",
                                 "the 3rd floor",
                                 "on the 2nd attempt",
                                 "10th birthday",
                                 "first of all",
                                 "the first time",
                                 "second child",
                                 "the weekender",
                                 "weekend trip",
                                 "christmas party",
                                 "new job",
                                 "last friday of november",
                                 "last week of june",
                                 "the last day",
                                 "a week in Rome",
                                 "in two minds",
                                 "at the end of the day",
                                 "the friday crowd",
                                 "now and then",
                                 "nov 31",
                                 "friday@example.com",
                                 "friday.ekong@example.com",
                                 "today_x",
                                 "todays",
                                 "",
                                 " ",
                                 "-",
                                 "'s"}) {
    CAPTURE(text);
    CHECK(matched(text).empty());
  }
}

TEST_CASE("times of day need am, pm or minutes", "[time][words][match]") {
  CHECK(clock_time("3pm with Ada") == "15:00: 3pm");
  CHECK(clock_time("3 pm") == "15:00: 3 pm");
  CHECK(clock_time("3:30 pm, late") == "15:30: 3:30 pm");
  CHECK(clock_time("3.30pm") == "15:30: 3.30pm");
  CHECK(clock_time("9 a.m. sharp") == "9:00: 9 a.m.");
  CHECK(clock_time("15:30 at work") == "15:30: 15:30");
  CHECK(clock_time("9:05") == "9:05: 9:05");
  CHECK(clock_time("10:30-11:30") == "10:30: 10:30");
  CHECK(clock_time("12am") == "0:00: 12am");
  CHECK(clock_time("12pm") == "12:00: 12pm");
  CHECK(clock_time("noon") == "12:00: noon");
  CHECK(clock_time("Midnight mass") == "0:00: Midnight");
  for (const std::string text : {"1:1 with MJ",
                                 "3",
                                 "3.30",
                                 "24:00",
                                 "12:60",
                                 "13pm",
                                 "0pm",
                                 "3 people",
                                 "3pmx",
                                 "noonday",
                                 "at 3pm",
                                 "1530",
                                 "",
                                 "15:300"}) {
    CAPTURE(text);
    CHECK(clock_time(text).empty());
  }
}

TEST_CASE("durations are read with and without their units spelled out", "[time][words][match]") {
  CHECK(duration("30m #work") == "30: 30m");
  CHECK(duration("90 min walk") == "90: 90 min");
  CHECK(duration("20min") == "20: 20min");
  CHECK(duration("30-minute call") == "30: 30-minute");
  CHECK(duration("2h") == "120: 2h");
  CHECK(duration("1h 20") == "80: 1h 20");
  CHECK(duration("1h20m") == "80: 1h20m");
  CHECK(duration("1h20") == "80: 1h20");
  CHECK(duration("1 hr 20 mins, then") == "80: 1 hr 20 mins");
  CHECK(duration("1 hour and 20 minutes") == "80: 1 hour and 20 minutes");
  CHECK(duration("an hour") == "60: an hour");
  CHECK(duration("an hour and a half") == "90: an hour and a half");
  CHECK(duration("one and a half hours") == "90: one and a half hours");
  CHECK(duration("half an hour on the phone") == "30: half an hour");
  CHECK(duration("half hour") == "30: half hour");
  CHECK(duration("a quarter of an hour") == "15: a quarter of an hour");
  CHECK(duration("2.5 hours") == "150: 2.5 hours");
  CHECK(duration("1,5h") == "90: 1,5h");
  CHECK(duration("a couple of hours") == "120: a couple of hours");
  CHECK(duration("forty-five minutes") == "45: forty-five minutes");
  CHECK(duration("90 seconds") == "2: 90 seconds");
  CHECK(duration("2h 3 nov") == "120: 2h");
  CHECK(duration("2h 3pm") == "120: 2h");
  CHECK(duration("2h 15 days") == "120: 2h");
  for (const std::string text : {"30",
                                 "5 m away",
                                 "0 min",
                                 "half a day",
                                 "hour",
                                 "2 weeks",
                                 "",
                                 "a second child",
                                 "9999999h",
                                 "m",
                                 "1 x"}) {
    CAPTURE(text);
    CHECK(duration(text).empty());
  }
}

TEST_CASE("a day that no calendar has is measured, and only that", "[date]") {
  const Date today{2026y / 3 / 20};
  CHECK(match_impossible_date("30 feb with Ana", today) == 6);
  CHECK(match_impossible_date("2027-02-29", today) == 10);
  CHECK(match_impossible_date("28 feb with Ana", today) == 0);
  CHECK(match_impossible_date("Ana on friday", today) == 0);
  CHECK(match_impossible_date("", today) == 0);
}

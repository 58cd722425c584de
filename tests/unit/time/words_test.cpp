// Dates, spans and times in people's words.
#include <string>
#include <vector>

#include "support/catch.hpp"
#include <kith/error.hpp>
#include <kith/time/words.hpp>

using namespace kith;
using namespace std::chrono_literals;

namespace {

constexpr Date kSunday = 2026y / 11 / 22;
constexpr Date kWednesday = 2026y / 11 / 25;
constexpr Date kFriday = 2026y / 11 / 27;

std::string day(std::string_view text, Date today = kSunday, Tense tense = Tense::past) {
  return to_string(parse_date(text, today, tense));
}

std::string to_come(std::string_view text, Date today = kSunday) {
  return day(text, today, Tense::future);
}

/// "MESSAGE | HINT" of what parse_date says about `text`.
std::string complaint(std::string_view text, Tense tense = Tense::past) {
  try {
    return "read as " + to_string(parse_date(text, kSunday, tense));
  } catch (const DataError& error) {
    return error.message() + " | " + error.hint();
  }
}

std::string message_of(std::string_view text) {
  const std::string said = complaint(text);
  return said.substr(0, said.find(" | "));
}

}  // namespace

TEST_CASE("days are counted from today", "[time][words]") {
  CHECK(day("today") == "2026-11-22");
  CHECK(day("now") == "2026-11-22");
  CHECK(day("Tonight") == "2026-11-22");
  CHECK(day("this morning") == "2026-11-22");
  CHECK(day("this afternoon") == "2026-11-22");
  CHECK(day("this evening") == "2026-11-22");
  CHECK(day("earlier today") == "2026-11-22");
  CHECK(day("later today") == "2026-11-22");
  CHECK(day("yesterday") == "2026-11-21");
  CHECK(day("YESTERDAY") == "2026-11-21");
  CHECK(day("  yesterday  ") == "2026-11-21");
  CHECK(day("yesterday.") == "2026-11-21");
  CHECK(day("yesterday evening") == "2026-11-21");
  CHECK(day("last night") == "2026-11-21");
  CHECK(day("late last night") == "2026-11-21");
  CHECK(day("tomorrow") == "2026-11-23");
  CHECK(day("tmrw") == "2026-11-23");
  CHECK(day("tomorrow morning") == "2026-11-23");
  CHECK(day("tomorrow in the evening") == "2026-11-23");
  CHECK(day("the day before yesterday") == "2026-11-20");
  CHECK(day("day before yesterday") == "2026-11-20");
  CHECK(day("the day after tomorrow") == "2026-11-24");
  CHECK(day("day after tomorrow") == "2026-11-24");
}

TEST_CASE("what names a day by itself is the same in both tenses", "[time][words]") {
  for (const std::string text : {"today",
                                 "yesterday",
                                 "tomorrow",
                                 "in 2 weeks",
                                 "3 days ago",
                                 "2026-11-03",
                                 "nov 3 2025",
                                 "next friday",
                                 "last friday",
                                 "friday next week",
                                 "next month",
                                 "a week ago"}) {
    CAPTURE(text);
    CHECK(day(text) == to_come(text));
  }
}

TEST_CASE("spans lead away from today", "[time][words]") {
  CHECK(day("3 days ago") == "2026-11-19");
  CHECK(day("a day ago") == "2026-11-21");
  CHECK(day("a week ago") == "2026-11-15");
  CHECK(day("one week ago") == "2026-11-15");
  CHECK(day("two weeks ago") == "2026-11-08");
  CHECK(day("2 weeks back") == "2026-11-08");
  CHECK(day("2w ago") == "2026-11-08");
  CHECK(day("a couple of days ago") == "2026-11-20");
  CHECK(day("a couple days ago") == "2026-11-20");
  CHECK(day("couple of weeks ago") == "2026-11-08");
  CHECK(day("a few days ago") == "2026-11-19");
  CHECK(day("a fortnight ago") == "2026-11-08");
  CHECK(day("a month ago") == "2026-10-22");
  CHECK(day("six months ago") == "2026-05-22");
  CHECK(day("half a year ago") == "2026-05-22");
  CHECK(day("a year ago") == "2025-11-22");
  CHECK(day("a year ago today") == "2025-11-22");
  CHECK(day("a week ago yesterday") == "2026-11-14");
  CHECK(day("about three weeks ago") == "2026-11-01");
  CHECK(day("a week or two ago") == "2026-11-15");
  CHECK(day("twenty-one days ago") == "2026-11-01");
  CHECK(day("2 hours ago") == "2026-11-22");
  CHECK(day("half an hour ago") == "2026-11-22");
  CHECK(day("in 2 weeks") == "2026-12-06");
  CHECK(day("in a month") == "2026-12-22");
  CHECK(day("in six weeks") == "2027-01-03");
  CHECK(day("in 10 days") == "2026-12-02");
  CHECK(day("in about 10 days") == "2026-12-02");
  CHECK(day("in 3 days' time") == "2026-11-25");
  CHECK(day("in 3 days’ time") == "2026-11-25");
  CHECK(day("in a week's time") == "2026-11-29");
  CHECK(day("in a year") == "2027-11-22");
  CHECK(day("2 weeks from now") == "2026-12-06");
  CHECK(day("a week from today") == "2026-11-29");
  CHECK(day("two weeks from tomorrow") == "2026-12-07");
  CHECK(day("a week from friday") == "2026-12-04");
  CHECK(day("a week on tuesday") == "2026-12-01");
  CHECK(day("two days before yesterday") == "2026-11-19");
  CHECK(day("3 weeks hence") == "2026-12-13");
}

TEST_CASE("a month that is too short ends a span on its last day", "[time][words]") {
  CHECK(day("in a month", 2027y / 1 / 31) == "2027-02-28");
  CHECK(day("in a month", 2028y / 1 / 31) == "2028-02-29");
  CHECK(day("a month ago", 2026y / 3 / 31) == "2026-02-28");
  CHECK(day("a year ago", 2028y / 2 / 29) == "2027-02-28");
}

TEST_CASE("a bare weekday has just been, or is still to come", "[time][words]") {
  CHECK(day("friday") == "2026-11-20");
  CHECK(to_come("friday") == "2026-11-27");
  CHECK(day("on friday") == "2026-11-20");
  CHECK(to_come("on friday") == "2026-11-27");
  CHECK(day("friday night") == "2026-11-20");
  SECTION("the day itself is past, not future") {
    CHECK(day("friday", kFriday) == "2026-11-27");
    CHECK(to_come("friday", kFriday) == "2026-12-04");
  }
  SECTION("short names are understood") {
    const std::vector<std::pair<std::string, std::string>> names{{"mon", "2026-11-16"},
                                                                 {"tue", "2026-11-17"},
                                                                 {"tues", "2026-11-17"},
                                                                 {"wed", "2026-11-18"},
                                                                 {"weds", "2026-11-18"},
                                                                 {"thu", "2026-11-19"},
                                                                 {"thur", "2026-11-19"},
                                                                 {"thurs", "2026-11-19"},
                                                                 {"fri", "2026-11-20"},
                                                                 {"sat", "2026-11-21"},
                                                                 {"sun", "2026-11-22"},
                                                                 {"on Sat", "2026-11-21"}};
    for (const auto& [name, date] : names) {
      CAPTURE(name);
      CHECK(day(name) == date);
    }
  }
}

TEST_CASE("last friday is the latest friday before today", "[time][words]") {
  CHECK(day("last friday") == "2026-11-20");
  CHECK(day("last friday", kFriday) == "2026-11-20");
  CHECK(day("last friday night") == "2026-11-20");
  CHECK(day("past friday") == "2026-11-20");
  CHECK(day("this past friday") == "2026-11-20");
  CHECK(day("last sunday") == "2026-11-15");
}

TEST_CASE("next friday is the friday of next week", "[time][words]") {
  CHECK(day("next friday") == "2026-11-27");              // said on a Sunday: five days on
  CHECK(day("next friday", kWednesday) == "2026-12-04");  // this week still has one
  CHECK(day("next friday", kFriday) == "2026-12-04");
  CHECK(day("next monday", kFriday) == "2026-11-30");
  CHECK(day("nxt friday") == "2026-11-27");
}

TEST_CASE("this friday and the coming friday are near", "[time][words]") {
  CHECK(day("this friday") == "2026-11-20");
  CHECK(to_come("this friday", kWednesday) == "2026-11-27");
  CHECK(to_come("this friday", kFriday) == "2026-11-27");
  CHECK(to_come("this coming friday", kFriday) == "2026-12-04");
  CHECK(to_come("the coming friday", kWednesday) == "2026-11-27");
}

TEST_CASE("a weekday is found in its week", "[time][words]") {
  CHECK(day("friday last week") == "2026-11-13");
  CHECK(day("friday of last week") == "2026-11-13");
  CHECK(day("last week friday") == "2026-11-13");
  CHECK(day("last week on friday") == "2026-11-13");
  CHECK(day("friday this week") == "2026-11-20");
  CHECK(day("friday next week") == "2026-11-27");
  CHECK(day("next week tuesday") == "2026-11-24");
  CHECK(to_come("friday week") == "2026-12-04");
  CHECK(to_come("the friday after next") == "2026-12-04");
  CHECK(day("the friday before last") == "2026-11-13");
}

TEST_CASE("periods move by their length", "[time][words]") {
  CHECK(day("last week") == "2026-11-15");
  CHECK(day("next week") == "2026-11-29");
  CHECK(day("nxt week") == "2026-11-29");
  CHECK(day("last month") == "2026-10-22");
  CHECK(day("next month") == "2026-12-22");
  CHECK(day("next month", 2026y / 1 / 31) == "2026-02-28");
  CHECK(day("next quarter") == "2027-02-22");
  CHECK(day("last year") == "2025-11-22");
  CHECK(day("next year") == "2027-11-22");
  CHECK(day("the week after next") == "2026-12-06");
  CHECK(day("the month before last") == "2026-09-22");
  CHECK(day("this week") == "2026-11-22");
  CHECK(to_come("this week", kWednesday) == "2026-11-29");
  CHECK(to_come("this month") == "2026-11-30");
  CHECK(to_come("this year") == "2026-12-31");
}

TEST_CASE("periods have a start, a middle and an end", "[time][words]") {
  CHECK(to_come("end of month") == "2026-11-30");
  CHECK(to_come("end of the month") == "2026-11-30");
  CHECK(to_come("the end of the month") == "2026-11-30");
  CHECK(to_come("at the end of the month") == "2026-11-30");
  CHECK(to_come("end of next month") == "2026-12-31");
  CHECK(to_come("end of the week", kWednesday) == "2026-11-29");
  CHECK(to_come("end of this week", kWednesday) == "2026-11-29");
  CHECK(to_come("end of next week", kWednesday) == "2026-12-06");
  CHECK(to_come("start of next week", kWednesday) == "2026-11-30");
  CHECK(to_come("middle of next week", kWednesday) == "2026-12-03");
  CHECK(to_come("beginning of next month") == "2026-12-01");
  CHECK(to_come("end of the quarter") == "2026-12-31");
  CHECK(to_come("end of the year") == "2026-12-31");
  CHECK(to_come("end of february") == "2027-02-28");
  CHECK(to_come("end of february 2028") == "2028-02-29");
  CHECK(day("end of february") == "2026-02-28");
  CHECK(to_come("mid-december") == "2026-12-16");
  CHECK(to_come("end of day") == "2026-11-22");
}

TEST_CASE("a weekend begins on its saturday", "[time][words]") {
  CHECK(day("the weekend") == "2026-11-21");
  CHECK(day("weekend") == "2026-11-21");
  CHECK(day("at the weekend", kWednesday) == "2026-11-21");
  CHECK(day("over the weekend", kWednesday) == "2026-11-21");
  CHECK(day("last weekend", kWednesday) == "2026-11-21");
  CHECK(day("last weekend", kSunday) == "2026-11-14");
  CHECK(day("this past weekend", kWednesday) == "2026-11-21");
  CHECK(to_come("the weekend", kWednesday) == "2026-11-28");
  CHECK(to_come("this weekend", kWednesday) == "2026-11-28");
  CHECK(to_come("this weekend", kSunday) == "2026-11-22");
  CHECK(to_come("next weekend", kWednesday) == "2026-12-05");
}

TEST_CASE("days with a named month are read in every order", "[time][words]") {
  for (const std::string text : {"nov 3 2025",
                                 "Nov 3, 2025",
                                 "november 3 2025",
                                 "November 3rd, 2025",
                                 "3 nov 2025",
                                 "3. nov 2025",
                                 "3 Nov. 2025",
                                 "3rd of november 2025",
                                 "the 3rd of november, 2025",
                                 "3-Nov-2025",
                                 "03-NOV-2025",
                                 "3nov2025",
                                 "nov. 3 2025",
                                 "november the 3rd, 2025",
                                 "on nov 3 2025",
                                 "the third of november 2025",
                                 "Monday, 3 November 2025",
                                 "Mon 3 Nov 2025",
                                 "monday 2025-11-03",
                                 "novmber 3 2025"}) {
    CAPTURE(text);
    CHECK(day(text) == "2025-11-03");
  }
}

TEST_CASE("a day without a year has just been, or comes next", "[time][words]") {
  CHECK(day("nov 3") == "2026-11-03");
  CHECK(to_come("nov 3") == "2027-11-03");
  CHECK(day("dec 2") == "2025-12-02");
  CHECK(to_come("dec 2") == "2026-12-02");
  CHECK(day("3rd of november") == "2026-11-03");
  CHECK(day("may 3") == "2026-05-03");
  CHECK(day("3 may") == "2026-05-03");
  CHECK(day("mar 3") == "2026-03-03");
  CHECK(day("sept 26") == "2026-09-26");
  SECTION("today is both") {
    CHECK(day("nov 22") == "2026-11-22");
    CHECK(to_come("nov 22") == "2026-11-22");
  }
  SECTION("29 February waits for its year") {
    CHECK(day("feb 29") == "2024-02-29");
    CHECK(to_come("feb 29") == "2028-02-29");
    CHECK(day("29 feb", 1903y / 5 / 1) == "1896-02-29");
    CHECK(to_come("29 feb", 2097y / 5 / 1) == "2104-02-29");
  }
}

TEST_CASE("a day of the month is looked for in the months around", "[time][words]") {
  CHECK(day("the 10th") == "2026-11-10");
  CHECK(day("on the 10th") == "2026-11-10");
  CHECK(day("10th") == "2026-11-10");
  CHECK(to_come("the 10th") == "2026-12-10");
  CHECK(day("on the 25th") == "2026-10-25");
  CHECK(day("the 31st") == "2026-10-31");
  CHECK(to_come("the 31st") == "2026-12-31");
  CHECK(to_come("the 30th", 2027y / 2 / 1) == "2027-03-30");
  CHECK(day("the 22nd") == "2026-11-22");
  CHECK(day("the 10th of last month") == "2026-10-10");
  CHECK(day("the 10th of next month") == "2026-12-10");
  CHECK(day("the 10th of this month") == "2026-11-10");
  CHECK(message_of("the 32nd") == "the 32nd: not a day of the calendar");
  CHECK(message_of("the 0th") == "the 0th: not a day of the calendar");
}

TEST_CASE("numbers are read where they mean one day only", "[time][words]") {
  CHECK(day("2026-11-03") == "2026-11-03");
  CHECK(day("2026/11/03") == "2026-11-03");
  CHECK(day("2026.11.03") == "2026-11-03");
  CHECK(day("2026-1-3") == "2026-01-03");
  CHECK(day("20261103") == "2026-11-03");
  CHECK(day("3.11.2026") == "2026-11-03");
  CHECK(day("03.11.2026") == "2026-11-03");
  CHECK(day("3.11.") == "2026-11-03");
  CHECK(day("3.12.") == "2025-12-03");
  CHECK(to_come("3.12.") == "2026-12-03");
  CHECK(day("25/12/2026") == "2026-12-25");
  CHECK(day("12/25/2026") == "2026-12-25");
  CHECK(day("25-12-2026") == "2026-12-25");
  CHECK(day("5/5/2026") == "2026-05-05");
  CHECK(day("25/12") == "2025-12-25");
  CHECK(complaint("11/3/2026") ==
        "11/3/2026: day and month may be either way round | write 2026-11-03 or 2026-03-11");
  CHECK(message_of("11/3") == "11/3: day and month may be either way round");
  CHECK(message_of("3.11.26") == "3.11.26: the year needs four digits");
  CHECK(message_of("25/13/2026") == "25/13/2026: not a day of the calendar");
}

TEST_CASE("spans alone are days to come, and nothing else", "[time][words]") {
  CHECK(to_come("3d") == "2026-11-25");
  CHECK(to_come("2w") == "2026-12-06");
  CHECK(to_come("1m") == "2026-12-22");
  CHECK(to_come("1y") == "2027-11-22");
  CHECK(to_come("2 weeks") == "2026-12-06");
  CHECK(to_come("a month") == "2026-12-22");
  CHECK(complaint("2w") == "2w: a span, and no day | say '2w ago' or 'in 2w'");
}

TEST_CASE("holidays that keep their day are days", "[time][words]") {
  CHECK(day("christmas") == "2025-12-25");
  CHECK(to_come("christmas") == "2026-12-25");
  CHECK(to_come("at christmas") == "2026-12-25");
  CHECK(day("last christmas") == "2025-12-25");
  CHECK(to_come("christmas eve") == "2026-12-24");
  CHECK(to_come("boxing day") == "2026-12-26");
  CHECK(to_come("new year's eve") == "2026-12-31");
  CHECK(to_come("New Year’s Day") == "2027-01-01");
  CHECK(to_come("halloween 2027") == "2027-10-31");
}

TEST_CASE("a weekday beside a date has to agree with it", "[time][words]") {
  CHECK(day("friday nov 20") == "2026-11-20");
  CHECK(day("Fri 20 Nov") == "2026-11-20");
  CHECK(day("Fri, 20 Nov") == "2026-11-20");
  CHECK(day("tues 10 nov") == "2026-11-10");
  CHECK(day("Friday the 20th") == "2026-11-20");
  CHECK(complaint("thursday nov 20") ==
        "thursday nov 20: 2026-11-20 is a Friday | leave out the weekday, or say which year");
}

TEST_CASE("one typing mistake in a long word is forgiven", "[time][words]") {
  CHECK(day("yesteday") == "2026-11-21");
  CHECK(day("yesterdya") == "2026-11-21");
  CHECK(day("tommorow") == "2026-11-23");
  CHECK(day("tomorow") == "2026-11-23");
  CHECK(day("todya") == "2026-11-22");
  CHECK(day("wendesday") == "2026-11-18");
  CHECK(day("wensday") == "2026-11-18");
  CHECK(day("novmber 3") == "2026-11-03");
  CHECK(day("febuary 3") == "2026-02-03");
  CHECK(day("3 apirl") == "2026-04-03");
}

TEST_CASE("what is no date is named, with a way out", "[time][words]") {
  CHECK(complaint("soonish") ==
        "soonish: not a date I know | write it like 2026-11-03, 'last friday' or '3 days ago'");
  CHECK(message_of("2026-02-30") == "2026-02-30: not a day of the calendar");
  CHECK(message_of("nov 31") == "nov 31: not a day of the calendar");
  CHECK(message_of("30 february") == "30 february: not a day of the calendar");
  CHECK(message_of("2025-02-29") == "2025-02-29: not a day of the calendar");
  CHECK(message_of("0000-01-01") == "0000-01-01: not a day of the calendar");
  CHECK(message_of("may 2019") == "may 2019: not a whole date");
  CHECK(message_of("2019") == "2019: not a whole date");
  CHECK(message_of("may") == "may: not a date I know");
  CHECK(message_of("") == "nothing: not a date I know");
  CHECK(message_of("   ") == "nothing: not a date I know");
  CHECK(message_of("2026-11-03 or so") == "2026-11-03 or so: not a date I know");
  CHECK(message_of("9999999 weeks ago") == "9999999 weeks ago: not a date I know");
  CHECK(message_of("999999 weeks ago") == "999999 weeks ago: outside the years 1 to 9999");
  CHECK(message_of("in 9000 years") == "in 9000 years: outside the years 1 to 9999");
  CHECK(message_of("\x1b[31mred\x07") == "[31mred: not a date I know");
  CHECK(message_of("friday\xff") == "friday\xEF\xBF\xBD: not a date I know");
  CHECK(message_of(std::string_view("today\0", 6)) == "today: not a date I know");
  CHECK(message_of(std::string(10'000, 'x')) == std::string(59, 'x') + "…: not a date I know");
  CHECK(message_of("ages\nago") == "ages ago: not a date I know");
}

// Calendar arithmetic and the ISO form.
#include <string>

#include "support/catch.hpp"
#include <kith/error.hpp>
#include <kith/time/date.hpp>

using namespace kith;
using namespace std::chrono_literals;

TEST_CASE("a day is written year first, with all its digits", "[time][date]") {
  CHECK(to_string(Date{2026y / 11 / 22}) == "2026-11-22");
  CHECK(to_string(Date{7y / 1 / 2}) == "0007-01-02");
  CHECK(to_string(Date{9999y / 12 / 31}) == "9999-12-31");
}

TEST_CASE("ISO days are read, and nothing else is", "[time][date]") {
  CHECK(parse_iso_date("2026-11-22") == Date{2026y / 11 / 22});
  CHECK(parse_iso_date("0001-01-01") == Date{1y / 1 / 1});
  CHECK(parse_iso_date("9999-12-31") == Date{9999y / 12 / 31});
  CHECK(parse_iso_date("2028-02-29") == Date{2028y / 2 / 29});
  CHECK(parse_iso_date("2000-02-29") == Date{2000y / 2 / 29});
  for (const std::string text : {"",
                                 "2026-11-2",
                                 "2026-11-022",
                                 "2026/11/22",
                                 "2026-13-01",
                                 "2026-00-10",
                                 "2026-01-00",
                                 "2026-02-30",
                                 "2027-02-29",
                                 "1900-02-29",
                                 "0000-01-01",
                                 "-026-11-22",
                                 "+026-11-22",
                                 "2026-11-22 ",
                                 " 2026-11-22",
                                 "2026-1a-22",
                                 "today",
                                 "20261122"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_iso_date(text).has_value());
  }
}

TEST_CASE("days are added across months and years", "[time][date]") {
  CHECK(add_days(2026y / 12 / 31, 1) == Date{2027y / 1 / 1});
  CHECK(add_days(2028y / 2 / 28, 1) == Date{2028y / 2 / 29});
  CHECK(add_days(2100y / 2 / 28, 1) == Date{2100y / 3 / 1});
  CHECK(add_days(2026y / 1 / 1, -1) == Date{2025y / 12 / 31});
  CHECK(days_between(2026y / 11 / 22, 2026y / 12 / 2) == 10);
  CHECK(days_between(2026y / 12 / 2, 2026y / 11 / 22) == -10);
  CHECK(days_between(1y / 1 / 1, 9999y / 12 / 31) == 3652058);
}

TEST_CASE("a month later is the same day or the month's last", "[time][date]") {
  CHECK(add_months(2026y / 11 / 22, 1) == Date{2026y / 12 / 22});
  CHECK(add_months(2026y / 1 / 31, 1) == Date{2026y / 2 / 28});
  CHECK(add_months(2028y / 1 / 31, 1) == Date{2028y / 2 / 29});
  CHECK(add_months(2026y / 12 / 31, 2) == Date{2027y / 2 / 28});
  CHECK(add_months(2026y / 3 / 31, -1) == Date{2026y / 2 / 28});
  CHECK(add_months(2026y / 1 / 15, -1) == Date{2025y / 12 / 15});
  CHECK(add_months(2028y / 2 / 29, 12) == Date{2029y / 2 / 28});
  CHECK(add_months(2028y / 2 / 29, -12) == Date{2027y / 2 / 28});
  CHECK(add_months(1999y / 12 / 31, 1200) == Date{2099y / 12 / 31});
  CHECK(add_months(2026y / 5 / 5, 0) == Date{2026y / 5 / 5});
}

TEST_CASE("nothing leads out of the years 1 to 9999", "[time][date]") {
  CHECK_THROWS_AS(add_days(9999y / 12 / 31, 1), DataError);
  CHECK_THROWS_AS(add_days(1y / 1 / 1, -1), DataError);
  CHECK_THROWS_AS(add_days(2026y / 1 / 1, 2'147'483'647), DataError);
  CHECK_THROWS_AS(add_days(2026y / 1 / 1, -2'147'483'647 - 1), DataError);
  CHECK_THROWS_AS(add_months(9999y / 12 / 1, 1), DataError);
  CHECK_THROWS_AS(add_months(1y / 1 / 1, -1), DataError);
  CHECK_THROWS_AS(add_months(2026y / 1 / 1, 2'147'483'647), DataError);
  CHECK_THROWS_AS(from_day_number(2'932'897), DataError);
  CHECK_THROWS_AS(from_day_number(-719'163), DataError);
  CHECK_THROWS_WITH(add_days(9999y / 12 / 31, 2),
                    "9999-12-31 and 2 days: outside the years 1 to 9999");
  CHECK_THROWS_WITH(add_months(1y / 1 / 1, -2),
                    "0001-01-01 less 2 months: outside the years 1 to 9999");
}

TEST_CASE("days are numbered from 1970", "[time][date]") {
  CHECK(to_day_number(1970y / 1 / 1) == 0);
  CHECK(to_day_number(1969y / 12 / 31) == -1);
  CHECK(from_day_number(0) == Date{1970y / 1 / 1});
  CHECK(from_day_number(-719'162) == Date{1y / 1 / 1});
  CHECK(from_day_number(2'932'896) == Date{9999y / 12 / 31});
}

TEST_CASE("a week begins on its Monday", "[time][date]") {
  CHECK(monday_of(2026y / 11 / 22) == Date{2026y / 11 / 16});  // a Sunday
  CHECK(monday_of(2026y / 11 / 23) == Date{2026y / 11 / 23});
  CHECK(monday_of(2027y / 1 / 1) == Date{2026y / 12 / 28});
  CHECK(monday_of(1y / 1 / 1) == Date{1y / 1 / 1});
}

TEST_CASE("people are spared this year's number", "[time][date]") {
  CHECK(friendly(2026y / 11 / 3, 2026y / 12 / 31) == "3 Nov");
  CHECK(friendly(2025y / 11 / 3, 2026y / 12 / 31) == "3 Nov 2025");
}

TEST_CASE("a partial date keeps to what a date can lack", "[time][date][partial]") {
  CHECK(PartialDate{}.is_valid());
  CHECK(PartialDate(2019, {}, {}).is_valid());
  CHECK(PartialDate(2019, 5U, {}).is_valid());
  CHECK(PartialDate(2019, 5U, 3U).is_valid());
  CHECK(PartialDate({}, 5U, 3U).is_valid());
  CHECK(PartialDate({}, 2U, 29U).is_valid());
  CHECK_FALSE(PartialDate({}, {}, 3U).is_valid());
  CHECK_FALSE(PartialDate(2019, {}, 3U).is_valid());
  CHECK_FALSE(PartialDate({}, 5U, {}).is_valid());
  CHECK_FALSE(PartialDate({}, 2U, 30U).is_valid());
  CHECK_FALSE(PartialDate(2019, 2U, 29U).is_valid());
  CHECK_FALSE(PartialDate(2019, 13U, {}).is_valid());
  CHECK_FALSE(PartialDate(2019, 0U, {}).is_valid());
  CHECK_FALSE(PartialDate(0, {}, {}).is_valid());
  CHECK_FALSE(PartialDate(10'000, {}, {}).is_valid());
  CHECK_FALSE(PartialDate(2019, 5U, 0U).is_valid());
}

TEST_CASE("a partial date is whole if all of it is known", "[time][date][partial]") {
  CHECK(PartialDate{Date{2019y / 5 / 3}}.full() == Date{2019y / 5 / 3});
  CHECK_FALSE(PartialDate(2019, 5U, {}).full().has_value());
  CHECK_FALSE(PartialDate(2019, 2U, 30U).full().has_value());
  CHECK(PartialDate{}.empty());
  CHECK_FALSE(PartialDate(2019, {}, {}).empty());
}

TEST_CASE("a partial date is written for files and for people", "[time][date][partial]") {
  CHECK(to_string(PartialDate{}).empty());
  CHECK(to_string(PartialDate(2019, {}, {})) == "2019");
  CHECK(to_string(PartialDate(2019, 5U, {})) == "2019-05");
  CHECK(to_string(PartialDate(2019, 5U, 3U)) == "2019-05-03");
  CHECK(to_string(PartialDate({}, 5U, 3U)) == "--05-03");
  CHECK(friendly(PartialDate{}).empty());
  CHECK(friendly(PartialDate(2019, {}, {})) == "2019");
  CHECK(friendly(PartialDate(2019, 5U, {})) == "May 2019");
  CHECK(friendly(PartialDate(2019, 5U, 3U)) == "3 May 2019");
  CHECK(friendly(PartialDate({}, 5U, 3U)) == "3 May");
}

TEST_CASE("an anniversary comes every year", "[time][date]") {
  CHECK(next_anniversary(11, 22, 2026y / 11 / 22) == Date{2026y / 11 / 22});
  CHECK(next_anniversary(11, 21, 2026y / 11 / 22) == Date{2027y / 11 / 21});
  CHECK(next_anniversary(1, 1, 2026y / 12 / 31) == Date{2027y / 1 / 1});
  SECTION("29 February is kept on the 28th in common years") {
    CHECK(next_anniversary(2, 29, 2026y / 1 / 1) == Date{2026y / 2 / 28});
    CHECK(next_anniversary(2, 29, 2026y / 3 / 1) == Date{2027y / 2 / 28});
    CHECK(next_anniversary(2, 29, 2027y / 3 / 1) == Date{2028y / 2 / 29});
    CHECK(next_anniversary(2, 29, 2028y / 2 / 29) == Date{2028y / 2 / 29});
    CHECK(next_anniversary(2, 29, 2100y / 1 / 1) == Date{2100y / 2 / 28});
  }
  SECTION("the last year has no next") {
    CHECK_THROWS_AS(next_anniversary(1, 1, 9999y / 12 / 31), DataError);
  }
}

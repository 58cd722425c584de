// Spans and the series they make.
#include <vector>

#include "support/catch.hpp"
#include <kith/error.hpp>
#include <kith/time/span.hpp>

using namespace kith;
using namespace std::chrono_literals;

TEST_CASE("a span is written in its biggest unit", "[time][span]") {
  CHECK(to_string(Span{.days = 1}) == "1d");
  CHECK(to_string(Span{.days = 10}) == "10d");
  CHECK(to_string(Span{.days = 14}) == "2w");
  CHECK(to_string(Span{.months = 3}) == "3m");
  CHECK(to_string(Span{.months = 12}) == "1y");
  CHECK(to_string(Span{.months = 18}) == "18m");
  CHECK(to_string(Span{}) == "0d");
}

TEST_CASE("a span in words goes after 'every'", "[time][span]") {
  CHECK(in_words(Span{.days = 1}) == "day");
  CHECK(in_words(Span{.days = 30}) == "30 days");
  CHECK(in_words(Span{.days = 7}) == "week");
  CHECK(in_words(Span{.days = 14}) == "2 weeks");
  CHECK(in_words(Span{.months = 1}) == "month");
  CHECK(in_words(Span{.months = 3}) == "3 months");
  CHECK(in_words(Span{.months = 12}) == "year");
  CHECK(in_words(Span{.months = 24}) == "2 years");
}

TEST_CASE("a month is about thirty days", "[time][span]") {
  CHECK(Span{.days = 10}.in_days() == 10);
  CHECK(Span{.months = 1}.in_days() == 30);
  CHECK(Span{.months = 3}.in_days() == 91);
  CHECK(Span{.months = 12}.in_days() == 365);
}

TEST_CASE("a day moves on by a span", "[time][span]") {
  CHECK(Date{2026y / 1 / 31} + Span{.months = 1} == Date{2026y / 2 / 28});
  CHECK(Date{2026y / 12 / 31} + Span{.days = 1} == Date{2027y / 1 / 1});
  CHECK(Date{2028y / 2 / 29} + Span{.months = 12} == Date{2029y / 2 / 28});
  CHECK_THROWS_AS((Date{9999y / 12 / 1} + Span{.months = 1}), DataError);
}

TEST_CASE("a series from the 31st comes back to the 31st", "[time][span][series]") {
  const Date start = 2026y / 1 / 31;
  const Span monthly{.months = 1};
  std::vector<std::string> days;
  Date after = start;
  for (int i = 0; i < 5; ++i) {
    after = next_in_series(start, monthly, after);
    days.push_back(to_string(after));
  }
  CHECK(days == std::vector<std::string>{
                    "2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31", "2026-06-30"});
}

TEST_CASE("a yearly series from 29 February keeps to it", "[time][span][series]") {
  const Date start = 2024y / 2 / 29;
  const Span yearly{.months = 12};
  CHECK(next_in_series(start, yearly, start) == Date{2025y / 2 / 28});
  CHECK(next_in_series(start, yearly, 2025y / 2 / 28) == Date{2026y / 2 / 28});
  CHECK(next_in_series(start, yearly, 2027y / 12 / 1) == Date{2028y / 2 / 29});
}

TEST_CASE("the next of a series is later than the day asked about", "[time][span][series]") {
  const Date start = 2026y / 11 / 1;
  const Span weekly{.days = 7};
  CHECK(next_in_series(start, weekly, 2026y / 10 / 1) == start);
  CHECK(next_in_series(start, weekly, start) == Date{2026y / 11 / 8});
  CHECK(next_in_series(start, weekly, 2026y / 11 / 7) == Date{2026y / 11 / 8});
  CHECK(next_in_series(start, weekly, 2026y / 11 / 8) == Date{2026y / 11 / 15});
  CHECK(next_in_series(start, weekly, 2126y / 11 / 8) > Date{2126y / 11 / 8});
  CHECK(next_in_series(2026y / 1 / 31, Span{.months = 1}, 2026y / 3 / 30) == Date{2026y / 3 / 31});
}

TEST_CASE("a series of nothing is refused", "[time][span][series]") {
  CHECK_THROWS_AS(next_in_series(2026y / 1 / 1, Span{}, 2026y / 1 / 1), DataError);
  CHECK_THROWS_AS(next_in_series(2026y / 1 / 1, Span{.days = -1}, 2026y / 1 / 1), DataError);
  CHECK_THROWS_AS(next_in_series(2026y / 1 / 1, Span{.months = -1}, 2026y / 1 / 1), DataError);
  CHECK_THROWS_AS(next_in_series(9999y / 12 / 1, Span{.months = 1}, 9999y / 12 / 1), DataError);
}

// Partial dates and spans in people's words.
#include <string>
#include <utility>
#include <vector>

#include "support/catch.hpp"
#include <kith/error.hpp>
#include <kith/time/words.hpp>

using namespace kith;
using namespace std::chrono_literals;

namespace {

constexpr Date kSunday = 2026y / 11 / 22;

std::string partial(std::string_view text) { return to_string(parse_partial_date(text, kSunday)); }

std::string span(std::string_view text) { return to_string(parse_span(text)); }

}  // namespace

TEST_CASE("dates of which parts are missing keep what is known", "[time][words][partial]") {
  CHECK(partial("2019") == "2019");
  CHECK(partial("in 2019") == "2019");
  CHECK(partial("2019-05") == "2019-05");
  CHECK(partial("2019-05-03") == "2019-05-03");
  CHECK(partial("may 2019") == "2019-05");
  CHECK(partial("May, 2019") == "2019-05");
  CHECK(partial("in may 2019") == "2019-05");
  CHECK(partial("spring 2019") == "2019");
  CHECK(partial("the summer of 2019") == "2019");
  CHECK(partial("--05-03") == "--05-03");
  CHECK(partial("--0503") == "--05-03");
  CHECK(partial("05-03") == "--05-03");
  CHECK(partial("3 may") == "--05-03");
  CHECK(partial("may 3rd") == "--05-03");
  CHECK(partial("29 feb") == "--02-29");
  CHECK(partial("25/12") == "--12-25");
  CHECK(partial("3.5.") == "--05-03");
  CHECK(partial("3 may 2019") == "2019-05-03");
  CHECK(partial("yesterday") == "2026-11-21");
  CHECK(partial("last year") == "2025");
  CHECK(partial("last month") == "2026-10");
  for (const std::string text :
       {"2019-13", "--02-30", "--13-01", "may", "--05", "19", "", "31 nov"}) {
    CAPTURE(text);
    CHECK_THROWS_AS(partial(text), DataError);
  }
  CHECK_THROWS_WITH(partial("--02-30"), "--02-30: not a day of the calendar");
}

TEST_CASE("spans are read as people say them", "[time][words][span]") {
  CHECK(parse_span("10d") == Span{.days = 10});
  CHECK(parse_span("2w") == Span{.days = 14});
  CHECK(parse_span("3m") == Span{.months = 3});
  CHECK(parse_span("1y") == Span{.months = 12});
  const std::vector<std::pair<std::string, std::string>> cases{
      {"daily", "1d"},
      {"weekly", "1w"},
      {"fortnightly", "2w"},
      {"Monthly", "1m"},
      {"quarterly", "3m"},
      {"yearly", "1y"},
      {"annually", "1y"},
      {"6 weeks", "6w"},
      {"every 6 weeks", "6w"},
      {"every other week", "2w"},
      {"every month", "1m"},
      {"each month", "1m"},
      {"once a week", "1w"},
      {"every second week", "2w"},
      {"every 3rd month", "3m"},
      {"every day", "1d"},
      {"every half year", "6m"},
      {"half a year", "6m"},
      {"a couple of months", "2m"},
      {"a year", "1y"},
      {"month", "1m"},
      {"30 days", "30d"},
      {"six weeks", "6w"},
      {"10D", "10d"},
      {"every 10d", "10d"},
      {"100 years", "100y"},
  };
  for (const auto& [text, expected] : cases) {
    CAPTURE(text);
    CHECK(span(text) == expected);
  }
}

TEST_CASE("a span of nothing, of ages or of no kind is refused", "[time][words][span]") {
  CHECK_THROWS_WITH(span("0d"), "0d: a span of nothing");
  CHECK_THROWS_WITH(span("101y"), "101y: a span of more than 100 years");
  CHECK_THROWS_WITH(span("40000 days"), "40000 days: a span of more than 100 years");
  for (const std::string text : {"",
                                 "d",
                                 "10",
                                 "2h",
                                 "-3d",
                                 "1.5 weeks",
                                 "now and then",
                                 "every",
                                 "every friday",
                                 "3d 2w",
                                 "99999999999d",
                                 "999999y"}) {
    CAPTURE(text);
    CHECK_THROWS_AS(span(text), DataError);
  }
}

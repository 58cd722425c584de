// Clocks that stand still, and instants in writing.
#include <string>

#include "support/catch.hpp"
#include <kith/time/clock.hpp>

using namespace kith;
using namespace std::chrono_literals;

namespace {

std::string rewritten(std::string_view text) {
  const auto instant = parse_instant(text);
  return instant ? to_string(*instant) : "none";
}

}  // namespace

TEST_CASE("a fixed clock says what it was given", "[time][clock]") {
  const FixedClock day{2026y / 11 / 22};
  CHECK(day.today() == Date{2026y / 11 / 22});
  CHECK(to_string(day.now()) == "2026-11-22T00:00:00Z");

  const Instant late = Instant{std::chrono::sys_days{2026y / 11 / 22}} + 23h + 30min;
  const FixedClock east{2026y / 11 / 23, late};
  CHECK(east.today() == Date{2026y / 11 / 23});
  CHECK(to_string(east.now()) == "2026-11-22T23:30:00Z");
}

TEST_CASE("instants are written in UTC, to the second", "[time][clock]") {
  CHECK(to_string(Instant{}) == "1970-01-01T00:00:00Z");
  CHECK(to_string(Instant{999ms}) == "1970-01-01T00:00:00Z");
  CHECK(to_string(Instant{-1ms}) == "1969-12-31T23:59:59Z");
}

TEST_CASE("instants are read in every form of RFC 3339", "[time][clock]") {
  CHECK(rewritten("2026-11-22T09:30:00Z") == "2026-11-22T09:30:00Z");
  CHECK(rewritten("2026-11-22t09:30:00z") == "2026-11-22T09:30:00Z");
  CHECK(rewritten("2026-11-22 09:30:00Z") == "2026-11-22T09:30:00Z");
  CHECK(rewritten("2026-11-22T09:30:00+02:00") == "2026-11-22T07:30:00Z");
  CHECK(rewritten("2026-11-22T23:30:00-05:30") == "2026-11-23T05:00:00Z");
  CHECK(rewritten("2026-11-22T09:30:00.123456789Z") == "2026-11-22T09:30:00Z");
  CHECK(rewritten("2016-12-31T23:59:60Z") == "2017-01-01T00:00:00Z");
  CHECK(parse_instant("1970-01-01T00:00:00.5Z") == Instant{500ms});
  CHECK(parse_instant("1970-01-01T00:00:00.0259Z") == Instant{25ms});
}

TEST_CASE("what is no instant is none", "[time][clock]") {
  for (const std::string text : {"",
                                 "2026-11-22",
                                 "2026-11-22T",
                                 "2026-11-22T09:30:00",
                                 "2026-11-22T09:30Z",
                                 "2026-11-22T24:00:00Z",
                                 "2026-11-22T09:60:00Z",
                                 "2026-11-22T09:30:61Z",
                                 "2026-11-22T09:30:00.Z",
                                 "2026-11-22T09:30:00+0200",
                                 "2026-11-22T09:30:00+24:00",
                                 "2026-11-22T09:30:00Zx",
                                 "2026-02-30T09:30:00Z",
                                 "2026-11-22X09:30:00Z",
                                 "2026-11-22T9:30:00Z"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_instant(text).has_value());
  }
}

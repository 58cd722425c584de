// The rule of who is due, number by number.
#include "support/catch.hpp"
#include <kith/domain/score.hpp>

using namespace kith;

TEST_CASE("the score is the share of the cadence that has passed, at most 3", "[score]") {
  CHECK(score({.days_since = 15, .cadence = Cadence{30}}) == Approx(0.5));
  CHECK(score({.days_since = 30, .cadence = Cadence{30}}) == Approx(1.0));
  CHECK(score({.days_since = 90, .cadence = Cadence{30}}) == Approx(3.0));
  CHECK(score({.days_since = 9000, .cadence = Cadence{30}}) == Approx(3.0));
}

TEST_CASE("somebody who is not tracked, or seen in the future, scores nothing by days", "[score]") {
  CHECK(score({.days_since = 500}) == Approx(0.0));
  CHECK(score({.days_since = -5, .cadence = Cadence{30}}) == Approx(0.0));
}

TEST_CASE("closer circles weigh more", "[score]") {
  CHECK(closeness(Circle::inner) == Approx(0.6));
  CHECK(closeness(Circle::close) == Approx(0.4));
  CHECK(closeness(Circle::friends) == Approx(0.2));
  CHECK(closeness(Circle::wider) == Approx(0.0));
  CHECK(closeness(std::nullopt) == Approx(0.0));
}

TEST_CASE("a promise adds one, each occasion a half", "[score]") {
  CHECK(occasion_bonus({.promise_due = true}) == Approx(1.0));
  CHECK(occasion_bonus({.birthday_near = true}) == Approx(0.5));
  CHECK(occasion_bonus({.event_just_past = true}) == Approx(0.5));
  CHECK(occasion_bonus({.success_uncelebrated = true}) == Approx(0.5));
  CHECK(occasion_bonus({.promise_due = true,
                        .birthday_near = true,
                        .event_just_past = true,
                        .success_uncelebrated = true}) == Approx(2.5));
}

TEST_CASE("a check-in is due on the day the cadence is over, not before", "[score]") {
  CHECK_FALSE(is_due(29, Cadence{30}));
  CHECK(is_due(30, Cadence{30}));
}

TEST_CASE("an old friend is one unseen for three cadences and for a year", "[score]") {
  CHECK_FALSE(is_old_friend(364, Cadence{30}));
  CHECK(is_old_friend(365, Cadence{30}));
  CHECK_FALSE(is_old_friend(1094, Cadence{365}));
  CHECK(is_old_friend(1095, Cadence{365}));
  CHECK(old_friend_days(Cadence{122}) == 366);
}

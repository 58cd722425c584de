// Uids, circles, follow-ups, links and interactions: pure rules.
#include "support/catch.hpp"
#include <kith/domain/fact.hpp>
#include <kith/domain/follow_up.hpp>
#include <kith/domain/interaction.hpp>
#include <kith/domain/link.hpp>
#include <kith/error.hpp>

using namespace kith;
using namespace std::chrono_literals;

TEST_CASE("a uid is a UUIDv7 that begins with its time", "[domain][uid]") {
  const Instant now{1'700'000'000'123ms};
  const Uid uid = make_uid(now);
  const std::string text = to_string(uid);
  CHECK(text.size() == 36);
  CHECK(text.substr(0, 13) == "018bcfe5-687b");
  CHECK(text[14] == '7');
  CHECK(std::string("89ab").find(text[19]) != std::string::npos);
  CHECK(parse_uid(text) == uid);
}

TEST_CASE("uids made at one instant are all different, and in order", "[domain][uid]") {
  const Instant now{1'700'000'000'123ms};
  Uid last = make_uid(now);
  for (int i = 0; i < 10'000; ++i) {
    const Uid next = make_uid(now);
    REQUIRE(last < next);
    last = next;
  }
}

TEST_CASE("only the whole form of a uid is read", "[domain][uid]") {
  CHECK_FALSE(parse_uid("").has_value());
  CHECK_FALSE(parse_uid("018bcfe5-687b-7000-8000-00000000000").has_value());
  CHECK_FALSE(parse_uid("018bcfe5-687b-7000-8000-00000000000g").has_value());
  CHECK_FALSE(parse_uid("018bcfe5x687b-7000-8000-000000000000").has_value());
  CHECK(parse_uid("018BCFE5-687B-7000-8000-000000000000").has_value());
}

TEST_CASE("the circles' cadences are those of the layers", "[domain][circle]") {
  CHECK(default_cadence(Circle::inner).days() == 7);
  CHECK(default_cadence(Circle::close).days() == 30);
  CHECK(default_cadence(Circle::friends).days() == 91);
  CHECK(default_cadence(Circle::wider).days() == 365);
  CHECK(parse_circle("Friend") == Circle::friends);
  CHECK_FALSE(parse_circle("friends").has_value());
}

TEST_CASE("a recurring follow-up goes on on its first day after both due and done",
          "[domain][follow_up]") {
  FollowUp rent{.text = "call", .due = 2026y / 1 / 31, .every = Span{.months = 1}};
  rent.series_start = 2026y / 1 / 31;
  const auto next_due = [&](Date done_on) { return successor(rent, done_on)->due; };
  CHECK(next_due(2026y / 1 / 31) == 2026y / 2 / 28);
  CHECK(next_due(2026y / 1 / 10) == 2026y / 2 / 28);  // done early
  CHECK(next_due(2026y / 3 / 5) == 2026y / 3 / 31);   // done late: none that is over already
  rent.due = 2026y / 2 / 28;
  CHECK(next_due(2026y / 2 / 28) == 2026y / 3 / 31);  // the 31st again
  rent.every.reset();
  CHECK_FALSE(successor(rent, 2026y / 2 / 28).has_value());
}

TEST_CASE("a successor is a new, open record", "[domain][follow_up]") {
  FollowUp tea{.id = FollowUpId{3},
               .uid = make_uid(Instant{1ms}),
               .text = "tea",
               .due = 2026y / 1 / 1,
               .every = Span{.days = 14},
               .series_start = 2026y / 1 / 1,
               .status = FollowUpStatus::done,
               .done_on = 2026y / 1 / 2};
  const FollowUp next = *successor(tea, 2026y / 1 / 2);
  CHECK(next.uid.is_nil());
  CHECK(next.status == FollowUpStatus::open);
  CHECK_FALSE(next.done_on.has_value());
  CHECK(next.due == 2026y / 1 / 15);
}

TEST_CASE("nobody takes part twice, nor is spoken of while being there", "[domain][interaction]") {
  const PersonRef ana{PersonId{1}, {}, "Ana"};
  const PersonRef bo{PersonId{2}, {}, "Bo"};
  Interaction draft{.date = 2026y / 3 / 1};
  draft.people = {ana, ana};
  draft.mentions = {bo, ana, bo};
  draft.tags = {"#x", "x", "y"};
  const Interaction stored = checked(draft);
  CHECK(stored.people == std::vector{ana});
  CHECK(stored.mentions == std::vector{bo});
  CHECK(stored.tags == std::vector<std::string>{"x", "y"});
}

TEST_CASE("two people who are not stored yet are two", "[domain][interaction]") {
  const PersonRef tom{{}, {}, "Tom"};
  const PersonRef jerry{{}, {}, "Jerry"};
  Interaction draft{.date = 2026y / 3 / 1};
  draft.people = {tom, jerry, tom};
  CHECK(checked(draft).people == std::vector{tom, jerry});
}

TEST_CASE("times of day are read as they are written", "[domain][interaction]") {
  CHECK(time_of_day(9h + 5min) == "09:05");
  CHECK(parse_time_of_day("23:59") == 23h + 59min);
  for (const char* bad : {"24:00", "12:60", "9:05", "ab:cd", "", "12-30"}) {
    CAPTURE(bad);
    CHECK_FALSE(parse_time_of_day(bad).has_value());
  }
}

TEST_CASE("records without words, days or two people are refused", "[domain]") {
  CHECK_THROWS_AS(checked(Fact{.text = "  "}), DataError);
  CHECK_THROWS_AS(checked(Fact{.kind = "two words", .text = "x"}), DataError);
  CHECK_THROWS_AS(checked(FollowUp{.text = "", .due = 2026y / 1 / 1}), DataError);
  CHECK_THROWS_AS(checked(FollowUp{.text = "x"}), DataError);
  CHECK_THROWS_AS(checked(Interaction{}), DataError);
  CHECK_THROWS_AS(checked(Link{.a = {PersonId{1}, {}, "A"}, .b = {PersonId{1}, {}, "A"}}),
                  ConflictError);
}

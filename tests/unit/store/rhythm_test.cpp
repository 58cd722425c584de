// The rhythm table: whatever changes, it says who is tracked and when they were last seen.
#include "support/catch.hpp"
#include "support/people.hpp"

using namespace kith;
using namespace kith::test;

namespace {

/// One tracked person, Ana, and short ways to change what her rhythm depends on.
struct Watched {
  House house{};
  Person ana = house.add(Person{.name = "Ana Lim", .circle = Circle::close});

  std::optional<Date> last() {
    const std::optional<Rhythm> rhythm = house.store.rhythms().find(ana.id);
    return rhythm ? std::optional(rhythm->last) : std::nullopt;
  }
  template <class Change>
  void set(Change change) {
    change(ana);
    ana = house.store.write("edit", [&] { return house.store.people().update(ana); });
  }
  Interaction unanswered(Date day) {
    Interaction draft{.date = day, .kind = "message", .unanswered = true};
    draft.people = {ana.ref()};
    return house.log(draft);
  }
  void undo() { house.store.journal().undo(1); }
  void redo() { house.store.journal().redo(1); }
};

constexpr Date kToday = 2026y / 3 / 20;

}  // namespace

TEST_CASE("last moves with each interaction that is logged and removed", "[store][rhythm]") {
  Watched watched;
  CHECK(watched.last() == kToday);  // the day tracking began
  watched.house.log({watched.ana}, 2026y / 1 / 10);
  CHECK(watched.last() == 2026y / 1 / 10);
  const Interaction newer = watched.house.log({watched.ana}, 2026y / 2 / 10);
  CHECK(watched.last() == 2026y / 2 / 10);
  watched.house.log({watched.ana}, 2025y / 12 / 1);  // older, logged later
  CHECK(watched.last() == 2026y / 2 / 10);
  watched.house.store.write("rm", [&] { watched.house.store.interactions().remove(newer.id); });
  CHECK(watched.last() == 2026y / 1 / 10);
}

TEST_CASE("undo and redo of a log move last back and forth", "[store][rhythm][journal]") {
  Watched watched;
  watched.house.log({watched.ana}, 2026y / 1 / 10);
  watched.house.log({watched.ana}, 2026y / 2 / 10);
  watched.undo();
  CHECK(watched.last() == 2026y / 1 / 10);
  watched.undo();
  CHECK(watched.last() == kToday);
  watched.redo();
  CHECK(watched.last() == 2026y / 1 / 10);
  watched.redo();
  CHECK(watched.last() == 2026y / 2 / 10);
}

TEST_CASE("undo of a removal brings last back", "[store][rhythm][journal]") {
  Watched watched;
  const Interaction met = watched.house.log({watched.ana}, 2026y / 2 / 10);
  watched.house.store.write("rm", [&] { watched.house.store.interactions().remove(met.id); });
  watched.undo();
  CHECK(watched.last() == 2026y / 2 / 10);
  watched.house.store.write("rm", [&] { watched.house.store.people().remove(watched.ana.id); });
  CHECK_FALSE(watched.last().has_value());
  watched.undo();
  CHECK(watched.last() == 2026y / 2 / 10);
  watched.redo();
  CHECK_FALSE(watched.last().has_value());
}

TEST_CASE("an unanswered message and a mention are no meeting", "[store][rhythm]") {
  Watched watched;
  watched.house.log({watched.ana}, 2026y / 1 / 10);
  watched.unanswered(2026y / 3 / 1);
  Interaction spoken{.date = 2026y / 3 / 2, .kind = "call"};
  spoken.mentions = {watched.ana.ref()};
  watched.house.log(spoken);
  CHECK(watched.last() == 2026y / 1 / 10);
  CHECK(watched.house.store.people().last_seen(watched.ana.id, kToday) == 2026y / 1 / 10);
}

TEST_CASE("what lies ahead counts in the table, not in last seen", "[store][rhythm]") {
  Watched watched;
  watched.house.log({watched.ana}, 2026y / 4 / 1);
  CHECK(watched.last() == 2026y / 4 / 1);
  CHECK_FALSE(watched.house.store.people().last_seen(watched.ana.id, kToday).has_value());
  CHECK(watched.house.store.people().last_seen(watched.ana.id, 2026y / 4 / 1) == 2026y / 4 / 1);
}

TEST_CASE("each standing but active, and the archive, take a person out and let them back in",
          "[store][rhythm]") {
  Watched watched;
  watched.house.log({watched.ana}, 2026y / 2 / 10);
  for (const Standing standing : {Standing::paused, Standing::former, Standing::dead}) {
    CAPTURE(to_string(standing));
    watched.set([&](Person& p) { p.standing = standing; });
    CHECK_FALSE(watched.last().has_value());
    watched.house.log({watched.ana}, 2026y / 2 / 11);  // meanwhile
    watched.undo();
    watched.set([](Person& p) { p.standing = Standing::active; });
    CHECK(watched.last() == 2026y / 2 / 10);
  }
  watched.set([](Person& p) { p.archived = true; });
  CHECK_FALSE(watched.last().has_value());
  watched.house.log({watched.ana}, 2026y / 3 / 1);
  watched.set([](Person& p) { p.archived = false; });
  CHECK(watched.last() == 2026y / 3 / 1);
}

TEST_CASE("a snooze leaves the rhythm as it is: it ends by itself", "[store][rhythm]") {
  Watched watched;
  watched.set([](Person& p) { p.snoozed_until = 2030y / 1 / 1; });
  CHECK(watched.last() == kToday);
}

TEST_CASE("a person moves between groups with circle and cadence", "[store][rhythm]") {
  Watched watched;
  watched.house.log({watched.ana}, 2026y / 2 / 10);
  const auto group = [&] { return watched.house.store.rhythms().find(watched.ana.id)->group; };
  for (const Circle circle : kCircles) {
    watched.set([&](Person& p) { p.circle = circle; });
    CHECK(group().circle == circle);
    CHECK_FALSE(group().own_cadence.has_value());
    CHECK(watched.last() == 2026y / 2 / 10);
  }
  watched.set([](Person& p) { p.own_cadence = Cadence{45}; });
  CHECK(group().circle == Circle::wider);
  CHECK(group().own_cadence == Cadence{45});
  watched.set([](Person& p) { p.circle.reset(); });
  CHECK_FALSE(group().circle.has_value());
  CHECK(group().own_cadence == Cadence{45});
  watched.set([](Person& p) { p.own_cadence.reset(); });
  CHECK_FALSE(watched.last().has_value());
  watched.undo();
  CHECK(watched.last() == 2026y / 2 / 10);
}

TEST_CASE("the day tracking began can be moved, and matters only to who was never met",
          "[store][rhythm]") {
  Watched watched;
  watched.set([](Person& p) { p.tracked_since = 2024y / 1 / 1; });
  CHECK(watched.last() == 2024y / 1 / 1);
  watched.house.log({watched.ana}, 2023y / 1 / 1);
  CHECK(watched.last() == 2023y / 1 / 1);
  watched.set([](Person& p) { p.tracked_since = 2025y / 1 / 1; });
  CHECK(watched.last() == 2023y / 1 / 1);
}

TEST_CASE("groups are listed once each, in order, and walked within their days",
          "[store][rhythm]") {
  House house;
  const auto add = [&](std::string name, std::optional<Circle> circle, int days, Date since) {
    Person draft{.name = std::move(name), .circle = circle, .tracked_since = since};
    if (days > 0) {
      draft.own_cadence = Cadence{days};
    }
    return house.add(draft).id;
  };
  const PersonId a = add("A", Circle::inner, 0, 2026y / 1 / 3);
  const PersonId b = add("B", Circle::inner, 0, 2026y / 1 / 1);
  const PersonId c = add("C", Circle::inner, 0, 2026y / 1 / 1);
  add("D", Circle::inner, 5, 2026y / 1 / 1);
  const PersonId e = add("E", std::nullopt, 5, 2026y / 1 / 1);
  add("F", std::nullopt, 0, 2026y / 1 / 1);  // not tracked

  RhythmRepo& rhythms = house.store.rhythms();
  const std::vector<RhythmGroup> groups = rhythms.groups();
  REQUIRE(groups.size() == 3);
  CHECK_FALSE(groups[0].circle.has_value());
  CHECK(groups[1].circle == Circle::inner);
  CHECK(groups[2].own_cadence == Cadence{5});

  const auto walk = [&](Date from, Date to, std::size_t limit = 9) {
    std::vector<PersonId> seen;
    rhythms.for_each(groups[1], from, to, [&](const Rhythm& one) {
      seen.push_back(one.person);
      return seen.size() < limit;
    });
    return seen;
  };
  CHECK(walk(2026y / 1 / 1, 2026y / 1 / 3) == std::vector{b, c, a});
  CHECK(walk(2026y / 1 / 2, 2026y / 1 / 3) == std::vector{a});
  CHECK(walk(2026y / 1 / 1, 2026y / 1 / 2) == std::vector{b, c});
  CHECK(walk(2026y / 1 / 1, 2026y / 1 / 3, 1) == std::vector{b});
  CHECK(rhythms.last_person() == e);
  std::vector<PersonId> rest;
  rhythms.for_each_from(c, [&](const Rhythm& one) {
    rest.push_back(one.person);
    return one.person != e;
  });
  CHECK(rest.front() == c);
  CHECK(rest.back() == e);
}

TEST_CASE("an empty house has no rhythm", "[store][rhythm]") {
  House house;
  CHECK(house.store.rhythms().groups().empty());
  CHECK(house.store.rhythms().last_person() == PersonId{});
}

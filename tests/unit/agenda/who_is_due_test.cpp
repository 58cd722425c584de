// Who is on the list, in which order.
#include "support/agenda_house.hpp"
#include "support/catch.hpp"

using namespace kith;
using namespace std::chrono_literals;

using Names = std::vector<std::string>;

TEST_CASE("a person is due when their cadence is over, not a day earlier", "[agenda]") {
  test::AgendaHouse house{2026y / 11 / 1};
  house.met(house.person("Ana Lim", 30), 2026y / 11 / 1);
  house.clock.set(2026y / 11 / 30);
  CHECK(house.names().empty());
  house.clock.set(2026y / 12 / 1);
  CHECK(house.names() == Names{"Ana Lim"});
}

TEST_CASE("within looks ahead by so many days", "[agenda]") {
  test::AgendaHouse house{2026y / 11 / 1};
  house.met(house.person("Ana Lim", 30), 2026y / 11 / 1);
  house.clock.set(2026y / 11 / 28);
  CHECK(house.names({.within_days = 2}).empty());
  const auto ahead = house.due({.within_days = 3});
  REQUIRE(ahead.size() == 1);
  CHECK(ahead[0].due == Date{2026y / 12 / 1});
  CHECK(ahead[0].days_late == -3);
}

TEST_CASE("an entry says when it was due, how late it is and when they were last seen",
          "[agenda]") {
  test::AgendaHouse house{2026y / 9 / 22};
  house.met(house.person("Ana Lim", 30), 2026y / 9 / 22);
  house.clock.set(2026y / 11 / 22);
  const auto due = house.due();
  REQUIRE(due.size() == 1);
  CHECK(due[0].reason == DueReason::check_in);
  CHECK(due[0].due == Date{2026y / 10 / 22});
  CHECK(due[0].days_late == 31);
  CHECK(due[0].last_seen == Date{2026y / 9 / 22});
  CHECK_FALSE(due[0].follow_up);
}

TEST_CASE("somebody never met counts from the day they were given a rhythm", "[agenda]") {
  test::AgendaHouse house{2026y / 11 / 1};
  house.person("Ana Lim", 30);
  house.clock.set(2026y / 11 / 30);
  CHECK(house.names().empty());
  house.clock.set(2026y / 12 / 11);
  const auto due = house.due();
  REQUIRE(due.size() == 1);
  CHECK(due[0].why == "not in touch since you added them 40 days ago, you like every 30");
  CHECK_FALSE(due[0].last_seen);
}

TEST_CASE("an unanswered message is no interaction that counts", "[agenda]") {
  test::AgendaHouse house{2026y / 11 / 1};
  const Person ana = house.person("Ana Lim", 30);
  house.met(ana, 2026y / 11 / 1);
  house.clock.set(2026y / 12 / 1);
  house.met(ana, 2026y / 11 / 30, true);
  CHECK(house.names() == Names{"Ana Lim"});
}

TEST_CASE("a meeting that lies ahead counts as none yet", "[agenda]") {
  test::AgendaHouse house{2026y / 9 / 1};
  const Person ana = house.person("Ana Lim", 30);
  house.met(ana, 2026y / 9 / 1);
  house.clock.set(2026y / 11 / 1);
  house.met(ana, 2026y / 11 / 9);
  CHECK(house.why("Ana Lim") == "61 days, you like every 30");
  house.clock.set(2026y / 11 / 9);
  CHECK(house.names().empty());
}

TEST_CASE("whoever has only a meeting ahead counts from the day tracking began", "[agenda]") {
  test::AgendaHouse house{2026y / 9 / 1};
  house.met(house.person("Ana Lim", 30), 2026y / 12 / 24);
  house.clock.set(2026y / 10 / 1);
  CHECK(house.why("Ana Lim") == "not in touch since you added them 30 days ago, you like every 30");
}

TEST_CASE("silent people are never due", "[agenda]") {
  test::AgendaHouse house{2026y / 9 / 1};
  const auto add = [&](std::string_view name, auto change) {
    Person draft{.name = std::string{name},
                 .birthday = PartialDate{std::nullopt, 11, 3},
                 .own_cadence = Cadence{10},
                 .tracked_since = house.clock.today()};
    change(draft);
    const Person saved = house.add(draft);
    house.promise(saved, "the book", 2026y / 10 / 1);
  };
  add("Archived", [](Person& p) { p.archived = true; });
  add("Dead", [](Person& p) { p.standing = Standing::dead; });
  add("Former", [](Person& p) { p.standing = Standing::former; });
  add("Paused", [](Person& p) { p.standing = Standing::paused; });
  add("Snoozed", [](Person& p) { p.snoozed_until = 2026y / 11 / 2; });
  add("Woken", [](Person& p) { p.snoozed_until = 2026y / 11 / 1; });
  house.clock.set(2026y / 11 / 1);
  CHECK(house.names({.all = true}) == Names{"Woken"});
}

TEST_CASE("silent people do not use up the places of others", "[agenda]") {
  test::AgendaHouse house{2026y / 1 / 1};
  for (int i = 0; i < 40; ++i) {
    Person draft{.name = "Paused " + std::to_string(i),
                 .own_cadence = Cadence{30},
                 .tracked_since = house.clock.today(),
                 .standing = Standing::paused};
    house.add(draft);
  }
  house.clock.set(2026y / 1 / 2);
  house.person("Ana Lim", 30);
  house.person("Bo Ek", 30);
  house.clock.set(2026y / 2 / 10);
  CHECK(house.names() == Names{"Ana Lim", "Bo Ek"});
}

TEST_CASE("five at most, and all of them if asked", "[agenda]") {
  test::AgendaHouse house{2026y / 1 / 1};
  for (const std::string_view name : {"G", "F", "E", "D", "C", "B", "A"}) {
    house.person(name, 30);
  }
  house.clock.set(2026y / 2 / 10);
  CHECK(house.names() == Names{"A", "B", "C", "D", "E"});
  CHECK(house.names({.limit = 2}) == Names{"A", "B"});
  CHECK(house.names({.all = true}).size() == 7);
}

TEST_CASE("who is late by more of their cadence comes first, closer circles before wider",
          "[agenda]") {
  test::AgendaHouse house{2026y / 1 / 1};
  house.person("Half late", 40);
  house.person("Twice late", 30);
  house.person("Inner", Circle::inner);
  house.clock.set(2026y / 3 / 2);  // 60 days
  CHECK(house.names() == Names{"Inner", "Twice late", "Half late"});
}

TEST_CASE("ties go by name, whatever its case", "[agenda]") {
  test::AgendaHouse house{2026y / 1 / 1};
  house.person("bo", 30);
  house.person("Ana", 30);
  house.person("Émile", 30);
  house.clock.set(2026y / 3 / 2);
  CHECK(house.names({.limit = 3}) == Names{"Ana", "bo", "Émile"});
}

TEST_CASE("circle and tags narrow the list", "[agenda]") {
  test::AgendaHouse house{2026y / 1 / 1};
  house.add(
      {.name = "Ana", .circle = Circle::close, .tracked_since = 2026y / 1 / 1, .tags = {"choir"}});
  house.add({.name = "Bo",
             .circle = Circle::inner,
             .tracked_since = 2026y / 1 / 1,
             .tags = {"choir", "work"}});
  house.add({.name = "Cy", .circle = Circle::inner, .tracked_since = 2026y / 1 / 1});
  house.promise(house.add({.name = "Di"}), "the book", 2026y / 1 / 5);
  house.clock.set(2026y / 3 / 2);
  CHECK(house.names({.circle = Circle::inner}) == Names{"Bo", "Cy"});
  CHECK(house.names({.tags = {"choir"}}) == Names{"Bo", "Ana"});
  CHECK(house.names({.tags = {"choir", "work"}}) == Names{"Bo"});
  CHECK(house.names({.circle = Circle::close, .tags = {"choir"}}) == Names{"Ana"});
}

TEST_CASE("somebody without a rhythm is listed for a promise alone", "[agenda]") {
  test::AgendaHouse house{2026y / 11 / 1};
  const Person ana = house.add({.name = "Ana Lim"});
  const FollowUp book = house.promise(ana, "the book", 2026y / 11 / 12);
  house.clock.set(2026y / 11 / 11);
  CHECK(house.names().empty());
  CHECK(house.names({.within_days = 1}) == Names{"Ana Lim"});
  house.clock.set(2026y / 11 / 22);
  const auto due = house.due();
  REQUIRE(due.size() == 1);
  CHECK(due[0].reason == DueReason::follow_up);
  CHECK(due[0].due == Date{2026y / 11 / 12});
  CHECK(due[0].days_late == 10);
  REQUIRE(due[0].follow_up);
  CHECK(due[0].follow_up->id == book.id);
  CHECK(due[0].why == "you promised: the book (due 12 Nov)");
}

TEST_CASE("a promise whose day has come weighs more than what others owe", "[agenda]") {
  test::AgendaHouse house{2026y / 11 / 1};
  house.promise(house.add({.name = "Ana Lim"}), "the book", 2026y / 11 / 20, Owner::them);
  house.promise(house.add({.name = "Bo Ek"}), "the map", 2026y / 11 / 20);
  house.clock.set(2026y / 11 / 22);
  CHECK(house.names() == Names{"Bo Ek", "Ana Lim"});
}

TEST_CASE("one old friend a week, after two easier names, the same all week", "[agenda]") {
  test::AgendaHouse house{2024y / 1 / 1};
  std::vector<Person> old;
  for (const std::string_view name : {"Old 1", "Old 2", "Old 3", "Old 4"}) {
    old.push_back(house.person(name, 30));
  }
  house.clock.set(2026y / 10 / 1);
  for (const std::string_view name : {"A", "B", "C"}) {
    house.person(name, 30);
  }
  const Date monday = 2026y / 11 / 16;
  house.clock.set(monday);
  const Names first = house.names();
  REQUIRE(first.size() == 4);
  CHECK(first[2].starts_with("Old"));
  for (int day = 1; day < 7; ++day) {
    house.clock.set(add_days(monday, day));
    CHECK(house.names() == first);
  }
  // Once they have been in touch, nobody else takes their place until next Monday.
  for (const Person& person : old) {
    if (person.name == first[2]) {
      house.met(person, add_days(monday, 6));
    }
  }
  CHECK(house.names() == Names{"A", "B", "C"});
  house.clock.set(add_days(monday, 7));
  const Names next = house.names();
  REQUIRE(next.size() == 4);
  CHECK(next[2].starts_with("Old"));
  CHECK(next[2] != first[2]);
}

TEST_CASE("an old friend stands last where there are fewer than two others", "[agenda]") {
  test::AgendaHouse house{2024y / 1 / 1};
  house.person("Old", 30);
  house.clock.set(2026y / 11 / 16);
  CHECK(house.names() == Names{"Old"});
  const auto due = house.due();
  CHECK(due[0].old_friend);
  CHECK(due[0].reason == DueReason::check_in);
}

TEST_CASE("all shows every old friend, at the end", "[agenda]") {
  test::AgendaHouse house{2024y / 1 / 1};
  for (const std::string_view name : {"Old 1", "Old 2", "Old 3"}) {
    house.person(name, 30);
  }
  house.clock.set(2026y / 10 / 1);
  house.person("A", 30);
  house.clock.set(2026y / 11 / 16);
  CHECK(house.names({.all = true}) == Names{"A", "Old 1", "Old 2", "Old 3"});
}

TEST_CASE("over the weeks every old friend has a turn", "[agenda]") {
  test::AgendaHouse house{2024y / 1 / 1};
  for (int i = 0; i < 6; ++i) {
    house.person("Old " + std::to_string(i), 30);
  }
  std::set<std::string> shown;
  for (int week = 0; week < 80; ++week) {
    house.clock.set(add_days(2026y / 1 / 5, 7 * week));
    for (const std::string& name : house.names()) {
      shown.insert(name);
    }
  }
  CHECK(shown.size() == 6);
}

TEST_CASE("an old friend with an occasion is listed like everybody else", "[agenda]") {
  test::AgendaHouse house{2024y / 1 / 1};
  Person draft{.name = "Old", .own_cadence = Cadence{30}, .tracked_since = 2024y / 1 / 1};
  draft.birthday = PartialDate{std::nullopt, 11, 18};
  house.add(draft);
  house.clock.set(2026y / 11 / 16);
  const auto due = house.due();
  REQUIRE(due.size() == 1);
  CHECK(due[0].reason == DueReason::occasion);
  CHECK(due[0].score == Approx(3.5));
  CHECK(house.due({.all = true}).size() == 1);
}

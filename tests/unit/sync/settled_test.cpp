// Where neither side has changed, nothing is held in memory; whatever changes then is seen.
#include <string>

#include "support/catch.hpp"
#include "support/synced.hpp"

namespace {

using namespace kith;
using namespace kith::test;
using sync::Moved;

/// Three people and a card that came from there, in step for long.
struct Settled : SyncedHouse {
  Settled() {
    ana = add("Ana Lim");
    bo = add("Bo Ray");
    add("Cy Orr");
    put("from-phone.vcf", card("of-dee", "FN:Dee Fox\n"));
    for (int turns = 0; turns < 3; ++turns) {
      last = sync();
    }
  }
  std::string file_of(const Person& person) const { return to_string(person.uid) + ".vcf"; }

  Person ana{};
  Person bo{};
  sync::SyncReport last{};
};

}  // namespace

TEST_CASE("what changes after a long time in step is seen, on whichever side", "[sync]") {
  Settled house;
  REQUIRE(house.last.contacts->items == 4);
  REQUIRE(house.last.contacts->from_there == Moved{});
  REQUIRE(house.last.contacts->to_there == Moved{});

  SECTION("a card that was edited there") {
    house.replace(house.file_of(house.ana), "FN:Ana Lim", "FN:Ana Lima");
    CHECK(house.sync().contacts->from_there == Moved{.changed = 1});
    CHECK(house.now(house.ana).name == "Ana Lima");
  }
  SECTION("a card that is new there") {
    house.put("new.vcf", card("of-eve", "FN:Eve Kay\n"));
    const auto report = house.sync();
    CHECK(report.contacts->from_there == Moved{.added = 1});
    CHECK(report.contacts->items == 5);
  }
  SECTION("a card that is gone there") {
    house.erase(house.file_of(house.bo));
    CHECK(house.sync().contacts->from_there == Moved{.deleted = 1});
    CHECK(house.now(house.bo).archived);
  }
  SECTION("one that is gone, and another that came in its place") {
    house.erase(house.file_of(house.bo));
    house.put("new.vcf", card("of-eve", "FN:Eve Kay\n"));
    CHECK(house.sync().contacts->from_there == Moved{.added = 1, .deleted = 1});
  }
  SECTION("two cards that exchanged their names") {
    const std::string anas = house.content(house.file_of(house.ana));
    house.put(house.file_of(house.ana), house.content(house.file_of(house.bo)));
    house.put(house.file_of(house.bo), anas);
    const auto report = house.sync();
    CHECK(report.contacts->from_there == Moved{});
    CHECK(house.now(house.ana).name == "Ana Lim");
    CHECK_FALSE(house.now(house.bo).archived);
  }
  SECTION("a person who was edited here") {
    Person ana = house.now(house.ana);
    ana.name = "Ana Lima";
    house.update(ana);
    CHECK(house.sync().contacts->to_there == Moved{.changed = 1});
    CHECK(house.content(house.file_of(ana)).find("FN:Ana Lima") != std::string::npos);
  }
}

TEST_CASE("a to-do finds the person of a card that has long been in step", "[sync][tasks]") {
  Settled house;
  house.put("todo.ics",
            "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//phone//EN\nBEGIN:VTODO\nUID:t1\nSUMMARY:the "
            "recipe\nDUE;VALUE=DATE:20260402\nRELATED-TO:of-dee\nEND:VTODO\nEND:VCALENDAR\n");
  const auto report = house.sync({.tasks = house.folder.path(), .with_tasks = true});
  CHECK(report.contacts->from_there == Moved{});
  CHECK(report.contacts->items == 4);
  CHECK(report.tasks->from_there == Moved{.added = 1});
  const auto all = house.store.follow_ups().of(house.only("Dee Fox").id);
  REQUIRE(all.size() == 1);
  CHECK(all.front().text == "the recipe");
}

// The reason in words; every number in it can be checked with `kith show`.
#include "agenda/why.hpp"

#include "support/agenda_house.hpp"
#include "support/catch.hpp"

using namespace kith;
using namespace std::chrono_literals;

TEST_CASE("the line tells the rhythm, then what you promised, then what they owe", "[agenda]") {
  test::AgendaHouse house{2026y / 9 / 22};
  const Person ana = house.person("Ana Lim", 30);
  house.met(ana, 2026y / 9 / 22);
  house.promise(ana, "the book", 2026y / 11 / 12);
  house.promise(ana, "the deck", 2025y / 12 / 30, Owner::them);
  house.clock.set(2026y / 11 / 22);
  CHECK(house.why("Ana Lim") ==
        "61 days, you like every 30 · you promised: the book (due 12 Nov) · "
        "Ana owes you: the deck (due 30 Dec 2025)");
}

TEST_CASE("a cadence of one day reads well", "[agenda]") {
  test::AgendaHouse house{2026y / 11 / 21};
  house.met(house.person("Ana Lim", 1), 2026y / 11 / 21);
  house.clock.set(2026y / 11 / 22);
  CHECK(house.why("Ana Lim") == "1 day, you like every day");
}

TEST_CASE("a birthday is told from a week before", "[agenda]") {
  test::AgendaHouse house{2026y / 11 / 1};
  house.add({.name = "Ana Lim", .birthday = PartialDate{1986, 11, 25}});
  house.add({.name = "Bo Ek", .birthday = PartialDate{std::nullopt, 11, 25}});
  house.clock.set(2026y / 11 / 17);
  CHECK(house.why("Bo Ek").empty());
  CHECK(house.why("Bo Ek", 8) == "birthday in 8 days");
  house.clock.set(2026y / 11 / 18);
  CHECK(house.why("Bo Ek") == "birthday in 7 days");
  house.clock.set(2026y / 11 / 24);
  CHECK(house.why("Ana Lim") == "birthday tomorrow, turns 40");
  house.clock.set(2026y / 11 / 25);
  CHECK(house.why("Ana Lim") == "birthday today, turns 40");
  house.clock.set(2026y / 11 / 26);
  CHECK(house.why("Ana Lim").empty());
}

TEST_CASE("birthdays on 29 February, on a 31st and across the year's end", "[agenda]") {
  test::AgendaHouse house{2026y / 1 / 10};
  house.add({.name = "Leap", .birthday = PartialDate{1996, 2, 29}});
  house.add({.name = "Last", .birthday = PartialDate{std::nullopt, 12, 31}});
  house.add({.name = "New", .birthday = PartialDate{2000, 1, 2}});
  house.clock.set(2026y / 2 / 27);
  CHECK(house.why("Leap") == "birthday tomorrow, turns 30");
  house.clock.set(2028y / 2 / 28);
  CHECK(house.why("Leap") == "birthday tomorrow, turns 32");
  house.clock.set(2026y / 12 / 26);
  CHECK(house.why("Last") == "birthday in 5 days");
  CHECK(house.why("New") == "birthday in 7 days, turns 27");
  house.clock.set(2027y / 1 / 1);
  CHECK(house.why("Last").empty());
}

TEST_CASE("an event noted beforehand is asked about for a week, until you are in touch",
          "[agenda]") {
  test::AgendaHouse house{2026y / 11 / 1};
  const Person ana = house.add({.name = "Ana Lim"});
  house.fact(ana, "other", "marathon", 2026y / 11 / 18);
  house.clock.set(2026y / 11 / 18);
  CHECK(house.why("Ana Lim").empty());
  house.clock.set(2026y / 11 / 19);
  CHECK(house.why("Ana Lim") == "ask how it went: marathon (18 Nov)");
  house.clock.set(2026y / 11 / 25);
  CHECK_FALSE(house.why("Ana Lim").empty());
  house.clock.set(2026y / 11 / 26);
  CHECK(house.why("Ana Lim").empty());
  house.clock.set(2026y / 11 / 22);
  house.met(ana, 2026y / 11 / 17);
  CHECK_FALSE(house.why("Ana Lim").empty());
  house.met(ana, 2026y / 11 / 20);
  CHECK(house.why("Ana Lim").empty());
}

TEST_CASE("what was noted after it happened needs no asking", "[agenda]") {
  test::AgendaHouse house{2026y / 11 / 20};
  house.fact(house.add({.name = "Ana Lim"}), "other", "marathon", 2026y / 11 / 18);
  CHECK(house.why("Ana Lim").empty());
}

TEST_CASE("a success is to be celebrated for a month, until you are in touch", "[agenda]") {
  test::AgendaHouse house{2026y / 11 / 20};
  const Person ana = house.add({.name = "Ana Lim"});
  const Person bo = house.add({.name = "Bo Ek"});
  house.fact(ana, "success", "got promoted", std::nullopt);
  house.fact(bo, "success", "won the race", 2026y / 11 / 10);
  CHECK(house.why("Ana Lim") == "congratulate: got promoted");
  CHECK(house.why("Bo Ek") == "congratulate: won the race");
  house.met(bo, 2026y / 11 / 10);
  CHECK(house.why("Bo Ek").empty());
  house.clock.set(2026y / 12 / 20);
  CHECK_FALSE(house.why("Ana Lim").empty());
  house.clock.set(2026y / 12 / 21);
  CHECK(house.why("Ana Lim").empty());
}

TEST_CASE("a success that was an event is one occasion, not two", "[agenda]") {
  test::AgendaHouse house{2026y / 11 / 1};
  house.fact(house.add({.name = "Ana Lim"}), "success", "graduation", 2026y / 11 / 18);
  house.clock.set(2026y / 11 / 20);
  const auto due = house.due();
  REQUIRE(due.size() == 1);
  CHECK(due[0].why == "ask how it went: graduation (18 Nov)");
  CHECK(due[0].score == Approx(0.5));
}

TEST_CASE("an old friend's line says how long it has been", "[agenda]") {
  test::AgendaHouse house{2024y / 8 / 20};
  house.met(house.person("Ana Lim", 30), 2024y / 8 / 20);
  house.clock.set(2026y / 11 / 22);
  CHECK(house.why("Ana Lim") == "an old friend: 2 years and 3 months");
}

TEST_CASE("lengths of time are whole months", "[agenda]") {
  using agenda::how_long;
  CHECK(how_long(2026y / 11 / 2, 2026y / 11 / 22) == "20 days");
  CHECK(how_long(2026y / 11 / 21, 2026y / 11 / 22) == "1 day");
  CHECK(how_long(2026y / 1 / 31, 2026y / 2 / 28) == "1 month");
  CHECK(how_long(2025y / 11 / 23, 2026y / 11 / 22) == "11 months");
  CHECK(how_long(2025y / 11 / 22, 2026y / 11 / 22) == "1 year");
  CHECK(how_long(2024y / 2 / 29, 2025y / 3 / 31) == "1 year and 1 month");
}

TEST_CASE("a name that begins with a title is not cut", "[agenda]") {
  test::AgendaHouse house{2026y / 11 / 1};
  house.promise(house.add({.name = "Dr. Ana Lim"}), "results", 2026y / 11 / 1, Owner::them);
  CHECK(house.why("Dr. Ana Lim") == "Dr. Ana Lim owes you: results (due 1 Nov)");
}

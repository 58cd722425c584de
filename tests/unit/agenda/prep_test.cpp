// What to know before you meet somebody: what is open, what is over, and whom else you know there.
#include "support/agenda_house.hpp"
#include "support/catch.hpp"
#include <kith/agenda/celebrated.hpp>
#include <kith/agenda/prep.hpp>
#include <kith/store/link_repo.hpp>

using namespace kith;
using namespace kith::test;
using namespace std::chrono_literals;

namespace {

std::vector<std::string> texts(const std::vector<Fact>& facts) {
  std::vector<std::string> found;
  for (const Fact& fact : facts) {
    found.push_back(fact.text);
  }
  return found;
}
using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("prep asks about what was ahead, until you were in touch or a year went by",
          "[agenda][prep]") {
  AgendaHouse house(2026y / 1 / 1);
  const Person ana = house.add({.name = "Ana Lim"});
  house.fact(ana, "work", "the exam", 2026y / 3 / 10);
  house.fact(ana, "hope", "the marathon", 2026y / 4 / 10);
  house.fact(ana, "work", "the far day", 2026y / 12 / 24);
  house.fact(ana, "work", "noted when it was over", 2025y / 12 / 24);
  const auto ask = [&](Date day) {
    house.clock.set(day);
    return texts(prepare(house.store, ana.id, day).ask);
  };
  CHECK(ask(2026y / 2 / 7) == Texts{});  // 31 days ahead
  CHECK(ask(2026y / 2 / 8) == Texts{"the exam"});
  CHECK(ask(2026y / 3 / 20) == Texts{"the exam", "the marathon"});
  house.met(ana, 2026y / 3 / 10);
  CHECK(ask(2026y / 3 / 20) == Texts{"the marathon"});
  CHECK(ask(2027y / 4 / 10) == Texts{"the marathon", "the far day"});
  CHECK(ask(2027y / 4 / 11) == Texts{"the far day"});
  CHECK(texts(prepare(house.store, ana.id, 2027y / 4 / 11).hopes) == Texts{"the marathon"});
}

TEST_CASE("the day a fact is of is the day where you are", "[agenda][prep]") {
  // Two hours east of UTC, where it is half past midnight.
  class EasternClock : public Clock {
   public:
    Date today() const override { return 2026y / 3 / 20; }
    Instant now() const override {
      return Instant{std::chrono::sys_days{2026y / 3 / 19}} + 22h + 30min;
    }
    Date day_of(Instant instant) const override { return Clock::day_of(instant + 2h); }
  };
  const EasternClock clock;
  Store store = Store::in_memory(clock);
  const auto note = [&](std::string_view name, std::string_view kind, std::optional<Date> date) {
    return store.write("note", [&] {
      const Person person = store.people().add({.name = std::string{name}});
      store.interactions().add({.date = 2026y / 3 / 19, .people = {person.ref()}, .text = "met"});
      return store.facts().add(
          {.person = person.ref(), .kind = std::string{kind}, .text = "the prize", .date = date});
    });
  };
  const Fact success = note("Ana Lim", "success", {});
  const Fact today = note("Bo Ek", "work", 2026y / 3 / 20);
  CHECK(day_of(success, clock) == 2026y / 3 / 20);
  CHECK_FALSE(was_ahead(today, clock));
  CHECK(was_ahead(note("Cy Dahl", "work", 2026y / 3 / 21), clock));
  // Met on the day before it was noted: there is still something to congratulate on.
  const std::vector<DueEntry> due = who_is_due(store, {});
  REQUIRE(due.size() == 1);
  CHECK(due.front().why == "congratulate: the prize");
}

TEST_CASE(
    "a success is to be congratulated on until you are in touch, and celebrated within a week",
    "[agenda][prep]") {
  AgendaHouse house(2026y / 3 / 20);
  const Person ana = house.add({.name = "Ana Lim"});
  house.fact(ana, "success", "the prize", 2026y / 3 / 1);
  const Fact prize = house.store.facts().of(ana.id).front();
  const auto open = [&] { return prepare(house.store, ana.id, 2026y / 3 / 20).successes.size(); };
  house.met(ana, 2026y / 2 / 28);
  house.met(ana, 2026y / 3 / 4, true);  // unanswered: that was no congratulation
  CHECK(open() == 1);
  CHECK_FALSE(celebrated_on(house.store, prize, 2026y / 3 / 20).has_value());
  house.met(ana, 2026y / 3 / 9);
  CHECK(open() == 0);
  CHECK_FALSE(celebrated_on(house.store, prize, 2026y / 3 / 20).has_value());  // the ninth day
  house.met(ana, 2026y / 3 / 8);
  CHECK(celebrated_on(house.store, prize, 2026y / 3 / 20) == Date{2026y / 3 / 8});
  CHECK_FALSE(celebrated_on(house.store, prize, 2026y / 3 / 7).has_value());  // lies ahead then
}

TEST_CASE("the last times are those on which you were in touch", "[agenda][prep]") {
  AgendaHouse house(2026y / 3 / 20);
  const Person ana = house.add({.name = "Ana Lim"});
  for (const Date day : {2026y / 1 / 1, 2026y / 1 / 5, 2026y / 2 / 1, 2026y / 2 / 5}) {
    house.met(ana, day);
    house.met(ana, add_days(day, 1), true);  // nobody answered
  }
  house.met(ana, 2026y / 4 / 1);  // to come
  const Prep prep = prepare(house.store, ana.id, 2026y / 3 / 20);
  std::vector<Date> days;
  for (const Interaction& one : prep.lately) {
    days.push_back(one.date);
  }
  CHECK(days == std::vector<Date>{2026y / 2 / 5, 2026y / 2 / 1, 2026y / 1 / 5});
  CHECK(prep.last_seen == days.front());
}

TEST_CASE("prep names a few of those you know in the same place, last seen first",
          "[agenda][prep]") {
  AgendaHouse house(2026y / 3 / 20);
  const Person ana = house.add({.name = "Ana Lim", .memberships = {{.org = "Acme"}}});
  const auto colleague = [&](const std::string& name) {
    return house.add({.name = name, .memberships = {{.org = "ACME"}}});
  };
  for (int i = 0; i < 300; ++i) {
    colleague("Someone " + std::to_string(i));
  }
  const Person last = colleague("Zoe Last");
  house.met(last, 2026y / 3 / 1);
  Person gone = last;
  gone.id = {};
  gone.uid = {};
  gone.name = "Gone Away";
  gone.memberships.front().to = PartialDate{2026y / 1 / 1};
  house.met(house.add(gone), 2026y / 3 / 2);
  house.add({.name = "Acme Lover", .city = "Acme"});
  const Prep prep = prepare(house.store, ana.id, 2026y / 3 / 20);
  REQUIRE(prep.known_there.size() == 1);
  CHECK(prep.known_there.front().place == "Acme");
  CHECK(prep.known_there.front().people.size() == 5);
  CHECK(prep.known_there.front().people.front().name == "Zoe Last");
  CHECK(prep.known_there.front().more > 100);
}

// Introductions: by you, by others, to you; when one takes, and what traces back to whom.
#include "network/introductions.hpp"

#include "support/catch.hpp"
#include "support/people.hpp"

using namespace kith;
using namespace kith::test;
using namespace kith::network;

namespace {

constexpr Date kToday = 2026y / 3 / 20;

struct Salon : House {
  Salon() : House(kToday) {}
  Person ana = add("Ana Lim");
  Person bo = add("Bo Ek");
  Person cy = add("Cy Dahl");

  void link(const Link& draft) {
    store.write("link", [&] { store.links().add(draft); });
  }
  /// `by` introduced `person` to you.
  void introduced(const Person& by, const Person& person, int year = 2020) {
    link({.a = by.ref(),
          .b = person.ref(),
          .kind = "introduced",
          .since = PartialDate{year, {}, {}}});
  }
  void intro(const Person& one, const Person& other, Date day) {
    store.write("tie", [&] { tie(store.links(), {.a = one.ref(), .b = other.ref(), .day = day}); });
    log({.date = day, .kind = "intro", .people = {one.ref(), other.ref()}});
  }
  std::vector<std::string> words(const Interaction& meeting) {
    std::vector<std::string> found;
    for (const Introduction& one : taken_by(store, meeting, kToday)) {
      found.push_back(in_words_when_taken(one));
    }
    return found;
  }
  std::vector<Introduction> all() { return read_introductions(store, kToday); }
};
using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("an introduction of two that was logged is yours", "[network][introductions]") {
  Salon salon;
  salon.intro(salon.ana, salon.bo, 2025y / 5 / 5);
  salon.intro(salon.bo, salon.ana, 2025y / 4 / 4);
  REQUIRE(salon.all().size() == 1);
  CHECK(salon.all().front() ==
        Introduction{.a = salon.ana.ref(), .b = salon.bo.ref(), .day = 2025y / 4 / 4});
}

TEST_CASE("what a logged sentence tells of introductions", "[network][introductions]") {
  Salon salon;
  const auto told = [&](const char* text, const std::vector<Person>& people) {
    Interaction draft{.date = kToday, .kind = "intro", .text = text};
    for (const Person& person : people) {
      draft.people.push_back(person.ref());
    }
    return introduction_told_by(draft);
  };
  const Person& ana = salon.ana;
  const Person& bo = salon.bo;
  const Person& cy = salon.cy;
  CHECK(told("introduced Ana to Bo", {ana, bo}) ==
        Introduction{.a = ana.ref(), .b = bo.ref(), .day = kToday});
  CHECK(told("on friday I introduced Ana to Bo", {ana, bo}).has_value());
  CHECK(told("Cy introduced me to Bo", {cy, bo}) ==
        Introduction{.by = cy.ref(), .a = bo.ref(), .day = kToday});
  CHECK(told("Cy introduced Ana to Bo", {cy, ana, bo}) ==
        Introduction{.by = cy.ref(), .a = ana.ref(), .b = bo.ref(), .day = kToday});
  CHECK_FALSE(told("Cy introduced Bo", {cy, bo}).has_value());  // to you, or to others?
  CHECK_FALSE(told("intro call with Ana and Bo", {ana, bo}).has_value());
  CHECK_FALSE(told("introduced myself to Ana", {ana}).has_value());
}

TEST_CASE("who introduced whom is told by links", "[network][introductions]") {
  Salon salon;
  salon.introduced(salon.ana, salon.bo, 2019);
  salon.intro(salon.ana, salon.bo, 2025y / 4 / 4);  // the same, as it was logged
  salon.link({.a = salon.bo.ref(), .b = salon.cy.ref(), .via = salon.ana.ref()});
  const std::vector<Introduction> all = salon.all();
  REQUIRE(all.size() == 2);
  CHECK(all[0] == Introduction{.by = salon.ana.ref(), .a = salon.bo.ref(), .day = 2019y / 1 / 1});
  CHECK(all[1].by == salon.ana.ref());
  CHECK(all[1].b == salon.cy.ref());
  CHECK(all[0].dated);
  CHECK_FALSE(all[1].dated);
}

TEST_CASE("an introduction takes when the two meet without whoever it was",
          "[network][introductions]") {
  Salon salon;
  salon.link({.a = salon.ana.ref(),
              .b = salon.bo.ref(),
              .since = PartialDate{2025y / 1 / 1},
              .via = salon.cy.ref()});
  CHECK(salon.words(salon.log({salon.ana, salon.bo, salon.cy}, 2025y / 2 / 2)).empty());
  CHECK_FALSE(salon.all().front().took.has_value());
  CHECK(salon.words(salon.log({salon.bo, salon.ana}, 2025y / 3 / 3)) ==
        Words{"Ana Lim and Bo Ek met again, since Cy Dahl introduced them"});
  CHECK(salon.all().front().took == 2025y / 3 / 3);
  CHECK(salon.words(salon.log({salon.bo, salon.ana}, 2025y / 4 / 4)).empty());  // took before
}

TEST_CASE("one of yours takes when they meet again", "[network][introductions]") {
  Salon salon;
  salon.log({salon.ana, salon.bo}, 2024y / 1 / 1);
  salon.intro(salon.ana, salon.bo, 2025y / 1 / 1);
  CHECK(salon.words(salon.log({salon.ana, salon.bo}, 2025y / 1 / 1)).empty());  // the same day
  CHECK(salon.words(salon.log({salon.ana}, 2025y / 2 / 1)).empty());
  CHECK(salon.words(salon.log({salon.ana, salon.bo, salon.cy}, 2025y / 2 / 2)) ==
        Words{"Ana Lim and Bo Ek met again, since you introduced them"});
}

TEST_CASE("one to you takes when you meet without them", "[network][introductions]") {
  Salon salon;
  salon.introduced(salon.ana, salon.bo, 2025);
  CHECK(salon.words(salon.log({salon.ana, salon.bo}, 2025y / 2 / 2)).empty());
  CHECK(salon
            .words(salon.log({.date = 2025y / 3 / 3,
                              .kind = "message",
                              .people = {salon.bo.ref()},
                              .unanswered = true}))
            .empty());
  CHECK(salon.words(salon.log({salon.bo}, 2025y / 3 / 4)) ==
        Words{"you and Bo Ek were in touch on your own, since Ana Lim introduced you"});
  CHECK(salon.words(salon.log({salon.bo}, 2027y / 1 / 1)).empty());  // not yet
}

TEST_CASE("people trace back to whoever began the chain", "[network][introductions]") {
  Salon salon;
  const Person dee = salon.add("Dee Fox");
  salon.introduced(salon.ana, salon.bo);
  salon.introduced(salon.bo, salon.cy);
  salon.introduced(salon.ana, dee);
  const std::vector<Introduction> all = salon.all();
  CHECK(brokers(all) == std::vector<Broker>{{salon.ana.ref(), 2, 3}, {salon.bo.ref(), 1, 1}});
  CHECK(names(longest_chain(all)) == std::vector<std::string>{"Ana Lim", "Bo Ek", "Cy Dahl"});
}

TEST_CASE("introductions that go round in circles end", "[network][introductions]") {
  Salon salon;
  salon.introduced(salon.ana, salon.bo);
  salon.introduced(salon.bo, salon.cy);
  salon.introduced(salon.cy, salon.ana);
  const std::vector<Introduction> all = salon.all();
  REQUIRE(brokers(all).size() == 3);
  CHECK(brokers(all).front() == Broker{salon.ana.ref(), 1, 2});
  CHECK(longest_chain(all).size() == 3);
}

TEST_CASE("somebody introduced by two counts once for each", "[network][introductions]") {
  Salon salon;
  const Person dee = salon.add("Dee Fox");
  salon.introduced(salon.ana, salon.bo);
  salon.introduced(salon.ana, salon.cy);
  salon.introduced(salon.bo, dee);
  salon.introduced(salon.cy, dee);
  CHECK(brokers(salon.all()).front() == Broker{salon.ana.ref(), 2, 3});
}

TEST_CASE("nobody introduced anybody: no chain", "[network][introductions]") {
  Salon salon;
  CHECK(salon.all().empty());
  CHECK(brokers({}).empty());
  CHECK(longest_chain({}).empty());
}

// Why two people are tied, in words; and the same ties as the whole network's, asked one by one.
#include "network/reasons.hpp"

#include <algorithm>

#include "network/log_ties.hpp"
#include "support/catch.hpp"
#include "support/people.hpp"
#include <kith/network/network.hpp>

using namespace kith;
using namespace kith::test;
using namespace kith::network;

namespace {

constexpr Date kToday = 2026y / 3 / 20;

struct Pub : House {
  Pub() : House(kToday) {}
  Person ana = add(Person{.name = "Ana Lim", .memberships = {{.org = "Acme"}}});
  Person bo = add(Person{.name = "Bo Ek", .memberships = {{.org = "ACME"}}});
  Person cy = add("Cy Dahl");

  void link(const Person& a, const Person& b, const char* kind, std::optional<PersonRef> via = {}) {
    store.write("link", [&] {
      store.links().add({.a = a.ref(), .b = b.ref(), .kind = kind, .via = std::move(via)});
    });
  }
  void met(const std::vector<Person>& people, Date day, const char* kind) {
    Interaction draft{.date = day, .kind = kind};
    for (const Person& person : people) {
      draft.people.push_back(person.ref());
    }
    log(draft);
  }
  std::string you(const Person& person) { return how_you_know(store, person.ref(), kToday); }
  std::string they(const Person& a, const Person& b) {
    return how_they_know(store, a.ref(), b.ref(), kToday);
  }
};

}  // namespace

TEST_CASE("how you know somebody: the last time, and how long ago", "[network][reasons]") {
  Pub pub;
  CHECK(pub.you(pub.ana).empty());
  pub.met({pub.ana}, 2026y / 3 / 8, "lunch");
  CHECK(pub.you(pub.ana) == "you had lunch with Ana Lim 12 days ago");
  pub.met({pub.ana}, 2026y / 3 / 19, "chess");
  CHECK(pub.you(pub.ana) == "you spent time with Ana Lim yesterday");
  pub.met({pub.ana}, 2026y / 3 / 25, "lunch");
  CHECK(pub.you(pub.ana) == "you spent time with Ana Lim yesterday");
}

TEST_CASE("how two others know each other: the most telling reason", "[network][reasons]") {
  Pub pub;
  CHECK(pub.they(pub.ana, pub.cy).empty());
  CHECK(pub.they(pub.ana, pub.bo) == "Ana Lim works with Bo Ek at Acme");
  pub.met({pub.ana, pub.bo}, 2025y / 12 / 1, "walk");
  CHECK(pub.they(pub.bo, pub.ana) == "Bo Ek and Ana Lim were together on a walk 3 months ago");
  pub.link(pub.ana, pub.bo, "knows", pub.cy.ref());
  CHECK(pub.they(pub.ana, pub.bo) == "Ana Lim knows Bo Ek, through Cy Dahl");
  CHECK(pub.they(pub.cy, pub.bo) == "Cy Dahl brought Ana Lim and Bo Ek together");
  pub.link(pub.bo, pub.ana, "introduced");
  CHECK(pub.they(pub.ana, pub.bo) == "Bo Ek introduced you to Ana Lim");
}

TEST_CASE("the past of an organisation is told as past", "[network][reasons]") {
  Pub pub;
  pub.cy.memberships = {{.org = "Acme", .from = {2018, {}, {}}, .to = {2020, {}, {}}}};
  pub.store.write("edit", [&] { pub.store.people().update(pub.cy); });
  CHECK(pub.they(pub.ana, pub.cy) == "Ana Lim and Cy Dahl were both at Acme");
}

TEST_CASE("days, months, years ago", "[network][reasons]") {
  CHECK(ago(kToday, kToday) == "today");
  CHECK(ago(2026y / 3 / 19, kToday) == "yesterday");
  CHECK(ago(2026y / 1 / 20, kToday) == "59 days ago");
  CHECK(ago(2025y / 10 / 20, kToday) == "5 months ago");
  CHECK(ago(2020y / 3 / 20, kToday) == "6 years ago");
}

TEST_CASE("nobody leads through the archived, the former and the dead, but to them",
          "[network][chains]") {
  Pub pub;
  pub.met({pub.ana, pub.cy}, kToday, "lunch");
  pub.met({pub.bo, pub.cy}, kToday, "lunch");
  const auto chains = [&] {
    LogTies ties(pub.store, kToday, {pub.bo.id});
    return find_chains(ties, std::nullopt, pub.bo.id, 9).size();
  };
  CHECK(chains() == 3);  // straight, through Ana (of Acme), through Cy
  pub.cy.archived = true;
  pub.store.write("archive", [&] { pub.store.people().update(pub.cy); });
  CHECK(chains() == 2);
  for (const auto& [standing, ways] : {std::pair{Standing::dead, 1U},
                                       std::pair{Standing::paused, 2U},
                                       std::pair{Standing::former, 1U}}) {
    CAPTURE(to_string(standing));
    pub.ana.standing = standing;
    pub.store.write("standing", [&] { pub.store.people().update(pub.ana); });
    CHECK(chains() == ways);
  }
  pub.bo.standing = Standing::dead;
  pub.store.write("dead", [&] { pub.store.people().update(pub.bo); });
  CHECK(chains() == 1);
}

TEST_CASE("the people of an organisation, as long as they belong to it", "[network][chains]") {
  Pub pub;
  pub.cy.memberships = {{.org = "Acme Labs", .to = {2020, {}, {}}}};
  pub.store.write("edit", [&] { pub.store.people().update(pub.cy); });
  LogTies ties(pub.store, kToday, {});
  CHECK(ties.people_at("acme") == std::vector<PersonId>{pub.ana.id, pub.bo.id});
  CHECK(ties.people_at("labs").empty());
}

// The network from the log: each rule by which two people are tied, and by how much.
#include <algorithm>
#include <functional>
#include <set>

#include "network/tie_rules.hpp"
#include "support/catch.hpp"
#include "support/people.hpp"
#include <kith/network/network.hpp>

using namespace kith;
using namespace kith::test;
using namespace kith::network;

namespace {

constexpr Date kToday = 2026y / 3 / 20;

struct Web : House {
  Web() : House(kToday) {}

  std::vector<Person> people(std::size_t count, const std::function<void(Person&)>& change = {}) {
    std::vector<Person> all;
    store.write("people", [&] {
      for (std::size_t i = 0; i < count; ++i) {
        Person draft{.name = "Person " + std::to_string(i)};
        if (change) {
          change(draft);
        }
        all.push_back(store.people().add(draft));
      }
    });
    return all;
  }
  void link(const Link& draft) {
    store.write("link", [&] { store.links().add(draft); });
  }
  Network read() { return read_network(store, kToday); }
  /// The tie of two people; an empty one if there is none.
  Tie tie(const Person& one, const Person& other) {
    const Network network = read();
    const auto place = [&](const Person& person) {
      const auto found = std::ranges::find(network.members, person.ref(), &Member::person);
      REQUIRE(found != network.members.end());
      return static_cast<Node>(found - network.members.begin());
    };
    const auto [a, b] = std::minmax({place(one), place(other)});
    for (const Tie& tie : network.ties) {
      if (tie.a == a && tie.b == b) {
        return tie;
      }
    }
    return {};
  }
};

std::uint8_t grounds(std::initializer_list<Ground> all) {
  std::uint8_t bits = 0;
  for (const Ground ground : all) {
    bits = static_cast<std::uint8_t>(bits | static_cast<std::uint8_t>(ground));
  }
  return bits;
}

void works_at(Person& person, const char* org, PartialDate from = {}, PartialDate to = {}) {
  person.memberships.push_back({.org = org, .from = from, .to = to});
}

PartialDate year(int number) { return {number, {}, {}}; }

}  // namespace

TEST_CASE("nobody, or one person, is a network without ties", "[network]") {
  Web web;
  CHECK(web.read().members.empty());
  web.add("Ana Lim");
  CHECK(web.read().members.size() == 1);
  CHECK(web.read().ties.empty());
  CHECK(web.read().day == kToday);
}

TEST_CASE("an hour for two today ties by 1, and of n people each two by 1/(n-1)", "[network]") {
  Web web;
  const auto all = web.people(5);
  web.log({all[0], all[1]}, kToday);
  web.log({all[2], all[3], all[4]}, kToday);
  CHECK(web.tie(all[0], all[1]).weight == 1);
  CHECK(web.tie(all[2], all[4]).weight == 0.5);
  CHECK(web.tie(all[0], all[2]).weight == 0);
  CHECK(web.read().ties.size() == 4);
  CHECK(web.tie(all[0], all[1]).grounds == grounds({Ground::together}));
}

TEST_CASE("being together halves every two years and adds up", "[network]") {
  Web web;
  const auto all = web.people(2);
  web.log({all[0], all[1]}, add_days(kToday, -1461));
  CHECK(web.tie(all[0], all[1]).weight == Approx(0.25));
  web.log({all[0], all[1]}, kToday);
  const Tie tie = web.tie(all[0], all[1]);
  CHECK(tie.weight == Approx(1.25));
  CHECK(tie.since == add_days(kToday, -1461));
  CHECK(tie.last == kToday);
}

TEST_CASE("what is to come ties nobody yet", "[network]") {
  Web web;
  const auto all = web.people(2);
  web.log({all[0], all[1]}, add_days(kToday, 1));
  CHECK(web.read().ties.empty());
  CHECK_FALSE(web.read().members.front().last_seen.has_value());
}

TEST_CASE("the archived are left out, though they were there", "[network]") {
  Web web;
  auto all = web.people(3);
  web.log(all, kToday);
  all[2].archived = true;
  web.store.write("archive", [&] { web.store.people().update(all[2]); });
  CHECK(web.read().members.size() == 2);
  CHECK(web.tie(all[0], all[1]).weight == 0.5);  // it was a meeting of three
}

TEST_CASE("in a large gathering people are tied to the eight nearest around a ring", "[network]") {
  Web web;
  const auto all = web.people(200);
  web.log(all, kToday);
  const Network network = web.read();
  CHECK(network.ties.size() == 200 * 4);
  std::vector<int> ties(200);
  for (const Tie& tie : network.ties) {
    ++ties[tie.a];
    ++ties[tie.b];
    CHECK(tie.weight == Approx(1.0 / 199));
  }
  CHECK(std::ranges::count(ties, 8) == 200);
}

TEST_CASE("up to forty people are all tied", "[network]") {
  Web web;
  web.log(web.people(40), kToday);
  CHECK(web.read().ties.size() == 40 * 39 / 2);
}

TEST_CASE("a link ties by its kind, whatever its age", "[network]") {
  Web web;
  const auto all = web.people(4);
  web.link({.a = all[0].ref(), .b = all[1].ref(), .kind = "partner", .since = year(2010)});
  web.link({.a = all[2].ref(), .b = all[1].ref(), .kind = "knows"});
  web.link({.a = all[2].ref(), .b = all[3].ref(), .kind = "nemesis"});
  const Tie partners = web.tie(all[0], all[1]);
  CHECK(partners.weight == 3);
  CHECK(partners.grounds == grounds({Ground::link}));
  CHECK(partners.since == 2010y / 1 / 1);
  CHECK(partners.last == kToday);
  CHECK(web.tie(all[1], all[2]).weight == 0.5);
  CHECK(web.tie(all[2], all[3]).weight > 0);
}

TEST_CASE("whoever introduced somebody to you is tied to them by an introduction", "[network]") {
  Web web;
  const auto all = web.people(2);
  web.link({.a = all[0].ref(), .b = all[1].ref(), .kind = "introduced"});
  CHECK(web.tie(all[0], all[1]).weight == 1);
  CHECK(web.tie(all[0], all[1]).grounds == grounds({Ground::introduction}));
}

TEST_CASE("whoever brought two together is tied to both", "[network]") {
  Web web;
  const auto all = web.people(3);
  web.link({.a = all[0].ref(), .b = all[1].ref(), .kind = "knows", .via = all[2].ref()});
  CHECK(web.tie(all[0], all[1]).grounds == grounds({Ground::link, Ground::introduction}));
  CHECK(web.tie(all[2], all[0]).weight == 0.5);
  CHECK(web.tie(all[2], all[1]).grounds == grounds({Ground::introduction}));
}

TEST_CASE("an introduction that was logged marks the tie", "[network]") {
  Web web;
  const auto all = web.people(2);
  web.log({.date = kToday, .kind = "intro", .people = {all[0].ref(), all[1].ref()}});
  CHECK(web.tie(all[0], all[1]).weight == 1);
  CHECK(web.tie(all[0], all[1]).grounds == grounds({Ground::together, Ground::introduction}));
}

TEST_CASE("colleagues are weakly tied, if they were there at the same time", "[network]") {
  Web web;
  Person a{.name = "A"};
  Person b{.name = "B"};
  Person c{.name = "C"};
  works_at(a, "Café Ünique", year(2015));
  works_at(b, "cafe unique", year(2018), year(2020));
  works_at(c, "CAFÉ ÜNIQUE", year(2021));
  a = web.add(a);
  b = web.add(b);
  c = web.add(c);
  const Tie once = web.tie(a, b);
  CHECK(once.weight == Approx(0.15));  // three people of one organisation
  CHECK(once.since == 2018y / 1 / 1);
  CHECK(once.last == 2020y / 12 / 31);
  CHECK(once.grounds == grounds({Ground::organisation}));
  CHECK(web.tie(a, c).last == kToday);
  CHECK(web.tie(b, c).weight == 0);
}

TEST_CASE("where days are not known, one organisation is enough, and two names are two",
          "[network]") {
  Web web;
  const auto all = web.people(3, [](Person& one) { works_at(one, "Acme"); });
  const Person other = [&] {
    Person draft{.name = "Other"};
    works_at(draft, "Acme Labs");
    return web.add(draft);
  }();
  CHECK(web.tie(all[0], all[2]).weight == Approx(0.15));
  CHECK(web.tie(all[0], other).weight == 0);
  CHECK(web.read().members.front().org == "Acme");
}

TEST_CASE("five hundred people of one company are one piece, at a cost that grows with people",
          "[network]") {
  Web web;
  web.people(500, [](Person& one) { works_at(one, "Acme"); });
  const Network network = web.read();
  CHECK(network.ties.size() == 500 * 4);
  std::vector<std::set<Node>> of(500);
  for (const Tie& tie : network.ties) {
    of[tie.a].insert(tie.b);
    of[tie.b].insert(tie.a);
    CHECK(tie.weight == Approx(0.3 / 8));
  }
  std::vector<Node> open{0};
  std::set<Node> seen{0};
  while (!open.empty()) {
    const Node at = open.back();
    open.pop_back();
    for (const Node next : of[at]) {
      if (seen.insert(next).second) {
        open.push_back(next);
      }
    }
  }
  CHECK(seen.size() == 500);
}

TEST_CASE("somebody who came back to an organisation is there once", "[network]") {
  Web web;
  Person a{.name = "A"};
  works_at(a, "Acme", year(2020));
  works_at(a, "Acme", year(2010), year(2012));
  Person b{.name = "B"};
  works_at(b, "Acme", year(2011), year(2013));
  a = web.add(a);
  b = web.add(b);
  CHECK(web.read().ties.size() == 1);
  CHECK(web.tie(a, b).weight == Approx(0.3));
}

TEST_CASE("members come by uid, with what a picture tells of them", "[network]") {
  Web web;
  Person draft{.name = "Ana Lim"};
  draft.city = "Lisbon";
  draft.tags = {"choir", "uni"};
  draft.circle = Circle::close;
  draft.met = "at the choir";
  draft.met_on = year(2019);
  works_at(draft, "Old", {}, year(2018));
  works_at(draft, "Acme");
  const Person ana = web.add(draft);
  const Person bo = web.add("Bo Ek");
  web.log({bo}, 2025y / 5 / 5);
  Interaction message{.date = kToday, .kind = "message", .people = {bo.ref()}};
  message.unanswered = true;
  web.log(message);
  const Network network = web.read();
  REQUIRE(network.members.size() == 2);
  CHECK(std::ranges::is_sorted(network.members, [](const Member& x, const Member& y) {
    return x.person.uid.bytes < y.person.uid.bytes;
  }));
  const auto member = [&](const Person& person) {
    return *std::ranges::find(network.members, person.ref(), &Member::person);
  };
  CHECK(member(ana).org == "Acme");
  CHECK(member(ana).city == "Lisbon");
  CHECK(member(ana).tags == std::vector<std::string>{"choir", "uni"});
  CHECK(member(ana).circle == Circle::close);
  CHECK(member(ana).met == "at the choir");
  CHECK(member(ana).since == 2019y / 1 / 1);
  CHECK(member(bo).since == 2025y / 5 / 5);
  CHECK(member(bo).last_seen == 2025y / 5 / 5);
}

TEST_CASE("ties come by a, then b, each pair once", "[network]") {
  Web web;
  const auto all = web.people(30);
  for (std::size_t i = 0; i < 28; ++i) {
    web.log({all[i], all[i + 1], all[i + 2]}, add_days(kToday, -static_cast<int>(i)));
    web.log({all[i + 2], all[i]}, kToday);
  }
  const Network network = web.read();
  const auto before = [](const Tie& x, const Tie& y) {
    return std::pair(x.a, x.b) < std::pair(y.a, y.b);
  };
  CHECK(std::ranges::is_sorted(network.ties, before));
  CHECK(std::ranges::adjacent_find(network.ties, [](const Tie& x, const Tie& y) {
          return x.a == y.a && x.b == y.b;
        }) == network.ties.end());
  CHECK(std::ranges::all_of(network.ties, [](const Tie& tie) { return tie.a < tie.b; }));
  CHECK(network.ties == web.read().ties);
}

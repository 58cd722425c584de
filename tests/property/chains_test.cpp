// Chains found by asking one person at a time are as short as those of a plain breadth-first search
// over the whole network, and the ties asked for are the network's.
#include "network/chains.hpp"

#include <algorithm>
#include <map>
#include <queue>

#include "demo/dice.hpp"
#include "network/log_ties.hpp"
#include "network/tie_rules.hpp"
#include "support/catch.hpp"
#include "support/people.hpp"
#include <kith/network/network.hpp>

using namespace kith;
using namespace kith::test;

namespace {

constexpr Date kToday = 2026y / 3 / 20;

/// A sparse network of all kinds of ties: meetings small and large, links, organisations.
struct Village : House {
  explicit Village(std::uint64_t seed) : House(kToday), dice(seed) {
    store.write("village", [&] { fill(); });
    network = network::read_network(store, kToday);
  }

  void fill() {
    constexpr std::size_t kPeople = 400;
    for (std::size_t i = 0; i < kPeople; ++i) {
      Person draft{.name = "Person " + std::to_string(i)};
      draft.archived = i > 2 && dice.chance(4);
      if (dice.chance(25)) {
        const int company = dice.chance(60) ? 0 : dice.between(1, 30);  // one of them is large
        draft.memberships.push_back(
            {.org = (dice.chance(50) ? "Company " : "COMPANY ") + std::to_string(company),
             .from = {dice.between(2010, 2020), {}, {}}});
        if (dice.chance(30)) {
          draft.memberships.back().to = {dice.between(2014, 2025), {}, {}};
        }
      }
      people.push_back(store.people().add(draft).ref());
    }
    for (int n = 0; n < 120; ++n) {
      meet(n == 0 ? 60 : static_cast<std::size_t>(dice.between(1, 3)));
    }
    for (int n = 0; n < 60; ++n) {
      Link link{.a = one(), .b = one(), .kind = dice.chance(50) ? "friend" : "introduced"};
      if (dice.chance(20)) {
        link.via = one();
      }
      const bool is_sound = link.a.id != link.b.id &&
                            (!link.via || (link.via->id != link.a.id && link.via->id != link.b.id));
      if (is_sound && !store.links().tied(link.a.id, link.b.id, link.kind)) {
        store.links().add(link);
      }
    }
  }
  PersonRef one() { return people[dice.below(people.size())]; }
  void meet(std::size_t count) {
    Interaction draft{.date = add_days(kToday, -dice.between(0, 3000)), .kind = "walk"};
    for (std::size_t n = 0; n < count; ++n) {
      const PersonRef person = one();
      if (std::ranges::find(draft.people, person) == draft.people.end()) {
        draft.people.push_back(person);
      }
    }
    store.interactions().add(draft);
  }

  /// Hops from `start` to everybody; -1: none.
  std::vector<int> distances(network::Node start) const {
    const network::Graph graph(network.members.size(), network.ties);
    std::vector<int> hops(graph.size(), -1);
    std::queue<network::Node> open;
    hops[start] = 0;
    for (open.push(start); !open.empty(); open.pop()) {
      for (const auto& next : graph.of(open.front())) {
        if (hops[next.node] < 0) {
          hops[next.node] = hops[open.front()] + 1;
          open.push(next.node);
        }
      }
    }
    return hops;
  }

  demo::Dice dice;
  std::vector<PersonRef> people{};
  network::Network network{};
};

}  // namespace

TEST_CASE("a chain has as few hops as a plain search over the whole network finds",
          "[property][chains]") {
  Village village(GENERATE(std::uint64_t{1}, std::uint64_t{2}));
  const auto& members = village.network.members;
  int reached = 0;
  for (int pair = 0; pair < 100; ++pair) {  // 200 in all
    const auto from = static_cast<network::Node>(village.dice.below(members.size()));
    const auto to = static_cast<network::Node>(village.dice.below(members.size()));
    if (from == to) {
      continue;
    }
    const PersonId start = members[from].person.id;
    const PersonId end = members[to].person.id;
    CAPTURE(raw(start), raw(end));
    network::LogTies ties(village.store, kToday, {start, end});
    const auto chains = network::find_chains(ties, start, end, 5);
    const int expected = village.distances(from)[to];
    CHECK(chains.empty() == (expected < 0));
    if (chains.empty()) {
      continue;
    }
    ++reached;
    CHECK(chains.front().hops == static_cast<std::size_t>(expected));
    for (const network::Chain& chain : chains) {
      CHECK(chain.people.size() == chain.hops + 1);
      CHECK(chain.hops <= chains.front().hops + 1);
      CHECK(chain.people.front() == start);
      CHECK(chain.people.back() == end);
      auto once = chain.people;
      std::ranges::sort(once);
      CHECK(std::ranges::adjacent_find(once) == once.end());
    }
    CHECK(std::ranges::is_sorted(chains, [](const network::Chain& x, const network::Chain& y) {
      return std::pair(x.hops, x.cost) < std::pair(y.hops, y.cost);
    }));
    // The other way round it is the same.
    const auto back = network::find_chains(ties, end, start, 5);
    REQUIRE(back.size() == chains.size());
    CHECK(back.front().cost == chains.front().cost);
  }
  CHECK(reached > 20);
}

TEST_CASE("ties asked for one by one are those of the whole network", "[property][chains]") {
  Village village(GENERATE(std::uint64_t{3}, std::uint64_t{4}));
  const network::Network& all = village.network;
  network::LogTies ties(village.store, kToday, {});
  std::map<std::pair<PersonId, PersonId>, double> expected;
  for (const network::Tie& tie : all.ties) {
    const PersonId a = all.members[tie.a].person.id;
    const PersonId b = all.members[tie.b].person.id;
    expected[{a, b}] = tie.weight;
    expected[{b, a}] = tie.weight;
  }
  std::size_t count = 0;
  for (const network::Member& member : all.members) {
    for (const network::Step& step : ties.ties_of(member.person.id)) {
      const auto found = expected.find({member.person.id, step.to});
      REQUIRE(found != expected.end());
      CHECK(step.weight == Approx(found->second));
      ++count;
    }
  }
  CHECK(count == expected.size());
}

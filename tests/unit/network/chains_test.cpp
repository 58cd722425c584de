// Chains over ties that are asked for one person at a time.
#include "network/chains.hpp"

#include <map>
#include <set>

#include "support/catch.hpp"

using namespace kith;
using namespace kith::network;

namespace {

PersonId id(int number) { return static_cast<PersonId>(number); }

Uid uid(int number) {
  Uid made;
  made.bytes.back() = static_cast<std::uint8_t>(number);
  return made;
}

/// People by number; their uids are in the same order.
struct Town : TieSource {
  std::map<int, std::map<int, double>> ties{};
  std::map<int, double> mine{};
  std::set<int> asked{};

  void tie(int a, int b, double weight = 1) {
    ties[a][b] = weight;
    ties[b][a] = weight;
  }
  std::vector<Step> ties_of(PersonId person) override {
    asked.insert(static_cast<int>(raw(person)));
    std::vector<Step> steps;
    for (const auto& [to, weight] : ties[static_cast<int>(raw(person))]) {
      steps.push_back({id(to), uid(to), weight});
    }
    return steps;
  }
  std::optional<double> yours(PersonId person) override {
    const auto found = mine.find(static_cast<int>(raw(person)));
    return found == mine.end() ? std::nullopt : std::optional(found->second);
  }
};

using Ways = std::vector<std::vector<int>>;

Ways ways(const std::vector<Chain>& chains) {
  Ways all;
  for (const Chain& chain : chains) {
    std::vector<int> people;
    for (const PersonId person : chain.people) {
      people.push_back(static_cast<int>(raw(person)));
    }
    all.push_back(people);
  }
  return all;
}
Ways to(Town& town, int person, std::size_t limit = 3) {
  return ways(find_chains(town, std::nullopt, id(person), limit));
}
Ways between(Town& town, int from, int to, std::size_t limit = 3) {
  return ways(find_chains(town, id(from), id(to), limit));
}

}  // namespace

TEST_CASE("somebody you met is one hop away", "[network][chains]") {
  Town town;
  town.mine = {{1, 1.0}};
  CHECK(to(town, 1) == Ways{{1}});
  CHECK(find_chains(town, std::nullopt, id(1), 3).front().hops == 1);
}

TEST_CASE("the fewest hops come first, and one more where there is room", "[network][chains]") {
  Town town;
  town.mine = {{1, 1.0}, {2, 1.0}};
  town.tie(1, 9);
  town.tie(2, 3);
  town.tie(3, 9);
  town.tie(2, 4);
  town.tie(4, 5);
  town.tie(5, 9);  // two more: too many
  CHECK(to(town, 9) == Ways{{1, 9}, {2, 3, 9}});
  CHECK(to(town, 9, 1) == Ways{{1, 9}});
}

TEST_CASE("of chains with as many hops the warmest comes first", "[network][chains]") {
  Town town;
  town.mine = {{1, 0.1}, {2, 5.0}, {3, 1.0}};
  town.tie(1, 9, 1);
  town.tie(2, 9, 1);
  town.tie(3, 9, 1);
  CHECK(to(town, 9) == Ways{{2, 9}, {3, 9}, {1, 9}});
  town.tie(1, 9, 100);
  town.tie(2, 9, 0.001);
  CHECK(to(town, 9, 2) == Ways{{3, 9}, {1, 9}});
}

TEST_CASE("equal chains come by the uids along them", "[network][chains]") {
  Town town;
  for (const int broker : {5, 3, 4, 2}) {
    town.mine[broker] = 1;
    town.tie(broker, 9);
  }
  CHECK(to(town, 9) == Ways{{2, 9}, {3, 9}, {4, 9}});
  CHECK(between(town, 2, 3) == Ways{{2, 9, 3}});
}

TEST_CASE("nobody leads to an island", "[network][chains]") {
  Town town;
  town.mine = {{1, 1.0}};
  town.tie(8, 9);
  CHECK(to(town, 9).empty());
  CHECK(between(town, 1, 9).empty());
  CHECK(between(town, 9, 9).empty());
  CHECK(to(town, 9, 0).empty());
}

TEST_CASE("nobody is on a chain twice", "[network][chains]") {
  Town town;
  town.mine = {{1, 1.0}};
  town.tie(1, 2);
  town.tie(2, 9);
  town.tie(1, 3);
  for (const auto& way : to(town, 9, 50)) {
    CHECK(std::set<int>(way.begin(), way.end()).size() == way.size());
  }
  CHECK(to(town, 9, 50) == Ways{{1, 2, 9}});
}

TEST_CASE("chains between two others, from either end", "[network][chains]") {
  Town town;
  town.tie(1, 2);
  town.tie(2, 3);
  town.tie(3, 4);
  town.tie(1, 5, 9);
  town.tie(5, 6, 9);
  town.tie(6, 4, 9);
  town.tie(2, 6, 2);
  CHECK(between(town, 1, 4) == Ways{{1, 5, 6, 4}, {1, 2, 6, 4}, {1, 2, 3, 4}});
  CHECK(between(town, 4, 1) == Ways{{4, 6, 5, 1}, {4, 6, 2, 1}, {4, 3, 2, 1}});
  CHECK(between(town, 1, 2, 9) == Ways{{1, 2}});
}

TEST_CASE("no more hops than asked for", "[network][chains]") {
  Town town;
  town.tie(1, 2);
  town.tie(2, 3);
  town.tie(3, 4);
  CHECK(find_chains(town, id(1), id(4), 3, 2).empty());
  CHECK(find_chains(town, id(1), id(4), 3, 3).size() == 1);
  town.mine = {{1, 1}};
  CHECK(find_chains(town, {}, id(4), 3, 3).empty());
  CHECK(find_chains(town, {}, id(4), 3, 4).size() == 1);
}

TEST_CASE("only those on the way are asked", "[network][chains]") {
  Town town;
  for (int i = 0; i < 200; ++i) {
    town.tie(i, i + 1);
  }
  town.mine = {{99, 1.0}, {101, 1.0}, {100, 1.0}};
  CHECK(to(town, 100) == Ways{{100}, {99, 100}, {101, 100}});
  CHECK(town.asked == std::set<int>{100});
}

TEST_CASE("a stronger tie costs less, and no tie costs nothing", "[network][chains]") {
  CHECK(cost_of(2) < cost_of(1));
  CHECK(cost_of(1) == 1'000'000);
  CHECK(cost_of(1e-9) > cost_of(1e-3));
  CHECK(cost_of(1000) > 0);
}

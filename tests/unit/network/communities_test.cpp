// Communities: found where they were planted, the same each time, and each of them hanging
// together.
#include "network/communities.hpp"

#include <set>

#include "network/invented.hpp"
#include "network/planted.hpp"
#include "support/catch.hpp"

using namespace kith;
using namespace kith::network;

namespace {

WeightedGraph graph_of(const Network& network) {
  return WeightedGraph{Graph{network.members.size(), network.ties}};
}

// Two cliques of four, tied by one tie.
WeightedGraph two_cliques() {
  std::vector<std::pair<Node, Node>> pairs{{0, 4}};
  for (Node a = 0; a < 4; ++a) {
    for (Node b = a + 1; b < 4; ++b) {
      pairs.push_back({a, b});
      pairs.push_back({a + 4, b + 4});
    }
  }
  return graph_of(test::network_of(8, pairs));
}

}  // namespace

TEST_CASE("two circles of friends are two communities", "[network][communities]") {
  const WeightedGraph graph = two_cliques();
  const Levels levels = communities_of(graph);
  CHECK(levels.regions.of == std::vector<std::uint32_t>{0, 0, 0, 0, 1, 1, 1, 1});
  CHECK(levels.communities.of == levels.regions.of);
  // 13 ties, 12 inside; each clique has half of all ends.
  CHECK(modularity(graph, levels.regions) == Approx(12.0 / 13 - 0.5));
}

TEST_CASE("modularity is 0 for one part, and without ties", "[network][communities]") {
  const WeightedGraph graph = two_cliques();
  CHECK(modularity(graph, {.of = std::vector<std::uint32_t>(8, 0), .count = 1}) ==
        Approx(0).margin(1e-12));
  const WeightedGraph lonely = graph_of(test::network_of(3, {}));
  CHECK(modularity(lonely, singletons(3)) == 0);
  CHECK(surprise(lonely, singletons(3)) == 0);
  CHECK(communities_of(lonely).regions == singletons(3));
  CHECK(communities_of(graph_of({})).regions.count == 0);
}

TEST_CASE("planted communities are found again", "[network][communities]") {
  const auto [people, seed] = GENERATE(table<std::size_t, std::uint64_t>(
      {{500, 1}, {500, 2}, {500, 3}, {5'000, 1}, {5'000, 2}, {30'000, 1}}));
  CAPTURE(people, seed);
  const test::Planted planted = test::planted(people, 20, seed);
  const WeightedGraph graph{Graph{people, planted.ties}};
  const Levels levels = communities_of(graph);
  CHECK(test::nmi(levels.communities.of, planted.community) >= 0.85);
  CHECK(modularity(graph, levels.regions) >= modularity(graph, numbered(planted.region)));
  // The same again, bit for bit; each part in one piece; communities inside regions.
  const Levels again = communities_of(graph);
  CHECK(again.regions == levels.regions);
  CHECK(again.communities == levels.communities);
  CHECK(hanging_together(graph, levels.regions) == levels.regions);
  CHECK(hanging_together(graph, levels.communities) == levels.communities);
  std::set<std::pair<std::uint32_t, std::uint32_t>> nested;
  for (Node node = 0; node < people; ++node) {
    nested.insert({levels.communities.of[node], levels.regions.of[node]});
    REQUIRE(levels.region_of[levels.communities.of[node]] == levels.regions.of[node]);
  }
  CHECK(nested.size() == levels.communities.count);
}

TEST_CASE("nobody is a community of one or two", "[network][communities]") {
  const test::Planted planted = test::planted(400, 12, 3);
  const Levels levels = communities_of(WeightedGraph{Graph{400, planted.ties}});
  for (const std::vector<Node>& members : members_of(levels.communities)) {
    CHECK(members.size() >= 3);
  }
}

TEST_CASE("communities that people have seen stay, and news find their place in them",
          "[network][communities]") {
  const WeightedGraph graph = two_cliques();
  // Seen: the first of the second clique was counted to the first; the last was not known.
  const Partition last{.of = {0, 0, 0, 0, 0, 1, 1, 2}, .count = 3};
  Seen seen{.levels = {.regions = last, .communities = last},
            .is_known = std::vector<bool>(8, true)};
  seen.is_known[7] = false;
  const Levels levels = communities_of(graph, &seen);
  CHECK(levels.regions.of == std::vector<std::uint32_t>{0, 0, 0, 0, 1, 1, 1, 1});
}

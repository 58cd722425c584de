// Betweenness and bridges.
#include "network/bridges.hpp"

#include <numeric>

#include "network/invented.hpp"
#include "network/planted.hpp"
#include "support/catch.hpp"
#include <kith/network/map.hpp>

using namespace kith;
using namespace kith::network;

namespace {

Graph graph_of(std::size_t people, std::vector<std::pair<Node, Node>> pairs) {
  return Graph{people, test::network_of(people, pairs).ties};
}

}  // namespace

TEST_CASE("who is in the middle of a chain is on the way of all", "[network][bridges]") {
  const std::vector<double> between = betweenness(graph_of(5, {{0, 1}, {1, 2}, {2, 3}, {3, 4}}));
  // Pairs of others: 6; through the middle one 4, through its neighbours 3.
  CHECK(between[0] == Approx(0));
  CHECK(between[1] == Approx(3.0 / 6));
  CHECK(between[2] == Approx(4.0 / 6));
}

TEST_CASE("of several shortest chains each counts its share", "[network][bridges]") {
  const std::vector<double> between = betweenness(graph_of(4, {{0, 1}, {1, 3}, {0, 2}, {2, 3}}));
  CHECK(between[1] == Approx(0.5 / 3));
  CHECK(between[0] == Approx(0.5 / 3));
}

TEST_CASE("nobody is between two, or between strangers", "[network][bridges]") {
  CHECK(betweenness(Graph{}).empty());
  CHECK(betweenness(graph_of(2, {{0, 1}})) == std::vector<double>{0, 0});
  CHECK(betweenness(graph_of(4, {})) == std::vector<double>{0, 0, 0, 0});
}

TEST_CASE("an estimate finds those who are between most", "[network][bridges]") {
  const test::Planted planted = test::planted(5'000, 20, 1);
  const Graph graph{5'000, planted.ties};
  const std::vector<double> between = betweenness(graph);
  CHECK(std::accumulate(between.begin(), between.end(), 0.0) > 1);
  const std::vector<Node> found = bridges(graph, numbered(planted.region), between);
  CHECK(found.size() == 12);
  CHECK(between[found.front()] >= between[found.back()]);
}

TEST_CASE("a bridge has ties into two communities, and its ring in the map", "[network][bridges]") {
  // Two cliques of five, tied by a person who knows two of each.
  std::vector<std::pair<Node, Node>> pairs{{10, 0}, {10, 1}, {10, 5}, {10, 6}};
  for (Node a = 0; a < 5; ++a) {
    for (Node b = a + 1; b < 5; ++b) {
      pairs.push_back({a, b});
      pairs.push_back({a + 5, b + 5});
    }
  }
  const Map map = draw(test::network_of(11, pairs), {}).map;
  CHECK(map.dots[10].bridge);
  CHECK_FALSE(map.dots[2].bridge);
  CHECK(map.dots[10].label_order < 3);  // of three bridges, one of the first to be named
}

// The map as a whole: networks of every kind are drawn, and drawn the same again.
#include <algorithm>
#include <cmath>
#include <set>

#include "network/invented.hpp"
#include "network/planted.hpp"
#include "support/catch.hpp"
#include <kith/network/map.hpp>
#include <kith/network/palette.hpp>

using namespace kith;
using namespace kith::network;

namespace {

bool is_same(const Map& a, const Map& b) {
  return a.dots == b.dots && a.ties == b.ties && a.regions == b.regions &&
         a.communities == b.communities && a.least == b.least && a.most == b.most;
}

// A map whose numbers fit together.
void check_sound(const Map& map, std::size_t people) {
  REQUIRE(map.dots.size() == people);
  CHECK(test::overlaps(map) == 0);
  std::set<std::size_t> labels;
  std::vector<std::size_t> regions(map.regions.size(), 0);
  std::vector<std::size_t> communities(map.communities.size(), 0);
  for (const Dot& dot : map.dots) {
    REQUIRE(std::isfinite(dot.at.x));
    REQUIRE(std::isfinite(dot.at.y));
    REQUIRE(dot.region < map.regions.size());
    REQUIRE(dot.community < map.communities.size());
    CHECK(map.communities[dot.community].region == map.regions[dot.region].id);
    CHECK(map.communities[dot.community].hue == map.regions[dot.region].hue);
    CHECK(dot.at.x - dot.radius >= map.least.x);
    CHECK(dot.at.y + dot.radius <= map.most.y);
    labels.insert(dot.label_order);
    ++regions[dot.region];
    ++communities[dot.community];
  }
  CHECK(labels.size() == people);
  CHECK((labels.empty() || *labels.rbegin() == people - 1));
  for (std::size_t i = 0; i < regions.size(); ++i) {
    CHECK(map.regions[i].people == regions[i]);
    CHECK_FALSE(map.regions[i].name.empty());
  }
  for (std::size_t i = 0; i < communities.size(); ++i) {
    CHECK(map.communities[i].people == communities[i]);
    CHECK_FALSE(map.communities[i].name.empty());
  }
}

// Two rings of `each` people, who also know the next but one.
Network two_islands(Node each) {
  std::vector<std::pair<Node, Node>> pairs;
  for (Node start : {Node{0}, each}) {
    for (Node i = 0; i < each; ++i) {
      pairs.push_back({start + i, start + (i + 1) % each});
      pairs.push_back({start + i, start + (i + 2) % each});
    }
  }
  return test::network_of(2 * each, pairs);
}

}  // namespace

TEST_CASE("nobody is an empty map", "[network][map]") {
  const Drawn drawn = draw({}, {});
  check_sound(drawn.map, 0);
  CHECK(drawn.map.regions.empty());
  CHECK(draw({}, drawn.memory, {.you = true}).map.you == Point{});
}

TEST_CASE("one person is one quiet dot", "[network][map]") {
  const Drawn drawn = draw(test::network_of(1, {}), {});
  check_sound(drawn.map, 1);
  CHECK(drawn.map.regions.at(0).id == 0);
  CHECK(drawn.map.regions.at(0).hue == kQuietHue);
  CHECK(drawn.memory.communities.empty());
}

TEST_CASE("people without ties share one entry, in a ring around the others", "[network][map]") {
  test::Planted planted = test::planted(200, 12, 1);
  Network network = test::network_of(planted);
  for (int i = 1; i <= 150; ++i) {
    network.members.push_back(test::member(1'000 + i, "Loner"));
  }
  const Map map = draw(network, {}).map;
  check_sound(map, 350);
  CHECK(std::ranges::count(map.regions, 0, &Community::id) == 1);
  CHECK(map.regions.back().people == 150);
  CHECK(map.communities.back().people == 150);
  double reach = 0;
  double nearest = 1e9;
  for (const Dot& dot : map.dots) {
    const double distance = std::hypot(dot.at.x, dot.at.y);
    (dot.member < 200 ? reach : nearest) =
        dot.member < 200 ? std::max(reach, distance) : std::min(nearest, distance);
  }
  CHECK(nearest > reach);
}

TEST_CASE("two islands are two regions, beside each other", "[network][map]") {
  const Map map = draw(two_islands(12), {}).map;
  check_sound(map, 24);
  CHECK(map.regions.size() == 2);
  CHECK(map.regions[0].hue != map.regions[1].hue);
  CHECK(map.most.x - map.least.x < 1'000);
}

TEST_CASE("a network of two is in colour, a pair beside a large one is not", "[network][map]") {
  const std::vector<std::pair<Node, Node>> pair{{0, 1}};
  CHECK(draw(test::network_of(2, pair), {}).map.regions.at(0).hue == 0);
  Network network = test::network_of(test::planted(100, 10, 1));
  network.members.push_back(test::member(201, "One"));
  network.members.push_back(test::member(202, "Other"));
  network.ties.push_back({.a = 100, .b = 101, .weight = 5});
  CHECK(draw(network, {}).map.regions.back().people == 2);
}

TEST_CASE("chains, stars and crowds are drawn", "[network][map]") {
  std::vector<std::pair<Node, Node>> chain;
  std::vector<std::pair<Node, Node>> star;
  std::vector<std::pair<Node, Node>> crowd;
  for (Node i = 1; i < 300; ++i) {
    chain.push_back({i - 1, i});
    star.push_back({0, i});
  }
  for (Node a = 0; a < 60; ++a) {
    for (Node b = a + 1; b < 60; ++b) {
      crowd.push_back({a, b});
    }
  }
  check_sound(draw(test::network_of(300, chain), {}).map, 300);
  check_sound(draw(test::network_of(300, star), {}).map, 300);
  check_sound(draw(test::network_of(60, crowd), {}).map, 60);
}

TEST_CASE("an unchanged network is drawn the same, bit for bit", "[network][map]") {
  const Network network = test::network_of(test::planted(400, 14, 2));
  const Drawn first = draw(network, {});
  const Drawn second = draw(network, first.memory);
  check_sound(first.map, 400);
  CHECK(is_same(first.map, second.map));
  CHECK(first.memory == second.memory);
  CHECK(is_same(first.map, draw(network, {}).map));
}

TEST_CASE("a given name lasts", "[network][map]") {
  const Network network = test::network_of(test::planted(400, 14, 2));
  MapMemory memory = draw(network, {}).memory;
  memory.communities.front().name = "Climbing";
  const Map map = draw(network, memory).map;
  const auto named = std::ranges::find(map.regions, memory.communities.front().id, &Community::id);
  REQUIRE(named != map.regions.end());
  CHECK(named->name == "Climbing");
  CHECK(named->named);
  CHECK(draw(network, memory).memory.communities.front().name == "Climbing");
}

TEST_CASE("a filter draws some, in their colours, and leaves the memory alone", "[network][map]") {
  const Network network = test::network_of(test::planted(400, 14, 2));
  const Drawn all = draw(network, {});
  std::vector<Node> some;
  for (Node node = 399; node >= 100; node -= 3) {
    some.push_back(node);
  }
  const Drawn few = draw(network, all.memory, {.only = some});
  check_sound(few.map, some.size());
  CHECK(few.memory == all.memory);
  for (const Dot& dot : few.map.dots) {
    const Dot& before = all.map.dots[dot.member];
    CHECK(few.map.regions[dot.region].id == all.map.regions[before.region].id);
    CHECK(few.map.communities[dot.community].hue == all.map.communities[before.community].hue);
    CHECK(few.map.communities[dot.community].shade == all.map.communities[before.community].shade);
  }
  check_sound(draw(network, {}, {.only = std::vector<Node>{}}).map, 0);
}

TEST_CASE("you are in the centre, and nobody on you", "[network][map]") {
  const Network network = test::network_of(test::planted(400, 14, 2));
  const Drawn with = draw(network, {}, {.you = true});
  check_sound(with.map, 400);
  REQUIRE(with.map.you == Point{});
  for (const Dot& dot : with.map.dots) {
    CHECK(std::hypot(dot.at.x, dot.at.y) - dot.radius > 30);
  }
  CHECK(with.memory == draw(network, {}).memory);
}

TEST_CASE("of very many ties each person's strongest are drawn", "[network][map]") {
  const Network network = test::network_of(test::planted(6'000, 20, 1));
  REQUIRE(network.ties.size() > 50'000);
  const Map map = draw(network, {}).map;
  CHECK(map.ties.size() == 50'000);
  CHECK(std::ranges::is_sorted(map.ties, {}, [](const Tie& tie) {
    return std::pair{tie.a, tie.b};
  }));
  std::vector<double> strongest(6'000, 0);
  std::vector<double> drawn(6'000, 0);
  for (const Tie& tie : network.ties) {
    strongest[tie.a] = std::max(strongest[tie.a], tie.weight);
    strongest[tie.b] = std::max(strongest[tie.b], tie.weight);
  }
  for (const Tie& tie : map.ties) {
    drawn[tie.a] = std::max(drawn[tie.a], tie.weight);
    drawn[tie.b] = std::max(drawn[tie.b], tie.weight);
  }
  CHECK(drawn == strongest);
}

TEST_CASE("members of planted communities are drawn beside each other", "[network][map]") {
  const std::size_t people = GENERATE(as<std::size_t>{}, 500, 5'000);
  const test::Planted planted = test::planted(people, 20, 1);
  const Map map = draw(test::network_of(planted), {}).map;
  check_sound(map, people);
  CHECK(test::purity(map, planted.community) >= 0.55);
}

TEST_CASE("a map without places has the same communities and bridges, and remembers nothing",
          "[network][map]") {
  const Network network = two_islands(12);
  const Drawn whole = draw(network, {});
  const Drawn bare = draw(network, {}, {.placed = false});
  REQUIRE(bare.map.dots.size() == whole.map.dots.size());
  for (std::size_t i = 0; i < bare.map.dots.size(); ++i) {
    Dot dot = whole.map.dots[i];
    dot.at = {};
    CHECK(bare.map.dots[i] == dot);
  }
  CHECK(bare.map.communities == whole.map.communities);
  CHECK(bare.memory.dots.empty());
  CHECK(bare.memory.fingerprint == MapMemory{}.fingerprint);
  CHECK_FALSE(whole.memory.dots.empty());
}

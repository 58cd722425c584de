// Names of communities: by what their people share.
#include <set>

#include "network/invented.hpp"
#include "support/catch.hpp"
#include <kith/network/map.hpp>

using namespace kith;
using namespace kith::network;

namespace {

// Cliques of `each` people, in a ring of single ties.
Network cliques(Node count, Node each) {
  std::vector<std::pair<Node, Node>> pairs;
  for (Node clique = 0; clique < count; ++clique) {
    for (Node a = 0; a < each; ++a) {
      for (Node b = a + 1; b < each; ++b) {
        pairs.push_back({clique * each + a, clique * each + b});
      }
    }
    pairs.push_back({clique * each, (clique + 1) % count * each});
  }
  return test::network_of(count * each, pairs);
}

std::string name_of(const Map& map, Node node) { return map.regions[map.dots[node].region].name; }

}  // namespace

TEST_CASE("a community is named by what it has and others have not", "[network][names]") {
  Network network = cliques(4, 6);
  for (Node node = 0; node < 24; ++node) {
    network.members[node].city = "Prague";  // of everybody: tells nothing
  }
  for (Node node : {0U, 1U, 2U, 3U}) {
    network.members[node].org = "Acme";
  }
  network.members[3].org = "ACME";
  for (Node node : {6U, 7U, 8U}) {
    network.members[node].tags = {"climbing"};
  }
  network.members[12].org = "Globex";  // one alone is not what they share
  network.members[13].person.name = "Ana Novak";
  network.ties.push_back({.a = 13, .b = 15, .weight = 1});
  const Map map = draw(network, {}).map;
  REQUIRE(map.regions.size() == 4);
  CHECK(name_of(map, 0) == "Acme");
  CHECK(name_of(map, 6) == "climbing");
  CHECK(name_of(map, 12).starts_with("around "));
  CHECK(map.communities[map.dots[0].community].name == "Acme");
}

TEST_CASE("at the centre of a community without anything in common is a first name",
          "[network][names]") {
  Network network = cliques(2, 6);
  network.members[2].person.name = "Ana Novak";
  for (Tie& tie : network.ties) {
    tie.weight = tie.a == 2 || tie.b == 2 ? 9 : 1;
  }
  CHECK(name_of(draw(network, {}).map, 0) == "around Ana");
}

TEST_CASE("no two regions have one name", "[network][names]") {
  Network network = cliques(5, 6);
  for (Member& member : network.members) {
    member.person.name = "Ana";
    member.org = "Acme";
  }
  const Map map = draw(network, {}).map;
  std::set<std::string> names;
  for (const Community& region : map.regions) {
    names.insert(region.name);
  }
  CHECK(names.size() == map.regions.size());
}

TEST_CASE("a name that was given is not suggested for another", "[network][names]") {
  Network network = cliques(3, 6);
  for (Node node = 0; node < 6; ++node) {
    network.members[node].org = "Acme";
  }
  MapMemory memory = draw(network, {}).memory;
  for (MapMemory::Community& community : memory.communities) {
    community.name = community.id == memory.dots[10].region ? "acme" : "";
  }
  const Map map = draw(network, memory).map;
  CHECK(name_of(map, 10) == "acme");
  CHECK(name_of(map, 0).starts_with("around "));
}

TEST_CASE("very long, empty and foreign names do no harm", "[network][names]") {
  Network network = cliques(3, 6);
  for (Member& member : network.members) {
    member.person.name = std::string(300, 'x');
    member.city = "<script>";
  }
  network.members[0].person.name = "";
  network.members[6].person.name = "王伟";
  const Map map = draw(network, {}).map;
  CHECK(map.regions.size() == 3);
  for (const Community& region : map.regions) {
    CHECK_FALSE(region.name.empty());
  }
}

// What lasts when a network changes: ids, colours, names and places.
#include <cmath>

#include "network/invented.hpp"
#include "network/planted.hpp"
#include "support/catch.hpp"
#include <kith/network/map.hpp>

using namespace kith;
using namespace kith::network;

namespace {

Network without_last(const Network& network, std::size_t people) {
  Network smaller = network;
  smaller.members.resize(network.members.size() - people);
  std::erase_if(smaller.ties, [&](const Tie& tie) { return tie.b >= smaller.members.size(); });
  return smaller;
}

const Community& community_of(const Map& map, Node node) {
  return map.communities[map.dots[node].community];
}

}  // namespace

TEST_CASE("20 people more leave 95 of 100 their colour and their place", "[network][lasting]") {
  const std::size_t people = GENERATE(as<std::size_t>{}, 400, 5'000);
  CAPTURE(people);
  const Network after = test::network_of(test::planted(people + 20, 20, 1));
  const Network before = without_last(after, 20);
  const Drawn first = draw(before, {});
  const Drawn second = draw(after, first.memory);
  std::size_t same = 0;
  double moved = 0;
  for (Node node = 0; node < people; ++node) {
    const Community& then = community_of(first.map, node);
    const Community& now = community_of(second.map, node);
    same += then.id == now.id && then.hue == now.hue && then.shade == now.shade ? 1 : 0;
    moved += std::hypot(first.map.dots[node].at.x - second.map.dots[node].at.x,
                        first.map.dots[node].at.y - second.map.dots[node].at.y);
  }
  CHECK(static_cast<double>(same) >= 0.95 * static_cast<double>(people));
  CHECK(moved / static_cast<double>(people) < 0.1 * (first.map.most.x - first.map.least.x));
  CHECK(test::overlaps(second.map) == 0);
}

TEST_CASE("a map that is drawn every day does not grow", "[network][lasting]") {
  Network network = test::network_of(test::planted(400, 20, 1));
  const Drawn first = draw(network, {});
  MapMemory memory = first.memory;
  double width = 0;
  for (int day = 0; day < 15; ++day) {
    for (Tie& tie : network.ties) {
      tie.weight *= 0.999;
    }
    const Drawn next = draw(network, memory);
    memory = next.memory;
    width = next.map.most.x - next.map.least.x;
  }
  const double before = first.map.most.x - first.map.least.x;
  CHECK(width < 1.15 * before);
  CHECK(width > 0.8 * before);
}

TEST_CASE("ids are never used again", "[network][lasting]") {
  const Network network = test::network_of(test::planted(200, 14, 1));
  const Drawn first = draw(network, {});
  Network others = test::network_of(test::planted(200, 14, 9));
  for (Member& member : others.members) {
    member.person.id = PersonId{raw(member.person.id) + 10'000};
  }
  const Drawn second = draw(others, first.memory);
  for (const Community& region : second.map.regions) {
    CHECK(region.id >= first.memory.next_id);
  }
  CHECK(second.memory.next_id > first.memory.next_id);
}

TEST_CASE("communities that are gone are forgotten, what is left keeps its colours",
          "[network][lasting]") {
  const Network network = test::network_of(test::planted(420, 20, 1));
  const Drawn first = draw(network, {});
  const Drawn second = draw(without_last(network, 20), first.memory);
  std::size_t same = 0;
  for (Node node = 0; node < 400; ++node) {
    same += community_of(first.map, node).id == community_of(second.map, node).id ? 1 : 0;
  }
  CHECK(same >= 380);
  CHECK(second.memory.dots.size() == 400);
}

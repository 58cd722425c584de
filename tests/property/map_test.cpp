// What holds for the map of any network.
#include <algorithm>
#include <cmath>

#include "network/chance.hpp"
#include "network/invented.hpp"
#include "support/catch.hpp"
#include <kith/network/map.hpp>

using namespace kith;
using namespace kith::network;

namespace {

// Any number of people, tied at random: from nobody to everybody, faintly or strongly.
Network any_network(Chance& chance) {
  const auto people = static_cast<Node>(chance.below(70));
  Network network = test::network_of(people, {});
  const double density = chance.share() * chance.share();
  for (Node a = 0; a < people; ++a) {
    for (Node b = a + 1; b < people; ++b) {
      if (chance.share() < density) {
        network.ties.push_back({.a = a, .b = b, .weight = std::exp(20 * chance.share() - 14)});
      }
    }
  }
  return network;
}

bool is_finite(const Dot& dot) {
  return std::isfinite(dot.at.x) && std::isfinite(dot.at.y) && dot.between >= 0 &&
         dot.between <= 1 + 1e-9;
}

}  // namespace

TEST_CASE("any network is drawn without overlaps, and the same again", "[property][map]") {
  const int seed = GENERATE(range(1, 150));
  CAPTURE(seed);
  Chance chance{static_cast<std::uint64_t>(seed)};
  Network network = any_network(chance);
  const bool you = chance.below(2) == 0;
  const Drawn first = draw(network, {}, {.you = you});
  REQUIRE(first.map.dots.size() == network.members.size());
  CHECK(std::ranges::all_of(first.map.dots, is_finite));
  CHECK(test::overlaps(first.map) == 0);
  CHECK(draw(network, {}, {.you = you}).map.dots == first.map.dots);
  const Drawn second = draw(network, first.memory, {.you = you});
  CHECK(second.map.dots == first.map.dots);
  CHECK(second.memory == first.memory);

  // Another day: some have gone, some ties are new.
  network.day = Date{std::chrono::year{2027} / 1 / 1};
  network.members.resize(network.members.size() - network.members.size() / 4);
  std::erase_if(network.ties, [&](const Tie& tie) {
    return tie.b >= network.members.size() || chance.below(5) == 0;
  });
  const Drawn third = draw(network, first.memory, {.you = you});
  CHECK(third.map.dots.size() == network.members.size());
  CHECK(std::ranges::all_of(third.map.dots, is_finite));
  CHECK(test::overlaps(third.map) == 0);
  CHECK(third.memory.next_id >= first.memory.next_id);
}

// The people who join communities.
#include "network/joiners.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace kith::network {
namespace {

constexpr std::size_t kMostNamed = 3;

/// How many ties a dot has into each community.
std::vector<std::map<std::size_t, std::size_t>> ties_into(const Map& map) {
  std::vector<std::map<std::size_t, std::size_t>> into(map.dots.size());
  for (const Tie& tie : map.ties) {
    ++into[tie.a][map.dots[tie.b].community];
    ++into[tie.b][map.dots[tie.a].community];
  }
  return into;
}

}  // namespace

std::vector<Joiner> joiners(const Map& map, const Network& network) {
  const auto into = ties_into(map);
  std::vector<Joiner> all;
  for (std::size_t place = 0; place < map.dots.size(); ++place) {
    const Dot& dot = map.dots[place];
    if (!dot.bridge) {
      continue;
    }
    Joiner joiner{
        .person = network.members[dot.member].person, .between = dot.between, .ties = dot.ties};
    std::vector<std::pair<std::size_t, std::size_t>> others;  // ties, community
    for (const auto& [community, ties] : into[place]) {
      if (community != dot.community) {
        others.emplace_back(ties, community);
      }
    }
    std::ranges::stable_sort(others,
                             [](const auto& x, const auto& y) { return x.first > y.first; });
    joiner.joins.push_back(map.communities[dot.community].name);
    for (const auto& [ties, community] : others) {
      const std::string& name = map.communities[community].name;
      if (joiner.joins.size() < kMostNamed && !name.empty() &&
          std::ranges::find(joiner.joins, name) == joiner.joins.end()) {
        joiner.joins.push_back(name);
      }
    }
    all.push_back(std::move(joiner));
  }
  std::ranges::stable_sort(all, [](const Joiner& x, const Joiner& y) {
    return std::tuple(y.between, x.person.uid.bytes) < std::tuple(x.between, y.person.uid.bytes);
  });
  return all;
}

}  // namespace kith::network

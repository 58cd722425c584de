// Regions by modularity; inside them, communities at the resolution that surprises most.
#include "network/communities.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace kith::network {

namespace {

// New parts must be better than the ones people have seen by more than this share.
constexpr double kClearlyBetter = 1.04;
constexpr double kFinest = 64;
constexpr std::size_t kFewestPeople = 3;
// Two rounds tell resolutions apart; what was chosen is then gone over until little moves.
constexpr int kQuickRounds = 2;
constexpr int kThoroughRounds = 6;

// Kullback and Leibler's divergence of two coins.
double divergence(double share, double expected) {
  double sum = 0;
  if (share > 0) {
    sum += share * std::log(share / expected);
  }
  if (share < 1 && expected < 1) {
    sum += (1 - share) * std::log((1 - share) / (1 - expected));
  }
  return sum;
}

struct Found {
  Partition parts{};
  double quality = 0;
  double resolution = 1;
};

Found found_at(const WeightedGraph& within, double resolution, const Partition* start) {
  const int rounds = start != nullptr ? kThoroughRounds : kQuickRounds;
  Found found{.parts = leiden(within, resolution, start, rounds), .resolution = resolution};
  found.quality = surprise(within, found.parts);
  return found;
}

// Twice as fine each time, until it surprises less twice in a row; then half a step to both sides.
Found most_surprising(const WeightedGraph& within, const Partition& regions) {
  Found best{.parts = regions, .quality = surprise(within, regions)};
  const auto is_better = [&](double resolution) {
    Found next = found_at(within, resolution, nullptr);
    if (next.quality <= best.quality) {
      return false;
    }
    best = std::move(next);
    return true;
  };
  int worse = 0;
  for (double resolution = 2; resolution <= kFinest && worse < 2; resolution *= 2) {
    worse = is_better(resolution) ? 0 : worse + 1;
  }
  const double middle = best.resolution;
  for (const double resolution : {middle / std::sqrt(2.0), middle * std::sqrt(2.0)}) {
    is_better(resolution);
  }
  return found_at(within, best.resolution, &best.parts);
}

// One or two people are no community: each joins the one of their region that they have most ties
// with, as long as there is one.
Partition without_tiny(const WeightedGraph& within, Partition parts) {
  std::vector<std::size_t> people(parts.count, 0);
  for (const std::uint32_t part : parts.of) {
    ++people[part];
  }
  for (bool is_done = false; !is_done;) {
    is_done = true;
    for (Node node = 0; node < within.size(); ++node) {
      if (people[parts.of[node]] >= kFewestPeople) {
        continue;
      }
      std::map<std::uint32_t, double> towards;
      for (const Graph::Neighbour& neighbour : within.of(node)) {
        if (people[parts.of[neighbour.node]] >= kFewestPeople) {
          towards[parts.of[neighbour.node]] += static_cast<double>(neighbour.weight);
        }
      }
      if (!towards.empty()) {
        --people[parts.of[node]];
        parts.of[node] = std::ranges::max_element(towards, {}, [](const auto& one) {
                           return one.second;
                         })->first;
        ++people[parts.of[node]];
        is_done = false;
      }
    }
  }
  return numbered(std::move(parts.of));
}

Partition regions_of(const WeightedGraph& graph, const Seen* last) {
  Partition fresh = leiden(graph, 1, nullptr, kThoroughRounds);
  if (last != nullptr) {
    Partition kept = settled(graph, 1, last->levels.regions, last->is_known);
    if (modularity(graph, fresh) <= modularity(graph, kept) * kClearlyBetter) {
      return kept;
    }
  }
  return fresh;
}

Partition communities_in(const WeightedGraph& within, const Partition& regions, const Seen* last) {
  Found fresh = most_surprising(within, regions);
  if (last != nullptr) {
    Partition kept = settled(within, fresh.resolution, last->levels.communities, last->is_known);
    if (fresh.quality <= surprise(within, kept) * kClearlyBetter) {
      return kept;
    }
  }
  return std::move(fresh.parts);
}

}  // namespace

Levels communities_of(const WeightedGraph& graph, const Seen* last) {
  Levels levels{.regions = regions_of(graph, last)};
  const WeightedGraph within = inside(graph, levels.regions);
  levels.communities = without_tiny(within, communities_in(within, levels.regions, last));
  levels.region_of.resize(levels.communities.count);
  for (Node node = 0; node < graph.size(); ++node) {
    levels.region_of[levels.communities.of[node]] = levels.regions.of[node];
  }
  return levels;
}

double surprise(const WeightedGraph& graph, const Partition& parts) {
  const auto people = static_cast<double>(graph.size());
  if (graph.total() <= 0) {
    return 0;
  }
  std::vector<double> sizes(parts.count, 0.0);
  double within = 0;
  for (Node node = 0; node < graph.size(); ++node) {
    sizes[parts.of[node]] += 1;
    for (const Graph::Neighbour& neighbour : graph.of(node)) {
      if (parts.of[neighbour.node] == parts.of[node]) {
        within += static_cast<double>(neighbour.weight);
      }
    }
  }
  double pairs = 0;
  for (const double size : sizes) {
    pairs += size * (size - 1);
  }
  return divergence(within / graph.total(), pairs / (people * (people - 1)));
}

}  // namespace kith::network

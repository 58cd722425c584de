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
constexpr int kFinest = 12;  // half octaves: resolution 64
constexpr std::size_t kFewestPeople = 3;
// Two rounds tell resolutions apart; what was chosen is then gone over until little moves.
constexpr Effort kQuick{.rounds = 3};
// In small networks a few people more or less in a part tell much, and trying costs little.
constexpr std::size_t kFewPeople = 2'000;
constexpr std::uint64_t kTries = 2;
constexpr double kAboutAsGood = 0.98;

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
  int step = 0;  // its resolution, in half octaves above 1
};

double resolution_at(int step) { return std::exp2(step / 2.0); }

Found found_at(const WeightedGraph& within, int step, const Partition* start, Effort effort) {
  Found found{.parts = leiden(within, resolution_at(step), start, effort), .step = step};
  found.quality = surprise(within, found.parts);
  return found;
}

// An octave finer each time, until it has surprised less twice in a row; then half an octave to
// both sides.
Found most_surprising(const WeightedGraph& within, const Partition& regions) {
  Found best{.parts = regions, .quality = surprise(within, regions)};
  const auto try_at = [&](int step) {
    Found next = found_at(within, step, nullptr, kQuick);
    if (next.quality > best.quality) {
      best = std::move(next);
    }
  };
  for (int step = 2; step <= std::min(kFinest, best.step + 4); step += 2) {
    try_at(step);
  }
  const int middle = best.step;
  try_at(middle - 1);
  try_at(middle + 1);
  return found_at(within, best.step, &best.parts, {});
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

// The regions to choose among: those people have seen, unless others are clearly better; else the
// best found in a few tries, and those about as good.
std::vector<Partition> regions_of(const WeightedGraph& graph, const Seen* last) {
  std::vector<Partition> found;
  std::vector<double> quality;
  for (std::uint64_t seed = 0; seed < (graph.size() <= kFewPeople ? kTries : 1); ++seed) {
    found.push_back(leiden(graph, 1, nullptr, {.seed = seed}));
    quality.push_back(modularity(graph, found.back()));
  }
  const double best = std::ranges::max(quality);
  if (last != nullptr) {
    Partition kept = settled(graph, 1, last->levels.regions, last->is_known);
    if (best <= modularity(graph, kept) * kClearlyBetter) {
      return {std::move(kept)};
    }
  }
  std::vector<Partition> good;
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (quality[i] >= best * kAboutAsGood && std::ranges::find(good, found[i]) == good.end()) {
      good.push_back(std::move(found[i]));
    }
  }
  return good;
}

Found communities_in(const WeightedGraph& within, const Partition& regions, const Seen* last) {
  Found fresh = most_surprising(within, regions);
  if (last != nullptr) {
    Found kept{.parts = settled(
                   within, resolution_at(fresh.step), last->levels.communities, last->is_known)};
    kept.quality = surprise(within, kept.parts);
    if (fresh.quality <= kept.quality * kClearlyBetter) {
      return kept;
    }
  }
  return fresh;
}

}  // namespace

Levels communities_of(const WeightedGraph& graph, const Seen* last) {
  Levels levels;
  double most = -1;
  for (Partition& regions : regions_of(graph, last)) {
    const WeightedGraph within = inside(graph, regions);
    Found found = communities_in(within, regions, last);
    if (found.quality > most) {
      most = found.quality;
      levels.communities = without_tiny(within, std::move(found.parts));
      levels.regions = std::move(regions);
    }
  }
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

// Coarse to fine: pairs of close nodes become one node until few are left; these find their places
// quickly, and each finer level starts from the places of the coarser one.
#include "network/forces.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "network/chance.hpp"

namespace kith::network {

namespace {

constexpr std::uint64_t kSeed = 2014;
constexpr std::size_t kCoarsest = 60;
constexpr int kCoarsestSteps = 150;
constexpr int kCoarseSteps = 25;
constexpr int kFineSteps = 40;
constexpr int kWarmSteps = 20;
constexpr float kWarmStep = 0.3F;
constexpr float kLoyalStep = 0.05F;  // how far one who has a place goes, at most
constexpr float kRepulsion = 0.3F;
constexpr float kReach = 0.3F;    // added to distances, so that close ones do not collapse
constexpr float kGravity = 0.1F;  // keeps what hangs on by one tie from drifting off
constexpr float kCooling = 0.96F;
constexpr float kLeastStep = 0.02F;

struct Steps {
  int count = 0;
  float first = 1;             // the longest way a node may go in the first step
  std::vector<float> share{};  // of that way for each node; empty: all of it
};

float length_of(Vec way) { return std::sqrt(way.x * way.x + way.y * way.y); }

void improve(const WeightedGraph& graph, std::vector<Vec>& places, const Steps& steps) {
  double people = 0;
  for (Node node = 0; node < graph.size(); ++node) {
    people += graph.mass(node);
  }
  std::vector<float> masses(graph.size());
  for (Node node = 0; node < graph.size(); ++node) {
    masses[node] =
        static_cast<float>(graph.mass(node) * static_cast<double>(graph.size()) / people);
  }
  Quadtree tree;
  std::vector<Vec> push(graph.size());
  float longest = steps.first;
  for (int step = 0; step < steps.count; ++step) {
    tree.build(places, masses);
    for (std::size_t place = 0; place < graph.size(); ++place) {
      const Node node = tree.order()[place];
      const Vec at = places[node];
      Vec sum = tree.push_at(place);
      Vec pull;
      for (const Graph::Neighbour& neighbour : graph.of(node)) {
        const float dx = places[neighbour.node].x - at.x;
        const float dy = places[neighbour.node].y - at.y;
        const float weight = neighbour.weight / (std::sqrt(dx * dx + dy * dy) + kReach);
        pull.x += dx * weight;
        pull.y += dy * weight;
      }
      sum.x = kRepulsion * (sum.x - kGravity * at.x) + pull.x / masses[node];
      sum.y = kRepulsion * (sum.y - kGravity * at.y) + pull.y / masses[node];
      push[node] = sum;
    }
    for (Node node = 0; node < graph.size(); ++node) {
      const float length = length_of(push[node]) + 1e-9F;
      const float way = steps.share.empty() ? longest : longest * steps.share[node];
      const float share = std::min(way, length) / length;
      places[node].x += push[node].x * share;
      places[node].y += push[node].y * share;
    }
    longest = std::max(longest * kCooling, kLeastStep);
  }
}

// All places nearer to or farther from the middle, until pulls and pushes outweigh each other in
// sum (the virial theorem): few steps do not get there, and a picture that is drawn again and again
// would grow with each removal of overlaps.
void balance(const WeightedGraph& graph, std::vector<Vec>& places) {
  const auto people = static_cast<double>(graph.size());
  const double pushes = static_cast<double>(kRepulsion) * people * (people - 1) / 2;
  double spread = 0;
  for (const Vec& place : places) {
    spread += static_cast<double>(place.x * place.x + place.y * place.y);
  }
  struct Pulled {
    double weight = 0;
    double length = 0;
  };
  std::vector<Pulled> ties;
  for (Node node = 0; node < graph.size(); ++node) {
    for (const Graph::Neighbour& neighbour : graph.of(node)) {
      if (neighbour.node > node) {
        const Vec to = places[neighbour.node];
        const Vec way{to.x - places[node].x, to.y - places[node].y};
        ties.push_back(
            {static_cast<double>(neighbour.weight), static_cast<double>(length_of(way))});
      }
    }
  }
  const auto pulls = [&](double scale) {
    double sum = static_cast<double>(kRepulsion * kGravity) * spread * scale * scale;
    for (const Pulled& tie : ties) {
      const double length = scale * tie.length;
      sum += tie.weight * length * length / (length + static_cast<double>(kReach));
    }
    return sum;
  };
  double least = 0.1;
  double most = 10;
  for (int step = 0; step < 12; ++step) {
    const double middle = std::sqrt(least * most);
    (pulls(middle) < pushes ? least : most) = middle;
  }
  const auto scale = static_cast<float>(std::sqrt(least * most));
  for (Vec& place : places) {
    place.x *= scale;
    place.y *= scale;
  }
}

// Each node with the neighbour closest to it for their masses, those with few neighbours first;
// who finds nobody free joins the pair of a neighbour.
Partition paired(const WeightedGraph& graph, Chance& chance) {
  constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();
  std::vector<Node> order = chance.order(graph.size());
  std::ranges::stable_sort(order, {}, [&](Node node) { return graph.of(node).size(); });
  Partition pairs{.of = std::vector<std::uint32_t>(graph.size(), kNone)};
  for (const Node node : order) {
    if (pairs.of[node] != kNone) {
      continue;
    }
    const auto closest = [&](bool free) {
      const Graph::Neighbour* best = nullptr;
      double most = 0;
      for (const Graph::Neighbour& neighbour : graph.of(node)) {
        const double closeness = static_cast<double>(neighbour.weight) / graph.mass(neighbour.node);
        if ((pairs.of[neighbour.node] == kNone) == free && closeness > most) {
          most = closeness;
          best = &neighbour;
        }
      }
      return best;
    };
    if (const Graph::Neighbour* partner = closest(true); partner != nullptr) {
      pairs.of[node] = pairs.of[partner->node] = pairs.count++;
    } else if (const Graph::Neighbour* host = closest(false); host != nullptr) {
      pairs.of[node] = pairs.of[host->node];
    } else {
      pairs.of[node] = pairs.count++;
    }
  }
  return pairs;
}

}  // namespace

WeightedGraph loosened(const WeightedGraph& graph, const Groups& groups, Pull pull) {
  std::vector<std::uint32_t> starts{0};
  std::vector<Graph::Neighbour> neighbours;
  std::vector<double> strength;
  std::vector<double> mass;
  for (Node node = 0; node < graph.size(); ++node) {
    for (Graph::Neighbour neighbour : graph.of(node)) {
      if (groups.region[neighbour.node] != groups.region[node]) {
        neighbour.weight *= pull.between_regions;
      } else if (groups.community[neighbour.node] != groups.community[node]) {
        neighbour.weight *= pull.between_communities;
      }
      neighbours.push_back(neighbour);
    }
    starts.push_back(static_cast<std::uint32_t>(neighbours.size()));
    strength.push_back(graph.strength(node));
    mass.push_back(graph.mass(node));
  }
  return {std::move(starts), std::move(neighbours), std::move(strength), std::move(mass)};
}

std::vector<Vec> spread(const WeightedGraph& graph, const WeightedGraph& loose) {
  Chance chance{kSeed};
  std::vector<WeightedGraph> levels{graph};
  std::vector<Partition> pairs;
  while (levels.back().size() > kCoarsest) {
    Partition next = paired(levels.back(), chance);
    if (10 * std::size_t{next.count} > 9 * levels.back().size()) {
      break;
    }
    levels.push_back(contracted(levels.back(), next));
    pairs.push_back(std::move(next));
  }
  const auto anywhere = [&](float width) {
    return (static_cast<float>(chance.share()) - 0.5F) * width;
  };
  std::vector<Vec> places(levels.back().size());
  const float width = std::sqrt(static_cast<float>(places.size()));
  for (Vec& place : places) {
    place.x = anywhere(width);
    place.y = anywhere(width);
  }
  improve(pairs.empty() ? loose : levels.back(), places, {.count = kCoarsestSteps, .first = 2});
  for (std::size_t level = pairs.size(); level-- > 0;) {
    const WeightedGraph& finer = level == 0 ? loose : levels[level];
    const float scale =
        std::sqrt(static_cast<float>(finer.size()) / static_cast<float>(places.size()));
    std::vector<Vec> next(finer.size());
    for (Node node = 0; node < finer.size(); ++node) {
      const Vec from = places[pairs[level].of[node]];
      next[node].x = from.x * scale + anywhere(0.5F);
      next[node].y = from.y * scale + anywhere(0.5F);
    }
    places = std::move(next);
    improve(finer, places, {.count = level == 0 ? kFineSteps : kCoarseSteps});
  }
  balance(loose, places);
  return places;
}

std::vector<Vec> spread_from(const WeightedGraph& loose,
                             const std::vector<std::optional<Vec>>& last) {
  std::vector<std::optional<Vec>> known = last;
  // From the placed ones outwards; what cannot be reached starts in the middle.
  for (std::size_t found = 1; found > 0;) {
    found = 0;
    const std::vector<std::optional<Vec>> before = known;
    for (Node node = 0; node < loose.size(); ++node) {
      if (before[node]) {
        continue;
      }
      Vec sum;
      float weight = 0;
      for (const Graph::Neighbour& neighbour : loose.of(node)) {
        if (before[neighbour.node]) {
          const float share = neighbour.weight;
          sum.x += share * before[neighbour.node]->x;
          sum.y += share * before[neighbour.node]->y;
          weight += share;
        }
      }
      if (weight > 0) {
        known[node] = Vec{sum.x / weight, sum.y / weight};
        ++found;
      }
    }
  }
  Chance chance{kSeed};
  std::vector<Vec> places(loose.size());
  for (Node node = 0; node < loose.size(); ++node) {
    const auto nudge = [&] { return (static_cast<float>(chance.share()) - 0.5F) * 0.2F; };
    places[node] = known[node].value_or(Vec{});
    if (!last[node]) {
      places[node].x += nudge();
      places[node].y += nudge();
    }
  }
  Steps steps{.count = kWarmSteps, .first = kWarmStep};
  for (const std::optional<Vec>& place : last) {
    steps.share.push_back(place ? kLoyalStep / kWarmStep : 1);
  }
  improve(loose, places, steps);
  balance(loose, places);
  return places;
}

}  // namespace kith::network

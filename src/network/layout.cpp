// Island by island: forces, then overlaps; then the islands beside each other, and the loners
// around.
#include "network/layout.hpp"

#include <algorithm>
#include <cmath>

#include "network/overlaps.hpp"
#include "network/packing.hpp"

namespace kith::network {

namespace {

// The coarse levels put regions and communities in their places, the fine one lets them show. As
// measured: without loosening the coarse ones too, purity is 0.65 instead of 0.80 at 5,000 people.
constexpr Pull kCoarsePull{.between_communities = 0.5F, .between_regions = 0.15F};
constexpr Pull kFinePull{.between_communities = 0.1F, .between_regions = 0.05F};

// How many of the dots' typical radii a unit of the forces is. Measured: at less, removing overlaps
// mixes communities; at more, dots get lost in their space.
constexpr double kSpread = 1.25;

// Few dots find a better place once they are apart; drawn the next day, they would move there.
constexpr int kSettlingRounds = 2;
constexpr std::size_t kFewPeople = 2'000;

double pixels_a_unit(std::span<const double> radii) {
  double area = 0;
  for (const double radius : radii) {
    area += radius * radius;
  }
  return kSpread * std::sqrt(area / static_cast<double>(radii.size()));
}

Point middle_of(std::span<const Point> points) {
  Point sum;
  for (const Point& point : points) {
    sum.x += point.x;
    sum.y += point.y;
  }
  const auto count = static_cast<double>(points.size());
  return {sum.x / count, sum.y / count};
}

/// One island: its people, what ties them, and what is known of their last places.
class Piece {
 public:
  Piece(const WeightedGraph& graph,
        const Groups& groups,
        std::span<const double> radii,
        const std::vector<std::optional<Point>>& last,
        const std::vector<Node>& nodes)
      : graph_(among(graph, nodes)) {
    std::vector<Point> known;
    for (const Node node : nodes) {
      groups_.community.push_back(groups.community[node]);
      groups_.region.push_back(groups.region[node]);
      radii_.push_back(radii[node]);
      last_.push_back(last[node]);
      if (last[node]) {
        known.push_back(*last[node]);
      }
    }
    unit_ = pixels_a_unit(radii_);
    if (2 * known.size() > nodes.size()) {
      island_.last = middle_of(known);
    }
  }

  Island laid_out() {
    const WeightedGraph loose = loosened(graph_, groups_, kFinePull);
    if (island_.last) {
      for (std::optional<Point>& place : last_) {
        if (place) {
          place = Point{place->x - island_.last->x, place->y - island_.last->y};
        }
      }
      put(spread_from(loose, in_units(last_)));
    } else {
      put(spread(loosened(graph_, groups_, kCoarsePull), loose));
      for (int round = 0; round < kSettlingRounds && graph_.size() <= kFewPeople; ++round) {
        put(spread_from(loose, in_units({island_.dots.begin(), island_.dots.end()})));
      }
    }
    const Point middle = middle_of(island_.dots);
    for (Point& dot : island_.dots) {
      dot.x -= middle.x;
      dot.y -= middle.y;
    }
    return std::move(island_);
  }

 private:
  void put(const std::vector<Vec>& places) {
    island_.dots.clear();
    for (const Vec& place : places) {
      island_.dots.push_back(
          {static_cast<double>(place.x) * unit_, static_cast<double>(place.y) * unit_});
    }
    island_.dots = without_overlaps(std::move(island_.dots), radii_);
  }

  std::vector<std::optional<Vec>> in_units(const std::vector<std::optional<Point>>& points) const {
    std::vector<std::optional<Vec>> places(points.size());
    for (std::size_t i = 0; i < points.size(); ++i) {
      if (points[i]) {
        places[i] =
            Vec{static_cast<float>(points[i]->x / unit_), static_cast<float>(points[i]->y / unit_)};
      }
    }
    return places;
  }

  WeightedGraph graph_;
  Groups groups_{};
  std::vector<double> radii_{};
  std::vector<std::optional<Point>> last_{};
  double unit_ = 1;
  Island island_{};
};

}  // namespace

std::vector<Point> laid_out(const WeightedGraph& graph,
                            const Groups& groups,
                            std::span<const double> radii,
                            const std::vector<std::optional<Point>>& last) {
  const Partition whole{.of = std::vector<std::uint32_t>(graph.size(), 0), .count = 1};
  std::vector<std::vector<Node>> pieces = members_of(hanging_together(graph, whole));
  std::ranges::stable_sort(pieces, std::greater{}, &std::vector<Node>::size);
  std::vector<Island> islands;
  std::vector<Node> loners;
  for (const std::vector<Node>& nodes : pieces) {
    if (nodes.size() == 1) {
      loners.push_back(nodes.front());
    } else {
      islands.push_back(Piece{graph, groups, radii, last, nodes}.laid_out());
    }
  }
  std::vector<Point> places(graph.size());
  if (places.empty()) {
    return places;
  }
  const double widest = 2 * std::ranges::max(radii) + kGap;
  const std::vector<Point> middles = packed(islands, widest);
  double reach = 0;
  for (std::size_t i = 0; i < islands.size(); ++i) {
    for (std::size_t dot = 0; dot < pieces[i].size(); ++dot) {
      const Point at{middles[i].x + islands[i].dots[dot].x, middles[i].y + islands[i].dots[dot].y};
      places[pieces[i][dot]] = at;
      reach = std::max(reach, std::hypot(at.x, at.y) + widest);
    }
  }
  double spacing = 0;
  for (const Node node : loners) {
    spacing = std::max(spacing, 4 * radii[node] + kGap);
  }
  const std::vector<Point> around = rings(loners.size(), reach, spacing);
  for (std::size_t i = 0; i < loners.size(); ++i) {
    places[loners[i]] = around[i];
  }
  return places;
}

}  // namespace kith::network

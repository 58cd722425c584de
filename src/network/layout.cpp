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

/// How many pixels a unit of the forces is: more where many dots must find room in clusters.
/// Measured: below this, removing overlaps mixes communities; above, dots get lost in their space.
double pixels_a_unit(std::size_t people, std::span<const double> radii) {
  double area = 0;
  for (const double radius : radii) {
    area += radius * radius;
  }
  const double typical = std::sqrt(area / static_cast<double>(radii.size()));
  const double spread = std::max(1.7, 0.2 + 0.6 * std::log10(static_cast<double>(people)));
  return typical * spread;
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
    if (2 * known.size() > nodes.size()) {
      island_.last = middle_of(known);
    }
  }

  Island laid_out() {
    const double unit = pixels_a_unit(graph_.size(), radii_);
    const WeightedGraph loose = loosened(graph_, groups_, kFinePull);
    for (const Vec& place : island_.last ? spread_from(loose, last_places(unit))
                                         : spread(loosened(graph_, groups_, kCoarsePull), loose)) {
      island_.dots.push_back(
          {static_cast<double>(place.x) * unit, static_cast<double>(place.y) * unit});
    }
    island_.dots = without_overlaps(std::move(island_.dots), radii_);
    const Point middle = middle_of(island_.dots);
    for (Point& dot : island_.dots) {
      dot.x -= middle.x;
      dot.y -= middle.y;
    }
    return std::move(island_);
  }

 private:
  std::vector<std::optional<Vec>> last_places(double unit) const {
    std::vector<std::optional<Vec>> places(last_.size());
    for (std::size_t i = 0; i < last_.size(); ++i) {
      if (last_[i]) {
        places[i] = Vec{static_cast<float>((last_[i]->x - island_.last->x) / unit),
                        static_cast<float>((last_[i]->y - island_.last->y) / unit)};
      }
    }
    return places;
  }

  WeightedGraph graph_;
  Groups groups_{};
  std::vector<double> radii_{};
  std::vector<std::optional<Point>> last_{};
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

// Where the dots of a map go.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "network/forces.hpp"
#include "network/weighted_graph.hpp"
#include <kith/network/map.hpp>

namespace kith::network {

/// A place for each node, around (0, 0), no two dots overlapping: the largest island in the middle,
/// the others beside it, those without ties in rings around all. Nodes with a `last` place stay
/// about there; others start among their neighbours.
std::vector<Point> laid_out(const WeightedGraph& graph,
                            const Groups& groups,
                            std::span<const double> radii,
                            const std::vector<std::optional<Point>>& last);

}  // namespace kith::network

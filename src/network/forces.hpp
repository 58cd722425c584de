// Places for the nodes of one connected graph, such that those who belong together lie together.
#pragma once

#include <optional>
#include <vector>

#include "network/quadtree.hpp"
#include "network/weighted_graph.hpp"

namespace kith::network {

/// Places around (0, 0), in units of which each node has about one square. LinLog forces (Noack
/// 2007; Jacomy et al. 2014): ties pull by the logarithm of their length, all push each other
/// apart, so that communities show as clusters; ties between `communities` pull a tenth. Works from
/// coarse to fine. `graph` must hang together.
std::vector<Vec> spread(const WeightedGraph& graph, const Partition& communities);

/// The same from `last` places on, which stay about where they are; nodes without a place start
/// among their neighbours.
std::vector<Vec> spread_from(const WeightedGraph& graph,
                             const Partition& communities,
                             const std::vector<std::optional<Vec>>& last);

}  // namespace kith::network

// Places for the nodes of one connected graph, such that those who belong together lie together.
#pragma once

#include <optional>
#include <vector>

#include "network/quadtree.hpp"
#include "network/weighted_graph.hpp"

namespace kith::network {

/// How people are grouped: ties between groups pull less, so that groups show.
struct Groups {
  std::vector<std::uint32_t> community{};  ///< of each node
  std::vector<std::uint32_t> region{};
};

/// What a tie between groups still pulls.
struct Pull {
  float between_communities = 1;
  float between_regions = 1;
};

/// `graph` with ties between communities, and those between regions, at a fraction of their weight.
WeightedGraph loosened(const WeightedGraph& graph, const Groups& groups, Pull pull);

/// Places around (0, 0), in units of which each node has about one square. LinLog forces (Noack
/// 2007; Jacomy et al. 2014): ties pull by the logarithm of their length, all push each other
/// apart, so that communities show as clusters. Works from coarse to fine: by the ties of `graph`,
/// which must hang together, and in the last step by those of `loose`, the same graph loosened.
std::vector<Vec> spread(const WeightedGraph& graph, const WeightedGraph& loose);

/// The same from `last` places on, which stay about where they are; nodes without a place start
/// among their neighbours.
std::vector<Vec> spread_from(const WeightedGraph& loose,
                             const std::vector<std::optional<Vec>>& last);

}  // namespace kith::network

// Leiden's refinement on Louvain: parts whose people have more ties among each other than chance
// would give them. Traag, Waltman & van Eck, "From Louvain to Leiden" (2019).
#pragma once

#include <cstdint>
#include <vector>

#include "network/weighted_graph.hpp"

namespace kith::network {

struct Effort {
  int rounds = 6;          ///< at most; it also ends when nothing gets better
  std::uint64_t seed = 0;  ///< another one may find other parts, about as good
};

/// Parts of high modularity: the higher the resolution, the smaller they are. Each part hangs
/// together. The same graph gives the same parts, bit for bit. Looks for better parts than those of
/// `start`, if there is one, and keeps what cannot be bettered.
Partition leiden(const WeightedGraph& graph,
                 double resolution,
                 const Partition* start,
                 Effort effort = {});

/// The parts of `start`, with single nodes moved where they are much better off elsewhere: for
/// nodes that are not `loyal`, better off at all. Each part hangs together.
Partition settled(const WeightedGraph& graph,
                  double resolution,
                  const Partition& start,
                  const std::vector<bool>& loyal);

/// The share of ties inside parts less the share that chance would put there (Newman & Girvan 2004,
/// Reichardt & Bornholdt 2006 for the resolution); 0 without ties.
double modularity(const WeightedGraph& graph, const Partition& parts, double resolution = 1);

}  // namespace kith::network

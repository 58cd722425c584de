// Communities at two levels: regions, and in each of them the communities that a person would name.
// Why it is done this way, with figures: docs/adr/0006-communities.md.
#pragma once

#include <cstdint>
#include <vector>

#include "network/leiden.hpp"
#include "network/weighted_graph.hpp"

namespace kith::network {

struct Levels {
  Partition regions{};
  Partition communities{};                 ///< each of them inside one region
  std::vector<std::uint32_t> region_of{};  ///< of each community
};

/// What people have seen before: parts that need not nest and may be out of date.
struct Seen {
  Levels levels{};
  std::vector<bool> is_known{};  ///< of each node; the others are in parts of their own
};

/// Both levels of `graph`. With `last`, stays with its parts unless others are clearly better. A
/// node without ties is a region of its own.
Levels communities_of(const WeightedGraph& graph, const Seen* last = nullptr);

/// How unlikely it is that chance would put so much weight inside the parts, as a share of the
/// whole weight: asymptotic surprise (Traag, Aldecoa & Delvenne 2015). Parts that are too large
/// and parts that are too small both have less of it. 0 without ties.
double surprise(const WeightedGraph& graph, const Partition& parts);

}  // namespace kith::network

// Who joins communities: betweenness.
#pragma once

#include <cstddef>
#include <vector>

#include "network/weighted_graph.hpp"
#include <kith/network/graph.hpp>

namespace kith::network {

/// For each node, the share of all shortest chains between two others that lead through it, each
/// pair counting alike (Brandes 2001). Exact for small graphs; for large ones estimated from chains
/// that begin at some hundred nodes drawn by fixed chance (Brandes & Pich 2007).
std::vector<double> betweenness(const Graph& graph);

/// The few nodes who join `parts` most: with ties into another part, the most between first. 3 to
/// 12 of them, more where there are more people; none where nobody is between others.
std::vector<Node> bridges(const Graph& graph,
                          const Partition& parts,
                          const std::vector<double>& between);

}  // namespace kith::network

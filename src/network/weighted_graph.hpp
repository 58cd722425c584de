// A graph whose nodes may stand for many people: what communities and layout work on as they make
// a network smaller and smaller.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include <kith/network/graph.hpp>

namespace kith::network {

/// Nodes in parts: `of[node]` is below `count`, and no part is empty.
struct Partition {
  std::vector<std::uint32_t> of{};
  std::uint32_t count = 0;
  bool operator==(const Partition&) const = default;
};

/// Each node a part of its own.
Partition singletons(std::size_t nodes);

/// The same parts, numbered in the order of their first nodes. Labels may be any numbers below
/// the count of nodes.
Partition numbered(std::vector<std::uint32_t> labels);

/// The parts of `fine`, put together as `coarse` says, which partitions the parts.
Partition composed(const Partition& fine, const Partition& coarse);

/// The nodes of each part, in their order.
std::vector<std::vector<Node>> members_of(const Partition& parts);

class WeightedGraph {
 public:
  using Neighbour = Graph::Neighbour;

  /// Each person a node of mass 1. A weight counts as log2(1 + weight): seeing somebody daily ties
  /// more than seeing them monthly, but not thirty times as much.
  explicit WeightedGraph(const Graph& graph);
  WeightedGraph(std::vector<std::uint32_t> starts,
                std::vector<Neighbour> neighbours,
                std::vector<double> strength,
                std::vector<double> mass);

  std::size_t size() const { return mass_.size(); }
  std::span<const Neighbour> of(Node node) const {
    return {neighbours_.data() + starts_[node], starts_[node + 1] - starts_[node]};
  }
  /// How many people a node stands for.
  double mass(Node node) const { return mass_[node]; }
  /// The weight of all ties that the people of a node have, those among each other twice: also of
  /// ties that contraction or inside() have taken away.
  double strength(Node node) const { return strength_[node]; }
  /// The sum of all strengths: twice the weight of all ties.
  double total() const { return total_; }

 private:
  std::vector<std::uint32_t> starts_{};
  std::vector<Neighbour> neighbours_{};
  std::vector<double> strength_{};
  std::vector<double> mass_{};
  double total_ = 0;
};

/// One node for each part.
WeightedGraph contracted(const WeightedGraph& graph, const Partition& parts);

/// The same nodes with the same strengths, but without the ties from one part to another.
WeightedGraph inside(const WeightedGraph& graph, const Partition& parts);

/// `nodes` alone, renumbered in their order, with the ties among them.
WeightedGraph among(const WeightedGraph& graph, std::span<const Node> nodes);

/// Parts that do not hang together, in pieces that do.
Partition hanging_together(const WeightedGraph& graph, const Partition& parts);

}  // namespace kith::network

// Contraction: ties between parts are added up in the order of places, so that sums come out alike.
#include "network/weighted_graph.hpp"

#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

namespace kith::network {

Partition singletons(std::size_t nodes) {
  Partition parts{.of = std::vector<std::uint32_t>(nodes),
                  .count = static_cast<std::uint32_t>(nodes)};
  std::iota(parts.of.begin(), parts.of.end(), 0U);
  return parts;
}

Partition numbered(std::vector<std::uint32_t> labels) {
  constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();
  std::vector<std::uint32_t> number(labels.size(), kNone);
  std::uint32_t count = 0;
  for (std::uint32_t& label : labels) {
    if (number[label] == kNone) {
      number[label] = count++;
    }
    label = number[label];
  }
  return {std::move(labels), count};
}

Partition composed(const Partition& fine, const Partition& coarse) {
  Partition both{.of = fine.of, .count = coarse.count};
  for (std::uint32_t& part : both.of) {
    part = coarse.of[part];
  }
  return both;
}

std::vector<std::vector<Node>> members_of(const Partition& parts) {
  std::vector<std::vector<Node>> members(parts.count);
  for (Node node = 0; node < parts.of.size(); ++node) {
    members[parts.of[node]].push_back(node);
  }
  return members;
}

WeightedGraph::WeightedGraph(const Graph& graph)
    : strength_(graph.size(), 0.0), mass_(graph.size(), 1.0) {
  starts_.reserve(graph.size() + 1);
  neighbours_.reserve(2 * graph.ties());
  starts_.push_back(0);
  for (Node node = 0; node < graph.size(); ++node) {
    for (const Neighbour& neighbour : graph.of(node)) {
      const float weight = std::log2(1 + neighbour.weight);
      neighbours_.push_back({neighbour.node, weight});
      strength_[node] += static_cast<double>(weight);
    }
    starts_.push_back(static_cast<std::uint32_t>(neighbours_.size()));
  }
  total_ = std::accumulate(strength_.begin(), strength_.end(), 0.0);
}

WeightedGraph::WeightedGraph(std::vector<std::uint32_t> starts,
                             std::vector<Neighbour> neighbours,
                             std::vector<double> strength,
                             std::vector<double> mass)
    : starts_(std::move(starts)),
      neighbours_(std::move(neighbours)),
      strength_(std::move(strength)),
      mass_(std::move(mass)),
      total_(std::accumulate(strength_.begin(), strength_.end(), 0.0)) {}

WeightedGraph contracted(const WeightedGraph& graph, const Partition& parts) {
  std::vector<std::uint32_t> starts{0};
  std::vector<Graph::Neighbour> neighbours;
  std::vector<double> strength(parts.count, 0.0);
  std::vector<double> mass(parts.count, 0.0);
  std::vector<double> towards(parts.count, 0.0);
  std::vector<std::uint32_t> touched;
  std::uint32_t part = 0;
  for (const std::vector<Node>& members : members_of(parts)) {
    for (const Node node : members) {
      strength[part] += graph.strength(node);
      mass[part] += graph.mass(node);
      for (const Graph::Neighbour& neighbour : graph.of(node)) {
        const std::uint32_t other = parts.of[neighbour.node];
        if (other != part && towards[other] == 0) {
          touched.push_back(other);
        }
        towards[other] += static_cast<double>(neighbour.weight);
      }
    }
    for (const std::uint32_t other : touched) {
      neighbours.push_back({other, static_cast<float>(towards[other])});
      towards[other] = 0;
    }
    towards[part] = 0;
    touched.clear();
    starts.push_back(static_cast<std::uint32_t>(neighbours.size()));
    ++part;
  }
  return {std::move(starts), std::move(neighbours), std::move(strength), std::move(mass)};
}

WeightedGraph inside(const WeightedGraph& graph, const Partition& parts) {
  std::vector<std::uint32_t> starts{0};
  std::vector<Graph::Neighbour> neighbours;
  std::vector<double> strength(graph.size());
  std::vector<double> mass(graph.size());
  for (Node node = 0; node < graph.size(); ++node) {
    for (const Graph::Neighbour& neighbour : graph.of(node)) {
      if (parts.of[neighbour.node] == parts.of[node]) {
        neighbours.push_back(neighbour);
      }
    }
    starts.push_back(static_cast<std::uint32_t>(neighbours.size()));
    strength[node] = graph.strength(node);
    mass[node] = graph.mass(node);
  }
  return {std::move(starts), std::move(neighbours), std::move(strength), std::move(mass)};
}

WeightedGraph among(const WeightedGraph& graph, std::span<const Node> nodes) {
  constexpr Node kNone = std::numeric_limits<Node>::max();
  std::vector<Node> place(graph.size(), kNone);
  for (Node node = 0; node < nodes.size(); ++node) {
    place[nodes[node]] = node;
  }
  std::vector<std::uint32_t> starts{0};
  std::vector<Graph::Neighbour> neighbours;
  std::vector<double> strength;
  std::vector<double> mass;
  for (const Node node : nodes) {
    for (const Graph::Neighbour& neighbour : graph.of(node)) {
      if (place[neighbour.node] != kNone) {
        neighbours.push_back({place[neighbour.node], neighbour.weight});
      }
    }
    starts.push_back(static_cast<std::uint32_t>(neighbours.size()));
    strength.push_back(graph.strength(node));
    mass.push_back(graph.mass(node));
  }
  return {std::move(starts), std::move(neighbours), std::move(strength), std::move(mass)};
}

Partition hanging_together(const WeightedGraph& graph, const Partition& parts) {
  std::vector<std::uint32_t> label(graph.size());
  std::vector<char> seen(graph.size(), 0);
  std::vector<Node> reached;
  for (Node start = 0; start < graph.size(); ++start) {
    if (seen[start] != 0) {
      continue;
    }
    seen[start] = 1;
    reached.assign(1, start);
    while (!reached.empty()) {
      const Node node = reached.back();
      reached.pop_back();
      label[node] = start;
      for (const Graph::Neighbour& neighbour : graph.of(node)) {
        if (seen[neighbour.node] == 0 && parts.of[neighbour.node] == parts.of[node]) {
          seen[neighbour.node] = 1;
          reached.push_back(neighbour.node);
        }
      }
    }
  }
  return numbered(std::move(label));
}

}  // namespace kith::network

// Breadth-first from each pivot, then back again, handing the chains' shares down.
#include "network/bridges.hpp"

#include <algorithm>
#include <cmath>

#include "network/chance.hpp"

namespace kith::network {

namespace {

constexpr std::uint64_t kSeed = 2001;
// How many ties may be walked along, one way: some milliseconds, where the pivots of large networks
// do not take longer. Exact up to 200 people with 20 ties each.
constexpr std::size_t kMostSteps = 1'000'000;
constexpr std::size_t kLeastPivots = 60;

/// The chains that begin at one node.
class Chains {
 public:
  explicit Chains(const Graph& graph)
      : graph_(graph), hops_(graph.size()), ways_(graph.size()), share_(graph.size()) {}

  void add_from(Node start, std::vector<double>& between) {
    hops_.assign(graph_.size(), kUnseen);
    reached_.assign(1, start);
    hops_[start] = 0;
    ways_[start] = 1;
    share_[start] = 0;
    for (std::size_t at = 0; at < reached_.size(); ++at) {
      const Node node = reached_[at];
      for (const Graph::Neighbour& neighbour : graph_.of(node)) {
        if (hops_[neighbour.node] == kUnseen) {
          hops_[neighbour.node] = hops_[node] + 1;
          ways_[neighbour.node] = 0;
          share_[neighbour.node] = 0;
          reached_.push_back(neighbour.node);
        }
        if (hops_[neighbour.node] == hops_[node] + 1) {
          ways_[neighbour.node] += ways_[node];
        }
      }
    }
    for (std::size_t at = reached_.size(); at-- > 1;) {
      const Node node = reached_[at];
      between[node] += share_[node];
      const double each = (1 + share_[node]) / ways_[node];
      for (const Graph::Neighbour& neighbour : graph_.of(node)) {
        if (hops_[neighbour.node] + 1 == hops_[node]) {
          share_[neighbour.node] += ways_[neighbour.node] * each;
        }
      }
    }
  }

 private:
  static constexpr std::uint32_t kUnseen = 0xfffffffe;  // one more is none either

  const Graph& graph_;
  std::vector<std::uint32_t> hops_;
  std::vector<double> ways_;   // how many shortest chains lead to a node
  std::vector<double> share_;  // of the chains that lead on from it
  std::vector<Node> reached_{};
};

}  // namespace

std::vector<double> betweenness(const Graph& graph) {
  std::vector<double> between(graph.size(), 0.0);
  if (graph.size() < 3) {
    return between;
  }
  std::vector<Node> pivots = Chance{kSeed}.order(graph.size());
  const std::size_t affordable = kMostSteps / (2 * graph.ties() + graph.size());
  pivots.resize(std::min(graph.size(), std::max(kLeastPivots, affordable)));
  std::ranges::sort(pivots);
  Chains chains{graph};
  for (const Node pivot : pivots) {
    chains.add_from(pivot, between);
  }
  const auto people = static_cast<double>(graph.size());
  const double starts = static_cast<double>(pivots.size()) * (people - 1) / people;
  for (double& share : between) {
    share /= starts * (people - 2);
  }
  return between;
}

std::vector<Node> bridges(const Graph& graph,
                          const Partition& parts,
                          const std::vector<double>& between) {
  const auto joins = [&](Node node) {
    return between[node] > 0 &&
           std::ranges::any_of(graph.of(node), [&](const Graph::Neighbour& neighbour) {
             return parts.of[neighbour.node] != parts.of[node];
           });
  };
  std::vector<Node> joining;
  for (Node node = 0; node < graph.size(); ++node) {
    if (joins(node)) {
      joining.push_back(node);
    }
  }
  std::ranges::stable_sort(joining, std::greater{}, [&](Node node) { return between[node]; });
  const double few = std::sqrt(static_cast<double>(graph.size())) / 5;
  const auto most = static_cast<std::size_t>(std::clamp(std::round(few), 3.0, 12.0));
  joining.resize(std::min(joining.size(), most));
  return joining;
}

}  // namespace kith::network

// Local moving with a queue, refinement inside the parts found, contraction; again until no node
// wants to move.
#include "network/leiden.hpp"

#include <utility>
#include <vector>

#include "network/chance.hpp"

namespace kith::network {

namespace {

constexpr std::uint64_t kSeed = 20191;
constexpr double kLeastGain = 1e-12;
// A loyal node moves for a gain of this share of all its ties: a new job, not one new friend.
constexpr double kLoyalty = 0.25;

/// A graph, a partition of it, and what moving a node would gain.
class Parts {
 public:
  Parts(const WeightedGraph& graph, std::vector<std::uint32_t> labels, double resolution)
      : graph_(graph),
        of_(std::move(labels)),
        strength_(graph.size(), 0.0),
        nodes_(graph.size(), 0),
        towards_(graph.size(), 0.0),
        cost_(graph.total() > 0 ? resolution / graph.total() : 0) {
    for (Node node = 0; node < graph.size(); ++node) {
      strength_[of_[node]] += graph.strength(node);
      ++nodes_[of_[node]];
    }
    for (Node part = 0; part < graph.size(); ++part) {
      if (nodes_[part] == 0) {
        empty_.push_back(part);
      }
    }
  }

  /// The part where `node` is best off: its own if no other is better, an empty one if it is better
  /// off alone. `allowed` says which neighbours count.
  template <class Allowed>
  std::uint32_t best_for(Node node, Allowed allowed, double least = kLeastGain) {
    const std::uint32_t own = of_[node];
    for (const Graph::Neighbour& neighbour : graph_.of(node)) {
      if (allowed(neighbour.node)) {
        const std::uint32_t part = of_[neighbour.node];
        if (towards_[part] == 0) {
          touched_.push_back(part);
        }
        towards_[part] += static_cast<double>(neighbour.weight);
      }
    }
    const double price = cost_ * graph_.strength(node);
    std::uint32_t best = own;
    double most = towards_[own] - price * (strength_[own] - graph_.strength(node)) + least;
    for (const std::uint32_t part : touched_) {
      const double gain = towards_[part] - price * strength_[part];
      if (part != own && gain > most) {
        most = gain;
        best = part;
      }
      towards_[part] = 0;
    }
    towards_[own] = 0;
    touched_.clear();
    return most < 0 && !empty_.empty() ? empty_.back() : best;
  }

  void move(Node node, std::uint32_t part) {
    if (nodes_[part]++ == 0) {
      empty_.pop_back();  // best_for() offers no other empty part
      strength_[part] = 0;
    }
    strength_[of_[node]] -= graph_.strength(node);
    if (--nodes_[of_[node]] == 0) {
      empty_.push_back(of_[node]);
    }
    strength_[part] += graph_.strength(node);
    of_[node] = part;
  }

  std::uint32_t of(Node node) const { return of_[node]; }
  bool is_alone(Node node) const { return nodes_[of_[node]] == 1; }
  std::vector<std::uint32_t> take() { return std::move(of_); }

 private:
  const WeightedGraph& graph_;
  std::vector<std::uint32_t> of_;
  std::vector<double> strength_;      // of each part
  std::vector<std::uint32_t> nodes_;  // in each part
  std::vector<std::uint32_t> empty_{};
  std::vector<double> towards_;  // scratch: weight from one node to each part
  std::vector<std::uint32_t> touched_{};
  double cost_;
};

/// Moves nodes to better parts until none wants to; a node is asked again when a neighbour leaves.
/// `least` says how much better a part must be for a node.
template <class Least>
std::vector<std::uint32_t> moved(const WeightedGraph& graph,
                                 std::vector<std::uint32_t> labels,
                                 double resolution,
                                 Chance& chance,
                                 Least least) {
  Parts parts{graph, std::move(labels), resolution};
  std::vector<std::uint32_t> queue = chance.order(graph.size());
  std::vector<char> waits(graph.size(), 1);
  // A ring: never more in it than there are nodes, since each waits at most once.
  std::size_t first = 0;
  std::size_t count = queue.size();
  while (count > 0) {
    const Node node = queue[first];
    first = (first + 1) % queue.size();
    --count;
    waits[node] = 0;
    const std::uint32_t best = parts.best_for(
        node, [](Node) { return true; }, least(node));
    if (best == parts.of(node)) {
      continue;
    }
    parts.move(node, best);
    for (const Graph::Neighbour& neighbour : graph.of(node)) {
      if (parts.of(neighbour.node) != best && waits[neighbour.node] == 0) {
        waits[neighbour.node] = 1;
        queue[(first + count) % queue.size()] = neighbour.node;
        ++count;
      }
    }
  }
  return parts.take();
}

/// Splits each part into pieces that hang together: a node that is still alone joins the piece
/// where it is best off, inside its part and only along a tie.
std::vector<std::uint32_t> refined(const WeightedGraph& graph,
                                   const std::vector<std::uint32_t>& labels,
                                   double resolution,
                                   Chance& chance) {
  Parts pieces{graph, singletons(graph.size()).of, resolution};
  for (const Node node : chance.order(graph.size())) {
    if (!pieces.is_alone(node)) {
      continue;
    }
    const std::uint32_t best =
        pieces.best_for(node, [&](Node other) { return labels[other] == labels[node]; });
    if (best != pieces.of(node)) {
      pieces.move(node, best);
    }
  }
  return pieces.take();
}

/// Labels as place of a first node, which contraction keeps below the count of nodes.
std::vector<std::uint32_t> carried_over(const std::vector<std::uint32_t>& labels,
                                        const Partition& pieces) {
  std::vector<std::uint32_t> first(labels.size(), pieces.count);
  std::vector<std::uint32_t> carried(pieces.count);
  for (Node node = 0; node < labels.size(); ++node) {
    const std::uint32_t piece = pieces.of[node];
    if (first[labels[node]] == pieces.count) {
      first[labels[node]] = piece;
    }
    carried[piece] = first[labels[node]];
  }
  return carried;
}

double at_all(Node) { return kLeastGain; }

Partition one_round(const WeightedGraph& graph,
                    const Partition& start,
                    double resolution,
                    Chance& chance) {
  std::vector<std::uint32_t> labels = moved(graph, start.of, resolution, chance, at_all);
  Partition nodes = singletons(graph.size());  // of people in the nodes of the graph at hand
  WeightedGraph smaller = graph;
  for (;;) {
    const Partition pieces = numbered(refined(smaller, labels, resolution, chance));
    if (pieces.count == smaller.size()) {
      break;
    }
    labels = carried_over(labels, pieces);
    nodes = composed(nodes, pieces);
    smaller = contracted(smaller, pieces);
    labels = moved(smaller, std::move(labels), resolution, chance, at_all);
  }
  for (std::uint32_t& node : nodes.of) {
    node = labels[node];
  }
  return numbered(std::move(nodes.of));
}

}  // namespace

Partition leiden(const WeightedGraph& graph,
                 double resolution,
                 const Partition* start,
                 Effort effort) {
  Partition parts = start != nullptr ? *start : singletons(graph.size());
  Chance chance{kSeed + effort.seed};
  for (int round = 0; round < effort.rounds; ++round) {
    Partition better = hanging_together(graph, one_round(graph, parts, resolution, chance));
    if (better == parts) {
      break;
    }
    parts = std::move(better);
  }
  return parts;
}

Partition settled(const WeightedGraph& graph,
                  double resolution,
                  const Partition& start,
                  const std::vector<bool>& loyal) {
  Chance chance{kSeed};
  const auto least = [&](Node node) {
    return loyal[node] ? kLoyalty * graph.strength(node) : kLeastGain;
  };
  const Partition parts = numbered(moved(graph, start.of, resolution, chance, least));
  return hanging_together(graph, parts);
}

double modularity(const WeightedGraph& graph, const Partition& parts, double resolution) {
  if (graph.total() <= 0) {
    return 0;
  }
  std::vector<double> strength(parts.count, 0.0);
  double within = 0;
  for (Node node = 0; node < graph.size(); ++node) {
    strength[parts.of[node]] += graph.strength(node);
    for (const Graph::Neighbour& neighbour : graph.of(node)) {
      if (parts.of[neighbour.node] == parts.of[node]) {
        within += static_cast<double>(neighbour.weight);
      }
    }
  }
  double quality = within / graph.total();
  for (const double part : strength) {
    quality -= resolution * (part / graph.total()) * (part / graph.total());
  }
  return quality;
}

}  // namespace kith::network

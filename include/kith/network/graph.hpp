// The network as a graph: people as nodes, ties as weighted edges. You are not in it: everybody is
// near you.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include <kith/time/date.hpp>

namespace kith::network {

/// A person's place in the list that a graph is about; lists are in the order of uids, so that the
/// same people always have the same places.
using Node = std::uint32_t;

/// What a tie rests on, the strongest reason first; a tie may rest on several.
enum class Ground : std::uint8_t { link = 1, introduction = 2, together = 4, organisation = 8 };

/// What ties two people.
struct Tie {
  Node a = 0;  ///< less than `b`
  Node b = 0;
  double weight = 0;         ///< above 0; 1 is an hour for two today
  std::uint8_t grounds = 0;  ///< bits of Ground
  Date since{};              ///< the first day that the data know of
  Date last{};               ///< the latest day that the data know of
  bool operator==(const Tie&) const = default;
};

/// Undirected and weighted, the neighbours of a node side by side in memory.
class Graph {
 public:
  struct Neighbour {
    Node node = 0;
    float weight = 0;
  };

  Graph() = default;
  /// `ties` name each pair once.
  Graph(std::size_t nodes, std::span<const Tie> ties);

  std::size_t size() const { return starts_.empty() ? 0 : starts_.size() - 1; }
  std::size_t ties() const { return neighbours_.size() / 2; }
  /// By place, if the ties came by a, then b.
  std::span<const Neighbour> of(Node node) const {
    return {neighbours_.data() + starts_[node], starts_[node + 1] - starts_[node]};
  }

 private:
  std::vector<std::size_t> starts_{};
  std::vector<Neighbour> neighbours_{};
};

}  // namespace kith::network

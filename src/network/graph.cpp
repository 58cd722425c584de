// Ties side by side in memory: two passes, one to count and one to fill.
#include <kith/network/graph.hpp>

namespace kith::network {

Graph::Graph(std::size_t nodes, std::span<const Tie> ties)
    : starts_(nodes + 1), neighbours_(2 * ties.size()) {
  for (const Tie& tie : ties) {
    ++starts_[tie.a + 1];
    ++starts_[tie.b + 1];
  }
  for (std::size_t node = 0; node < nodes; ++node) {
    starts_[node + 1] += starts_[node];
  }
  std::vector<std::size_t> next(starts_.begin(), starts_.end() - 1);
  for (const Tie& tie : ties) {
    neighbours_[next[tie.a]++] = {tie.b, static_cast<float>(tie.weight)};
    neighbours_[next[tie.b]++] = {tie.a, static_cast<float>(tie.weight)};
  }
}

}  // namespace kith::network

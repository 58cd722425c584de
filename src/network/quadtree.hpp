// The pull of far groups as of one body: Barnes & Hut's approximation, in a flat quadtree.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <kith/network/graph.hpp>

namespace kith::network {

/// A place or a push while the layout is at work; floats, for twice as many in a cache.
struct Vec {
  float x = 0;
  float y = 0;
};

class Quadtree {
 public:
  /// Sorts `places` with their masses into squares.
  void build(std::span<const Vec> places, std::span<const float> masses);
  /// The nodes, neighbours in the plane close to each other.
  const std::vector<Node>& order() const { return order_; }
  /// The push of all others on the node at `place` in order(): mass by distance.
  Vec push_at(std::size_t place) const;

 private:
  struct Square {
    Vec centre{};  // of mass
    float mass = 0;
    float width = 0;
    std::uint32_t next = 0;  // after all that is inside
    std::uint32_t first = 0;
    std::uint32_t last = 0;  // 0 where there are squares inside
  };
  struct Body {
    Vec at{};
    float mass = 0;
  };

  void split(std::uint32_t first, std::uint32_t last, Vec corner, float width, int depth);

  std::span<const Vec> places_{};
  std::span<const float> masses_{};
  std::vector<Node> order_{};
  std::vector<Body> bodies_{};  // in the order of order_
  std::vector<Square> squares_{};
};

}  // namespace kith::network

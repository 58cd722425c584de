// How a tie runs in a picture, and many of them as one path.
#pragma once

#include <string>

#include "network/community_places.hpp"
#include <kith/network/map.hpp>

namespace kith::network {

/// A cubic Bézier curve.
struct Curve {
  Point from{};
  Point near_from{};
  Point near_to{};
  Point to{};
};

/// A gentle bow inside a community; between two of them a tie joins the others that go the same
/// way, so that they read as one stream (after Holten, "Hierarchical Edge Bundles", 2006).
/// src/network/page/curves.js draws the same.
class TieCurves {
 public:
  /// Both outlive it.
  TieCurves(const Map& map, const CommunityPlaces& places) : map_(map), places_(places) {}
  Curve of(const Tie& tie) const;

 private:
  const Map& map_;
  const CommunityPlaces& places_;
};

/// The data of an SVG path by relative moves, with no more digits than called for: a quarter of
/// what a line of its own for each tie would take.
class Path {
 public:
  /// `decimals` are 0 or 1.
  explicit Path(int decimals) : decimals_(decimals) {}
  void add(const Curve& curve);
  /// A dot of no size, which a round line cap makes visible.
  void add(Point dot);
  bool empty() const { return text_.empty(); }
  /// What was added since the last time.
  std::string take();

 private:
  struct Step {
    long x = 0;
    long y = 0;
  };
  Step rounded(Point point) const;
  void put(char command, Step to);
  void put_number(long value);

  int decimals_;
  std::string text_{};
  Step at_{};
};

}  // namespace kith::network

// Where text goes in a picture, so that no two pieces of it overlap.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <kith/network/map.hpp>

namespace kith::network {

struct Box {
  Point least{};
  Point most{};
};

/// About how wide `text` is in a sans-serif font of this size: a wide character counts twice.
double text_width(std::string_view text, double font_size);

/// A line of text around its middle.
Box box_around(Point middle, double width, double height);

/// Boxes that are taken, found by the cells of a grid.
class LabelPlaces {
 public:
  /// `cell` is about the size of a label.
  explicit LabelPlaces(double cell) : cell_(cell) {}
  bool is_free(const Box& box) const;
  void take(const Box& box);
  /// The first of `middles` at which a label of this size is free; it is taken then.
  std::optional<Point> put(std::span<const Point> middles, double width, double height);

 private:
  template <typename F>
  bool any_cell(const Box& box, F&& f) const;

  double cell_;
  std::unordered_map<std::int64_t, std::vector<Box>> cells_{};
};

}  // namespace kith::network

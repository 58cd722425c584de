// A grid of boxes.
#include "network/label_places.hpp"

#include <algorithm>
#include <cmath>

#include <kith/text/width.hpp>

namespace kith::network {
namespace {

/// Of the size of the font; a little more than DejaVu Sans needs, the widest of the usual ones.
constexpr double kColumn = 0.62;

bool overlap(const Box& a, const Box& b) {
  return a.least.x < b.most.x && b.least.x < a.most.x && a.least.y < b.most.y &&
         b.least.y < a.most.y;
}

}  // namespace

double text_width(std::string_view text, double font_size) {
  return static_cast<double>(text::display_width(text)) * kColumn * font_size;
}

Box box_around(Point middle, double width, double height) {
  return {{middle.x - width / 2, middle.y - height / 2},
          {middle.x + width / 2, middle.y + height / 2}};
}

template <typename F>
bool LabelPlaces::any_cell(const Box& box, F&& f) const {
  const auto cell = [&](double at) { return static_cast<std::int64_t>(std::floor(at / cell_)); };
  for (std::int64_t x = cell(box.least.x); x <= cell(box.most.x); ++x) {
    for (std::int64_t y = cell(box.least.y); y <= cell(box.most.y); ++y) {
      if (f(x * 1'000'003 + y)) {
        return true;
      }
    }
  }
  return false;
}

bool LabelPlaces::is_free(const Box& box) const {
  return !any_cell(box, [&](std::int64_t key) {
    const auto at = cells_.find(key);
    return at != cells_.end() &&
           std::ranges::any_of(at->second, [&](const Box& other) { return overlap(box, other); });
  });
}

void LabelPlaces::take(const Box& box) {
  any_cell(box, [&](std::int64_t key) {
    cells_[key].push_back(box);
    return false;
  });
}

std::optional<Point> LabelPlaces::put(std::span<const Point> middles, double width, double height) {
  for (const Point middle : middles) {
    const Box box = box_around(middle, width, height);
    if (is_free(box)) {
      take(box);
      return middle;
    }
  }
  return std::nullopt;
}

}  // namespace kith::network

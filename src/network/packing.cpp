// Polyominoes (Freivalds, Dogrusoz & Kikusts 2002): an island is the squares that its dots touch,
// and fits where none of them is taken.
#include "network/packing.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <numbers>
#include <unordered_set>
#include <utility>

namespace kith::network {

namespace {

struct Square {
  std::int64_t x = 0;
  std::int64_t y = 0;
  bool operator==(const Square&) const = default;
};

struct SquareHash {
  std::size_t operator()(const Square& square) const {
    const auto x = static_cast<std::size_t>(square.x);
    const auto y = static_cast<std::size_t>(square.y);
    return x * 0x9e3779b97f4a7c15ULL ^ y * 0x94d049bbULL;
  }
};

using Squares = std::unordered_set<Square, SquareHash>;

Square square_at(Point point, double width) {
  return {std::llround(point.x / width), std::llround(point.y / width)};
}

/// The first and the last of some numbers in each line.
using Lines = std::map<std::int64_t, std::pair<std::int64_t, std::int64_t>>;

void widen(Lines& lines, std::int64_t line, std::int64_t at) {
  auto& [first, last] = lines.try_emplace(line, at, at).first->second;
  first = std::min(first, at);
  last = std::max(last, at);
}

// The squares that dots touch, those around them (dots lie off the middle of their squares), and
// all between them in rows and columns: what lies in a bay of an island would seem part of it.
std::vector<Square> touched(const Island& island, double width) {
  Lines rows;
  Lines columns;
  for (const Point& dot : island.dots) {
    const Square at = square_at(dot, width);
    for (std::int64_t step = -1; step <= 1; ++step) {
      widen(rows, at.y + step, at.x - 1);
      widen(rows, at.y + step, at.x + 1);
      widen(columns, at.x + step, at.y - 1);
      widen(columns, at.x + step, at.y + 1);
    }
  }
  Squares all;
  for (const auto& [y, ends] : rows) {
    for (std::int64_t x = ends.first; x <= ends.second; ++x) {
      all.insert({x, y});
    }
  }
  for (const auto& [x, ends] : columns) {
    for (std::int64_t y = ends.first; y <= ends.second; ++y) {
      all.insert({x, y});
    }
  }
  return {all.begin(), all.end()};
}

bool fits(const std::vector<Square>& squares, Square at, const Squares& taken) {
  return std::ranges::none_of(squares, [&](const Square& square) {
    return taken.contains({square.x + at.x, square.y + at.y});
  });
}

/// Offsets from the middle outwards, ring by ring of growing distance, made as they are needed.
class Outwards {
 public:
  const std::vector<Square>& ring(std::int64_t distance) {
    while (static_cast<std::int64_t>(rings_.size()) <= distance) {
      grow();
    }
    return rings_[static_cast<std::size_t>(distance)];
  }

 private:
  // All offsets whose distance, rounded down, is that of the ring; from the right, clockwise.
  void grow() {
    const auto distance = static_cast<std::int64_t>(rings_.size());
    std::vector<std::pair<double, Square>> found;
    for (std::int64_t x = -distance; x <= distance; ++x) {
      for (std::int64_t y = -distance; y <= distance; ++y) {
        const std::int64_t square = x * x + y * y;
        if (square >= distance * distance && square < (distance + 1) * (distance + 1)) {
          found.push_back({std::atan2(static_cast<double>(y), static_cast<double>(x)), {x, y}});
        }
      }
    }
    std::ranges::stable_sort(found, {}, [](const auto& one) { return one.first; });
    std::vector<Square>& ring = rings_.emplace_back();
    for (const auto& [angle, square] : found) {
      ring.push_back(square);
    }
  }

  std::vector<std::vector<Square>> rings_{};
};

}  // namespace

std::vector<Point> packed(std::span<const Island> islands, double widest) {
  const double width = widest + 1;
  Squares taken;
  Outwards outwards;
  std::vector<Point> places;
  std::int64_t reached = 0;  // islands come by size: where a larger one had no room, this has none
  for (const Island& island : islands) {
    const std::vector<Square> squares = touched(island, width);
    const bool is_new = !island.last.has_value();
    const Square middle =
        places.empty() ? Square{} : square_at(island.last.value_or(Point{}), width);
    std::optional<Square> place;
    for (std::int64_t ring = is_new ? reached : 0; !place; ++ring) {
      for (const Square& offset : outwards.ring(ring)) {
        const Square at{middle.x + offset.x, middle.y + offset.y};
        if (fits(squares, at, taken)) {
          place = at;
          reached = is_new ? ring : reached;
          break;
        }
      }
    }
    for (const Square& square : squares) {
      taken.insert({square.x + place->x, square.y + place->y});
    }
    places.push_back(
        {static_cast<double>(place->x) * width, static_cast<double>(place->y) * width});
  }
  return places;
}

std::vector<Point> rings(std::size_t count, double inner, double spacing) {
  std::vector<Point> places;
  double radius = inner > 0 ? inner + spacing : 0;
  while (places.size() < count) {
    std::size_t room = 1;
    if (radius > 0) {
      const double chord = std::asin(std::min(1.0, spacing / (2 * radius)));
      room = std::max<std::size_t>(1, static_cast<std::size_t>(std::numbers::pi / chord));
    }
    const std::size_t here = std::min(room, count - places.size());
    for (std::size_t i = 0; i < here; ++i) {
      const double turn = static_cast<double>(i) / static_cast<double>(here) - 0.25;
      const double angle = 2 * std::numbers::pi * turn;
      places.push_back({radius * std::cos(angle), radius * std::sin(angle)});
    }
    radius += spacing;
  }
  return places;
}

}  // namespace kith::network

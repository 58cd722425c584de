// A grid of squares as wide as the largest dots need: only neighbours in it can overlap.
#include "network/overlaps.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>

namespace kith::network {

namespace {

constexpr int kMostPasses = 200;
// After so many passes without an end, all is pulled apart a little before the next ones: quicker
// than pushing on, and kinder to the shape of clusters.
constexpr int kPatience = 8;
constexpr double kPullApart = 1.04;
// A push goes a little too far, so that the next pass finds the two apart.
constexpr double kOverdone = 1.05;

struct Place {
  double x = 0;
  double y = 0;
  double radius = 0;
  std::uint32_t dot = 0;
};

/// Places sorted by rows of squares, left to right.
class Grid {
 public:
  explicit Grid(double width) : width_(width) {}

  void sort(std::span<Place> places) {
    const double top = std::ranges::min(places, {}, &Place::y).y;
    const double left = std::ranges::min(places, {}, &Place::x).x;
    const auto row = [&](const Place& place) {
      return static_cast<std::uint64_t>((place.y - top) / width_);
    };
    const auto column = [&](const Place& place) {
      return static_cast<std::uint64_t>((place.x - left) / width_);
    };
    keys_.resize(places.size());
    for (std::size_t i = 0; i < places.size(); ++i) {
      keys_[i] = {(row(places[i]) << 32) | column(places[i]), places[i]};
    }
    std::ranges::sort(keys_, [](const Key& a, const Key& b) {
      return a.square != b.square ? a.square < b.square : a.place.dot < b.place.dot;
    });
    for (std::size_t i = 0; i < places.size(); ++i) {
      places[i] = keys_[i].place;
    }
  }

  /// Calls `visit(i, j)` for each two places, of the sorted ones, that may be closer than a square.
  template <class Visit>
  void each_pair(Visit visit) const {
    std::size_t below = 0;  // where the squares of the next row around the square of i begin
    for (std::size_t i = 0; i < keys_.size(); ++i) {
      const std::uint64_t square = keys_[i].square;
      for (std::size_t j = i + 1; j < keys_.size() && keys_[j].square <= square + 1; ++j) {
        visit(i, j);
      }
      const bool at_edge = (square & 0xffffffffU) == 0;
      const std::uint64_t first = square + (std::uint64_t{1} << 32) - (at_edge ? 0 : 1);
      while (below < keys_.size() && keys_[below].square < first) {
        ++below;
      }
      const std::uint64_t last = square + (std::uint64_t{1} << 32) + 1;
      for (std::size_t j = below; j < keys_.size() && keys_[j].square <= last; ++j) {
        visit(i, j);
      }
    }
  }

 private:
  struct Key {
    std::uint64_t square = 0;
    Place place{};
  };

  double width_;
  std::vector<Key> keys_{};
};

// Pushes both of each overlapping pair, the larger one less. How many pairs there were.
std::size_t push_apart(std::span<Place> places, Grid& grid) {
  std::size_t overlapping = 0;
  grid.sort(places);
  grid.each_pair([&](std::size_t i, std::size_t j) {
    Place& a = places[i];
    Place& b = places[j];
    const double least = a.radius + b.radius + kGap;
    double dx = b.x - a.x;
    double dy = b.y - a.y;
    double distance = dx * dx + dy * dy;
    if (distance >= least * least) {
      return;
    }
    ++overlapping;
    distance = std::sqrt(distance);
    if (distance < 1e-6) {  // on top of each other: apart in a direction of their own
      const double angle = 2.399963 * a.dot;
      dx = std::cos(angle);
      dy = std::sin(angle);
      distance = 1;
    } else {
      dx /= distance;
      dy /= distance;
    }
    const double push = (least - std::min(distance, least)) * kOverdone + 1e-6;
    const double of_a = push * b.radius / (a.radius + b.radius);
    a.x -= dx * of_a;
    a.y -= dy * of_a;
    b.x += dx * (push - of_a);
    b.y += dy * (push - of_a);
  });
  return overlapping;
}

// By how much all must be pulled apart for no two to overlap.
double needed_pull(std::span<Place> places, Grid& grid) {
  double pull = 1;
  grid.sort(places);
  grid.each_pair([&](std::size_t i, std::size_t j) {
    const double least = places[i].radius + places[j].radius + kGap;
    const double distance = std::hypot(places[i].x - places[j].x, places[i].y - places[j].y);
    pull = std::max(pull, least / std::max(distance, 1e-6));
  });
  return pull;
}

}  // namespace

std::vector<Point> without_overlaps(std::vector<Point> places, std::span<const double> radii) {
  if (places.size() < 2) {
    return places;
  }
  std::vector<Place> dots(places.size());
  for (std::uint32_t dot = 0; dot < dots.size(); ++dot) {
    dots[dot] = {places[dot].x, places[dot].y, radii[dot], dot};
  }
  const auto pull_apart = [&](double pull) {
    for (Place& dot : dots) {
      dot.x *= pull;
      dot.y *= pull;
    }
  };
  Grid grid{2 * std::ranges::max(radii) + kGap};
  std::size_t overlapping = 1;
  for (int pass = 1; pass <= kMostPasses && overlapping > 0; ++pass) {
    overlapping = push_apart(dots, grid);
    if (pass % kPatience == 0 && overlapping > 0) {
      pull_apart(kPullApart);
    }
  }
  if (overlapping > 0) {
    pull_apart(needed_pull(dots, grid) * (1 + 1e-9));
  }
  for (const Place& dot : dots) {
    places[dot.dot] = {dot.x, dot.y};
  }
  return places;
}

}  // namespace kith::network

// Squares in depth-first order, each knowing where the next one outside of it begins: a walk
// without a stack.
#include "network/quadtree.hpp"

#include <algorithm>
#include <numeric>

namespace kith::network {

namespace {

constexpr std::uint32_t kFewEnough = 8;
constexpr int kDeepest = 24;
// A square is one body where its width squared is less than so many squared distances.
constexpr float kOpening = 1.5F;
constexpr float kSoftening = 1e-4F;

}  // namespace

void Quadtree::build(std::span<const Vec> places, std::span<const float> masses) {
  places_ = places;
  masses_ = masses;
  order_.resize(places.size());
  std::iota(order_.begin(), order_.end(), 0U);
  squares_.clear();
  if (places.empty()) {
    return;
  }
  const auto [left, right] = std::ranges::minmax(places, {}, &Vec::x);
  const auto [top, bottom] = std::ranges::minmax(places, {}, &Vec::y);
  const float width = std::max(right.x - left.x, bottom.y - top.y) + 1e-6F;
  split(0, static_cast<std::uint32_t>(places.size()), {left.x, top.y}, width, 0);
  bodies_.resize(places.size());
  std::ranges::transform(order_, bodies_.begin(), [&](Node node) {
    return Body{places[node], masses[node]};
  });
}

void Quadtree::split(std::uint32_t first, std::uint32_t last, Vec corner, float width, int depth) {
  const std::size_t self = squares_.size();
  Square square{.width = width, .first = first, .last = last};
  for (std::uint32_t place = first; place < last; ++place) {
    const Node node = order_[place];
    square.mass += masses_[node];
    square.centre.x += masses_[node] * places_[node].x;
    square.centre.y += masses_[node] * places_[node].y;
  }
  square.centre.x /= square.mass;
  square.centre.y /= square.mass;
  squares_.push_back(square);
  if (last - first > kFewEnough && depth < kDeepest) {
    squares_[self].last = 0;
    const float half = width / 2;
    const Vec middle{corner.x + half, corner.y + half};
    const auto parted = [&](std::uint32_t from, std::uint32_t to, auto below) {
      const auto begin = order_.begin();
      return static_cast<std::uint32_t>(std::partition(begin + from, begin + to, below) - begin);
    };
    const auto is_above = [&](Node node) { return places_[node].y < middle.y; };
    const auto is_left = [&](Node node) { return places_[node].x < middle.x; };
    const std::uint32_t lower = parted(first, last, is_above);
    const std::uint32_t upper_right = parted(first, lower, is_left);
    const std::uint32_t lower_right = parted(lower, last, is_left);
    const auto inner = [&](std::uint32_t from, std::uint32_t to, Vec at) {
      if (to > from) {
        split(from, to, at, half, depth + 1);
      }
    };
    inner(first, upper_right, corner);
    inner(upper_right, lower, {middle.x, corner.y});
    inner(lower, lower_right, {corner.x, middle.y});
    inner(lower_right, last, middle);
  }
  squares_[self].next = static_cast<std::uint32_t>(squares_.size());
}

Vec Quadtree::push_at(std::size_t place) const {
  const Vec at = bodies_[place].at;
  Vec push;
  const auto pushed_from = [&](Vec from, float mass) {
    const float dx = at.x - from.x;
    const float dy = at.y - from.y;
    const float strength = mass / (dx * dx + dy * dy + kSoftening);
    push.x += dx * strength;
    push.y += dy * strength;
  };
  for (std::uint32_t i = 0; i < squares_.size();) {
    const Square& square = squares_[i];
    const float dx = at.x - square.centre.x;
    const float dy = at.y - square.centre.y;
    if (square.width * square.width <= kOpening * (dx * dx + dy * dy)) {
      pushed_from(square.centre, square.mass);
      i = square.next;
    } else if (square.last == 0) {
      ++i;
    } else {
      for (std::uint32_t other = square.first; other < square.last; ++other) {
        pushed_from(bodies_[other].at, bodies_[other].mass);  // itself: distance 0, no push
      }
      i = square.next;
    }
  }
  return push;
}

}  // namespace kith::network

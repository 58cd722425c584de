// Islands beside each other: pieces of a picture that have no tie to one another.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include <kith/network/map.hpp>

namespace kith::network {

/// A piece of the picture, around its own (0, 0).
struct Island {
  std::vector<Point> dots{};
  std::optional<Point> last{};  ///< where its (0, 0) lay in the last picture
};

/// Where the (0, 0) of each island goes, so that their dots, none wider than `widest`, stay apart:
/// the first in the middle, each of the others as close as it fits to its last place, or to the
/// middle if it has none.
std::vector<Point> packed(std::span<const Island> islands, double widest);

/// Places for `count` dots in rings around the middle, `spacing` from each other and from `inner`,
/// the distance to what lies inside. Without anything inside, the first lies in the middle.
std::vector<Point> rings(std::size_t count, double inner, double spacing);

}  // namespace kith::network

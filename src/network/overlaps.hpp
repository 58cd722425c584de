// Dots that do not overlap, moved as little as will do.
#pragma once

#include <span>
#include <vector>

#include <kith/network/map.hpp>

namespace kith::network {

/// The least room between the rims of two dots.
inline constexpr double kGap = 1.0;

/// `places` changed until no two dots are closer than their radii and kGap: by pushing apart those
/// that overlap, and now and then, as long as there are any, by pulling everything apart a little.
std::vector<Point> without_overlaps(std::vector<Point> places, std::span<const double> radii);

}  // namespace kith::network

// The people who join communities, as lists tell it.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <kith/network/map.hpp>

namespace kith::network {

/// A bridge of the map.
struct Joiner {
  PersonRef person{};
  double between = 0;                ///< share of all shortest chains that lead through them
  std::size_t ties = 0;              ///< with how many people
  std::vector<std::string> joins{};  ///< names of communities: their own, then by ties into them
};

/// The bridges of a map, the greatest share first, then by uid.
std::vector<Joiner> joiners(const Map& map, const Network& network);

}  // namespace kith::network

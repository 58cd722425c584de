// Networks of invented people for tests of the map.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "network/planted.hpp"
#include <kith/network/map.hpp>

namespace kith::test {

/// Somebody called `name`, with `id` as id and as the last part of the uid.
network::Member member(std::int64_t id, std::string name);

/// People called "Person 1" and so on, tied by `pairs` of their places.
network::Network network_of(std::size_t people,
                            std::span<const std::pair<network::Node, network::Node>> pairs);

/// The people of a planted network; most of a community work at its organisation, most of a region
/// live in its city.
network::Network network_of(const Planted& planted);

/// The share of each dot's 10 nearest ones that are of the same community: of some hundred dots.
double purity(const network::Map& map, std::span<const std::uint32_t> community);

/// How many pairs of dots overlap.
std::size_t overlaps(const network::Map& map);

}  // namespace kith::test

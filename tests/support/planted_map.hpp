// Maps for tests, made without drawing: planted communities as clouds of dots.
#pragma once

#include <cstddef>
#include <cstdint>

#include <kith/network/map.hpp>

namespace kith::test {

struct PlantedMap {
  network::Network network{};
  network::Map map{};
};

/// `people` in regions and communities, each tied to about `ties` others, most of them near; names,
/// days, organisations invented. The same for the same `seed`.
PlantedMap planted_map(std::size_t people, double ties = 10, std::uint32_t seed = 1);

/// Gives a person in the map another name.
void rename(PlantedMap& planted, std::size_t dot, const std::string& name);

}  // namespace kith::test

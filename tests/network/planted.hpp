// Networks whose communities are known, because they were planted: what the map is judged by.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include <kith/network/graph.hpp>

namespace kith::test {

/// Communities of 8 to a fiftieth of all people, many small ones and few large ones, lying in
/// regions; one person in five belongs to a second one as well. 45 of 100 ties lie inside a
/// community; two fifths of all ties close triangles, so that chance looks like a community, too.
struct Planted {
  std::vector<network::Tie> ties{};
  std::vector<std::uint32_t> community{};  ///< of each person
  std::vector<std::uint32_t> region{};
};

/// `ties_each`: how many ties a person has on average. People are shuffled: places tell nothing.
Planted planted(std::size_t people, double ties_each, std::uint64_t seed);

/// Normalised mutual information: 1 if two labellings say the same, 0 if one tells nothing of the
/// other.
double nmi(std::span<const std::uint32_t> one, std::span<const std::uint32_t> other);

}  // namespace kith::test

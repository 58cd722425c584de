// Who may be whom: pairs that share something, found without comparing everybody with everybody.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "doubles/profile.hpp"

namespace kith::doubles {

/// Pairs of places in `profiles`, the smaller first, each once, in order.
std::vector<std::pair<std::uint32_t, std::uint32_t>> candidates(
    const std::vector<Profile>& profiles);

}  // namespace kith::doubles

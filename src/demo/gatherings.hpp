// Who meets whom in the invented network: each community has its small groups, who meet again and
// again, and now and then there is a party.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "demo/dice.hpp"

namespace kith::demo {

/// Where somebody belongs.
struct Place {
  std::size_t community = 0;
  std::optional<std::size_t> second{};  ///< some are at home in two
  bool often = true;                    ///< comes to most of what there is
};

struct Gathering {
  std::size_t community = 0;
  std::vector<std::size_t> who{};  ///< by place in the list of people, each once
  bool party = false;
};

/// The small group of each person inside their (first) community: numbers that no two communities
/// share.
std::vector<std::size_t> small_groups(Dice& dice, const std::vector<Place>& people);

/// What they do together. Nothing for fewer than three people of a community.
std::vector<Gathering> gatherings(Dice& dice,
                                  const std::vector<Place>& people,
                                  const std::vector<std::size_t>& group_of,
                                  std::size_t communities);

}  // namespace kith::demo

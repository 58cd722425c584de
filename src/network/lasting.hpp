// What lasts from one map to the next: which community is which, and its colour.
#pragma once

#include <optional>
#include <vector>

#include "network/communities.hpp"
#include <kith/network/map.hpp>

namespace kith::network {

/// Who is in no community worth a colour: people without ties, and islands of two or three beside
/// much larger ones. They share one grey entry instead of one each.
std::vector<bool> quiet_people(const WeightedGraph& graph);

/// What is remembered of the people of a network, in their order.
struct Remembered {
  std::vector<const MapMemory::Dot*> dots{};  ///< null for who is new
  std::size_t count = 0;                      ///< of those who are not

  bool any() const { return count > 0; }
  std::vector<std::optional<Point>> places() const;
  /// The parts as they were, people without one each in a part of their own.
  Seen seen() const;
};

Remembered remembered(const Network& network, const MapMemory& memory);

/// Communities with lasting ids, and whose is whose.
struct Lasting {
  /// Ordered as in Map: regions largest first, the quiet ones last, with id 0.
  std::vector<Community> regions{};
  std::vector<Community> communities{};
  std::vector<std::size_t> region_of{};     ///< of each person: a place in `regions`
  std::vector<std::size_t> community_of{};  ///< of each person: a place in `communities`
  int next_id = 1;
};

/// Gives the communities of `levels` the ids, colours and given names of those in `memory` with
/// which they share most people, and new ids and the least used colours to the others.
Lasting lasting(const Levels& levels,
                const std::vector<bool>& quiet,
                const Remembered& remembered,
                const MapMemory& memory);

}  // namespace kith::network

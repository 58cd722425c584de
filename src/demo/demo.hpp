// An invented network to play with: people of many places, the groups they belong to, years of
// meetings, promises and news. Pure: it makes drafts, and the same ones for the same seed and day.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include <kith/domain/fact.hpp>
#include <kith/domain/follow_up.hpp>
#include <kith/domain/interaction.hpp>
#include <kith/domain/link.hpp>
#include <kith/domain/person.hpp>

namespace kith::demo {

/// Drafts with uids and stamps. In every PersonRef the id is the person's place in `people`, from 1
/// on; whoever stores them puts the store's id in its place.
struct Network {
  std::vector<Person> people{};
  std::vector<Interaction> interactions{};
  std::vector<Fact> facts{};
  std::vector<FollowUp> follow_ups{};
  std::vector<Link> links{};
};

/// A network of `people` people (at least 1) as it stands at `now`, which is on the day `today`.
Network invent(std::size_t people, std::uint64_t seed, Date today, Instant now);

}  // namespace kith::demo

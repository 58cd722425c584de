// Shows what there is, and what it says about you and those you know.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "cli/context.hpp"
#include "network/introductions.hpp"
#include "network/joiners.hpp"
#include <kith/agenda/rhythms.hpp>

namespace kith::cli {

/// What only the whole network tells.
struct NetworkView {
  std::size_t ties = 0;         ///< pairs of people that anything ties
  std::size_t communities = 0;  ///< of more than one person
  std::vector<network::Joiner> joiners{};
};

struct StatsView {
  std::size_t people = 0;
  std::size_t archived = 0;
  std::size_t interactions = 0;
  std::size_t facts = 0;
  std::size_t follow_ups = 0;
  std::size_t links = 0;
  Rhythms rhythms{};
  std::optional<NetworkView> network{};  ///< only where it was asked for
  std::vector<network::Broker> brokers{};
  std::vector<PersonRef> longest_chain{};
  std::size_t made = 0;  ///< introductions by you
  std::size_t took = 0;  ///< of these
};

void show(Context& ctx, const StatsView& view);

}  // namespace kith::cli

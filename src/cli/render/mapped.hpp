// Shows a map in words: its communities with their people, and who joins them.
#pragma once

#include <cstddef>
#include <string>

#include "cli/context.hpp"
#include <kith/network/map.hpp>

namespace kith::cli {

/// Communities region by region, with their people, the most central first.
void write_map_text(std::ostream& out,
                    const Context& ctx,
                    const network::Map& map,
                    const network::Network& network,
                    bool anonymous);

/// A community as just named.
struct NamedView {
  int id = 0;
  std::string name{};
  std::size_t people = 0;
};
void show(Context& ctx, const NamedView& view);  // confirms

}  // namespace kith::cli

// How much an invented network holds.
#pragma once

#include <cstddef>

#include "cli/context.hpp"

namespace kith::cli {

struct InventedView {
  std::size_t people = 0;
  std::size_t interactions = 0;
  std::size_t facts = 0;
  std::size_t follow_ups = 0;
  std::size_t links = 0;
};

void show(Context& ctx, const InventedView& view);  // confirms

}  // namespace kith::cli

// Shows what to know before you meet somebody, on one screen.
#pragma once

#include <vector>

#include "cli/context.hpp"
#include <kith/agenda/prep.hpp>

namespace kith::cli {

struct PrepView {
  std::vector<Prep> people{};
};

void show(Context& ctx, const PrepView& view);

}  // namespace kith::cli

// Shows who leads to whom.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "cli/context.hpp"
#include <kith/domain/person.hpp>

namespace kith::cli {

struct PathView {
  struct One {
    std::size_t hops = 0;
    std::vector<PersonRef> people{};
    std::vector<std::string> reasons{};  ///< one a hop
  };
  std::vector<One> paths{};
  bool from_you = true;
  std::string none{};  ///< what to say if there are no paths
};

void show(Context& ctx, const PathView& view);

}  // namespace kith::cli

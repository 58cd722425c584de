// A script for a shell.
#pragma once

#include <string>

#include "cli/context.hpp"

namespace kith::cli {

struct ScriptView {
  std::string shell{};
  std::string script{};
};

void show(Context& ctx, const ScriptView& view);

}  // namespace kith::cli

// kith unlink: takes a tie away.
#pragma once

#include "cli/arguments.hpp"

namespace kith::cli {

Action declare_unlink(Arguments& args);

}  // namespace kith::cli

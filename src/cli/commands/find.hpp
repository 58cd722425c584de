// kith find: full-text search over everything.
#pragma once

#include "cli/arguments.hpp"

namespace kith::cli {

Action declare_find(Arguments& args);

}  // namespace kith::cli

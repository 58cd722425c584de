// kith stats: how many, who joins whom, who brought whom.
#pragma once

#include "cli/arguments.hpp"

namespace kith::cli {

Action declare_stats(Arguments& args);

}  // namespace kith::cli

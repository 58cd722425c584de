// kith completion: scripts for the shells, and the names they ask for.
#pragma once

#include "cli/arguments.hpp"

namespace kith::cli {

Action declare_completion(Arguments& args);

/// Hidden: names of people for the shells, one a line.
Action declare_complete_names(Arguments& args);

}  // namespace kith::cli

// kith completion: scripts for the shells, and what they ask for.
#pragma once

#include "cli/arguments.hpp"

namespace kith::cli {

Action declare_completion(Arguments& args);

}  // namespace kith::cli

// kith commands: every command with its options.
#pragma once

#include "cli/arguments.hpp"

namespace kith::cli {

Action declare_commands(Arguments& args);

}  // namespace kith::cli

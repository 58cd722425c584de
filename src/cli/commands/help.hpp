// kith help: how a command is used.
#pragma once

#include "cli/arguments.hpp"

namespace kith::cli {

Action declare_help(Arguments& args);

}  // namespace kith::cli

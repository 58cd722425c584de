// kith mcp: a server for assistants.
#pragma once

#include "cli/arguments.hpp"

namespace kith::cli {

Action declare_mcp(Arguments& args);

}  // namespace kith::cli

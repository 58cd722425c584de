// Help: which commands there are, how one is used, which kith this is.
#pragma once

#include "cli/command_table.hpp"
#include "cli/context.hpp"

namespace kith::cli {

/// How `command` is used; all of kith if it is null.
void show_help(Context& ctx, const Command* command);

void show_version(Context& ctx);

/// "kith remind PERSON TEXT… --on DATE [--every SPAN]": one line.
std::string usage_line(const Command& command);

}  // namespace kith::cli

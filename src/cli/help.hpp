// Help: which commands there are, how one is used, which kith this is.
#pragma once

#include "cli/command_table.hpp"
#include "cli/context.hpp"
#include "cli/render/views.hpp"

namespace kith::cli {

/// `command`, or all that are listed if it is null, with what it takes.
CommandsView described(const Command* command);

/// How `command` is used; all of kith if it is null.
void show_help(Context& ctx, const Command* command);

/// "kith remind PERSON TEXT… --on DATE [--every SPAN]": one line.
std::string usage_line(const Command& command);

}  // namespace kith::cli

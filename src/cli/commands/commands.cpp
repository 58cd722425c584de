// kith commands: every command with its options, for scripts and assistants.
#include "cli/commands/commands.hpp"

#include "cli/app.hpp"
#include "cli/command_table.hpp"
#include "cli/help.hpp"
#include "cli/render/show.hpp"

namespace kith::cli {

Action declare_commands(Arguments& /*args*/) {
  return [](Context& ctx) {
    CommandsView view;
    for (const Command& command : all_commands()) {
      if (command.group.empty()) {
        continue;
      }
      Arguments args;
      command.declare(args);
      view.commands.push_back({std::string{command.name},
                               std::string{command.group},
                               std::string{command.summary},
                               usage_line(command),
                               args.declared()});
    }
    Arguments globals;
    GlobalOptions options;
    declare_globals(globals, options);
    view.global_options = globals.declared();
    show(ctx, view);
    return ExitCode::ok;
  };
}

}  // namespace kith::cli

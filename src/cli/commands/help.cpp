// kith help: how a command is used.
#include "cli/commands/help.hpp"

#include <memory>

#include "cli/command_table.hpp"
#include "cli/help.hpp"
#include "cli/process.hpp"

namespace kith::cli {

Action declare_help(Arguments& args) {
  auto word = std::make_shared<std::optional<std::string>>();
  args.option("command", *word, "the command; all of them unless told", "COMMAND");
  return [word](Context& ctx) {
    const Command* command = *word ? &find_command(**word) : nullptr;
    const Pager pager{ctx};
    show_help(ctx, command);
    return ExitCode::ok;
  };
}

}  // namespace kith::cli

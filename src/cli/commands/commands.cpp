// kith commands: every command with its options, for scripts and assistants.
#include "cli/commands/commands.hpp"

#include "cli/help.hpp"
#include "cli/render/show.hpp"

namespace kith::cli {

Action declare_commands(Arguments& /*args*/) {
  return [](Context& ctx) {
    show(ctx, described(nullptr));
    return ExitCode::ok;
  };
}

}  // namespace kith::cli

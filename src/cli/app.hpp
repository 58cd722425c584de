// The front door: from the words of a command line to an exit code.
#pragma once

#include <string>
#include <vector>

#include "cli/arguments.hpp"
#include "cli/context.hpp"

namespace kith::cli {

/// The options that every command takes, before and after its word.
struct GlobalOptions {
  std::optional<std::string> database{};
  std::optional<std::string> config{};
  std::optional<std::string> color{};
  bool json = false;
  bool no_pager = false;
  bool yes = false;
  bool quiet = false;
  bool help = false;
  bool version = false;
};

void declare_globals(Arguments& args, GlobalOptions& options);

/// Runs `kith WORDS…`: everything that can fail ends here, as words on `ctx.err` and a number.
ExitCode run(const std::vector<std::string>& words, Context& ctx);

}  // namespace kith::cli

// kith mcp: a server for assistants, on stdin and stdout. Each call is a run of kith's own, so that
// it sees the database as it is then, and holds nothing open in between.
#include "cli/commands/mcp.hpp"

#include <filesystem>
#include <memory>
#include <sstream>

#include "cli/app.hpp"
#include "cli/mcp/server.hpp"
#include "cli/render/report.hpp"

namespace kith::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLongest = std::size_t{4} << 20;  // of a line, in bytes

mcp::Outcome run_inside(const Context& outer, bool may_write, std::vector<std::string> words) {
  const Settings& settings = outer.settings;
  std::error_code failure;
  if (!may_write && !fs::exists(settings.database, failure)) {
    return {.remarks = "there is no database yet: " + settings.database.string()};
  }
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
  Context inner{in, out, err, outer.clock};
  inner.environment = outer.environment;
  inner.in_background = outer.in_background;
  std::vector<std::string> globals{"--json", "--db=" + settings.database.string()};
  if (fs::exists(settings.config, failure)) {
    globals.push_back("--config=" + settings.config.string());
  }
  words.insert(words.begin() + 1, globals.begin(), globals.end());
  const ExitCode code = run(words, inner);
  return {.succeeded = code == ExitCode::ok, .output = out.str(), .remarks = err.str()};
}

ExitCode serve(bool may_write, Context& ctx) {
  if (ctx.terminal.in_is_terminal) {
    remark(ctx, "an assistant starts this, and talks JSON-RPC with it: kith help mcp");
  }
  mcp::Server server{mcp::Tools{may_write,
                                [&ctx, may_write](const std::vector<std::string>& words) {
                                  return run_inside(ctx, may_write, words);
                                }},
                     KITH_VERSION};
  std::string line;
  for (mcp::Line how = mcp::read_line(ctx.in, kLongest, line); how != mcp::Line::end && ctx.out;
       how = mcp::read_line(ctx.in, kLongest, line)) {
    const auto answer =
        how == mcp::Line::too_long ? std::optional{server.too_long()} : server.answer(line);
    if (answer) {
      ctx.out << *answer << '\n' << std::flush;
    }
  }
  return ExitCode::ok;
}

}  // namespace

Action declare_mcp(Arguments& args) {
  auto may_write = std::make_shared<bool>(false);
  args.flag("--write", *may_write, "serve the tools that change something, too");
  return [may_write](Context& ctx) { return serve(*may_write, ctx); };
}

}  // namespace kith::cli

// kith history: every change, newest first.
#include "cli/commands/history.hpp"

#include <memory>

#include "cli/number_arg.hpp"
#include "cli/process.hpp"
#include "cli/render/json.hpp"
#include "cli/render/show.hpp"
#include <kith/store/journal.hpp>

namespace kith::cli {
namespace {

constexpr std::size_t kUsual = 20;

}  // namespace

Action declare_history(Arguments& args) {
  auto limit = std::make_shared<std::optional<std::string>>();
  args.option("--limit", *limit, "how many at most; 20 unless told", "N");
  return [limit](Context& ctx) {
    const std::size_t most = parse_count("--limit", *limit, kUsual);
    const HistoryView view{ctx.store().journal().history(most)};
    const Pager pager{ctx};
    show(ctx, view);
    return ExitCode::ok;
  };
}

}  // namespace kith::cli

// kith redo: makes changes again that were taken back.
#include "cli/commands/redo.hpp"

#include <memory>

#include "cli/number_arg.hpp"
#include "cli/render/show.hpp"
#include <kith/store/journal.hpp>

namespace kith::cli {

Action declare_redo(Arguments& args) {
  auto steps = std::make_shared<std::optional<std::string>>();
  args.option("n", *steps, "how many; one unless told", "N");
  return [steps](Context& ctx) {
    show(ctx, ChangesView{"redone", ctx.store().journal().redo(parse_count("redo", *steps, 1))});
    return ExitCode::ok;
  };
}

}  // namespace kith::cli

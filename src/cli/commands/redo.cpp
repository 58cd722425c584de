// kith redo: makes changes again that were taken back.
#include "cli/commands/redo.hpp"

#include <memory>

#include "cli/number_arg.hpp"
#include "cli/render/present.hpp"
#include "cli/render/show.hpp"
#include <kith/store/journal.hpp>

namespace kith::cli {

Action declare_redo(Arguments& args) {
  auto steps = std::make_shared<std::optional<std::string>>();
  args.option("n", *steps, "how many; one unless told", "N");
  return [steps](Context& ctx) {
    const ChangesView view{"redone", ctx.store().journal().redo(parse_count("redo", *steps, 1))};
    ctx.has_turned_back = true;
    present(ctx, view);
    return ExitCode::ok;
  };
}

}  // namespace kith::cli

// kith undo: takes changes back, newest first.
#include "cli/commands/undo.hpp"

#include <limits>
#include <memory>

#include "cli/number_arg.hpp"
#include "cli/prompt.hpp"
#include "cli/render/present.hpp"
#include "cli/render/show.hpp"
#include <kith/error.hpp>
#include <kith/store/journal.hpp>

namespace kith::cli {
namespace {

struct UndoOptions {
  std::optional<std::string> steps{};
  std::optional<std::string> change{};
};

// What would be taken back, newest first: each by its number, since two may say the same.
std::vector<std::string> labels(const Journal& journal, std::size_t steps) {
  std::vector<std::string> all;
  constexpr std::size_t kFew = 3;
  if (steps <= kFew) {
    return all;
  }
  for (const Change& change : journal.history(std::numeric_limits<int>::max())) {
    if (!change.undone && all.size() < steps) {
      all.push_back(change.label + " (" + std::to_string(raw(change.id)) + ")");
    }
  }
  return all;
}

ExitCode run_undo(const UndoOptions& options, Context& ctx) {
  if (options.steps && options.change) {
    throw UsageError("undo: N and --change do not go together");
  }
  Journal& journal = ctx.store().journal();
  ChangesView view{.verb = "undone"};
  if (options.change) {
    const auto id = static_cast<std::int64_t>(parse_count("--change", options.change, 0));
    view.changes.push_back(journal.undo_change(ChangeId{id}));
  } else {
    const std::size_t steps = parse_count("undo", options.steps, 1);
    if (!agrees_to_many(ctx, "takes back", labels(journal, steps), "changes")) {
      confirm(ctx, "nothing undone");
      return ExitCode::ok;
    }
    view.changes = journal.undo(steps);
  }
  ctx.has_turned_back = true;
  present(ctx, view);
  return ExitCode::ok;
}

}  // namespace

Action declare_undo(Arguments& args) {
  auto options = std::make_shared<UndoOptions>();
  args.option("n", options->steps, "how many; one unless told", "N");
  args.option("--change", options->change, "this one change, by its number in kith history", "ID");
  return [options](Context& ctx) { return run_undo(*options, ctx); };
}

}  // namespace kith::cli

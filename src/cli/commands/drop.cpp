// kith drop: abandons a follow-up; one that recurs does not come back.
#include "cli/commands/drop.hpp"

#include <memory>

#include "cli/follow_up_arg.hpp"
#include "cli/prompt.hpp"
#include "cli/render/present.hpp"
#include "cli/render/show.hpp"
#include <kith/store/follow_up_repo.hpp>

namespace kith::cli {
namespace {

ExitCode run_drop(const std::vector<std::string>& ids, Context& ctx) {
  std::vector<FollowUp> open;
  std::string label = "drop";
  for (const std::string& id : ids) {
    open.push_back(resolve_follow_up(ctx, id));
    label += (open.size() > 1 ? ", " : " ") + open.back().person.name + ": " + open.back().text;
  }
  if (!agrees_to_many(ctx, "touches", names_of(open), "people")) {
    confirm(ctx, "nothing dropped");
    return ExitCode::ok;
  }
  Store& store = ctx.store();
  const EndedView view = store.write(label, [&] {
    EndedView all{.verb = "dropped"};
    for (FollowUp& one : open) {
      one.status = FollowUpStatus::dropped;
      store.follow_ups().update(one);
      all.follow_ups.push_back({.ended = *store.follow_ups().find(one.id)});
    }
    return all;
  });
  present(ctx, view);
  return ExitCode::ok;
}

}  // namespace

Action declare_drop(Arguments& args) {
  auto ids = std::make_shared<std::vector<std::string>>();
  args.some("id", *ids, "number of a follow-up, or a person who has just one open");
  return [ids](Context& ctx) { return run_drop(*ids, ctx); };
}

}  // namespace kith::cli

// kith drop: abandons a follow-up; one that recurs does not come back. A hope is let go.
#include "cli/commands/drop.hpp"

#include <memory>

#include "cli/follow_up_arg.hpp"
#include "cli/prompt.hpp"
#include "cli/render/present.hpp"
#include "cli/render/show.hpp"
#include <kith/store/fact_repo.hpp>
#include <kith/store/follow_up_repo.hpp>

namespace kith::cli {
namespace {

EndedFollowUp drop(Store& store, FollowUp follow_up, Date /*today*/) {
  follow_up.status = FollowUpStatus::dropped;
  store.follow_ups().update(follow_up);
  return {.ended = *store.follow_ups().find(follow_up.id)};
}

Fact drop(Store& store, Fact hope, Date today) {
  hope.status = HopeStatus::let_go;
  hope.done_on = today;
  store.facts().update(hope);
  return *store.facts().find(hope.id);
}

ExitCode run_drop(const std::vector<std::string>& ids, Context& ctx) {
  std::vector<Open> open;
  for (const std::string& id : ids) {
    open.push_back(resolve_open(ctx, id));
  }
  if (!agrees_to_many(ctx, "touches", names_of(open), "people")) {
    confirm(ctx, "nothing dropped");
    return ExitCode::ok;
  }
  Store& store = ctx.store();
  const EndedView view = store.write("drop " + what_ends(open), [&] {
    EndedView all;
    for (const Open& one : open) {
      std::visit(
          [&](const auto& record) {
            all.ended.emplace_back(drop(store, record, ctx.clock.today()));
          },
          one);
    }
    return all;
  });
  present(ctx, view);
  return ExitCode::ok;
}

}  // namespace

Action declare_drop(Arguments& args) {
  auto ids = std::make_shared<std::vector<std::string>>();
  args.some(
      "id", *ids, "number of a follow-up or a hope, or a person who has just one follow-up open");
  return [ids](Context& ctx) { return run_drop(*ids, ctx); };
}

}  // namespace kith::cli

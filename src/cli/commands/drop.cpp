// kith drop: abandons a follow-up; one that recurs does not come back. A hope is let go.
#include "cli/commands/drop.hpp"

#include <memory>

#include "cli/end_open.hpp"
#include <kith/store/fact_repo.hpp>
#include <kith/store/follow_up_repo.hpp>

namespace kith::cli {
namespace {

EndedFollowUp drop(Store& store, FollowUp follow_up) {
  follow_up.status = FollowUpStatus::dropped;
  store.follow_ups().update(follow_up);
  return {.ended = *store.follow_ups().find(follow_up.id)};
}

Fact let_go(Store& store, Fact hope, Date today) {
  hope.status = HopeStatus::let_go;
  hope.done_on = today;
  store.facts().update(hope);
  return *store.facts().find(hope.id);
}

ExitCode run_drop(const std::vector<std::string>& ids, Context& ctx) {
  const Date today = ctx.clock.today();
  return end_open(
      ctx,
      ids,
      {.command = "drop",
       .declined = "nothing dropped",
       .follow_up = [](Store& store, const FollowUp& one) { return drop(store, one); },
       .hope = [today](Store& store, const Fact& one) { return let_go(store, one, today); }});
}

}  // namespace

Action declare_drop(Arguments& args) {
  auto ids = std::make_shared<std::vector<std::string>>();
  declare_open(args, *ids);
  return [ids](Context& ctx) { return run_drop(*ids, ctx); };
}

}  // namespace kith::cli

// kith done: ends a follow-up; one that recurs comes back on its next day. A hope has come true.
#include "cli/commands/done.hpp"

#include <memory>

#include "cli/end_open.hpp"
#include <kith/error.hpp>
#include <kith/store/fact_repo.hpp>
#include <kith/store/follow_up_repo.hpp>
#include <kith/time/words.hpp>

namespace kith::cli {
namespace {

struct DoneOptions {
  std::vector<std::string> ids{};
  std::optional<std::string> on{};
};

EndedFollowUp end(Store& store, FollowUp follow_up, Date day) {
  follow_up.status = FollowUpStatus::done;
  follow_up.done_on = day;
  store.follow_ups().update(follow_up);
  EndedFollowUp ended{.ended = *store.follow_ups().find(follow_up.id)};
  if (const auto next = successor(follow_up, day)) {
    ended.next = store.follow_ups().add(*next);
  }
  return ended;
}

Fact fulfil(Store& store, Fact hope, Date day) {
  hope.status = HopeStatus::fulfilled;
  hope.done_on = day;
  store.facts().update(hope);
  return *store.facts().find(hope.id);
}

ExitCode run_done(const DoneOptions& options, Context& ctx) {
  const Date today = ctx.clock.today();
  const Date day = options.on ? parse_date(*options.on, today) : today;
  if (day > today) {
    throw DataError(*options.on + ": lies ahead", "it is done today or was done before");
  }
  return end_open(
      ctx,
      options.ids,
      {.command = "done",
       .declined = "nothing ended",
       .follow_up = [day](Store& store, const FollowUp& one) { return end(store, one, day); },
       .hope = [day](Store& store, const Fact& one) { return fulfil(store, one, day); }});
}

}  // namespace

Action declare_done(Arguments& args) {
  auto options = std::make_shared<DoneOptions>();
  declare_open(args, options->ids);
  args.option("--on", options->on, "the day it was done or came true, if not today", "DATE");
  return [options](Context& ctx) { return run_done(*options, ctx); };
}

}  // namespace kith::cli

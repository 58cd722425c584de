// kith done: ends a follow-up; one that recurs comes back on its next day. A hope has come true.
#include "cli/commands/done.hpp"

#include <memory>

#include "cli/follow_up_arg.hpp"
#include "cli/prompt.hpp"
#include "cli/render/present.hpp"
#include "cli/render/show.hpp"
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

Fact end(Store& store, Fact hope, Date day) {
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
  std::vector<Open> open;
  for (const std::string& id : options.ids) {
    open.push_back(resolve_open(ctx, id));
  }
  if (!agrees_to_many(ctx, "touches", names_of(open), "people")) {
    confirm(ctx, "nothing ended");
    return ExitCode::ok;
  }
  Store& store = ctx.store();
  const EndedView view = store.write("done " + what_ends(open), [&] {
    EndedView all;
    for (const Open& one : open) {
      std::visit(
          [&](const auto& record) {
            // Read again: the same id may have been given twice.
            const Open now = resolve_open(ctx, std::to_string(raw(record.id)));
            std::visit([&](const auto& still) { all.ended.emplace_back(end(store, still, day)); },
                       now);
          },
          one);
    }
    return all;
  });
  present(ctx, view);
  return ExitCode::ok;
}

}  // namespace

Action declare_done(Arguments& args) {
  auto options = std::make_shared<DoneOptions>();
  args.some("id",
            options->ids,
            "number of a follow-up or a hope, or a person who has just one follow-up open");
  args.option("--on", options->on, "the day it was done or came true, if not today", "DATE");
  return [options](Context& ctx) { return run_done(*options, ctx); };
}

}  // namespace kith::cli

// kith done: ends a follow-up; one that recurs comes back on its next day.
#include "cli/commands/done.hpp"

#include <memory>

#include "cli/follow_up_arg.hpp"
#include "cli/prompt.hpp"
#include "cli/render/present.hpp"
#include "cli/render/show.hpp"
#include <kith/error.hpp>
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

ExitCode run_done(const DoneOptions& options, Context& ctx) {
  const Date today = ctx.clock.today();
  const Date day = options.on ? parse_date(*options.on, today) : today;
  if (day > today) {
    throw DataError(*options.on + ": lies ahead", "a follow-up is done today or was done before");
  }
  std::vector<FollowUp> open;
  for (const std::string& id : options.ids) {
    open.push_back(resolve_follow_up(ctx, id));
  }
  std::string label = "done";
  for (const FollowUp& one : open) {
    label += (label.size() > 4 ? ", " : " ") + one.person.name + ": " + one.text;
  }
  if (!agrees_to_many(ctx, "touches", names_of(open), "people")) {
    confirm(ctx, "nothing ended");
    return ExitCode::ok;
  }
  Store& store = ctx.store();
  const EndedView view = store.write(label, [&] {
    EndedView all{.verb = "done"};
    for (const FollowUp& one : open) {
      // Read again: the same id may have been given twice.
      all.follow_ups.push_back(
          end(store, resolve_follow_up(ctx, std::to_string(raw(one.id))), day));
    }
    return all;
  });
  present(ctx, view);
  return ExitCode::ok;
}

}  // namespace

Action declare_done(Arguments& args) {
  auto options = std::make_shared<DoneOptions>();
  args.some("id", options->ids, "number of a follow-up, or a person who has just one open");
  args.option("--on", options->on, "the day it was done, if not today", "DATE");
  return [options](Context& ctx) { return run_done(*options, ctx); };
}

}  // namespace kith::cli

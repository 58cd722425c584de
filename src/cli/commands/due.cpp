// kith due: who is due, and why; most pressing first.
#include "cli/commands/due.hpp"

#include <memory>
#include <optional>

#include "cli/number_arg.hpp"
#include "cli/process.hpp"
#include "cli/render/lists.hpp"
#include "cli/render/show.hpp"
#include <kith/agenda/agenda.hpp>
#include <kith/error.hpp>
#include <kith/time/words.hpp>

namespace kith::cli {
namespace {

struct DueOptions {
  std::optional<std::string> within{};
  std::optional<std::string> circle{};
  std::vector<std::string> tags{};
  std::optional<std::string> limit{};
  bool all = false;
  bool count = false;
};

constexpr std::size_t kHandful = 5;  // as many as one can keep in mind, and do something about

DueQuery query_of(const DueOptions& options, Date today) {
  DueQuery query{.tags = options.tags,
                 .limit = parse_count("--limit", options.limit, kHandful),
                 .all = options.all};
  if (options.within) {
    query.within_days = days_between(today, today + parse_span(*options.within));
  }
  if (options.circle) {
    query.circle = parse_circle(*options.circle);
  }
  return query;
}

/// All of them, as they are found: they may be thousands.
ExitCode show_everybody(const DueQuery& query, Context& ctx) {
  Store& store = ctx.store();
  std::optional<Pager> pager;
  std::optional<DueList> list;
  const auto begin = [&] {
    if (!list) {
      pager.emplace(ctx);
      list.emplace(ctx);
    }
  };
  for_everybody_due(store, query, [&](const DueEntry& entry) {
    begin();
    list->add(entry);
  });
  if (!list && !ctx.settings.json) {
    confirm(ctx, "Nobody is waiting today.");
    return ExitCode::ok;
  }
  begin();
  list->finish();
  return ExitCode::ok;
}

ExitCode run_due(const DueOptions& options, Context& ctx) {
  DueQuery query = query_of(options, ctx.clock.today());
  query.whole_people = ctx.settings.json;
  if (options.count) {
    ctx.out << how_many_are_due(ctx.store(), query) << '\n';
    return ExitCode::ok;
  }
  if (options.all) {
    return show_everybody(query, ctx);
  }
  const DueView view{who_is_due(ctx.store(), query)};
  if (view.entries.empty() && !ctx.settings.json) {
    confirm(ctx, "Nobody is waiting today.");
    return ExitCode::ok;
  }
  const Pager pager{ctx};
  show(ctx, view);
  return ExitCode::ok;
}

}  // namespace

Action declare_due(Arguments& args) {
  auto options = std::make_shared<DueOptions>();
  args.option("--within", options->within, "also what falls due in the coming days", "SPAN");
  args.choice("--circle",
              options->circle,
              {"inner", "close", "friend", "wider"},
              "only people of this circle");
  args.many("--tag", options->tags, "only people with this tag", "TAG");
  args.option("--limit", options->limit, "how many at most; 5 if you do not say", "N");
  args.flag("--all", options->all, "everybody, old friends at the end");
  args.flag("--count", options->count, "only how many there are in all");
  return [options](Context& ctx) { return run_due(*options, ctx); };
}

}  // namespace kith::cli

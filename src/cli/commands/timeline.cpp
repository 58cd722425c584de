// kith timeline: interactions, newest first.
#include "cli/commands/timeline.hpp"

#include <limits>
#include <memory>

#include "cli/kind_arg.hpp"
#include "cli/number_arg.hpp"
#include "cli/person_arg.hpp"
#include "cli/process.hpp"
#include "cli/render/lists.hpp"
#include <kith/domain/interaction.hpp>
#include <kith/error.hpp>
#include <kith/store/interaction_repo.hpp>
#include <kith/time/words.hpp>

namespace kith::cli {
namespace {

struct TimelineOptions {
  std::vector<std::string> who{};
  std::optional<std::string> since{};
  std::optional<std::string> until{};
  std::optional<std::string> kind{};
  std::optional<std::string> tag{};
  std::optional<std::string> limit{};
};

InteractionFilter read(const TimelineOptions& options, Context& ctx) {
  const Date today = ctx.clock.today();
  InteractionFilter filter{.tag = options.tag.value_or("")};
  if (options.kind) {
    filter.kind = parse_kind("interaction", *options.kind, interaction_kinds());
  }
  if (options.since) {
    filter.since = parse_date(*options.since, today);
  }
  if (options.until) {
    filter.until = parse_date(*options.until, today);
  }
  if (filter.since && filter.until && *filter.since > *filter.until) {
    throw DataError("--since: " + to_string(*filter.since) + " is after --until " +
                    to_string(*filter.until));
  }
  if (!options.who.empty()) {
    filter.person = resolve_person(ctx, joined(options.who)).id;
  }
  return filter;
}

ExitCode run_timeline(const TimelineOptions& options, Context& ctx) {
  const std::size_t limit =
      parse_count("--limit", options.limit, std::numeric_limits<std::size_t>::max());
  const InteractionFilter filter = read(options, ctx);
  Store& store = ctx.store();
  const Pager pager{ctx};
  InteractionList list{ctx};
  std::size_t shown = 0;
  store.interactions().for_each(filter, [&](const Interaction& interaction) {
    list.add(interaction);
    return ++shown < limit && ctx.out.good();
  });
  list.finish();
  return ExitCode::ok;
}

}  // namespace

Action declare_timeline(Arguments& args) {
  auto options = std::make_shared<TimelineOptions>();
  args.many("person", options->who, "only with this person");
  args.option("--since", options->since, "from this day on", "DATE");
  args.option("--until", options->until, "up to this day", "DATE");
  args.option("--kind", options->kind, "coffee, call, dinner, …");
  args.option("--tag", options->tag, "only with this tag");
  args.option("--limit", options->limit, "how many at most", "N");
  args.endless("--limit");
  const auto& kinds = interaction_kinds();
  args.known("--kind", {kinds.begin(), kinds.end()});
  return [options](Context& ctx) { return run_timeline(*options, ctx); };
}

}  // namespace kith::cli

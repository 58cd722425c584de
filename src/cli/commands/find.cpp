// kith find: full-text search over people, interactions, facts and follow-ups.
#include "cli/commands/find.hpp"

#include <memory>

#include "cli/number_arg.hpp"
#include "cli/process.hpp"
#include "cli/render/found.hpp"
#include <kith/error.hpp>
#include <kith/store/fact_repo.hpp>
#include <kith/store/follow_up_repo.hpp>
#include <kith/store/interaction_repo.hpp>
#include <kith/store/person_repo.hpp>
#include <kith/store/text_index.hpp>
#include <kith/text/clean.hpp>

namespace kith::cli {
namespace {

constexpr std::size_t kUsual = 50;

struct FindOptions {
  std::vector<std::string> text{};
  std::optional<std::string> limit{};
};

std::optional<FoundRecord> record_of(Store& store, const Hit& hit, Date today) {
  switch (hit.type) {
    case HitType::person: {
      const Person person = store.people().get(PersonId{hit.id});
      return ListedPerson{person, store.people().last_seen(person.id, today)};
    }
    case HitType::interaction:
      return store.interactions().find(InteractionId{hit.id});
    case HitType::fact:
      return store.facts().find(FactId{hit.id});
    case HitType::follow_up:
      return store.follow_ups().find(FollowUpId{hit.id});
  }
  return std::nullopt;
}

ExitCode run_find(const FindOptions& options, Context& ctx) {
  const std::string words = joined(options.text);
  if (text::clean_line(words).empty()) {
    throw DataError("there is nothing to look for", "kith find TEXT");
  }
  const std::size_t limit = parse_count("--limit", options.limit, kUsual);
  Store& store = ctx.store();
  const Pager pager{ctx};
  FoundList found{ctx, words};
  store.read([&] {
    for (const Hit& hit : store.texts().find(words, limit)) {
      if (const auto record = record_of(store, hit, ctx.clock.today())) {
        found.add(*record);
      }
    }
  });
  found.finish();
  return ExitCode::ok;
}

}  // namespace

Action declare_find(Arguments& args) {
  auto options = std::make_shared<FindOptions>();
  args.some("text", options->text, "words, or their beginnings; all of them have to be there");
  args.option("--limit", options->limit, "how many at most; 50 unless told", "N");
  return [options](Context& ctx) { return run_find(*options, ctx); };
}

}  // namespace kith::cli

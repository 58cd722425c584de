// kith path: who leads to a person, or into an organisation.
#include "cli/commands/path.hpp"

#include <algorithm>
#include <memory>
#include <set>

#include "cli/number_arg.hpp"
#include "cli/person_arg.hpp"
#include "cli/render/paths.hpp"
#include "network/chains.hpp"
#include "network/log_ties.hpp"
#include "network/reasons.hpp"
#include <kith/error.hpp>
#include <kith/store/person_repo.hpp>
#include <kith/text/clean.hpp>

namespace kith::cli {
namespace {

using network::Chain;

constexpr std::size_t kLimit = 3;
constexpr std::size_t kMostPaths = 100;

struct PathOptions {
  std::vector<std::string> to{};
  std::optional<std::string> org{};
  std::optional<std::string> from{};
  std::optional<std::string> limit{};
};

/// The nearest people of many, by the best chain to each.
std::vector<Chain> nearest(network::LogTies& ties,
                           const std::vector<PersonId>& people,
                           std::optional<PersonId> from,
                           std::size_t limit) {
  std::vector<Chain> best;
  const auto is_nearer = [](const Chain& x, const Chain& y) {
    return std::pair(x.hops, x.cost) < std::pair(y.hops, y.cost);
  };
  // One hop more each time: whoever is far is not searched for while others are near.
  std::set<PersonId> found;
  constexpr std::size_t kFar = 8;
  for (std::size_t hops = 1; hops <= kFar && best.size() < limit && found.size() < people.size();
       ++hops) {
    std::vector<Chain> these;
    for (const PersonId person : people) {
      if (!found.contains(person)) {
        for (Chain& chain : network::find_chains(ties, from, person, 1, hops)) {
          these.push_back(std::move(chain));
          found.insert(person);
        }
      }
    }
    std::ranges::stable_sort(these, is_nearer);
    best.insert(best.end(), these.begin(), these.end());
  }
  best.resize(std::min(best.size(), limit));
  return best;
}

PathView view_of(Store& store, const std::vector<Chain>& chains, bool from_you, Date today) {
  PathView view{.from_you = from_you};
  for (const Chain& chain : chains) {
    PathView::One one{.hops = chain.hops};
    for (const PersonId person : chain.people) {
      one.people.push_back(store.people().ref(person));
    }
    one.reasons = network::reasons_along(store, one.people, from_you, today);
    view.paths.push_back(std::move(one));
  }
  return view;
}

ExitCode run_path(const PathOptions& options, Context& ctx) {
  const std::string who = joined(options.to);
  if (who.empty() == !options.org) {
    throw UsageError("path: to whom?", "name a person, or an organisation with --org");
  }
  const std::size_t limit = std::min(parse_count("--limit", options.limit, kLimit), kMostPaths);
  Store& store = ctx.store();
  store.read_in_place();
  const Date today = ctx.clock.today();
  std::optional<Person> from;
  if (options.from) {
    from = resolve_person(ctx, *options.from);
  }
  const auto start = from ? std::optional(from->id) : std::nullopt;
  const std::string from_words = from ? from->name : "you";
  if (options.org) {
    PathView view = store.read([&] {
      network::LogTies ties(store, today, start ? std::vector{*start} : std::vector<PersonId>{});
      std::vector<PersonId> people = ties.people_at(*options.org);
      std::erase(people, start.value_or(PersonId{}));
      return view_of(store, nearest(ties, people, start, limit), !start, today);
    });
    view.none = "Nobody at " + text::clean_line(*options.org) + " is within reach of " +
                from_words + " yet.";
    show(ctx, view);
    return ExitCode::ok;
  }
  const Person to = resolve_person(ctx, who);
  if (start == to.id) {
    throw ConflictError(to.name + ": is where the path begins");
  }
  PathView view = store.read([&] {
    network::LogTies ties(store, today, start ? std::vector{to.id, *start} : std::vector{to.id});
    return view_of(store, network::find_chains(ties, start, to.id, limit), !start, today);
  });
  view.none = "No chain leads from " + from_words + " to " + to.name + " yet.";
  show(ctx, view);
  return ExitCode::ok;
}

}  // namespace

Action declare_path(Arguments& args) {
  auto options = std::make_shared<PathOptions>();
  args.many("person", options->to, "to whom: name, nickname, email, phone or uid");
  args.option("--org", options->org, "to the nearest people of an organisation");
  args.option("--from", options->from, "from somebody else than you", "PERSON");
  args.option("--limit", options->limit, "how many paths at most; 3 if you do not say", "N");
  return [options](Context& ctx) { return run_path(*options, ctx); };
}

}  // namespace kith::cli

// kith stats: how many, who joins whom, who brought whom.
#include "cli/commands/stats.hpp"

#include <algorithm>

#include "cli/render/stats.hpp"
#include <kith/store/map_repo.hpp>
#include <kith/store/totals.hpp>

namespace kith::cli {
namespace {

constexpr std::size_t kMostNamed = 5;

ExitCode run_stats(Context& ctx) {
  Store& store = ctx.store();
  store.read_in_place();
  const Date today = ctx.clock.today();
  const Totals totals = store.totals();
  const network::Network network = network::read_network(store, today);
  const network::Drawn drawn = network::draw(network, store.maps().memory());
  const auto introductions = store.read([&] { return network::read_introductions(store, today); });
  StatsView view{.people = totals.people,
                 .archived = totals.archived,
                 .interactions = totals.interactions,
                 .facts = totals.facts,
                 .follow_ups = totals.follow_ups,
                 .links = totals.links,
                 .ties = network.ties.size(),
                 .joiners = network::joiners(drawn.map, network),
                 .brokers = network::brokers(introductions),
                 .longest_chain = network::longest_chain(introductions)};
  view.joiners.resize(std::min(view.joiners.size(), kMostNamed));
  view.brokers.resize(std::min(view.brokers.size(), kMostNamed));
  view.communities = static_cast<std::size_t>(std::ranges::count_if(
      drawn.map.communities, [](const network::Community& one) { return one.id != 0; }));
  for (const network::Introduction& one : introductions) {
    view.made += one.by ? 0 : 1;
    view.took += !one.by && one.took ? 1 : 0;
  }
  show(ctx, view);
  return ExitCode::ok;
}

}  // namespace

Action declare_stats(Arguments& /*args*/) {
  return [](Context& ctx) { return run_stats(ctx); };
}

}  // namespace kith::cli

// kith stats: how many, how often, who brought whom, who joins whom.
#include "cli/commands/stats.hpp"

#include <algorithm>
#include <memory>

#include "cli/process.hpp"
#include "cli/render/stats.hpp"
#include <kith/store/map_repo.hpp>
#include <kith/store/person_repo.hpp>
#include <kith/store/totals.hpp>

namespace kith::cli {
namespace {

constexpr std::size_t kMostNamed = 5;

/// Without a layout: that is what the map's time goes into.
NetworkView read_network(Store& store, Date today) {
  const network::Network network = network::read_network(store, today);
  const network::Drawn drawn = network::draw(network, store.maps().memory(), {.placed = false});
  NetworkView view{.ties = network.ties.size(), .joiners = network::joiners(drawn.map, network)};
  std::erase_if(view.joiners, [&](const network::Joiner& one) {
    return is_gone(store.people().bare(one.person.id).standing);
  });
  view.joiners.resize(std::min(view.joiners.size(), kMostNamed));
  view.communities = static_cast<std::size_t>(std::ranges::count_if(
      drawn.map.communities, [](const network::Community& one) { return one.id != 0; }));
  return view;
}

/// The former and the dead are not named, and no chain through them.
void leave_out_gone(Store& store, StatsView& view) {
  const auto is_over = [&](const PersonRef& person) {
    return is_gone(store.people().bare(person.id).standing);
  };
  std::vector<network::Broker> named;
  for (network::Broker& one : view.brokers) {
    if (named.size() < kMostNamed && !is_over(one.person)) {
      named.push_back(std::move(one));
    }
  }
  view.brokers = std::move(named);
  if (std::ranges::any_of(view.longest_chain, is_over)) {
    view.longest_chain.clear();
  }
}

ExitCode run_stats(bool with_network, Context& ctx) {
  Store& store = ctx.store();
  const Date today = ctx.clock.today();
  const Totals totals = store.totals();
  const auto introductions = store.read([&] { return network::read_introductions(store, today); });
  StatsView view{.people = totals.people,
                 .archived = totals.archived,
                 .interactions = totals.interactions,
                 .facts = totals.facts,
                 .follow_ups = totals.follow_ups,
                 .links = totals.links,
                 .rhythms = read_rhythms(store),
                 .brokers = network::brokers(introductions),
                 .longest_chain = network::longest_chain(introductions)};
  if (with_network) {
    view.network = read_network(store, today);
  }
  leave_out_gone(store, view);
  for (const network::Introduction& one : introductions) {
    view.made += one.by ? 0 : 1;
    view.took += !one.by && one.took ? 1 : 0;
  }
  const Pager pager{ctx};
  show(ctx, view);
  return ExitCode::ok;
}

}  // namespace

Action declare_stats(Arguments& args) {
  auto with_network = std::make_shared<bool>(false);
  args.flag("--network", *with_network, "also who joins your circles, from all ties");
  return [with_network](Context& ctx) { return run_stats(*with_network, ctx); };
}

}  // namespace kith::cli

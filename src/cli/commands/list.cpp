// kith list: people, filtered and sorted.
#include "cli/commands/list.hpp"

#include <limits>
#include <memory>

#include "cli/number_arg.hpp"
#include "cli/person_filter.hpp"
#include "cli/process.hpp"
#include "cli/render/lists.hpp"
#include <kith/store/person_repo.hpp>
#include <kith/time/words.hpp>

namespace kith::cli {
namespace {

struct ListOptions {
  FilterOptions filter{};
  std::optional<std::string> sort{};
  std::optional<std::string> limit{};
};

PersonOrder order_of(const std::optional<std::string>& word) {
  return word == "last-seen" ? PersonOrder::last_seen
         : word == "created" ? PersonOrder::created
                             : PersonOrder::name;
}

ExitCode run_list(const ListOptions& options, Context& ctx) {
  const PersonFilter filter = read_filter(options.filter, ctx.clock.today());
  const std::size_t limit =
      parse_count("--limit", options.limit, std::numeric_limits<std::size_t>::max());
  Store& store = ctx.store();
  const Pager pager{ctx};
  PeopleList people{ctx};
  std::size_t shown = 0;
  const auto show_one = [&](const ListedPerson& listed) {
    people.add(listed);
    return ++shown < limit && ctx.out.good();
  };
  if (ctx.settings.json) {
    store.people().for_each(filter, order_of(options.sort), show_one);
  } else {
    store.people().for_each_listed(filter, order_of(options.sort), show_one);
  }
  people.finish();
  return ExitCode::ok;
}

}  // namespace

Action declare_list(Arguments& args) {
  auto options = std::make_shared<ListOptions>();
  declare_filter(args, options->filter);
  args.choice("--sort", options->sort, {"name", "last-seen", "created"}, "in which order");
  args.option("--limit", options->limit, "how many at most", "N");
  args.endless("--limit");
  return [options](Context& ctx) { return run_list(*options, ctx); };
}

}  // namespace kith::cli

// kith demo: fills a new database with an invented network.
#include "cli/commands/demo.hpp"

#include <memory>

#include "cli/number_arg.hpp"
#include "cli/progress.hpp"
#include "cli/render/invented.hpp"
#include "cli/render/present.hpp"
#include "demo/demo.hpp"
#include <kith/error.hpp>
#include <kith/store/fact_repo.hpp>
#include <kith/store/follow_up_repo.hpp>
#include <kith/store/interaction_repo.hpp>
#include <kith/store/link_repo.hpp>
#include <kith/store/person_repo.hpp>

namespace kith::cli {
namespace {

struct DemoOptions {
  std::optional<std::string> people{};
  std::optional<std::string> seed{};
};

constexpr std::size_t kPeople = 150;  // as many as one mind keeps apart: Dunbar 1992
constexpr std::size_t kMostPeople = 100'000;
constexpr std::size_t kSeed = 1;

// Stores drafts whose people are known by their place, from 1 on.
class DemoWriter {
 public:
  DemoWriter(Store& store, Progress& progress) : store_(store), progress_(progress) {}

  void write(demo::Network& network) {
    for (const Person& person : network.people) {
      progress_(stored_.size());
      stored_.push_back(store_.people().add(person).ref());
    }
    std::size_t told = stored_.size();
    for (Interaction& interaction : network.interactions) {
      progress_(++told);
      for (PersonRef& person : interaction.people) {
        settle(person);
      }
      store_.interactions().add(interaction);
    }
    for (Fact& fact : network.facts) {
      settle(fact.person);
      store_.facts().add(fact);
    }
    for (FollowUp& follow_up : network.follow_ups) {
      settle(follow_up.person);
      store_.follow_ups().add(follow_up);
    }
    for (Link& link : network.links) {
      settle(link.a);
      settle(link.b);
      store_.links().add(link);
    }
  }

 private:
  void settle(PersonRef& person) const {
    person = stored_[static_cast<std::size_t>(raw(person.id)) - 1];
  }

  Store& store_;
  Progress& progress_;
  std::vector<PersonRef> stored_{};
};

ExitCode run_demo(const DemoOptions& options, Context& ctx) {
  const std::size_t count = parse_count("--people", options.people, kPeople);
  const std::size_t seed = parse_count("--seed", options.seed, kSeed);
  if (count > kMostPeople) {
    throw UsageError("--people: at most 100000");
  }
  Store& store = ctx.store();
  if (store.people().count() > 0) {
    throw ConflictError("demo: there are people in this database already",
                        "play in another one: kith --db demo.db demo");
  }
  demo::Network network = demo::invent(count, seed, ctx.clock.today(), ctx.clock.now());
  {
    Progress progress(ctx, "people and interactions invented");
    store.write("demo", [&] { DemoWriter{store, progress}.write(network); });
  }
  present(ctx,
          InventedView{.people = network.people.size(),
                       .interactions = network.interactions.size(),
                       .facts = network.facts.size(),
                       .follow_ups = network.follow_ups.size(),
                       .links = network.links.size()});
  return ExitCode::ok;
}

}  // namespace

Action declare_demo(Arguments& args) {
  auto options = std::make_shared<DemoOptions>();
  args.option("--people", options->people, "how many; 150 if you do not say", "N");
  args.option("--seed", options->seed, "another number, another network", "S");
  return [options](Context& ctx) { return run_demo(*options, ctx); };
}

}  // namespace kith::cli

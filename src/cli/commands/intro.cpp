// kith intro: you introduced two people to each other: logs it, and ties them.
#include "cli/commands/intro.hpp"

#include <algorithm>
#include <memory>

#include "cli/person_arg.hpp"
#include "cli/render/show.hpp"
#include <kith/error.hpp>
#include <kith/store/interaction_repo.hpp>
#include <kith/store/link_repo.hpp>
#include <kith/time/words.hpp>

namespace kith::cli {
namespace {

struct IntroOptions {
  std::string a{};
  std::string b{};
  std::optional<std::string> on{};
};

bool tied(Store& store, const Person& a, const Person& b) {
  return std::ranges::any_of(store.links().of(a.id), [&](const Link& link) {
    return link.a.id == b.id || link.b.id == b.id;
  });
}

ExitCode run_intro(const IntroOptions& options, Context& ctx) {
  const Date today = ctx.clock.today();
  const Date day = options.on ? parse_date(*options.on, today) : today;
  const Person a = resolve_person(ctx, options.a);
  const Person b = resolve_person(ctx, options.b);
  if (a.id == b.id) {
    throw ConflictError(a.name + ": cannot be introduced to themselves");
  }
  const Interaction draft = checked(Interaction{.date = day,
                                                .kind = "intro",
                                                .people = {a.ref(), b.ref()},
                                                .text = "introduced " + a.name + " to " + b.name});
  Store& store = ctx.store();
  const Interaction saved = store.write("intro " + a.name + " to " + b.name, [&] {
    if (!tied(store, a, b)) {
      store.links().add({.a = a.ref(), .b = b.ref(), .kind = "knows", .since = PartialDate{day}});
    }
    return store.interactions().add(draft);
  });
  show(ctx, InteractionView{{saved}});
  return ExitCode::ok;
}

}  // namespace

Action declare_intro(Arguments& args) {
  auto options = std::make_shared<IntroOptions>();
  args.required("a", options->a, "whom you introduced", "PERSON");
  args.required("b", options->b, "to whom", "PERSON");
  args.option("--on", options->on, "the day, if not today", "DATE");
  return [options](Context& ctx) { return run_intro(*options, ctx); };
}

}  // namespace kith::cli

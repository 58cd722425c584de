// kith intro: two people were introduced to each other, by you or somebody else: logs it, and ties
// them.
#include "cli/commands/intro.hpp"

#include <memory>
#include <string_view>
#include <vector>

#include "cli/person_arg.hpp"
#include "cli/render/present.hpp"
#include "cli/render/show.hpp"
#include "network/introductions.hpp"
#include <kith/error.hpp>
#include <kith/store/interaction_repo.hpp>
#include <kith/store/link_repo.hpp>
#include <kith/text/fold.hpp>
#include <kith/time/words.hpp>

namespace kith::cli {
namespace {

struct IntroOptions {
  std::string a{};
  std::string b{};
  std::optional<std::string> by{};
  std::optional<std::string> on{};
};

bool is_you(std::string_view word) {
  const std::string folded = text::fold(word);
  return folded == "me" || folded == "myself";
}

/// Who was brought together by whom: nothing stands for you.
struct Parties {
  std::vector<Person> people{};  ///< one if the other is you
  std::optional<Person> by{};
};

Parties read_parties(const IntroOptions& options, Context& ctx) {
  const std::string me = is_you(options.a) ? options.a : options.b;
  const bool to_you = is_you(options.a) || is_you(options.b);
  if (is_you(options.a) && is_you(options.b)) {
    throw ConflictError(me + ": cannot be introduced to yourself");
  }
  Parties parties;
  for (const std::string& who : {options.a, options.b}) {
    if (!is_you(who)) {
      parties.people.push_back(resolve_person(ctx, who));
    }
  }
  if (options.by && !is_you(*options.by)) {
    parties.by = resolve_person(ctx, *options.by);
  }
  if (to_you && !parties.by) {
    throw UsageError("intro: " + me + ": introduced by whom?", "say it with --by");
  }
  if (parties.people.size() == 2 && parties.people[0].id == parties.people[1].id) {
    throw ConflictError(parties.people[0].name + ": cannot be introduced to themselves");
  }
  for (const Person& person : parties.people) {
    if (parties.by && parties.by->id == person.id) {
      throw ConflictError(person.name + ": cannot have introduced themselves");
    }
  }
  return parties;
}

Interaction event_of(const Parties& parties, Date day) {
  Interaction event{.date = day, .kind = "intro"};
  if (parties.by) {
    event.people.push_back(parties.by->ref());
    event.text = parties.by->name + " ";
  }
  event.text += "introduced ";
  for (const Person& person : parties.people) {
    event.people.push_back(person.ref());
  }
  event.text += parties.people.size() == 1
                    ? "you to " + parties.people[0].name
                    : parties.people[0].name + " to " + parties.people[1].name;
  return checked(event);
}

network::Introduction introduction_of(const Parties& parties, Date day) {
  const std::vector<Person>& people = parties.people;
  return {.by = parties.by ? std::optional(parties.by->ref()) : std::nullopt,
          .a = people.front().ref(),
          .b = people.size() > 1 ? std::optional(people.back().ref()) : std::nullopt,
          .day = day};
}

ExitCode run_intro(const IntroOptions& options, Context& ctx) {
  const Date today = ctx.clock.today();
  const Date day = options.on ? parse_date(*options.on, today) : today;
  const Parties parties = read_parties(options, ctx);
  const Interaction event = event_of(parties, day);
  Store& store = ctx.store();
  const std::string label = parties.people.size() == 1 ? "intro to " + parties.people[0].name
                                                       : "intro " + parties.people[0].name +
                                                             " to " + parties.people[1].name;
  const Interaction saved = store.write(label + (parties.by ? " by " + parties.by->name : ""), [&] {
    network::tie(store.links(), introduction_of(parties, day));
    return store.interactions().add(event);
  });
  present(ctx, InteractionView{{saved}});
  return ExitCode::ok;
}

}  // namespace

Action declare_intro(Arguments& args) {
  auto options = std::make_shared<IntroOptions>();
  args.required("a", options->a, "who was introduced; 'me' if it was you", "PERSON");
  args.required("b", options->b, "to whom", "PERSON");
  args.option("--by", options->by, "who introduced them, if not you", "PERSON");
  args.option("--on", options->on, "the day, if not today", "DATE");
  return [options](Context& ctx) { return run_intro(*options, ctx); };
}

}  // namespace kith::cli

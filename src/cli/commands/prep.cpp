// kith prep: what to know before you meet.
#include "cli/commands/prep.hpp"

#include <algorithm>
#include <memory>

#include "cli/person_arg.hpp"
#include "cli/process.hpp"
#include "cli/render/prepared.hpp"
#include <kith/error.hpp>

namespace kith::cli {
namespace {

/// Several words are one person's name, else a person each.
std::vector<Person> people_meant(Context& ctx, const std::vector<std::string>& words) {
  if (words.size() > 1) {
    try {
      return {resolve_person(ctx, joined(words))};
    } catch (const NotFoundError&) {
      // Then each of them is somebody.
    }
  }
  std::vector<Person> people = resolve_people(ctx, words);
  for (auto one = people.begin(); one != people.end();) {
    const bool is_again =
        std::any_of(people.begin(), one, [&](const Person& other) { return other.id == one->id; });
    one = is_again ? people.erase(one) : one + 1;
  }
  return people;
}

ExitCode run_prep(const std::vector<std::string>& words, Context& ctx) {
  PrepView view;
  for (const Person& person : people_meant(ctx, words)) {
    view.people.push_back(prepare(ctx.store(), person.id, ctx.clock.today()));
  }
  const Pager pager{ctx};
  show(ctx, view);
  return ExitCode::ok;
}

}  // namespace

Action declare_prep(Arguments& args) {
  auto words = std::make_shared<std::vector<std::string>>();
  args.some("person", *words, "whom you meet: names, nicknames, emails, phones or uids");
  args.several("person");
  return [words](Context& ctx) { return run_prep(*words, ctx); };
}

}  // namespace kith::cli

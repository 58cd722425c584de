// PERSON to a person: never guesses silently.
#include "cli/person_arg.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "cli/prompt.hpp"
#include "cli/render/text.hpp"
#include <kith/error.hpp>
#include <kith/store/name_index.hpp>
#include <kith/store/person_repo.hpp>
#include <kith/text/clean.hpp>

namespace kith::cli {
namespace {

constexpr std::size_t kMostCandidates = 9;  // one key each

std::vector<Candidate> candidates(Store& store, const std::vector<PersonRef>& refs) {
  std::vector<Candidate> all;
  for (const PersonRef& ref : refs) {
    const Person person = store.people().get(ref.id);
    all.push_back({to_string(person.uid), person.name, distinguishing(person)});
  }
  return all;
}

[[noreturn]] void refuse_unknown(Store& store, std::string_view who) {
  std::vector<Candidate> near = candidates(store, store.names().suggestions(who));
  std::string hint = near.empty() ? "" : "did you mean one of these?";
  throw NotFoundError(text::printable(who) + ": no such person", std::move(hint), std::move(near));
}

}  // namespace

void say_taken_for(Context& ctx, std::string_view who, std::string_view name) {
  ctx.err << "kith: " << text::printable(who) << ": taken for " << text::printable(name) << '\n';
}

Person resolve_person(Context& ctx, std::string_view who) {
  Store& store = ctx.store();
  if (text::clean_line(who).empty()) {
    throw DataError("a person's name is empty", "say who you mean");
  }
  NameMatches found;
  std::optional<Person> only;
  store.read([&] {
    found = store.names().find(who, kMostCandidates + 1);
    if (found.people.size() == 1) {
      only = store.people().get(found.people.front().id);
    }
  });
  if (found.people.empty()) {
    refuse_unknown(store, who);
  }
  if (only) {
    // A misspelt name that only one person's comes near means that person, but never in silence.
    if (found.tier == MatchTier::typo) {
      say_taken_for(ctx, who, found.people.front().name);
    }
    return *std::move(only);
  }
  const bool more = found.people.size() > kMostCandidates;
  std::vector<PersonRef> people = found.people;
  people.resize(std::min(people.size(), kMostCandidates));
  std::vector<Candidate> all = candidates(store, people);
  if (ctx.may_ask()) {
    if (const auto chosen = choose(ctx, std::string{who} + ": who do you mean?", all)) {
      return store.people().get(people[*chosen].id);
    }
  }
  const std::string how_many =
      more ? "more than " + std::to_string(kMostCandidates) : std::to_string(all.size());
  throw AmbiguousError(text::printable(who) + ": " + how_many + " people fit",
                       "say more of the name, or an email, a phone number or the uid",
                       std::move(all));
}

std::vector<Person> resolve_people(Context& ctx, const std::vector<std::string>& who) {
  std::vector<Person> people;
  people.reserve(who.size());
  for (const std::string& one : who) {
    people.push_back(resolve_person(ctx, one));
  }
  return people;
}

}  // namespace kith::cli

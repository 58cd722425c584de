// Puts together what a sentence says and what the options say.
#include "cli/log_plan.hpp"

#include <algorithm>

#include "cli/kind_arg.hpp"
#include "cli/name_lookup.hpp"
#include "cli/person_arg.hpp"
#include "cli/prompt.hpp"
#include "cli/render/text.hpp"
#include "network/introductions.hpp"
#include <kith/error.hpp>
#include <kith/store/fact_repo.hpp>
#include <kith/store/follow_up_repo.hpp>
#include <kith/store/interaction_repo.hpp>
#include <kith/store/name_index.hpp>
#include <kith/store/person_repo.hpp>
#include <kith/text/clean.hpp>
#include <kith/text/fold.hpp>
#include <kith/time/words.hpp>

namespace kith::cli {
namespace {

using capture::Draft;
using capture::Role;
using capture::Who;

class Planner {
 public:
  Planner(Context& ctx, const LogOptions& options) : ctx_(ctx), options_(options) {}

  LogPlan plan(std::string_view sentence) {
    draft_ = ctx_.store().read([&] {
      return capture::read_sentence(sentence, ctx_.clock.today(), NameLookup{ctx_.store()});
    });
    read_interaction();
    place_people();
    for (const capture::DraftFollowUp& one : draft_.follow_ups) {
      if (const auto person = resolved(one.who)) {
        plan_.follow_ups.push_back(checked(
            FollowUp{.person = *person, .text = one.text, .due = one.due, .owed_by = one.owed_by}));
      }
    }
    for (const capture::DraftFact& one : draft_.facts) {
      if (const auto person = resolved(one.who)) {
        plan_.facts.push_back(
            checked(Fact{.person = *person, .kind = one.kind, .text = one.text, .date = one.date}));
      }
    }
    plan_.interaction = checked(plan_.interaction);
    if (options_.explain) {
      plan_.explanations = capture::explain(draft_);
    }
    return std::move(plan_);
  }

 private:
  void read_interaction() {
    const Date today = ctx_.clock.today();
    Interaction& it = plan_.interaction;
    it.date = options_.on ? parse_date(*options_.on, today) : draft_.date.value;
    it.kind = options_.kind ? parse_kind("interaction", *options_.kind, interaction_kinds())
                            : draft_.kind.value;
    it.text = draft_.text;
    it.place = options_.at ? *options_.at : draft_.place ? draft_.place->value : "";
    it.tags = options_.tags;
    if (it.tags.empty()) {
      for (const auto& tag : draft_.tags) {
        it.tags.push_back(tag.value);
      }
    }
    if (draft_.time) {
      it.time = draft_.time->value;
    }
    if (options_.time) {
      const auto match = match_time(*options_.time);
      if (!match || match->length != options_.time->size()) {
        throw DataError(text::printable(*options_.time) + ": not a time of day",
                        "write it like 15:30 or 3pm");
      }
      it.time = match->since_midnight;
    }
    if (draft_.duration) {
      it.duration = draft_.duration->value;
    }
    if (options_.duration) {
      const auto match = match_duration(*options_.duration);
      if (!match || match->length != options_.duration->size()) {
        throw DataError(text::printable(*options_.duration) + ": not a duration",
                        "write it like 30m, 2h or '1h 20'");
      }
      it.duration = match->duration;
    }
    it.unanswered = options_.unanswered || draft_.unanswered;
  }

  // --- people -----------------------------------------------------------------------------------

  void place_people() {
    people_of_.resize(draft_.people.size());
    std::vector<PersonRef> with = people_of_option();
    // --with says who an unclear name is; named beside it, it says who was there in place of the
    // sentence.
    const bool overruled = !with.empty();
    for (std::size_t i = 0; i < draft_.people.size(); ++i) {
      Who& who = draft_.people[i];
      if (overruled && !who.ambiguous()) {
        who.role = Role::mention;
      }
      if (const auto person = settle(who)) {
        people_of_[i] = person;
        add(*person, who.role);
      }
    }
    Interaction& it = plan_.interaction;
    for (PersonRef& person : with) {
      add(person, Role::participant);
    }
    std::erase_if(it.mentions, [&](const PersonRef& person) {
      return std::ranges::find(it.people, person) != it.people.end();
    });
  }

  // The people of --with who do not merely say which one of several is meant. If all of them do,
  // nobody is left, and the sentence's other people stand.
  std::vector<PersonRef> people_of_option() {
    std::vector<PersonRef> left;
    for (const std::string& who : options_.with) {
      const PersonRef person = person_of_option(who);
      bool settles = false;
      for (Who& unclear : draft_.people) {
        const auto& fits = unclear.candidates;
        if (unclear.ambiguous() && std::ranges::find(fits, person) != fits.end()) {
          unclear.candidates = {person};
          settles = true;
        }
      }
      if (!settles) {
        left.push_back(person);
      }
    }
    return left;
  }

  PersonRef person_of_option(const std::string& who) {
    if (options_.create && ctx_.store().names().find(who, 1).people.empty()) {
      return new_person(who);
    }
    return resolve_person(ctx_, who).ref();
  }

  // The person that a name means; nothing if that stays open, or if nobody new is to be made.
  std::optional<PersonRef> settle(const Who& who) {
    if (who.known()) {
      if (who.misspelt) {
        say_taken_for(ctx_, who.text, who.candidates.front().name);
      }
      return who.candidates.front();
    }
    if (who.is_new()) {
      if (who.role == Role::mention) {
        return std::nullopt;
      }
      if (options_.create || options_.dry_run || wants_new(who)) {
        return new_person(who.text);
      }
      plan_.unknown.push_back(who.text);
      return std::nullopt;
    }
    Unclear unclear{.text = who.text, .role = who.role};
    for (const PersonRef& ref : who.candidates) {
      const Person person = ctx_.store().people().get(ref.id);
      unclear.candidates.push_back({to_string(person.uid), person.name, distinguishing(person)});
    }
    if (!options_.dry_run && ctx_.may_ask()) {
      if (const auto chosen = choose(ctx_, who.text + ": who do you mean?", unclear.candidates)) {
        return who.candidates[*chosen];
      }
    }
    plan_.ambiguous.push_back(std::move(unclear));
    return std::nullopt;
  }

  bool wants_new(const Who& who) {
    return ctx_.may_ask() && ask_yes_no(ctx_, who.text + " is new. Add them?");
  }

  PersonRef new_person(const std::string& name) {
    PersonRef person{.name = text::clean_line(name)};
    const auto same = [&](const PersonRef& other) {
      return text::fold(other.name) == text::fold(person.name);
    };
    if (const auto found = std::ranges::find_if(plan_.new_people, same);
        found != plan_.new_people.end()) {
      return *found;
    }
    plan_.new_people.push_back(person);
    return person;
  }

  void add(const PersonRef& person, Role role) {
    auto& list = role == Role::participant ? plan_.interaction.people : plan_.interaction.mentions;
    if (std::ranges::find(list, person) == list.end()) {
      list.push_back(person);
    }
  }

  // The person a follow-up or fact hangs on: the one it names, else the first who took part.
  std::optional<PersonRef> resolved(const std::optional<std::size_t>& who) const {
    if (who && people_of_[*who]) {
      return people_of_[*who];
    }
    const std::vector<PersonRef>& people = plan_.interaction.people;
    return people.empty() ? std::nullopt : std::optional{people.front()};
  }

  Context& ctx_;
  const LogOptions& options_;
  Draft draft_{};
  LogPlan plan_{};
  std::vector<std::optional<PersonRef>> people_of_{};  // of draft_.people
};

void replace(PersonRef& ref, const std::vector<PersonRef>& saved) {
  if (raw(ref.id) != 0) {
    return;
  }
  const auto found = std::ranges::find(saved, ref.name, &PersonRef::name);
  if (found != saved.end()) {
    ref = *found;
  }
}

}  // namespace

LogPlan plan_log(Context& ctx, std::string_view sentence, const LogOptions& options) {
  return Planner{ctx, options}.plan(sentence);
}

void require_clear(Store& store, const LogPlan& plan) {
  if (!plan.ambiguous.empty()) {
    const Unclear& unclear = plan.ambiguous.front();
    throw AmbiguousError(text::printable(unclear.text) + ": " +
                             std::to_string(unclear.candidates.size()) + " people fit",
                         "say more of the name, or name them with --with",
                         unclear.candidates);
  }
  if (!plan.unknown.empty()) {
    const std::string& name = plan.unknown.front();
    std::vector<Candidate> near;
    for (const PersonRef& ref : store.names().suggestions(name)) {
      const Person person = store.people().get(ref.id);
      near.push_back({to_string(person.uid), person.name, distinguishing(person)});
    }
    throw NotFoundError(
        text::printable(name) + ": no such person",
        near.empty() ? "--new adds them" : "--new adds them; or did you mean one of these?",
        std::move(near));
  }
}

LogPlan carry_out(Store& store, LogPlan plan) {
  for (PersonRef& person : plan.new_people) {
    person = store.people().add({.name = person.name}).ref();
  }
  for (PersonRef& person : plan.interaction.people) {
    replace(person, plan.new_people);
  }
  plan.interaction = store.interactions().add(plan.interaction);
  if (const auto told = network::introduction_told_by(plan.interaction)) {
    network::tie(store.links(), *told);
  }
  for (FollowUp& follow_up : plan.follow_ups) {
    replace(follow_up.person, plan.new_people);
    follow_up = store.follow_ups().add(follow_up);
  }
  for (Fact& fact : plan.facts) {
    replace(fact.person, plan.new_people);
    fact = store.facts().add(fact);
  }
  for (const network::Introduction& one :
       network::taken_by(store, plan.interaction, store.clock().today())) {
    plan.moments.push_back(network::in_words_when_taken(one));
  }
  return plan;
}

}  // namespace kith::cli

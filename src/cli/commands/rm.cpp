// kith rm: deletes a person with all that hangs on them, or one record by its number.
#include "cli/commands/rm.hpp"

#include <memory>

#include "cli/follow_up_arg.hpp"
#include "cli/person_arg.hpp"
#include "cli/prompt.hpp"
#include "cli/render/present.hpp"
#include "cli/render/show.hpp"
#include <kith/error.hpp>
#include <kith/store/fact_repo.hpp>
#include <kith/store/follow_up_repo.hpp>
#include <kith/store/interaction_repo.hpp>
#include <kith/store/person_repo.hpp>
#include <kith/text/clean.hpp>

namespace kith::cli {
namespace {

constexpr const char* kRemoved = "removed; kith undo takes it back";

template <class Record, class Repo>
void remove_record(Context& ctx, Repo& repo, const Record& record, const std::string& label) {
  ctx.store().write("rm " + label, [&] { repo.remove(record.id); });
  present(ctx, RecordsView<Record>{{record}, false, kRemoved});
}

// True if `id` was an interaction, a fact or a follow-up: they share one sequence.
bool remove_by_id(Context& ctx, std::int64_t id) {
  Store& store = ctx.store();
  if (const auto interaction = store.interactions().find(InteractionId{id})) {
    remove_record(ctx,
                  store.interactions(),
                  *interaction,
                  interaction->kind + " of " + to_string(interaction->date));
  } else if (const auto fact = store.facts().find(FactId{id})) {
    remove_record(ctx, store.facts(), *fact, fact->person.name + ": " + fact->text);
  } else if (const auto follow_up = store.follow_ups().find(FollowUpId{id})) {
    remove_record(
        ctx, store.follow_ups(), *follow_up, follow_up->person.name + ": " + follow_up->text);
  } else {
    return false;
  }
  return true;
}

Person person_or_record(Context& ctx, const std::string& word) {
  try {
    return resolve_person(ctx, word);
  } catch (const NotFoundError&) {
    if (parse_id(word)) {
      throw NotFoundError(word + ": no interaction, fact, follow-up or person",
                          "kith timeline and kith show tell the numbers");
    }
    throw;
  }
}

ExitCode run_rm(const std::string& word, Context& ctx) {
  if (const auto id = parse_id(word); id && remove_by_id(ctx, *id)) {
    return ExitCode::ok;
  }
  const Person person = person_or_record(ctx, word);
  if (ctx.may_ask() &&
      !ask_yes_no(ctx, "Remove " + person.name + " and all that is noted about them?")) {
    confirm(ctx, "nothing removed");
    return ExitCode::ok;
  }
  Store& store = ctx.store();
  const auto last_seen = store.people().last_seen(person.id, ctx.clock.today());
  store.write("rm " + person.name, [&] { store.people().remove(person.id); });
  present(ctx, PersonView{person, last_seen, kRemoved});
  return ExitCode::ok;
}

}  // namespace

Action declare_rm(Arguments& args) {
  auto words = std::make_shared<std::vector<std::string>>();
  args.some(
      "what", *words, "a person, or the number of an interaction, fact or follow-up", "PERSON|ID");
  return [words](Context& ctx) { return run_rm(joined(*words), ctx); };
}

}  // namespace kith::cli

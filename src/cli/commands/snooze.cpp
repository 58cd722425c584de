// kith snooze: moves a follow-up, or lets a person rest.
#include "cli/commands/snooze.hpp"

#include <algorithm>
#include <memory>

#include "cli/follow_up_arg.hpp"
#include "cli/person_arg.hpp"
#include "cli/prompt.hpp"
#include "cli/render/present.hpp"
#include "cli/render/show.hpp"
#include <kith/error.hpp>
#include <kith/store/follow_up_repo.hpp>
#include <kith/store/person_repo.hpp>
#include <kith/text/clean.hpp>
#include <kith/time/words.hpp>

namespace kith::cli {
namespace {

// "2w" or "friday".
struct Until {
  std::optional<Span> span{};
  Date day{};

  /// A span counts from the day something is due, or from today if that is past.
  Date from(Date due, Date today) const { return span ? std::max(due, today) + *span : day; }
};

Until read_until(const std::string& word, Date today) {
  try {
    return {.span = parse_span(word)};
  } catch (const DataError&) {
    // Not a span: then it is a day.
  }
  Until until{.day = parse_date(word, today, Tense::future)};
  if (until.day <= today) {
    throw DataError(text::printable(word) + ": does not lie ahead",
                    "say 2w, 'next month' or a day to come");
  }
  return until;
}

bool agree(Context& ctx,
           const std::vector<FollowUp>& follow_ups,
           const std::vector<Person>& people) {
  std::vector<std::string> names = names_of(follow_ups);
  for (const Person& one : people) {
    names.push_back(one.name);
  }
  if (agrees_to_many(ctx, "touches", std::move(names), "people")) {
    return true;
  }
  confirm(ctx, "nothing moved");
  return false;
}

// People who rest or are paused are there again.
ExitCode wake(const std::vector<std::string>& words, Context& ctx) {
  std::vector<Person> people = resolve_people(ctx, words);
  std::string label = "snooze";
  for (Person& one : people) {
    one.snoozed_until.reset();
    if (one.standing == Standing::paused) {
      one.standing = Standing::active;
    }
    label += " " + one.name;
  }
  if (!agree(ctx, {}, people)) {
    return ExitCode::ok;
  }
  Store& store = ctx.store();
  const SnoozedView view = store.write(label + " off", [&] {
    SnoozedView all;
    for (const Person& one : people) {
      const Person saved = store.people().update(one);
      all.people.push_back(
          {saved, store.people().last_seen(saved.id, ctx.clock.today()), "is there again"});
    }
    return all;
  });
  present(ctx, view);
  return ExitCode::ok;
}

ExitCode run_snooze(std::vector<std::string> words, Context& ctx) {
  if (words.size() < 2) {
    throw UsageError("snooze: SPAN|DATE: is missing", "kith snooze 12 2w");
  }
  if (words.back() == "off") {
    words.pop_back();
    return wake(words, ctx);
  }
  const Date today = ctx.clock.today();
  const Until until = read_until(words.back(), today);
  words.pop_back();
  std::vector<FollowUp> follow_ups;
  std::vector<Person> people;
  std::string label = "snooze";
  for (const std::string& word : words) {
    if (parse_id(word)) {
      follow_ups.push_back(resolve_follow_up(ctx, word));
      label += " " + follow_ups.back().person.name + ": " + follow_ups.back().text;
    } else {
      people.push_back(resolve_person(ctx, word));
      label += " " + people.back().name;
    }
  }
  if (!agree(ctx, follow_ups, people)) {
    return ExitCode::ok;
  }
  Store& store = ctx.store();
  const SnoozedView view = store.write(label, [&] {
    SnoozedView all;
    for (FollowUp& one : follow_ups) {
      one.due = until.from(one.due, today);
      store.follow_ups().update(one);
      all.follow_ups.push_back(*store.follow_ups().find(one.id));
    }
    for (Person& one : people) {
      one.snoozed_until = until.from(today, today);
      const Person saved = store.people().update(one);
      all.people.push_back({saved,
                            store.people().last_seen(saved.id, today),
                            "silent until " + to_string(*saved.snoozed_until)});
    }
    return all;
  });
  present(ctx, view);
  return ExitCode::ok;
}

}  // namespace

Action declare_snooze(Arguments& args) {
  auto words = std::make_shared<std::vector<std::string>>();
  args.some("words",
            *words,
            "numbers of follow-ups, or people; last how long, or until when, or off",
            "ID|PERSON… SPAN|DATE");
  args.several("words");
  return [words](Context& ctx) { return run_snooze(*words, ctx); };
}

}  // namespace kith::cli

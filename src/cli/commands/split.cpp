// kith split: takes apart who was merged.
#include "cli/commands/split.hpp"

#include <memory>

#include "cli/person_arg.hpp"
#include "cli/prompt.hpp"
#include "cli/render/doubles.hpp"
#include "cli/render/present.hpp"
#include "cli/system_clock.hpp"
#include <kith/error.hpp>
#include <kith/store/merge_repo.hpp>
#include <kith/text/fold.hpp>

namespace kith::cli {
namespace {

struct SplitOptions {
  std::string who{};
  std::vector<std::string> other{};
};

std::vector<Candidate> candidates(const std::vector<MergedPerson>& merged) {
  std::vector<Candidate> all;
  for (const MergedPerson& one : merged) {
    all.push_back({to_string(one.uid), one.record.other.name, "merged on " + local_time(one.at)});
  }
  return all;
}

/// Those whom `who` names: by uid, by their name, or by a part of it.
std::vector<MergedPerson> called(const std::vector<MergedPerson>& merged, const std::string& who) {
  const auto those = [&](auto fits) {
    std::vector<MergedPerson> found;
    for (const MergedPerson& one : merged) {
      if (fits(one)) {
        found.push_back(one);
      }
    }
    return found;
  };
  const std::string folded = text::fold(who);
  if (const auto uid = parse_uid(who)) {
    return those([&](const MergedPerson& one) { return one.uid == *uid; });
  }
  auto found =
      those([&](const MergedPerson& one) { return text::fold(one.record.other.name) == folded; });
  return !found.empty() ? found : those([&](const MergedPerson& one) {
    return text::fold(one.record.other.name).find(folded) != std::string::npos;
  });
}

/// Who is to be taken out: the one who is named, the one who is chosen, else the last one merged.
MergedPerson chosen(Context& ctx,
                    const Person& person,
                    const std::vector<MergedPerson>& merged,
                    const std::string& who) {
  if (merged.empty()) {
    throw NotFoundError(person.name + ": nobody was merged into them",
                        "kith history lists every change");
  }
  if (!who.empty()) {
    const std::vector<MergedPerson> found = called(merged, who);
    if (found.empty()) {
      throw NotFoundError(who + ": was not merged into " + person.name, {}, candidates(merged));
    }
    if (found.size() > 1) {
      throw AmbiguousError(who + ": several were merged into " + person.name,
                           "say more of the name, or the uid",
                           candidates(found));
    }
    return found.front();
  }
  if (merged.size() > 1 && ctx.may_ask()) {
    if (const auto place =
            choose(ctx, "Who is to be taken apart from " + person.name + "?", candidates(merged))) {
      return merged[*place];
    }
    throw AmbiguousError(
        person.name + ": several were merged into them", "say which one", candidates(merged));
  }
  return merged.front();
}

ExitCode run_split(const SplitOptions& options, Context& ctx) {
  const Person person = resolve_person(ctx, options.who);
  Store& store = ctx.store();
  const MergedPerson merged =
      chosen(ctx, person, store.merges().into(person.id), joined(options.other));
  SplitView view;
  view.split = store.write("split " + merged.record.other.name + " from " + person.name,
                           [&] { return doubles::split(store, merged.uid); });
  for (const MergedPerson& one : store.merges().into(person.id)) {
    view.still_merged.push_back(one.record.other.name);
  }
  present(ctx, view);
  return ExitCode::ok;
}

}  // namespace

Action declare_split(Arguments& args) {
  auto options = std::make_shared<SplitOptions>();
  args.required("person", options->who, "who is two: name, nickname, email, phone or uid");
  args.many("other",
            options->other,
            "who was merged into them; the last one, if nobody is named",
            "NAME");
  return [options](Context& ctx) { return run_split(*options, ctx); };
}

}  // namespace kith::cli

// ID to a follow-up, or to a hope.
#include "cli/follow_up_arg.hpp"

#include <charconv>
#include <string>
#include <vector>

#include "cli/person_arg.hpp"
#include "cli/prompt.hpp"
#include <kith/error.hpp>
#include <kith/store/fact_repo.hpp>
#include <kith/store/follow_up_repo.hpp>

namespace kith::cli {
namespace {

FollowUp by_id(Store& store, std::int64_t id) {
  const auto found = store.follow_ups().find(FollowUpId{id});
  if (!found) {
    throw NotFoundError(std::to_string(id) + ": no such follow-up",
                        "kith show PERSON lists a person's, with their numbers");
  }
  if (found->status != FollowUpStatus::open) {
    const std::string how = found->status == FollowUpStatus::done ? "is done" : "was dropped";
    throw ConflictError(std::to_string(id) + ": " + how + " already", "kith undo takes that back");
  }
  return *found;
}

FollowUp of_person(Context& ctx, const Person& person) {
  std::vector<FollowUp> open;
  for (FollowUp& follow_up : ctx.store().follow_ups().of(person.id)) {
    if (follow_up.status == FollowUpStatus::open) {
      open.push_back(std::move(follow_up));
    }
  }
  if (open.empty()) {
    throw NotFoundError(person.name + ": no open follow-up");
  }
  if (open.size() > 1) {
    std::vector<Candidate> candidates;
    candidates.reserve(open.size());
    for (const FollowUp& one : open) {
      candidates.push_back({to_string(one.uid),
                            std::to_string(raw(one.id)),
                            one.text + " (due " + to_string(one.due) + ")"});
    }
    if (ctx.may_ask()) {
      if (const auto chosen =
              choose(ctx, person.name + ": which follow-up do you mean?", candidates)) {
        return open[*chosen];
      }
    }
    throw AmbiguousError(person.name + ": has more than one open follow-up",
                         "name it by its number",
                         std::move(candidates));
  }
  return open.front();
}

}  // namespace

std::optional<std::int64_t> parse_id(std::string_view word) {
  if (word.starts_with("#")) {
    word.remove_prefix(1);
  } else if (word.size() > 2 && word.starts_with("(") && word.ends_with(")")) {
    word = word.substr(1, word.size() - 2);
  }
  std::int64_t id = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), id);
  const bool number = error == std::errc{} && end == word.data() + word.size() && id > 0;
  return number ? std::optional{id} : std::nullopt;
}

FollowUp resolve_follow_up(Context& ctx, std::string_view word) {
  if (const auto id = parse_id(word)) {
    return by_id(ctx.store(), *id);
  }
  return of_person(ctx, resolve_person(ctx, word));
}

std::vector<std::string> names_of(const std::vector<FollowUp>& follow_ups) {
  std::vector<std::string> names;
  for (const FollowUp& one : follow_ups) {
    names.push_back(one.person.name);
  }
  return names;
}

std::vector<std::string> names_of(const std::vector<Open>& open) {
  std::vector<std::string> names;
  for (const Open& one : open) {
    names.push_back(std::visit([](const auto& record) { return record.person.name; }, one));
  }
  return names;
}

Open resolve_open(Context& ctx, std::string_view word) {
  const auto id = parse_id(word);
  const auto fact = id ? ctx.store().facts().find(FactId{*id}) : std::nullopt;
  if (!fact) {
    return resolve_follow_up(ctx, word);
  }
  if (!is_hope(*fact)) {
    throw NotFoundError(std::to_string(*id) + ": no follow-up and no hope",
                        "kith show PERSON lists a person's, with their numbers");
  }
  if (fact->status != HopeStatus::open) {
    const std::string how = fact->status == HopeStatus::fulfilled ? "has come true" : "was let go";
    throw ConflictError(std::to_string(*id) + ": " + how + " already", "kith undo takes that back");
  }
  return *fact;
}

std::string what_ends(const std::vector<Open>& open) {
  std::string all;
  for (const Open& one : open) {
    all += all.empty() ? "" : ", ";
    all +=
        std::visit([](const auto& record) { return record.person.name + ": " + record.text; }, one);
  }
  return all;
}

}  // namespace kith::cli

// Says for each part of a draft what it was read as, and why.
#include <algorithm>
#include <chrono>

#include <kith/capture/capture.hpp>

namespace kith::capture {

namespace {

std::string clock_words(std::chrono::minutes since_midnight) {
  const auto two = [](long long number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
  };
  return two(since_midnight.count() / 60) + ':' + two(since_midnight.count() % 60);
}

std::string names(const std::vector<PersonRef>& people) {
  std::string all;
  for (const PersonRef& person : people) {
    all += (all.empty() ? "" : " or ") + person.name;
  }
  return all;
}

Explanation of_person(const Who& who) {
  const std::string name = who.is_new() ? "somebody new, " + who.text : names(who.candidates);
  const std::string role = who.role == Role::participant ? "took part" : "was spoken of";
  return {.part = "person",
          .span = who.span,
          .read_as = name + (who.ambiguous() ? ", who " : " ") + role,
          .why = who.why + "; " + who.role_why};
}

}  // namespace

std::vector<Explanation> explain(const Draft& draft) {
  std::vector<Explanation> all;
  const auto add = [&](std::string part, TextSpan span, std::string read_as, std::string why) {
    all.push_back({std::move(part), span, std::move(read_as), std::move(why)});
  };
  add("date",
      draft.date.span,
      to_string(draft.date.value),
      draft.date.span.empty() ? "no day of what happened is named: today"
                              : "the day named with what happened");
  add("kind",
      draft.kind.span,
      draft.kind.value,
      draft.kind.span.empty() ? "no word for a kind" : "a word for it");
  if (draft.time) {
    add("time", draft.time->span, clock_words(draft.time->value), "a time of day");
  }
  if (draft.duration) {
    add("duration",
        draft.duration->span,
        std::to_string(draft.duration->value.count()) + " min",
        "a length of time");
  }
  for (const Who& who : draft.people) {
    all.push_back(of_person(who));
  }
  if (draft.place) {
    add("place", draft.place->span, draft.place->value, R"(after "at", "in" or @)");
  }
  for (const Read<std::string>& tag : draft.tags) {
    add("tag", tag.span, tag.value, "begins with #");
  }
  for (const DraftFollowUp& one : draft.follow_ups) {
    add("follow_up",
        one.span,
        one.text + ", by " + to_string(one.due),
        one.owed_by == Owner::me ? "something to do with a day ahead: owed by you"
                                 : "what they will do by a day ahead: owed to you");
  }
  for (const DraftFact& one : draft.facts) {
    add("fact", one.span, one.kind + ": " + one.text, "news about somebody, of a plain kind");
  }
  std::ranges::stable_sort(all, {}, [](const Explanation& one) { return one.span.begin; });
  return all;
}

}  // namespace kith::capture

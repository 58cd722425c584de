// Gathers reasons from the indexes that are ordered by day, so that nobody without one is looked
// at.
#include "agenda/reasons.hpp"

#include <algorithm>

#include <kith/store/fact_repo.hpp>
#include <kith/store/follow_up_repo.hpp>
#include <kith/store/person_repo.hpp>

namespace kith::agenda {

namespace {

Date day_noted(const Fact& fact) { return Date{std::chrono::floor<Days>(fact.created_at)}; }

// An event is what was noted before it happened: what was noted afterwards has been told already.
bool is_event(const Fact& fact) { return fact.date && *fact.date > day_noted(fact); }

bool in_touch_since(std::optional<Date> last_seen, Date day) {
  return last_seen && *last_seen >= day;
}

void gather_facts(Store& store, Date today, ReasonsByPerson& found) {
  for (Fact& fact : store.facts().dated_within(add_days(today, -kWeek), add_days(today, -1))) {
    if (is_event(fact)) {
      found[fact.person.id].events.push_back(std::move(fact));
    }
  }
  for (Fact& fact : store.facts().dated_within(add_days(today, -kMonth), today)) {
    if (fact.kind == "success") {
      found[fact.person.id].successes.push_back(std::move(fact));
    }
  }
  const Instant month_ago{std::chrono::sys_days{add_days(today, -kMonth)}};
  for (Fact& fact : store.facts().successes_noted_since(month_ago)) {
    found[fact.person.id].successes.push_back(std::move(fact));
  }
}

}  // namespace

Date day_of(const Fact& fact) { return fact.date ? *fact.date : day_noted(fact); }

ReasonsByPerson gather_reasons(Store& store, Date today, int within_days) {
  ReasonsByPerson found;
  for (FollowUp& follow_up : store.follow_ups().due_by(add_days(today, within_days))) {
    Reasons& reasons = found[follow_up.person.id];
    auto& list = follow_up.owed_by == Owner::me ? reasons.promises : reasons.owed;
    list.push_back(std::move(follow_up));
  }
  for (const PersonId person : store.people().with_birthday_within(today, kWeek)) {
    found[person].birthday_near = true;
  }
  if (within_days > kWeek) {
    for (const PersonId person : store.people().with_birthday_within(today, within_days)) {
      found[person].birthday_ahead = true;
    }
  }
  gather_facts(store, today, found);
  const auto later = [](const Fact& a, const Fact& b) {
    return day_of(a) != day_of(b) ? day_of(a) > day_of(b) : raw(a.id) > raw(b.id);
  };
  for (auto& [person, reasons] : found) {
    std::ranges::sort(reasons.events, later);
    std::ranges::sort(reasons.successes, later);
  }
  return found;
}

const Fact* event_to_ask_about(const Reasons& reasons, std::optional<Date> last_seen) {
  for (const Fact& fact : reasons.events) {
    if (!in_touch_since(last_seen, *fact.date)) {
      return &fact;
    }
  }
  return nullptr;
}

const Fact* success_to_celebrate(const Reasons& reasons, std::optional<Date> last_seen) {
  for (const Fact& fact : reasons.successes) {
    const bool asked_about =
        std::ranges::any_of(reasons.events, [&](const Fact& event) { return event.id == fact.id; });
    if (!asked_about && !in_touch_since(last_seen, day_of(fact))) {
      return &fact;
    }
  }
  return nullptr;
}

bool promise_due(const Reasons& reasons, Date today) {
  return std::ranges::any_of(reasons.promises,
                             [&](const FollowUp& promise) { return promise.due <= today; });
}

bool lists(const Reasons& reasons, std::optional<Date> last_seen) {
  return !reasons.promises.empty() || !reasons.owed.empty() || reasons.birthday_near ||
         reasons.birthday_ahead || event_to_ask_about(reasons, last_seen) != nullptr ||
         success_to_celebrate(reasons, last_seen) != nullptr;
}

}  // namespace kith::agenda

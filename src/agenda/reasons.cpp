// Gathers reasons from the indexes that are ordered by day, so that nobody without one is looked
// at.
#include "agenda/reasons.hpp"

#include <algorithm>
#include <utility>

#include <kith/store/fact_repo.hpp>
#include <kith/store/follow_up_repo.hpp>
#include <kith/store/person_repo.hpp>

namespace kith::agenda {

namespace {

bool in_touch_since(std::optional<Date> last_seen, Date day) {
  return last_seen && *last_seen >= day;
}

void gather_facts(Store& store, Date today, ReasonsByPerson& found) {
  const Date week_ago = add_days(today, -kWeek);
  const Date month_ago = add_days(today, -kMonth);
  store.facts().for_each_day_within(week_ago, month_ago, today, [&](const FactDay& one) {
    const Date day = *one.date;
    if (day >= week_ago && day < today && was_ahead(day, one.created_at, store.clock())) {
      found[one.person].events.push_back({one.fact, day});
    }
    if (one.is_success) {
      found[one.person].successes.push_back({one.fact, day});
    }
  });
  store.facts().for_each_success_noted_within(month_ago, today, [&](const FactDay& one) {
    found[one.person].successes.push_back({one.fact, store.clock().day_of(one.created_at)});
  });
}

void born_within(
    Store& store, Date today, int within_days, Tracked tracked, ReasonsByPerson& found) {
  for (const PersonId person : store.people().with_birthday_within(today, kWeek, tracked)) {
    found[person].birthday_near = true;
  }
  if (within_days > kWeek) {
    for (const PersonId person : store.people().with_birthday_within(today, within_days, tracked)) {
      found[person].birthday_ahead = true;
    }
  }
}

void gather_due(
    Store& store, Date today, int within_days, FollowUpsRead follow_ups, ReasonsByPerson& found) {
  const auto note = [&](Reasons& reasons, Owner owed_by, Date due) {
    if (owed_by == Owner::me) {
      reasons.promised = true;
      reasons.promise_due = reasons.promise_due || due <= today;
    } else {
      reasons.owed = true;
    }
  };
  const Date by = add_days(today, within_days);
  const auto keep = [&](FollowUp&& one) {
    Reasons& reasons = found[one.person.id];
    note(reasons, one.owed_by, one.due);
    reasons.due.push_back(std::move(one));
  };
  if (follow_ups == FollowUpsRead::whole) {
    store.follow_ups().for_each_whole_due(by, keep);
  } else if (follow_ups == FollowUpsRead::texts) {
    store.follow_ups().for_each_due_text(by, keep);
  } else {
    store.follow_ups().for_each_due(
        by, [&](const DueFollowUp& one) { note(found[one.person], one.owed_by, one.due); });
  }
}

}  // namespace

ReasonsByPerson gather_reasons(Store& store,
                               Date today,
                               int within_days,
                               FollowUpsRead follow_ups) {
  ReasonsByPerson found;
  gather_due(store, today, within_days, follow_ups, found);
  gather_facts(store, today, found);
  born_within(store, today, within_days, Tracked::yes, found);
  const auto later = [](const DatedFact& a, const DatedFact& b) {
    return a.day != b.day ? a.day > b.day : raw(a.fact) > raw(b.fact);
  };
  for (auto& [person, reasons] : found) {
    std::ranges::sort(reasons.events, later);
    std::ranges::sort(reasons.successes, later);
  }
  return found;
}

void add_birthdays(Store& store, Date today, int within_days, ReasonsByPerson& found) {
  born_within(store, today, within_days, Tracked::no, found);
}

void add_birthday(const PartialDate& birthday, Date today, int within_days, Reasons& reasons) {
  if (birthday.month && birthday.day) {
    const int ahead = days_between(today, next_anniversary(*birthday.month, *birthday.day, today));
    reasons.birthday_near = ahead <= kWeek;
    reasons.birthday_ahead = ahead <= within_days;
  }
}

const DatedFact* event_to_ask_about(const Reasons& reasons, std::optional<Date> last_seen) {
  for (const DatedFact& event : reasons.events) {
    if (!in_touch_since(last_seen, event.day)) {
      return &event;
    }
  }
  return nullptr;
}

const DatedFact* success_to_celebrate(const Reasons& reasons, std::optional<Date> last_seen) {
  for (const DatedFact& success : reasons.successes) {
    const bool asked_about = std::ranges::any_of(
        reasons.events, [&](const DatedFact& event) { return event.fact == success.fact; });
    if (!asked_about && !in_touch_since(last_seen, success.day)) {
      return &success;
    }
  }
  return nullptr;
}

bool lists(const Reasons& reasons, std::optional<Date> last_seen) {
  return reasons.promised || reasons.owed || reasons.birthday_near || reasons.birthday_ahead ||
         event_to_ask_about(reasons, last_seen) != nullptr ||
         success_to_celebrate(reasons, last_seen) != nullptr;
}

}  // namespace kith::agenda

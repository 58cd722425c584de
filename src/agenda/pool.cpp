// Looks at no more people than can be on the list.
#include "agenda/pool.hpp"

#include <algorithm>

#include "agenda/old_friends.hpp"
#include <kith/domain/score.hpp>
#include <kith/domain/silence.hpp>
#include <kith/store/follow_up_repo.hpp>
#include <kith/store/person_repo.hpp>

namespace kith::agenda {

namespace {

constexpr Date kFarAhead{std::chrono::year{9999}, std::chrono::December, std::chrono::day{31}};

}  // namespace

Pool::Pool(Store& store, const DueQuery& query)
    : store_(store), query_(query), today_(store.clock().today()) {
  if (store.people().is_empty()) {  // a new file: there is nobody to ask about
    has_birthdays_ = true;
    return;
  }
  groups_ = store.rhythms().groups();
  reasons_ = gather_reasons(store,
                            today_,
                            query.within_days,
                            !query.all           ? FollowUpsRead::none
                            : query.whole_people ? FollowUpsRead::whole
                                                 : FollowUpsRead::texts);
  if (query_.circle) {
    std::erase_if(groups_, [&](const RhythmGroup& group) { return group.circle != query_.circle; });
  }
  if (!query_.tags.empty()) {
    take_birthdays();
    const PersonFilter filter{.circle = query_.circle, .tags = query_.tags};
    store_.people().for_each(filter, PersonOrder::name, [&](const ListedPerson& listed) {
      singled_out_.insert(listed.person.id);
      return true;
    });
    return;
  }
  for (const auto& [person, reasons] : reasons_) {
    singled_out_.insert(person);
  }
  for (const RhythmGroup& group : groups_) {
    store_.rhythms().for_each(group, add_days(today_, 1), kFarAhead, [&](const Rhythm& rhythm) {
      singled_out_.insert(rhythm.person);
      return true;
    });
  }
}

void Pool::take_birthdays() {
  if (has_birthdays_) {
    return;
  }
  add_birthdays(store_, today_, query_.within_days, reasons_);
  has_birthdays_ = true;
  if (query_.tags.empty()) {
    for (const auto& [person, reasons] : reasons_) {
      singled_out_.insert(person);
    }
  }
}

std::size_t Pool::birthdays_beside(const std::vector<PersonId>& counted) const {
  const int days = std::max(kWeek, query_.within_days);
  std::size_t found = store_.people().count_birthdays_within(today_, days, Tracked::no);
  for (const PersonId person : counted) {
    const PersonStanding one = store_.people().standing_of(person);
    if (!one.is_tracked && !is_silent(one, today_)) {
      Reasons own;
      add_birthday(one.birthday, today_, days, own);
      found -= own.birthday_ahead ? 1U : 0U;
    }
  }
  return found;
}

Candidates Pool::weighed() const {
  Candidates all;
  for (const PersonId person : singled_out_) {
    if (auto candidate = wanted(person)) {
      all.push_back(*candidate);
    }
  }
  return all;
}

std::optional<Candidate> Pool::wanted(PersonId person) const {
  Candidate candidate = weigh(person);
  const bool other =
      query_.circle && (!candidate.group || candidate.group->circle != query_.circle);
  return other ? std::nullopt : std::optional(candidate);
}

Candidate Pool::weigh(PersonId person) const {
  Candidate candidate{.person = person};
  if (const auto rhythm = store_.rhythms().find(person)) {
    candidate.group = rhythm->group;
    candidate.counted_from = counted_from(store_, *rhythm, today_);
  }
  add_score(candidate);
  return candidate;
}

bool Pool::settle(Candidate& candidate) {
  if (candidate.settled) {
    return false;
  }
  if (!candidate.group && !has_birthdays_) {
    add_birthday(store_.people().standing_of(candidate.person).birthday,
                 today_,
                 query_.within_days,
                 reasons_[candidate.person]);
  }
  settle_facts(candidate);
  return true;
}

void Pool::settle_facts(Candidate& candidate) const {
  const Reasons& reasons = reasons_of(candidate.person);
  if (!reasons.events.empty() || !reasons.successes.empty()) {
    candidate.last_seen = store_.people().last_seen(candidate.person, today_);
    candidate.was_looked_up = true;
  }
  candidate.settled = true;
  add_score(candidate);
}

Candidate Pool::weigh(const Rhythm& rhythm) const {
  Candidate candidate{
      .person = rhythm.person, .group = rhythm.group, .counted_from = rhythm.last, .settled = true};
  add_score(candidate);
  return candidate;
}

void Pool::add_score(Candidate& candidate) const {
  const Reasons& reasons = reasons_of(candidate.person);
  Pressing pressing;
  if (candidate.group) {
    const Cadence cadence = cadence_of(*candidate.group);
    const int days = std::max(days_between(*candidate.counted_from, today_), 0);
    candidate.days_since = days;
    pressing.days_since = days;
    pressing.cadence = cadence;
    pressing.circle = candidate.group->circle;
    candidate.old_friend = is_old_friend(days, cadence);
    candidate.check_in = !candidate.old_friend && is_due(days + query_.within_days, cadence);
  }
  pressing.promise_due = reasons.promise_due;
  const bool may_have_birthday = !candidate.settled && !candidate.group && !has_birthdays_;
  pressing.birthday_near = reasons.birthday_near || may_have_birthday;
  pressing.event_just_past = event_to_ask_about(reasons, candidate.last_seen) != nullptr;
  pressing.success_uncelebrated = success_to_celebrate(reasons, candidate.last_seen) != nullptr;
  candidate.score = score(pressing);
}

void Pool::look_up_days(Candidate& candidate) const {
  if (!candidate.days_since) {
    candidate.last_seen = store_.people().last_seen(candidate.person, today_);
    candidate.was_looked_up = true;
    candidate.days_since =
        candidate.last_seen ? std::max(days_between(*candidate.last_seen, today_), 0) : 0;
  }
}

std::vector<FollowUp> Pool::due_of(const PersonRef& person) {
  const auto found = reasons_.find(person.id);
  if (found == reasons_.end() || !(found->second.promised || found->second.owed)) {
    return {};
  }
  if (!query_.all) {
    return store_.follow_ups().due_of(person, add_days(today_, query_.within_days));
  }
  std::vector<FollowUp> due = std::move(found->second.due);
  for (FollowUp& one : due) {
    one.person = person;
  }
  return due;
}

const Reasons& Pool::reasons_of(PersonId person) const {
  static const Reasons kNone{};
  const auto found = reasons_.find(person);
  return found == reasons_.end() ? kNone : found->second;
}

bool Pool::lists(const Candidate& candidate) const {
  return candidate.check_in || has_reason(candidate);
}

bool Pool::has_reason(const Candidate& candidate) const {
  return agenda::lists(reasons_of(candidate.person), candidate.last_seen);
}

bool Pool::has_reason_in_any_case(PersonId person) const {
  return agenda::lists(reasons_of(person), kFarAhead);  // later than any fact's day
}

Date Pool::due_since(const RhythmGroup& group) const {
  return std::min(today_, add_days(today_, query_.within_days - cadence_of(group).days()));
}

double birthday_alone() { return score({.birthday_near = true}); }

}  // namespace kith::agenda

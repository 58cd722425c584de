// What, besides the rhythm, makes a person due: follow-ups, birthdays, what happened in their life.
#pragma once

#include <optional>
#include <unordered_map>
#include <vector>

#include <kith/domain/fact.hpp>
#include <kith/domain/follow_up.hpp>
#include <kith/domain/score.hpp>
#include <kith/store/store.hpp>

namespace kith::agenda {

/// How many days ahead a birthday counts, and how long an event stays "just past".
inline constexpr int kWeek = 7;
/// How long a success waits to be celebrated.
inline constexpr int kMonth = 30;

/// A fact and the day it is of. Its words are read of those who are shown.
struct DatedFact {
  FactId fact{};
  Date day{};
};

/// The reasons of one person. Facts are those that could be a reason; whether they are depends on
/// the last time you were in touch: see event_to_ask_about().
struct Reasons {
  bool promised = false;               ///< a promise of mine is due by the horizon
  bool promise_due = false;            ///< one has had its day
  bool owed = false;                   ///< one of theirs is due by the horizon
  std::vector<FollowUp> due{};         ///< those, earliest first, if they were read
  bool birthday_near = false;          ///< within a week
  bool birthday_ahead = false;         ///< within the horizon
  std::vector<DatedFact> events{};     ///< a week old at most, latest first
  std::vector<DatedFact> successes{};  ///< a month old at most, latest first
};

using ReasonsByPerson = std::unordered_map<PersonId, Reasons>;

/// Which follow-ups are read with the reasons: none, their texts and days, or all of them. The
/// person of each is an id alone.
enum class FollowUpsRead { none, texts, whole };

/// The reasons of everybody who has any, silent people among them; but birthdays of tracked people
/// alone. Those of all others are many, and seldom among the first few. Where all people are shown,
/// to read the follow-ups here is quicker than to ask for those of each.
ReasonsByPerson gather_reasons(Store& store, Date today, int within_days, FollowUpsRead follow_ups);

/// Adds the birthdays of people who are not tracked.
void add_birthdays(Store& store, Date today, int within_days, ReasonsByPerson& found);

/// Adds somebody's own birthday, if it is near.
void add_birthday(const PartialDate& birthday, Date today, int within_days, Reasons& reasons);

/// An event that has passed since you were last in touch; nothing if you could have asked already.
const DatedFact* event_to_ask_about(const Reasons& reasons, std::optional<Date> last_seen);
/// A success that you have not been in touch since; an event to ask about does not count twice.
const DatedFact* success_to_celebrate(const Reasons& reasons, std::optional<Date> last_seen);

/// True if the reasons alone put the person on the list.
bool lists(const Reasons& reasons, std::optional<Date> last_seen);

}  // namespace kith::agenda

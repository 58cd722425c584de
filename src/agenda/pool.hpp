// Who comes into question for the list of who is due, and how pressing each of them is.
#pragma once

#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "agenda/reasons.hpp"
#include <kith/agenda/agenda.hpp>
#include <kith/store/rhythm_repo.hpp>

namespace kith::agenda {

/// A person as far as the order of the list needs them. What takes a look into the log, or only a
/// tie needs to know, is looked up of those who may be among the first.
struct Candidate {
  PersonId person{};
  std::optional<RhythmGroup> group{};  ///< nothing: not tracked
  std::optional<Date> counted_from{};
  std::optional<Date> last_seen{};  ///< known only where a fact's day is to be compared with it
  bool was_looked_up = false;       ///< last_seen was
  std::optional<int> days_since{};  ///< nothing: not tracked, and not looked up yet
  bool check_in = false;            ///< the rhythm lists them
  bool old_friend = false;
  bool settled = false;  ///< else each fact counts, and a birthday: the score is the most it can be
  double score = 0;
};

using Candidates = std::vector<Candidate>;

/// Those who have to be looked at one by one: who has a reason beside the rhythm, who has the tags
/// asked for, whose next interaction is in the log already. All others are in their groups, in the
/// order in which they fall due.
class Pool {
 public:
  Pool(Store& store, const DueQuery& query);

  const std::set<PersonId>& singled_out() const { return singled_out_; }
  bool has(PersonId person) const { return singled_out_.contains(person); }
  /// The groups of the circle that is asked for, or all.
  const std::vector<RhythmGroup>& groups() const { return groups_; }

  /// Takes in who is not tracked and has nothing but a birthday.
  void take_birthdays();
  /// How many there are of them who are not among `counted`. Nobody who is silent is.
  std::size_t birthdays_beside(const std::vector<PersonId>& counted) const;

  /// All who are singled out and wanted, none of them settled.
  Candidates weighed() const;
  /// Nothing for whoever is of another circle than the one asked for.
  std::optional<Candidate> wanted(PersonId person) const;
  Candidate weigh(PersonId person) const;
  Candidate weigh(const Rhythm& rhythm) const;
  /// Looks up what was only assumed. True if anything was.
  bool settle(Candidate& candidate);
  /// The same without the birthday of whoever is not tracked.
  void settle_facts(Candidate& candidate) const;
  void look_up_days(Candidate& candidate) const;

  const Reasons& reasons_of(PersonId person) const;
  /// What of theirs, and of yours to them, is due by the horizon: earliest first, then by id. Asked
  /// once.
  std::vector<FollowUp> due_of(const PersonRef& person);
  /// True if the rhythm or another reason lists them; old friends without one are listed apart.
  bool lists(const Candidate& candidate) const;
  bool has_reason(const Candidate& candidate) const;
  /// True if a reason lists them, whenever you were last in touch.
  bool has_reason_in_any_case(PersonId person) const;
  /// Whoever of a group was last seen on this day or before is due.
  Date due_since(const RhythmGroup& group) const;

 private:
  void add_score(Candidate& candidate) const;

  Store& store_;
  const DueQuery& query_;
  Date today_;
  std::vector<RhythmGroup> groups_{};
  ReasonsByPerson reasons_{};
  bool has_birthdays_ = false;  // of those who are not tracked
  std::set<PersonId> singled_out_{};
};

/// The most that somebody can score who has nothing but a birthday and is not tracked.
double birthday_alone();

}  // namespace kith::agenda

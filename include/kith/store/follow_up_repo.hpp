// Follow-ups: what you owe people, or they owe you, and when. The only code that names `follow_up`.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include <kith/domain/follow_up.hpp>

namespace kith {

class Connection;

/// Of an open follow-up, what decides whether it is due.
struct DueFollowUp {
  PersonId person{};
  Date due{};
  Owner owed_by = Owner::me;
};

class FollowUpRepo {
 public:
  FollowUpRepo(Connection& db, const Clock& clock) : db_(db), clock_(clock) {}

  /// Stores `draft`; see InteractionRepo::add for uid and stamps. Throws NotFoundError if there is
  /// no such person, DataError, ConflictError.
  FollowUp add(const FollowUp& draft);
  /// Makes the stored one the same. Throws NotFoundError.
  void update(const FollowUp& follow_up);
  void remove(FollowUpId id);
  std::optional<FollowUp> find(FollowUpId id) const;
  std::optional<FollowUp> find(const Uid& uid) const;
  bool has(const Uid& uid) const;
  /// Makes all follow-ups of `from` follow-ups of `to`; returns which.
  std::vector<Uid> hand_over(PersonId from, PersonId to);
  /// Makes those of `follow_ups` that are still of `from` follow-ups of `to`; returns how many.
  int hand_over(const std::vector<Uid>& follow_ups, PersonId from, PersonId to);
  /// True if it is there, or was and has been deleted: what a source need not bring again.
  bool is_known(const Uid& uid) const;
  /// A person's, open ones first by due day, then the ended ones, latest first.
  std::vector<FollowUp> of(PersonId person) const;
  /// A person's open ones due on or before `day`: earliest first, then by id.
  std::vector<FollowUp> due_of(const PersonRef& person, Date day) const;
  /// What the open ones due on or before `day` are of: by due day, nothing else is read.
  void for_each_due(Date day, const std::function<void(const DueFollowUp&)>& visit) const;
  /// The open ones due on or before `day`, earliest first, then by id; of the people, their ids
  /// alone.
  void for_each_whole_due(Date day, const std::function<void(FollowUp&&)>& visit) const;
  /// The same, with their text, day and owner alone.
  void for_each_due_text(Date day, const std::function<void(FollowUp&&)>& visit) const;
  /// Open ones due on or before `day`: earliest first, then by id. Empty if there are none.
  std::vector<FollowUp> due_by(Date day) const;
  /// Those that were done in [from, to], by that day, then by id.
  std::vector<FollowUp> done_within(Date from, Date to) const;
  /// All, in the order of their uids.
  void for_each_by_uid(const std::function<void(const FollowUp&)>& visit) const;

 private:
  Connection& db_;
  const Clock& clock_;
};

}  // namespace kith

// Facts about people. The only code that names the `fact` table.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include <kith/domain/fact.hpp>

namespace kith {

class Connection;

/// A fact as far as it may be an occasion: all that an index of facts by their day holds.
struct FactDay {
  FactId fact{};
  PersonId person{};
  bool is_success = false;
  std::optional<Date> date{};
  Instant created_at{};
};

class FactRepo {
 public:
  FactRepo(Connection& db, const Clock& clock) : db_(db), clock_(clock) {}

  /// Stores `draft`; see InteractionRepo::add for uid and stamps. Throws NotFoundError if there is
  /// no such person, DataError, ConflictError.
  Fact add(const Fact& draft);
  /// Makes the stored one the same. Throws NotFoundError, DataError.
  void update(const Fact& fact);
  void remove(FactId id);
  std::optional<Fact> find(FactId id) const;
  bool has(const Uid& uid) const;
  std::optional<Fact> find(const Uid& uid) const;
  /// Makes all facts of `from` facts of `to`; returns which.
  std::vector<Uid> hand_over(PersonId from, PersonId to);
  /// Makes those of `facts` that are still of `from` facts of `to`; returns how many.
  int hand_over(const std::vector<Uid>& facts, PersonId from, PersonId to);
  /// A person's facts, oldest first.
  std::vector<Fact> of(PersonId person) const;
  /// Facts with a date in [from, to], by date.
  std::vector<Fact> dated_within(Date from, Date to) const;
  /// Successes among them.
  std::vector<Fact> successes_dated_within(Date from, Date to) const;
  /// Hopes that came true or were let go in [from, to], by that day.
  std::vector<Fact> ended_within(Date from, Date to) const;
  /// Successes without a date that were noted on a day in [from, to], by the time of noting.
  std::vector<Fact> successes_noted_within(Date from, Date to) const;
  /// Facts with a date in [from, to], and successes with one from `successes_from` on, which is
  /// earlier; by date.
  void for_each_day_within(Date from,
                           Date successes_from,
                           Date to,
                           const std::function<void(const FactDay&)>& visit) const;
  /// What successes_noted_within() gives, by the index alone.
  void for_each_success_noted_within(Date from,
                                     Date to,
                                     const std::function<void(const FactDay&)>& visit) const;
  /// All, in the order of their uids.
  void for_each_by_uid(const std::function<void(const Fact&)>& visit) const;

 private:
  Connection& db_;
  const Clock& clock_;
};

}  // namespace kith

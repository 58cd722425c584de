// Interactions: what happened on which day with whom.
// The only code that names `interaction`, `participant`, `mention` and `interaction_tag`.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <kith/domain/interaction.hpp>

namespace kith {

class Connection;

struct InteractionFilter {
  std::optional<PersonId> person{};  ///< took part
  std::optional<Date> since{};
  std::optional<Date> until{};
  std::string kind{};
  std::string tag{};
};

class InteractionRepo {
 public:
  InteractionRepo(Connection& db, const Clock& clock) : db_(db), clock_(clock) {}

  /// Stores `draft` and returns it with id, uid and stamps; keeps its uid and stamps if it has any.
  /// Throws DataError; NotFoundError if one of its people is not there; ConflictError if its uid
  /// is.
  Interaction add(const Interaction& draft);
  /// Throws NotFoundError.
  void remove(InteractionId id);
  std::optional<Interaction> find(InteractionId id) const;
  std::optional<Interaction> find(const Uid& uid) const;
  bool has(const Uid& uid) const;
  /// True if both took part in the same interaction.
  bool together(PersonId a, PersonId b) const;

  /// Newest first (then by time, then latest id first); stops when `visit` returns false.
  void for_each(const InteractionFilter& filter,
                const std::function<bool(const Interaction&)>& visit) const;
  /// All, in the order of their uids: a stable order for export.
  void for_each_by_uid(const std::function<void(const Interaction&)>& visit) const;
  /// Newest first, at most `limit`.
  std::vector<Interaction> latest(const InteractionFilter& filter, std::size_t limit) const;

 private:
  Connection& db_;
  const Clock& clock_;
};

}  // namespace kith

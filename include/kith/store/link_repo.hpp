// Ties between people. The only code that names the `link` table.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <kith/domain/link.hpp>

namespace kith {

class Connection;

/// A link without names: enough for the network, and read ten times as fast.
struct BareLink {
  PersonId a{};
  PersonId b{};
  std::string kind{};
  PartialDate since{};
  std::optional<PersonId> via{};
  Date made{};  ///< the day it was stored
};

class LinkRepo {
 public:
  LinkRepo(Connection& db, const Clock& clock) : db_(db), clock_(clock) {}

  /// Stores `draft`. Throws ConflictError if the two are tied in this way already, NotFoundError if
  /// one of them is not there, DataError.
  Link add(const Link& draft);
  /// Takes away every tie between the two (of `kind`, if it is not empty); returns how many.
  int remove_between(PersonId a, PersonId b, std::string_view kind = {});
  void remove(LinkId id);
  /// Makes the stored one the same: whom it ties (then it gets a new id), since when, and who
  /// brought them together.
  void update(const Link& link);
  std::optional<Link> find(const Uid& uid) const;
  /// The ties of others that a person brought about, by id.
  std::vector<Link> brought_about_by(PersonId person) const;
  /// Says who brought the two of a link together.
  void set_via(LinkId id, PersonId via);
  bool has(const Uid& uid) const;
  bool tied(PersonId a, PersonId b, std::string_view kind) const;
  /// A person's ties, by the other's name.
  std::vector<Link> of(PersonId person) const;
  /// All, in the order in which they were made.
  void for_each_bare(const std::function<void(const BareLink&)>& visit) const;
  /// Those that a person is in, also as the one who brought two others together.
  void for_each_bare_of(PersonId person, const std::function<void(const BareLink&)>& visit) const;
  /// All, in the order of their uids.
  void for_each_by_uid(const std::function<void(const Link&)>& visit) const;

 private:
  Connection& db_;
  const Clock& clock_;
};

}  // namespace kith

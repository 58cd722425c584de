// People who turned out to be one, and people who look alike and are not.
// The only code that reads and writes `merged_person` and `distinct_people`.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <kith/domain/link.hpp>
#include <kith/domain/person.hpp>
#include <kith/store/interaction_repo.hpp>

namespace kith {

class Connection;

/// A tie that merging touched. People in it have uids and nothing else.
struct LinkChange {
  Link before{};
  std::optional<Link> after{};  ///< nothing: it went, since it tied one person or was there already
};

/// What a merge did: enough to take it apart, however much has been written since.
struct MergeRecord {
  Person other{};        ///< who was merged into somebody, as they were
  Person kept_before{};  ///< the one they were merged into
  Person kept_after{};
  std::vector<Uid> facts{};       ///< the other's
  std::vector<Uid> made_facts{};  ///< that merging wrote, of what one person cannot have twice
  std::vector<Uid> follow_ups{};
  std::vector<Part> parts{};
  std::vector<LinkChange> links{};
  std::vector<std::pair<std::string, std::string>> origins{};  ///< source and key
  std::vector<Uid> merged_people{};    ///< who had been merged into the other before
  std::vector<Uid> distinct_from{};    ///< who was known not to be the other
  std::vector<Uid> distinct_gained{};  ///< of those, whom the kept one was not known to differ from
  int turn = 0;  ///< of those merged into one person, the last has the greatest
};

struct MergedPerson {
  Uid uid{};          ///< finds `person` from now on
  PersonId person{};  ///< who they turned out to be
  Instant at{};
  MergeRecord record{};
};

/// A merged person as they go out and come in: the record is text that only the store reads.
struct KeptMerge {
  Uid uid{};
  PersonRef person{};
  Instant at{};
  std::string record{};  ///< JSON
};

class MergeRepo {
 public:
  explicit MergeRepo(Connection& db) : db_(db) {}

  void add(const MergedPerson& merged);
  /// Throws DataError if the record is none.
  void add(const KeptMerge& merge);
  /// All, by uid.
  void for_each(const std::function<void(const KeptMerge&)>& visit) const;
  void remove(const Uid& uid);
  std::optional<MergedPerson> find(const Uid& uid) const;
  /// Who was merged into `person`, the last one first.
  std::vector<MergedPerson> into(PersonId person) const;
  /// Who had been merged into `from` is merged into `to`.
  void redirect(const Uid& uid, PersonId to);

  /// Says that two people are not one; nothing if that is known.
  void mark_distinct(PersonId a, PersonId b);
  void forget_distinct(PersonId a, PersonId b);
  bool are_distinct(PersonId a, PersonId b) const;
  /// Who is known not to be `person`.
  std::vector<PersonRef> distinct_from(PersonId person) const;
  /// All pairs, the smaller uid first, in order.
  void for_each_distinct(
      const std::function<void(const PersonRef& a, const PersonRef& b)>& visit) const;

 private:
  Connection& db_;
};

}  // namespace kith

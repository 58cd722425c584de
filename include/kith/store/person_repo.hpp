// People, with their nicknames, contact points, memberships and tags.
// The only code that names those tables.  Nothing here opens a transaction: see Store::write().
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <kith/domain/person.hpp>

namespace kith {

class Connection;

/// Which people a list is about; what is not set does not matter. Words are compared folded.
struct PersonFilter {
  enum class Archived { no, only, all };
  std::optional<Circle> circle{};
  std::vector<std::string> tags{};  ///< all of them
  std::string org{};                ///< part of the name of an organisation they belong to now
  std::string city{};               ///< part of the city's name
  // Either of these two leaves the former and the dead out.
  bool without_cadence = false;
  std::optional<Date> not_since{};  ///< no interaction that counts on or after this day
  Archived archived = Archived::no;
  bool operator==(const PersonFilter&) const = default;
};

enum class PersonOrder { name, last_seen, created, uid };

/// A person in a list, with what is read from the log.
struct ListedPerson {
  Person person{};
  std::optional<Date> last_seen{};  ///< the last interaction that counts, up to today
};

/// Whether somebody has a circle or a cadence.
enum class Tracked { no, yes };

/// How it stands with a person, whether and since when they are tracked.
struct PersonStanding {
  PersonId person{};
  std::optional<Circle> circle{};
  Standing standing = Standing::active;
  bool archived = false;
  std::optional<Date> snoozed_until{};
  bool is_tracked = false;
  Date tracked_since{};  ///< the day they were added, if nothing else is known
  PartialDate birthday{};
};

class PersonRepo {
 public:
  PersonRepo(Connection& db, const Clock& clock) : db_(db), clock_(clock) {}

  /// Stores `draft` (see checked()) and returns it with id, uid (its own, if it brings one) and
  /// stamps (its own, if it brings them). `introduced_by` is stored as a link.
  /// Throws DataError; ConflictError if its uid is there already.
  Person add(const Person& draft);

  /// `draft` as add() stores it, but for its id. Throws as add() does.
  Person ready(const Person& draft) const;

  /// Makes the stored person the same as `person`, and stamps it, unless nothing differs.
  /// Returns what is stored then. Throws NotFoundError, DataError, and ConflictError for somebody
  /// who introduced themselves.
  Person update(const Person& person);

  /// Deletes the person with all that hangs on them: facts, follow-ups, links, their part in
  /// interactions; interactions in which nobody else took part go too.
  void remove(PersonId id);

  /// Throws NotFoundError if there is none.
  Person get(PersonId id) const;
  /// The same, a fifth of the work: without nicknames, contact points, memberships, tags and who
  /// introduced them.
  Person without_lists(PersonId id) const;
  /// The same, half of that: uid, name, birthday, circle, cadence and how it stands with them.
  Person brief(PersonId id) const;
  PersonRef ref(PersonId id) const;
  /// The person with this uid; of somebody who was merged into another, that other (who has a uid
  /// of their own).
  std::optional<Person> find(const Uid& uid) const;
  std::optional<PersonId> id_of(const Uid& uid) const;

  /// The last interaction that counts on or before `day`, or after it if `after`; nothing if none.
  std::optional<Date> last_seen(PersonId id, Date day) const;

  /// Calls `visit` for each person that fits, in `order` (the latest first where it is a time),
  /// then by uid, or of people made at one instant the last one first; stops when it returns false.
  /// Memory does not grow with the number of people.
  void for_each(const PersonFilter& filter,
                PersonOrder order,
                const std::function<bool(const ListedPerson&)>& visit) const;

  /// The same with what a list tells of each: uid, name, city, circle, cadence, standing, whether
  /// archived, memberships and tags. The rest is left empty.
  void for_each_listed(const PersonFilter& filter,
                       PersonOrder order,
                       const std::function<bool(const ListedPerson&)>& visit) const;

  /// Everybody, the archived too, by uid, with what a picture tells of them: name, city, how and
  /// when you met, circle, standing, archived, the day they were added. The rest is left empty.
  void for_each_bare(const std::function<void(const ListedPerson&)>& visit) const;
  /// Every membership and every tag, person by person.
  void for_each_membership(const std::function<void(PersonId, const Membership&)>& visit) const;
  /// The organisation of every membership that has one, person by person; `lasts` if it has no end.
  void for_each_org(
      const std::function<void(PersonId, std::string_view org, bool lasts)>& visit) const;
  std::vector<Membership> memberships_of(PersonId id) const;
  std::vector<std::string> nicknames_of(PersonId id) const;
  /// A person's e-mail addresses, in the order of importance.
  std::vector<ContactPoint> emails_of(PersonId id) const;
  /// A person with what for_each_bare() gives, but for the last day. Throws NotFoundError.
  Person bare(PersonId id) const;
  /// How it stands with one person. Throws NotFoundError.
  PersonStanding standing_of(PersonId id) const;
  /// How it stands with everybody, by id.
  void for_each_standing(const std::function<void(const PersonStanding&)>& visit) const;
  void for_each_tag(const std::function<void(PersonId, std::string_view)>& visit) const;

  /// Everybody, the archived too, by id: what for_each_bare() gives but for the last day, birthday,
  /// time zone, and everything of which there may be several, in no particular order. One query a
  /// table.
  void for_each_whole(const std::function<void(const Person&)>& visit) const;

  /// How many of `people`, each named once, are not silent on `today` (see is_silent()).
  std::size_t count_not_silent(const std::vector<PersonId>& people, Date today) const;
  /// True if there is nobody, not even an archived person.
  bool is_empty() const;
  /// How many people there are, the archived among them.
  std::size_t count() const;

  /// People whose birthday (month and day) falls within `days` days from `from` on, the next one
  /// first, each once, however far ahead that is; but nobody who is silent on `from` (see
  /// is_silent()). Those with a circle or a cadence, or those with neither.
  std::vector<PersonId> with_birthday_within(Date from, int days, Tracked tracked) const;
  /// How many there are of them.
  std::size_t count_birthdays_within(Date from, int days, Tracked tracked) const;

 private:
  Connection& db_;  // outlives the repository: Store owns both
  const Clock& clock_;
};

}  // namespace kith

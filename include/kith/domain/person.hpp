// A person: someone you know, and how to reach them.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <kith/domain/circle.hpp>
#include <kith/domain/ids.hpp>
#include <kith/domain/uid.hpp>
#include <kith/time/clock.hpp>
#include <kith/time/date.hpp>

namespace kith {

/// The longest name kith keeps, in characters.
inline constexpr std::size_t kLongestName = 1000;

enum class ContactKind { email, phone, url, handle, address };

inline constexpr std::array kContactKinds{ContactKind::email,
                                          ContactKind::phone,
                                          ContactKind::url,
                                          ContactKind::handle,
                                          ContactKind::address};

/// email, phone, url, handle, address
std::string_view to_string(ContactKind kind);
std::optional<ContactKind> parse_contact_kind(std::string_view word);

struct ContactPoint {
  ContactKind kind = ContactKind::email;
  std::string value{};
  std::string label{};  ///< home, work, …; empty if there is none
  bool operator==(const ContactPoint&) const = default;
};

/// Reads "work=ana@example.org" as a value with a label, and anything else as a bare value. A label
/// is letters, digits, blanks, '-' and '_'; write "=value" where a value itself looks labelled.
ContactPoint parse_contact_point(ContactKind kind, std::string_view text);

/// What parse_contact_point reads back.
std::string to_string(const ContactPoint& point);

/// True if `a` and `b` are the same address: e-mails and handles folded, phones by their digits,
/// urls without scheme, www, query and final slash.
bool same_value(ContactKind kind, std::string_view a, std::string_view b);

/// The form of a contact point's value that is equal for equal addresses: see same_value().
std::string comparable(ContactKind kind, std::string_view value);

/// Where a person works or belongs; `to` is empty as long as it lasts.
struct Membership {
  std::string org{};
  std::string title{};
  PartialDate from{};
  PartialDate to{};
  bool operator==(const Membership&) const = default;
};

/// How it stands between you. All but `active` are silent: never due.
enum class Standing { active, paused, former, dead };

/// active, paused, former, dead
std::string_view to_string(Standing standing);
std::optional<Standing> parse_standing(std::string_view word);

/// True of the former and the dead: kith keeps silent about them for ever.
bool is_gone(Standing standing);

/// Enough of a person to name them.
struct PersonRef {
  PersonId id{};
  Uid uid{};
  std::string name{};
  bool operator==(const PersonRef&) const = default;
};

struct Person {
  PersonId id{};
  Uid uid{};  ///< nil in a draft: the store makes one
  std::string name{};
  std::vector<std::string> nicknames{};
  std::vector<ContactPoint> contact_points{};  ///< in the order of importance
  std::vector<Membership> memberships{};       ///< current ones first
  std::string city{};
  std::string timezone{};
  PartialDate birthday{};
  std::string met{};  ///< how you met, in words
  PartialDate met_on{};
  std::optional<PersonRef> introduced_by{};  ///< kept as a link of kind `introduced`
  std::optional<Circle> circle{};
  std::optional<Cadence> own_cadence{};
  std::optional<Date> tracked_since{};  ///< the day a circle or cadence was first set
  std::vector<std::string> tags{};
  Standing standing = Standing::active;
  std::optional<Date> snoozed_until{};  ///< silent before this day
  bool archived = false;
  Instant created_at{};
  Instant updated_at{};

  bool operator==(const Person&) const = default;

  PersonRef ref() const { return {id, uid, name}; }
  /// The membership that counts as "where they work": the first one without an end.
  const Membership* current_membership() const;
  /// Current organisation and title; empty if there is none.
  std::string org() const;
  std::string title() const;
  /// Sets organisation or title of the current membership; makes one if there is none, and drops it
  /// when both are empty.
  void set_org(std::string_view org);
  void set_title(std::string_view title);
  /// The values of one kind, in order.
  std::vector<ContactPoint> points(ContactKind kind) const;
  /// Adds `point` unless the same value is there already (then only a missing label is filled in).
  /// True if something changed.
  bool add_point(ContactPoint point);
  /// Adds a nickname or a tag unless it is there in another spelling. True if it was added.
  bool add_nickname(std::string_view nickname);
  bool add_tag(std::string_view tag);
  /// The cadence in force: the person's own, else the circle's; nothing: not tracked.
  std::optional<Cadence> cadence() const;
};

/// Checks and cleans all text of `person`, so that it may be stored. Throws DataError where a name
/// is empty, too long or not UTF-8, a date is no date, an e-mail has no '@', …
Person checked(Person person);
/// The same of one contact point.
ContactPoint checked(ContactPoint point);

}  // namespace kith

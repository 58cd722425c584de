// Who introduced whom: by you, by others, to you; which introductions took, and who brought many.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <kith/domain/interaction.hpp>
#include <kith/domain/person.hpp>
#include <kith/store/store.hpp>

namespace kith {
class LinkRepo;
}

namespace kith::network {

/// Somebody brought two together.
struct Introduction {
  std::optional<PersonRef> by{};  ///< nothing: you
  PersonRef a{};
  std::optional<PersonRef> b{};  ///< nothing: you
  Date day{};
  bool dated = true;           ///< false: nobody said when, and `day` is the day it was noted
  std::optional<Date> took{};  ///< the first later day on which the two met without whoever it was
  bool operator==(const Introduction&) const = default;
};

/// All up to `today` as read_introductions() gives them, but without whether they took.
std::vector<Introduction> told_introductions(Store& store, Date today);
/// The first later day, up to `today`, on which the two met without whoever it was.
std::optional<Date> took_on(Store& store, const Introduction& introduction, Date today);

/// All up to `today`, by day, then by who met whom. An `introduced` link is one to you; a link with
/// a `via` is one by that person; a logged introduction of two people who are tied otherwise is
/// yours.
std::vector<Introduction> read_introductions(Store& store, Date today);

/// What a logged sentence tells of: "introduced Ana to Bo" is yours, "Cy introduced me to Bo" one
/// to you, "Cy introduced Ana to Bo" one by Cy. Nothing if it is another kind, or tells it
/// otherwise.
std::optional<Introduction> introduction_told_by(const Interaction& interaction);

/// Ties those who were introduced, within Store::write(): as `introduced` if one is you, else as
/// `knows` unless they are tied already. A tie that does not say yet who made it learns it.
void tie(LinkRepo& links, const Introduction& introduction);

/// The introductions that this meeting, just logged, makes take: empty if they took before.
std::vector<Introduction> taken_by(Store& store, const Interaction& meeting, Date today);

/// "Ana Lim and Bo Ek met again, since you introduced them".
std::string in_words_when_taken(const Introduction& introduction);

/// Somebody through whom you know others.
struct Broker {
  PersonRef person{};
  std::size_t direct = 0;  ///< whom they introduced to you
  std::size_t all = 0;     ///< with those whom these introduced, and so on
  bool operator==(const Broker&) const = default;
};

/// Whoever brought you the most people, first; then by name, then by uid. Each person counts once,
/// also where introductions go round in circles.
std::vector<Broker> brokers(const std::vector<Introduction>& introductions);

/// The longest chain of introductions to you, from its first person on; of equally long ones the
/// first by name. Empty if nobody introduced anybody.
std::vector<PersonRef> longest_chain(const std::vector<Introduction>& introductions);

}  // namespace kith::network

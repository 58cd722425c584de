// Two people made one, and taken apart again. To be used inside Store::write() or rehearse().
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <kith/domain/person.hpp>
#include <kith/store/store.hpp>

namespace kith::doubles {

/// How much went from one person to another.
struct Moved {
  std::size_t interactions = 0;
  std::size_t facts = 0;
  std::size_t follow_ups = 0;
  std::size_t links = 0;
  bool operator==(const Moved&) const = default;
};

struct Merged {
  Person person{};
  PersonRef other{};
  Moved moved{};
  /// What both had and one person cannot have twice: now a fact each ("birthday: 1990-05-03").
  std::vector<std::string> left_over{};
};

/// Makes `other` a part of `kept`, with everything that is theirs; their uid and their sources find
/// `kept` from then on. Throws ConflictError if both are the same person.
Merged merge(Store& store, PersonId kept, PersonId other);

struct Split {
  Person person{};
  Person other{};
  Moved moved{};
};

/// Takes somebody who was merged into another out again, under their old uid: what was theirs and
/// is still there goes back, what was written since stays. The two are marked as distinct people.
/// Throws NotFoundError if nobody with that uid was merged.
Split split(Store& store, const Uid& other);

/// Which of two people a merge keeps, if nobody says: the one with more interactions, then with
/// more known of them, then the one who was there first.
bool is_fuller(Store& store, const Person& a, const Person& b);

}  // namespace kith::doubles

// Whom kith keeps silent about: for good, or for now.
#pragma once

#include <kith/domain/person.hpp>
#include <kith/time/date.hpp>

namespace kith {

/// True of whom you have put aside: the archived, the former and the dead. For a Person, and for
/// all else that has `archived` and `standing`.
template <class Somebody>
bool is_aside(const Somebody& one) {
  return one.archived || is_gone(one.standing);
}

/// True if nobody wants to hear of them today: those put aside, the paused, and the snoozed.
template <class Somebody>
bool is_silent(const Somebody& one, Date today) {
  return is_aside(one) || one.standing != Standing::active ||
         (one.snoozed_until && *one.snoozed_until > today);
}

}  // namespace kith

// Ids as types of their own: swapping a person and a follow-up does not compile.
#pragma once

#include <cstdint>

namespace kith {

enum class PersonId : std::int64_t {};

// Interactions, facts and follow-ups draw their ids from one sequence, so that a number that
// somebody types means one record, whatever its kind.
enum class InteractionId : std::int64_t {};
enum class FactId : std::int64_t {};
enum class FollowUpId : std::int64_t {};
enum class LinkId : std::int64_t {};
enum class ChangeId : std::int64_t {};

template <class Id>
constexpr std::int64_t raw(Id id) {
  return static_cast<std::int64_t>(id);
}

}  // namespace kith

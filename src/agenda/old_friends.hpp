// The old-friends lane: ties that went quiet long ago, offered one a week.
#pragma once

#include <optional>

#include <kith/domain/person.hpp>
#include <kith/store/rhythm_repo.hpp>
#include <kith/store/store.hpp>

namespace kith::agenda {

/// The cadence in force in a group.
Cadence cadence_of(const RhythmGroup& group);

/// The last day on which somebody must have been seen to be an old friend on `day`.
Date old_friend_since(Cadence cadence, Date day);

/// The day from which the days of somebody tracked count, as of `day`: the last interaction up to
/// it, else the day tracking began. Asks the log only where the rhythm's own day lies after `day`.
Date counted_from(Store& store, const Rhythm& rhythm, Date day);

/// Who is offered in the week of `today`: the same person from Monday to Sunday, without anything
/// being stored. Nothing if there is no old friend, or if this week's has been in touch since
/// Monday.
std::optional<Rhythm> old_friend_of_the_week(Store& store, Date today);

}  // namespace kith::agenda

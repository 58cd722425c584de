// People whom nobody has put into a circle yet, and who they are in one line.
#pragma once

#include <cstddef>
#include <vector>

#include <kith/domain/person.hpp>
#include <kith/store/store.hpp>

namespace kith {

struct WithoutCircle {
  PersonId person{};
  std::size_t days_together = 0;  ///< days of the last year on which you were in touch
};

/// Who has no circle: the most in touch with in the last year first, then by who was seen last,
/// then who was added last. Without the silent (archived, paused, former, dead, resting), and
/// without those who are to have none.
std::vector<WithoutCircle> without_circle(Store& store);

/// Says that this person is to have no circle: without_circle() leaves them out from then on. To be
/// called within Store::write().
void leave_without_circle(Store& store, const Person& person);

}  // namespace kith

// A success is celebrated by being in touch within a week.
#include <algorithm>

#include <kith/agenda/celebrated.hpp>
#include <kith/store/interaction_repo.hpp>

namespace kith {

std::optional<Date> celebrated_on(Store& store, const Fact& success, Date today) {
  const Date day = day_of(success, store.clock());
  const Date until = std::min(add_days(day, kCelebrationDays), today);
  return store.interactions().first_day(success.person.id, day, until);
}

}  // namespace kith

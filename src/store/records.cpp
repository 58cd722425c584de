// The one sequence of record ids: a number that somebody types means one record, whatever its kind.
#include "store/records.hpp"

namespace kith {

std::int64_t record_id(Connection& db, std::int64_t wanted) {
  if (wanted > 0) {
    Query taken(db, R"sql(
      SELECT EXISTS(SELECT 1 FROM interaction WHERE id = ?1)
          OR EXISTS(SELECT 1 FROM fact WHERE id = ?1)
          OR EXISTS(SELECT 1 FROM follow_up WHERE id = ?1))sql");
    taken.with(wanted).step();
    if (!taken.boolean(0)) {
      return wanted;
    }
  }
  Query next(db, R"sql(
    SELECT max(coalesce((SELECT max(id) FROM interaction), 0),
               coalesce((SELECT max(id) FROM fact), 0),
               coalesce((SELECT max(id) FROM follow_up), 0)) + 1)sql");
  next.step();
  return next.integer(0);
}

}  // namespace kith

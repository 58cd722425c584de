// What the log tells of a period, and of somebody before it. What was left unanswered never counts.
#include "store/connection.hpp"
#include <kith/store/interaction_repo.hpp>

namespace kith {

void InteractionRepo::for_each_presence(Date from,
                                        Date to,
                                        const std::function<void(const Presence&)>& visit) const {
  Query query(db_, R"sql(
    SELECT i.id, i.date, p.person, i.kind, i.place, i.duration
    FROM interaction i CROSS JOIN participant p ON p.interaction = i.id
    WHERE i.date BETWEEN ?1 AND ?2 AND i.unanswered = 0 ORDER BY i.date, i.id)sql");
  query.with(from, to);
  Presence presence;
  while (query.step()) {
    presence.id = query.id<InteractionId>(0);
    presence.date = query.date(1);
    presence.person = query.id<PersonId>(2);
    presence.kind = query.text(3);
    presence.place = query.text(4);
    presence.duration.reset();
    if (!query.is_null(5)) {
      presence.duration = std::chrono::minutes{query.integer(5)};
    }
    visit(presence);
  }
}

PastWith InteractionRepo::before(PersonId person, Date day) const {
  Query query(db_, R"sql(
    SELECT count(DISTINCT p.date), min(p.date), max(p.date), coalesce(sum(i.duration), 0)
    FROM participant p CROSS JOIN interaction i ON i.id = p.interaction
    WHERE p.person = ?1 AND p.date < ?2 AND i.unanswered = 0)sql");
  query.with(person, day).step();
  return {.days = static_cast<std::size_t>(query.integer(0)),
          .first = query.maybe_date(1),
          .last = query.maybe_date(2),
          .together = std::chrono::minutes{query.integer(3)}};
}

std::optional<Instant> InteractionRepo::first_recorded(PersonId person) const {
  Query query(db_, R"sql(
    SELECT i.created_at FROM participant p CROSS JOIN interaction i ON i.id = p.interaction
    WHERE p.person = ?1 AND i.unanswered = 0 ORDER BY p.date, p.interaction LIMIT 1)sql");
  query.with(person);
  return query.step() ? std::optional(query.instant(0)) : std::nullopt;
}

std::size_t InteractionRepo::days_with(PersonId person, Date from, Date to) const {
  Query query(db_, R"sql(
    SELECT count(DISTINCT p.date) FROM participant p
    WHERE p.person = ?1 AND p.date BETWEEN ?2 AND ?3
      AND NOT EXISTS(SELECT 1 FROM interaction WHERE id + 0 = +p.interaction AND unanswered = 1))sql");
  query.with(person, from, to).step();
  return static_cast<std::size_t>(query.integer(0));
}

}  // namespace kith

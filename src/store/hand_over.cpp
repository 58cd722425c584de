// What hangs on a person, handed over to another: for people who turned out to be one, and back.
#include "store/connection.hpp"
#include <kith/store/fact_repo.hpp>
#include <kith/store/follow_up_repo.hpp>
#include <kith/store/interaction_repo.hpp>

namespace kith {
namespace {

std::vector<Uid> uids_of(Connection& db, const char* sql, PersonId person) {
  std::vector<Uid> uids;
  Query query(db, sql);
  query.with(person);
  while (query.step()) {
    uids.push_back(query.uid(0));
  }
  return uids;
}

int hand_over(
    Connection& db, const char* sql, const std::vector<Uid>& uids, PersonId from, PersonId to) {
  int count = 0;
  for (const Uid& uid : uids) {
    Query(db, sql).with(uid, from, to).run();
    count += db.changes();
  }
  return count;
}

/// Somebody's row in an interaction, if there is one.
struct Row {
  int position = 0;
};

std::optional<Row> row_of(Connection& db, const char* sql, std::int64_t id, PersonId person) {
  Query query(db, sql);
  query.with(id, person);
  return query.step() ? std::optional(Row{static_cast<int>(query.integer(0))}) : std::nullopt;
}

constexpr const char* kPosition =
    "SELECT position FROM participant WHERE interaction = ?1 AND person = ?2";
constexpr const char* kMentioned =
    "SELECT position FROM mention WHERE interaction = ?1 AND person = ?2";

/// One interaction, by its number and day, and who is in it.
class Place {
 public:
  Place(Connection& db, std::int64_t id, Date date) : db_(db), id_(id), date_(date) {}

  std::optional<Row> part(PersonId person) const { return row_of(db_, kPosition, id_, person); }
  std::optional<Row> mention(PersonId person) const { return row_of(db_, kMentioned, id_, person); }

  // Rows go and come: the triggers that know when somebody was last seen follow those.
  void leave(PersonId person) {
    Query(db_, "DELETE FROM participant WHERE person = ?1 AND date = ?2 AND interaction = ?3")
        .with(person, date_, id_)
        .run();
  }
  void join(PersonId person, int position) {
    Query(db_, R"sql(
      INSERT INTO participant(person, date, interaction, position) VALUES(?1, ?2, ?3, ?4))sql")
        .with(person, date_, id_, position)
        .run();
  }
  void forget(PersonId person) {
    Query(db_, "DELETE FROM mention WHERE interaction = ?1 AND person = ?2")
        .with(id_, person)
        .run();
  }
  void speak_of(PersonId person, int position) {
    Query(db_, "INSERT INTO mention(interaction, person, position) VALUES(?1, ?2, ?3)")
        .with(id_, person, position)
        .run();
  }

 private:
  Connection& db_;
  std::int64_t id_;
  Date date_;
};

struct Found {
  std::int64_t id = 0;
  Date date{};
  Part part{};
};

std::vector<Found> parts_of(Connection& db, const char* sql, PersonId person, bool took_part) {
  std::vector<Found> found;
  Query query(db, sql);
  query.with(person);
  while (query.step()) {
    found.push_back({query.integer(0),
                     query.date(1),
                     {.interaction = query.uid(2),
                      .position = static_cast<int>(query.integer(3)),
                      .took_part = took_part}});
  }
  return found;
}

}  // namespace

std::vector<Uid> FactRepo::hand_over(PersonId from, PersonId to) {
  std::vector<Uid> facts = uids_of(db_, "SELECT uid FROM fact WHERE person = ?1 ORDER BY id", from);
  Query(db_, "UPDATE fact SET person = ?2 WHERE person = ?1").with(from, to).run();
  return facts;
}

int FactRepo::hand_over(const std::vector<Uid>& facts, PersonId from, PersonId to) {
  return kith::hand_over(
      db_, "UPDATE fact SET person = ?3 WHERE uid = ?1 AND person = ?2", facts, from, to);
}

std::vector<Uid> FollowUpRepo::hand_over(PersonId from, PersonId to) {
  std::vector<Uid> follow_ups =
      uids_of(db_, "SELECT uid FROM follow_up WHERE person = ?1 ORDER BY id", from);
  Query(db_, "UPDATE follow_up SET person = ?2 WHERE person = ?1").with(from, to).run();
  return follow_ups;
}

int FollowUpRepo::hand_over(const std::vector<Uid>& follow_ups, PersonId from, PersonId to) {
  return kith::hand_over(
      db_, "UPDATE follow_up SET person = ?3 WHERE uid = ?1 AND person = ?2", follow_ups, from, to);
}

std::vector<Part> InteractionRepo::hand_over(PersonId from, PersonId to) {
  std::vector<Part> parts;
  for (Found& found : parts_of(db_,
                               R"sql(SELECT i.id, i.date, i.uid, x.position
        FROM participant x JOIN interaction i ON i.id = x.interaction
        WHERE x.person = ?1 ORDER BY i.id)sql",
                               from,
                               true)) {
    Place place(db_, found.id, found.date);
    found.part.was_alone = !place.part(to);
    place.leave(from);
    if (found.part.was_alone) {
      place.join(to, found.part.position);
      if (const auto mention = place.mention(to)) {
        found.part.mentioned_at = mention->position;
        place.forget(to);
      }
    }
    parts.push_back(found.part);
  }
  for (Found& found : parts_of(db_,
                               R"sql(SELECT i.id, i.date, i.uid, x.position
        FROM mention x JOIN interaction i ON i.id = x.interaction
        WHERE x.person = ?1 ORDER BY i.id)sql",
                               from,
                               false)) {
    Place place(db_, found.id, found.date);
    found.part.was_alone = !place.part(to) && !place.mention(to);
    place.forget(from);
    if (found.part.was_alone) {
      place.speak_of(to, found.part.position);
    }
    parts.push_back(found.part);
  }
  return parts;
}

int InteractionRepo::give_back(const std::vector<Part>& parts, PersonId from, PersonId to) {
  int count = 0;
  for (const Part& part : parts) {
    const std::optional<Interaction> interaction = find(part.interaction);
    if (!interaction) {
      continue;  // deleted since
    }
    Place place(db_, raw(interaction->id), interaction->date);
    const bool is_there =
        part.took_part ? place.part(from).has_value() : place.mention(from).has_value();
    if (part.was_alone && !is_there) {
      continue;  // taken out since
    }
    if (part.took_part) {
      if (part.was_alone) {
        place.leave(from);
      }
      if (!place.part(to)) {
        place.join(to, part.position);
      }
      if (part.mentioned_at && !place.mention(from)) {
        place.speak_of(from, *part.mentioned_at);
      }
    } else {
      if (part.was_alone) {
        place.forget(from);
      }
      if (!place.part(to) && !place.mention(to)) {
        place.speak_of(to, part.position);
      }
    }
    ++count;
  }
  return count;
}

}  // namespace kith

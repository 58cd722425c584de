// Interactions: what happened on which day with whom.
#include "store/connection.hpp"
#include "store/records.hpp"
#include <kith/error.hpp>
#include <kith/store/interaction_repo.hpp>
#include <kith/text/fold.hpp>

namespace kith {
namespace {

#define KITH_INTERACTION_COLUMNS                                                                  \
  "i.id, i.uid, i.date, i.time, i.kind, i.place, i.text, i.duration, i.unanswered, i.created_at," \
  " i.updated_at"

/// Who took part, who is mentioned, and the tags, by one statement: three would cost as much again.
void read_parts(Connection& db, Interaction& interaction) {
  enum : std::int64_t { participant, mention, tag };
  struct Part {
    std::pair<std::int64_t, std::int64_t> place{};  // what it is, and its position
    PersonRef person{};                             // of a tag, its word is the name
  };
  Query row(db, R"sql(
    SELECT 0, x.position, p.id, p.uid, p.name
    FROM participant x CROSS JOIN person p ON p.id = x.person WHERE x.interaction = ?1
    UNION ALL SELECT 1, x.position, p.id, p.uid, p.name
    FROM mention x CROSS JOIN person p ON p.id = x.person WHERE x.interaction = ?1
    UNION ALL SELECT 2, position, 0, NULL, tag FROM interaction_tag WHERE interaction = ?1)sql");
  row.with(interaction.id);
  std::vector<Part> parts;
  while (row.step()) {
    parts.push_back(
        {{row.integer(0), row.integer(1)}, {row.id<PersonId>(2), row.uid(3), row.text(4)}});
  }
  // In their order of mention. Sorted here: a sorter of SQLite's own is dearer than the few rows.
  if (parts.size() > 1) {
    std::ranges::stable_sort(parts, {}, &Part::place);
  }
  for (Part& part : parts) {
    if (part.place.first == tag) {
      interaction.tags.push_back(std::move(part.person.name));
    } else {
      (part.place.first == mention ? interaction.mentions : interaction.people)
          .push_back(std::move(part.person));
    }
  }
}

Interaction read_row(Connection& db, const Query& row) {
  Interaction interaction;
  interaction.id = row.id<InteractionId>(0);
  interaction.uid = row.uid(1);
  interaction.date = row.date(2);
  if (!row.is_null(3)) {
    interaction.time = std::chrono::minutes{row.integer(3)};
  }
  interaction.kind = row.view(4);
  interaction.place = row.view(5);
  interaction.text = row.view(6);
  if (!row.is_null(7)) {
    interaction.duration = std::chrono::minutes{row.integer(7)};
  }
  interaction.unanswered = row.boolean(8);
  interaction.created_at = row.instant(9);
  interaction.updated_at = row.instant(10);
  read_parts(db, interaction);
  return interaction;
}

bool fits(const InteractionFilter& filter, const Interaction& interaction) {
  if (!filter.kind.empty() && text::fold(interaction.kind) != text::fold(filter.kind)) {
    return false;
  }
  if (filter.tag.empty()) {
    return true;
  }
  const std::string_view bare = filter.tag.starts_with('#') ? std::string_view{filter.tag}.substr(1)
                                                            : std::string_view{filter.tag};
  return std::ranges::any_of(interaction.tags, [&](const std::string& tag) {
    return text::fold(tag) == text::fold(bare);
  });
}

std::optional<std::int64_t> minutes_of(const std::optional<std::chrono::minutes>& minutes) {
  return minutes ? std::optional<std::int64_t>(minutes->count()) : std::nullopt;
}

// All of time, for a filter without an end.
constexpr std::int64_t kBigBang = -1'000'000'000;
constexpr std::int64_t kForever = 1'000'000'000;

/// Calls `visit` for each run of rows (interaction, date, person) of one interaction.
void visit_meetings(Query& query, const MeetingVisitor& visit) {
  std::vector<PersonId> people;
  Meeting meeting;
  const auto finish = [&] {
    if (!people.empty()) {
      meeting.people = people;
      visit(meeting);
    }
  };
  while (query.step()) {
    const auto id = query.id<InteractionId>(0);
    if (id != meeting.id) {
      finish();
      people.clear();
      meeting.id = id;
      meeting.date = query.date(1);
    }
    people.push_back(query.id<PersonId>(2));
  }
  finish();
}

}  // namespace

Interaction InteractionRepo::add(const Interaction& draft) {
  Interaction interaction = checked(draft);
  stamp(interaction, clock_);
  require_new(has(interaction.uid), interaction.uid);
  interaction.id = static_cast<InteractionId>(record_id(db_, raw(draft.id)));
  Query(db_, R"sql(
    INSERT INTO interaction(id, uid, date, time, kind, place, text, duration, unanswered,
                            created_at, updated_at)
    VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11))sql")
      .with(interaction.id,
            interaction.uid,
            interaction.date,
            minutes_of(interaction.time),
            interaction.kind,
            interaction.place,
            interaction.text,
            minutes_of(interaction.duration),
            interaction.unanswered,
            interaction.created_at,
            interaction.updated_at)
      .run();
  int position = 0;
  for (const PersonRef& person : interaction.people) {
    Query(db_, R"sql(
      INSERT INTO participant(person, date, interaction, position) VALUES(?1, ?2, ?3, ?4))sql")
        .with(person.id, interaction.date, interaction.id, position++)
        .run();
  }
  position = 0;
  for (const PersonRef& person : interaction.mentions) {
    Query(db_, "INSERT INTO mention(interaction, person, position) VALUES(?1, ?2, ?3)")
        .with(interaction.id, person.id, position++)
        .run();
  }
  position = 0;
  for (const std::string& tag : interaction.tags) {
    Query(db_, "INSERT INTO interaction_tag(interaction, tag, position) VALUES(?1, ?2, ?3)")
        .with(interaction.id, tag, position++)
        .run();
  }
  return interaction;
}

void InteractionRepo::remove(InteractionId id) {
  Query(db_, "DELETE FROM participant WHERE interaction = ?1").with(id).run();
  Query(db_, "DELETE FROM mention WHERE interaction = ?1").with(id).run();
  Query(db_, "DELETE FROM interaction_tag WHERE interaction = ?1").with(id).run();
  Query(db_, "INSERT OR IGNORE INTO removed_record(uid) SELECT uid FROM interaction WHERE id = ?1")
      .with(id)
      .run();
  Query(db_, "DELETE FROM interaction WHERE id = ?1").with(id).run();
  if (db_.changes() == 0) {
    throw NotFoundError(fmt::format("{}: no such interaction", raw(id)));
  }
}

std::optional<Interaction> InteractionRepo::find(InteractionId id) const {
  Query query(db_, "SELECT " KITH_INTERACTION_COLUMNS " FROM interaction i WHERE i.id = ?1");
  query.with(id);
  return query.step() ? std::optional(read_row(db_, query)) : std::nullopt;
}

std::optional<Interaction> InteractionRepo::find(const Uid& uid) const {
  Query query(db_, "SELECT " KITH_INTERACTION_COLUMNS " FROM interaction i WHERE i.uid = ?1");
  query.with(uid);
  return query.step() ? std::optional(read_row(db_, query)) : std::nullopt;
}

bool InteractionRepo::has(const Uid& uid) const {
  Query query(db_, "SELECT 1 FROM interaction WHERE uid = ?1");
  query.with(uid);
  return query.step();
}

bool InteractionRepo::is_known(const Uid& uid) const {
  Query query(db_, R"sql(
    SELECT 1 FROM interaction WHERE uid = ?1
    UNION ALL SELECT 1 FROM removed_record WHERE uid = ?1)sql");
  query.with(uid);
  return query.step();
}

bool InteractionRepo::together(PersonId a, PersonId b) const {
  Query query(db_, R"sql(
    SELECT 1 FROM participant p CROSS JOIN participant q ON q.interaction = p.interaction
    WHERE p.person = ?1 AND q.person = ?2
    LIMIT 1)sql");
  query.with(a, b);
  return query.step();
}

void InteractionRepo::for_each_meeting(Date until, const MeetingVisitor& visit) const {
  Query query(db_, R"sql(
    SELECT interaction, date, person FROM participant INDEXED BY participant_interaction
    WHERE date <= ?1 ORDER BY interaction, person)sql");
  query.with(until);
  visit_meetings(query, visit);
}

void InteractionRepo::for_each_meeting_of(PersonId person,
                                          Date until,
                                          const MeetingVisitor& visit) const {
  Query query(db_, R"sql(
    SELECT q.interaction, q.date, q.person
    FROM participant p CROSS JOIN participant q ON q.interaction = p.interaction
    WHERE p.person = ?1 AND p.date <= ?2 ORDER BY p.date, p.interaction, q.person)sql");
  query.with(person, until);
  visit_meetings(query, visit);
}

void InteractionRepo::for_each_introduction(Date until, const MeetingVisitor& visit) const {
  Query query(db_, R"sql(
    SELECT p.interaction, p.date, p.person
    FROM interaction i CROSS JOIN participant p ON p.interaction = i.id
    WHERE i.kind = 'intro' AND p.date <= ?1 ORDER BY i.id, p.person)sql");
  query.with(until);
  visit_meetings(query, visit);
}

std::optional<Date> InteractionRepo::first_together(std::span<const PersonId> with,
                                                    std::optional<PersonId> without,
                                                    Date after,
                                                    Date until,
                                                    InteractionId except) const {
  Query query(db_, R"sql(
    SELECT p.date FROM participant p CROSS JOIN interaction i ON i.id = p.interaction
    WHERE p.person = ?1 AND p.date > ?4 AND p.date <= ?5
      AND i.kind <> 'intro' AND i.unanswered = 0 AND i.id <> ?6
      AND EXISTS(SELECT 1 FROM participant q WHERE q.interaction = p.interaction AND q.person = ?2)
      AND NOT EXISTS(SELECT 1 FROM participant q
                     WHERE q.interaction = p.interaction AND q.person = ?3)
    ORDER BY p.date LIMIT 1)sql");
  query.with(with.front(), with.back(), without, after, until, except);
  return query.step() ? std::optional(query.date(0)) : std::nullopt;
}

std::optional<MetOn> InteractionRepo::latest_together(PersonId one,
                                                      PersonId other,
                                                      Date until) const {
  Query query(db_, R"sql(
    SELECT p.date, i.kind FROM participant p CROSS JOIN interaction i ON i.id = p.interaction
    WHERE p.person = ?1 AND p.date <= ?3 AND i.unanswered = 0
      AND EXISTS(SELECT 1 FROM participant q WHERE q.interaction = p.interaction AND q.person = ?2)
    ORDER BY p.date DESC, p.interaction DESC LIMIT 1)sql");
  query.with(one, other, until);
  return query.step() ? std::optional(MetOn{query.date(0), query.text(1)}) : std::nullopt;
}

std::optional<Date> InteractionRepo::first_day(PersonId person, Date from, Date until) const {
  Query query(db_, R"sql(
    SELECT p.date FROM participant p CROSS JOIN interaction i ON i.id = p.interaction
    WHERE p.person = ?1 AND p.date BETWEEN ?2 AND ?3 AND i.unanswered = 0
    ORDER BY p.date LIMIT 1)sql");
  query.with(person, from, until);
  return query.step() ? std::optional(query.date(0)) : std::nullopt;
}

std::vector<Date> InteractionRepo::latest_days(PersonId person,
                                               Date until,
                                               std::size_t limit,
                                               Unanswered unanswered) const {
  std::vector<Date> days;
  Query query(db_,
              unanswered == Unanswered::none ? R"sql(
    SELECT p.date FROM participant p WHERE p.person = ?1 AND p.date <= ?2
    ORDER BY p.date DESC, p.interaction DESC LIMIT ?3)sql"
                                             : R"sql(
    SELECT p.date FROM participant p WHERE p.person = ?1 AND p.date <= ?2
      AND NOT EXISTS(SELECT 1 FROM interaction WHERE id + 0 = +p.interaction AND unanswered = 1)
    ORDER BY p.date DESC, p.interaction DESC LIMIT ?3)sql");
  query.with(person, until, limit);
  while (query.step()) {
    days.push_back(query.date(0));
  }
  return days;
}

bool InteractionRepo::has_unanswered() const {
  return Query(db_, "SELECT 1 FROM interaction WHERE unanswered = 1 LIMIT 1").step();
}

void InteractionRepo::for_each(const InteractionFilter& filter,
                               const std::function<bool(const Interaction&)>& visit) const {
  const std::int64_t since = filter.since ? to_day_number(*filter.since) : kBigBang;
  const std::int64_t until = filter.until ? to_day_number(*filter.until) : kForever;
  // `since` and `until` bound an index range; the day's own order (time, then latest) is a short
  // sort within one day, which SQLite does block by block.
  Query query(db_,
              filter.person ? "SELECT " KITH_INTERACTION_COLUMNS
                              R"sql( FROM participant x CROSS JOIN interaction i
      ON i.id = x.interaction WHERE x.date BETWEEN ?1 AND ?2 AND x.person = ?3
      ORDER BY x.date DESC, i.time DESC NULLS LAST, x.interaction DESC)sql"
                            : "SELECT " KITH_INTERACTION_COLUMNS
                              R"sql( FROM interaction i WHERE i.date BETWEEN ?1 AND ?2
      ORDER BY i.date DESC, i.time DESC NULLS LAST, i.id DESC)sql");
  if (filter.person) {
    query.with(since, until, *filter.person);
  } else {
    query.with(since, until);
  }
  while (query.step()) {
    const Interaction interaction = read_row(db_, query);
    if (fits(filter, interaction) && !visit(interaction)) {
      return;
    }
  }
}

void InteractionRepo::for_each_by_uid(const std::function<void(const Interaction&)>& visit) const {
  Query query(db_, "SELECT " KITH_INTERACTION_COLUMNS " FROM interaction i ORDER BY i.uid");
  while (query.step()) {
    visit(read_row(db_, query));
  }
}

std::vector<Interaction> InteractionRepo::latest(const InteractionFilter& filter,
                                                 std::size_t limit) const {
  std::vector<Interaction> found;
  if (limit == 0) {
    return found;
  }
  for_each(filter, [&](const Interaction& interaction) {
    found.push_back(interaction);
    return found.size() < limit;
  });
  return found;
}

}  // namespace kith

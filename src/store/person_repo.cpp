// People, with their nicknames, contact points, memberships and tags.
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "store/connection.hpp"
#include "store/person_filter.hpp"
#include "store/records.hpp"
#include <kith/error.hpp>
#include <kith/store/person_repo.hpp>

namespace kith {
namespace {

// The columns that read_row() reads, in its order; kept in one literal so that both stay in step.
#define KITH_PERSON_COLUMNS                                                     \
  "p.id, p.uid, p.name, p.city, p.timezone, p.birthday_year, p.birthday_month," \
  " p.birthday_day, p.met, p.met_year, p.met_month, p.met_day, p.circle,"       \
  " p.cadence_days, p.tracked_since, p.standing, p.snoozed_until, p.archived,"  \
  " p.created_at, p.updated_at"

Person read_row(const Query& row) {
  Person person;
  person.id = row.id<PersonId>(0);
  person.uid = row.uid(1);
  person.name = row.text(2);
  person.city = row.text(3);
  person.timezone = row.text(4);
  person.birthday = row.partial_date(5);
  person.met = row.text(8);
  person.met_on = row.partial_date(9);
  person.circle = parse_circle(row.text(12));
  if (!row.is_null(13)) {
    person.own_cadence = Cadence{static_cast<int>(row.integer(13))};
  }
  person.tracked_since = row.maybe_date(14);
  person.standing = parse_standing(row.text(15)).value_or(Standing::active);
  person.snoozed_until = row.maybe_date(16);
  person.archived = row.boolean(17);
  person.created_at = row.instant(18);
  person.updated_at = row.instant(19);
  return person;
}

std::vector<std::string> read_nicknames(Connection& db, PersonId id) {
  std::vector<std::string> nicknames;
  Query row(db, "SELECT nickname FROM nickname WHERE person = ?1 ORDER BY position");
  row.with(id);
  while (row.step()) {
    nicknames.push_back(row.text(0));
  }
  return nicknames;
}

void read_parts(Connection& db, Person& person) {
  person.nicknames = read_nicknames(db, person.id);
  Query points(db,
               "SELECT kind, value, label FROM contact_point WHERE person = ?1 ORDER BY position");
  points.with(person.id);
  while (points.step()) {
    person.contact_points.push_back(
        {.kind = parse_contact_kind(points.text(0)).value_or(ContactKind::handle),
         .value = points.text(1),
         .label = points.text(2)});
  }
  Query memberships(db, R"sql(
    SELECT org, title, from_year, from_month, from_day, to_year, to_month, to_day
    FROM membership WHERE person = ?1 ORDER BY position)sql");
  memberships.with(person.id);
  while (memberships.step()) {
    person.memberships.push_back({.org = memberships.text(0),
                                  .title = memberships.text(1),
                                  .from = memberships.partial_date(2),
                                  .to = memberships.partial_date(5)});
  }
  Query tags(db, "SELECT tag FROM person_tag WHERE person = ?1 ORDER BY position");
  tags.with(person.id);
  while (tags.step()) {
    person.tags.push_back(tags.text(0));
  }
  Query introducer(db, R"sql(
    SELECT p.id, p.uid, p.name, min(l.uid) FROM link l JOIN person p ON p.id = l.a
    WHERE l.b = ?1 AND l.kind = 'introduced')sql");  // the first link's row: no sorter is set up
  introducer.with(person.id);
  if (introducer.step() && !introducer.is_null(0)) {
    person.introduced_by =
        PersonRef{introducer.id<PersonId>(0), introducer.uid(1), introducer.text(2)};
  }
}

void write_parts(Connection& db, const Person& person) {
  int position = 0;
  for (const std::string& nickname : person.nicknames) {
    Query(db, "INSERT OR IGNORE INTO nickname(person, nickname, position) VALUES(?1, ?2, ?3)")
        .with(person.id, nickname, position++)
        .run();
  }
  position = 0;
  for (const ContactPoint& point : person.contact_points) {
    Query(db, R"sql(
      INSERT OR IGNORE INTO contact_point(person, kind, value, label, position)
      VALUES(?1, ?2, ?3, ?4, ?5))sql")
        .with(person.id, to_string(point.kind), point.value, point.label, position++)
        .run();
  }
  position = 0;
  for (const Membership& membership : person.memberships) {
    const DateColumns from(membership.from);
    const DateColumns to(membership.to);
    Query(db, R"sql(
      INSERT INTO membership(person, position, org, title, from_year, from_month, from_day,
                             to_year, to_month, to_day)
      VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10))sql")
        .with(person.id,
              position++,
              membership.org,
              membership.title,
              from.year,
              from.month,
              from.day,
              to.year,
              to.month,
              to.day)
        .run();
  }
  position = 0;
  for (const std::string& tag : person.tags) {
    Query(db, "INSERT OR IGNORE INTO person_tag(person, tag, position) VALUES(?1, ?2, ?3)")
        .with(person.id, tag, position++)
        .run();
  }
}

void delete_parts(Connection& db, PersonId id) {
  Query(db, "DELETE FROM nickname WHERE person = ?1").with(id).run();
  Query(db, "DELETE FROM contact_point WHERE person = ?1").with(id).run();
  Query(db, "DELETE FROM membership WHERE person = ?1").with(id).run();
  Query(db, "DELETE FROM person_tag WHERE person = ?1").with(id).run();
}

/// "Introduced by" lives in the link table alone, so that a chain of introductions has one home.
void write_introducer(Connection& db, const Person& person, const Clock& clock) {
  Query(db, "DELETE FROM link WHERE b = ?1 AND kind = 'introduced'").with(person.id).run();
  if (person.introduced_by) {
    Query(db, R"sql(
      INSERT INTO link(uid, a, b, kind, created_at) VALUES(?1, ?2, ?3, 'introduced', ?4))sql")
        .with(make_uid(clock.now()), person.introduced_by->id, person.id, clock.now())
        .run();
  }
}

std::optional<std::string_view> circle_word(const Person& person) {
  return person.circle ? std::optional(to_string(*person.circle)) : std::nullopt;
}

std::optional<int> cadence_days(const Person& person) {
  return person.own_cadence ? std::optional(person.own_cadence->days()) : std::nullopt;
}

/// Whoever gets a circle or a cadence is tracked from that day on.
void begin_tracking(Person& person, const Clock& clock) {
  if (person.cadence() && !person.tracked_since) {
    person.tracked_since = clock.today();
  }
}

constexpr const char* kByName = "SELECT " KITH_PERSON_COLUMNS
                                R"sql(, NULL FROM name_key k CROSS JOIN person p ON p.id = k.person
    WHERE k.kind = 0 ORDER BY k.key, p.uid)sql";
constexpr const char* kByCreated =
    "SELECT " KITH_PERSON_COLUMNS " FROM person p ORDER BY p.created_at DESC, p.id DESC";
constexpr const char* kByUid = "SELECT " KITH_PERSON_COLUMNS " FROM person p ORDER BY p.uid";
constexpr const char* kByLastSeen = "SELECT " KITH_PERSON_COLUMNS R"sql(,
    (SELECT d.date FROM participant d WHERE d.person = p.id AND d.date <= ?1
       AND NOT EXISTS(SELECT 1 FROM interaction WHERE id + 0 = +d.interaction AND unanswered = 1)
     ORDER BY d.date DESC LIMIT 1) AS seen
    FROM person p ORDER BY seen DESC NULLS LAST, p.uid)sql";

constexpr InEachOrder kStatements{
    .name = kByName, .last_seen = kByLastSeen, .created = kByCreated, .uid = kByUid};

}  // namespace

Person PersonRepo::ready(const Person& draft) const {
  Person person = checked(draft);
  stamp(person, clock_);
  // A uid that was made just now is nobody's.
  require_new(!draft.uid.is_nil() && id_of(draft.uid).has_value(), person.uid);
  begin_tracking(person, clock_);
  return person;
}

Person PersonRepo::add(const Person& draft) {
  Person person = ready(draft);
  const DateColumns birthday(person.birthday);
  const DateColumns met_on(person.met_on);
  Query(db_, R"sql(
    INSERT INTO person(uid, name, city, timezone, birthday_year, birthday_month, birthday_day,
                       met, met_year, met_month, met_day, circle, cadence_days, tracked_since,
                       standing, snoozed_until, archived, created_at, updated_at)
    VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19))sql")
      .with(person.uid,
            person.name,
            person.city,
            person.timezone,
            birthday.year,
            birthday.month,
            birthday.day,
            person.met,
            met_on.year,
            met_on.month,
            met_on.day,
            circle_word(person),
            cadence_days(person),
            person.tracked_since,
            to_string(person.standing),
            person.snoozed_until,
            person.archived,
            person.created_at,
            person.updated_at)
      .run();
  person.id = static_cast<PersonId>(db_.last_id());
  write_parts(db_, person);
  if (person.introduced_by) {
    write_introducer(db_, person, clock_);
  }
  return person;
}

Person PersonRepo::update(const Person& wanted) {
  Person before = get(wanted.id);
  Person person = checked(wanted);
  begin_tracking(person, clock_);
  person.uid = before.uid;
  if (person.introduced_by && before.introduced_by &&
      person.introduced_by->id == before.introduced_by->id) {
    person.introduced_by = before.introduced_by;  // under an older name: the same link still
  }
  const bool stamped = person.updated_at != before.updated_at;  // an import brings its own
  if (!stamped && person == before) {
    return before;
  }
  if (!stamped) {
    person.updated_at = std::chrono::floor<std::chrono::seconds>(clock_.now());
  }
  const DateColumns birthday(person.birthday);
  const DateColumns met_on(person.met_on);
  Query(db_, R"sql(
    UPDATE person SET name = ?2, city = ?3, timezone = ?4, birthday_year = ?5, birthday_month = ?6,
      birthday_day = ?7, met = ?8, met_year = ?9, met_month = ?10, met_day = ?11, circle = ?12,
      cadence_days = ?13, tracked_since = ?14, standing = ?15, snoozed_until = ?16, archived = ?17,
      created_at = ?18, updated_at = ?19
    WHERE id = ?1)sql")
      .with(person.id,
            person.name,
            person.city,
            person.timezone,
            birthday.year,
            birthday.month,
            birthday.day,
            person.met,
            met_on.year,
            met_on.month,
            met_on.day,
            circle_word(person),
            cadence_days(person),
            person.tracked_since,
            to_string(person.standing),
            person.snoozed_until,
            person.archived,
            person.created_at,
            person.updated_at)
      .run();
  delete_parts(db_, person.id);
  write_parts(db_, person);
  if (person.introduced_by != before.introduced_by) {
    write_introducer(db_, person, clock_);
  }
  return get(person.id);
}

void PersonRepo::remove(PersonId id) {
  get(id);
  Query(db_, "DELETE FROM fact WHERE person = ?1").with(id).run();
  Query(db_, "DELETE FROM follow_up WHERE person = ?1").with(id).run();
  Query(db_, "DELETE FROM link WHERE a = ?1 OR b = ?1").with(id).run();
  Query(db_, "UPDATE link SET via = NULL WHERE via = ?1").with(id).run();
  Query(db_, "DELETE FROM origin WHERE person = ?1").with(id).run();
  Query(db_, "DELETE FROM merged_person WHERE person = ?1").with(id).run();
  Query(db_, "DELETE FROM distinct_people WHERE a = ?1 OR b = ?1").with(id).run();
  Query(db_, "DELETE FROM mention WHERE person = ?1").with(id).run();
  std::vector<std::int64_t> alone;
  {
    Query query(db_, R"sql(
      SELECT interaction FROM participant mine WHERE person = ?1
        AND NOT EXISTS(SELECT 1 FROM participant other
                       WHERE other.interaction = mine.interaction AND other.person <> ?1))sql");
    query.with(id);
    while (query.step()) {
      alone.push_back(query.integer(0));
    }
  }
  Query(db_, "DELETE FROM participant WHERE person = ?1").with(id).run();
  for (const std::int64_t interaction : alone) {
    Query(db_, "DELETE FROM mention WHERE interaction = ?1").with(interaction).run();
    Query(db_, "DELETE FROM interaction_tag WHERE interaction = ?1").with(interaction).run();
    Query(db_, "DELETE FROM interaction WHERE id = ?1").with(interaction).run();
  }
  delete_parts(db_, id);
  Query(db_, "DELETE FROM person WHERE id = ?1").with(id).run();
}

Person PersonRepo::without_lists(PersonId id) const {
  Query query(db_, "SELECT " KITH_PERSON_COLUMNS " FROM person p WHERE p.id = ?1");
  query.with(id);
  if (!query.step()) {
    throw NotFoundError("no such person");
  }
  return read_row(query);
}

Person PersonRepo::get(PersonId id) const {
  Person person = without_lists(id);
  read_parts(db_, person);
  return person;
}

std::vector<std::string> PersonRepo::nicknames_of(PersonId id) const {
  return read_nicknames(db_, id);
}

PersonRef PersonRepo::ref(PersonId id) const {
  Query query(db_, "SELECT uid, name FROM person WHERE id = ?1");
  query.with(id);
  if (!query.step()) {
    throw NotFoundError("no such person");
  }
  return {id, query.uid(0), query.text(1)};
}

std::optional<PersonId> PersonRepo::id_of(const Uid& uid) const {
  Query query(db_, R"sql(
    SELECT id FROM person WHERE uid = ?1
    UNION ALL SELECT person FROM merged_person WHERE uid = ?1)sql");
  query.with(uid);
  return query.step() ? std::optional(query.id<PersonId>(0)) : std::nullopt;
}

std::optional<Person> PersonRepo::find(const Uid& uid) const {
  const std::optional<PersonId> id = id_of(uid);
  return id ? std::optional(get(*id)) : std::nullopt;
}

std::optional<Date> PersonRepo::last_seen(PersonId id, Date day) const {
  Query query(db_, R"sql(
    SELECT p.date FROM participant p WHERE p.person = ?1 AND p.date <= ?2
      AND NOT EXISTS(SELECT 1 FROM interaction WHERE id + 0 = +p.interaction AND unanswered = 1)
    ORDER BY p.date DESC LIMIT 1)sql");
  query.with(id, day);
  return query.step() ? std::optional(query.date(0)) : std::nullopt;
}

void PersonRepo::for_each(const PersonFilter& filter,
                          PersonOrder order,
                          const std::function<bool(const ListedPerson&)>& visit) const {
  const Date today = clock_.today();
  const char* sql = kStatements[order];
  Query query(db_, sql);
  if (order == PersonOrder::last_seen) {
    query.with(today);
  }
  while (query.step()) {
    ListedPerson listed{.person = read_row(query)};
    read_parts(db_, listed.person);
    listed.last_seen = last_seen(listed.person.id, today);
    if (fits(filter, listed) && !visit(listed)) {
      return;
    }
  }
}

std::size_t PersonRepo::count() const {
  Query query(db_, "SELECT count(*) FROM person");
  query.step();
  return static_cast<std::size_t>(query.integer(0));
}

}  // namespace kith

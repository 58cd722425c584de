// People by the thousand: what a picture of all of them needs, one query each.
#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "store/connection.hpp"
#include <kith/error.hpp>
#include <kith/store/person_repo.hpp>

namespace kith {

namespace {

#define KITH_BARE_COLUMNS                                                             \
  "p.id, p.uid, p.name, p.city, p.met, p.met_year, p.met_month, p.met_day, p.circle," \
  " p.standing, p.archived, p.created_at"

Person read_bare(const Query& row) {
  Person person;
  person.id = row.id<PersonId>(0);
  person.uid = row.uid(1);
  person.name = row.text(2);
  person.city = row.text(3);
  person.met = row.text(4);
  person.met_on = row.partial_date(5);
  person.circle = parse_circle(row.text(8));
  person.standing = parse_standing(row.text(9)).value_or(Standing::active);
  person.archived = row.boolean(10);
  person.created_at = row.instant(11);
  return person;
}

#define KITH_STANDING_COLUMNS                        \
  "id, circle, standing, archived, snoozed_until,"   \
  " circle IS NOT NULL OR cadence_days IS NOT NULL," \
  " coalesce(tracked_since, created_at / 86400), birthday_year, birthday_month, birthday_day"

PersonStanding read_standing(const Query& row) {
  return {.person = row.id<PersonId>(0),
          .circle = row.is_null(1) ? std::nullopt : parse_circle(row.text(1)),
          .standing = parse_standing(row.text(2)).value_or(Standing::active),
          .archived = row.boolean(3),
          .snoozed_until = row.maybe_date(4),
          .is_tracked = row.boolean(5),
          .tracked_since = row.date(6),
          .birthday = row.partial_date(7)};
}

constexpr int kShortestYear = 365;

// The index's own expression, word for word: SQLite knows it by nothing else.
#define KITH_BORN_ON                                                             \
  " FROM person WHERE (circle IS NOT NULL OR cadence_days IS NOT NULL) = ?1"     \
  " AND birthday_month = ?2 AND birthday_day BETWEEN ?3 AND ?4 AND archived = 0" \
  " AND standing = 'active' AND (snoozed_until IS NULL OR snoozed_until <= ?5)"

// Asks of a day and the rest of its month, or as much of it as is wanted; returns the next day to
// ask of.
Date born_from(Query& query, Date day, Date until, Date today, Tracked tracked) {
  const Date end{day.year() / day.month() / std::chrono::last};
  const Date last = std::min(end, until);
  const auto number = [](auto part) { return static_cast<int>(static_cast<unsigned>(part)); };
  // 29 February is kept on the 28th where there is none.
  const bool short_february =
      day.month() == std::chrono::February && number(last.day()) == 28 && !day.year().is_leap();
  query.with(tracked == Tracked::yes,
             number(day.month()),
             number(day.day()),
             short_february ? 29 : number(last.day()),
             today);
  return add_days(last, 1);
}

Membership read_membership(const Query& row) {
  return {.org = row.text(0),
          .title = row.text(1),
          .from = row.partial_date(2),
          .to = row.partial_date(5)};
}

}  // namespace

void PersonRepo::for_each_bare(const std::function<void(const ListedPerson&)>& visit) const {
  // Two seeks a person for the last day: a grouping of the whole log takes ten times as long.
  Query row(db_,
            "SELECT " KITH_BARE_COLUMNS
            R"sql(, (SELECT d.date FROM participant d WHERE d.person = p.id AND d.date <= ?1
         AND NOT EXISTS(SELECT 1 FROM interaction WHERE id + 0 = +d.interaction AND unanswered = 1)
       ORDER BY d.date DESC LIMIT 1)
    FROM person p ORDER BY p.uid)sql");
  row.with(clock_.today());
  while (row.step()) {
    visit({.person = read_bare(row), .last_seen = row.maybe_date(12)});
  }
}

void PersonRepo::for_each_standing(const std::function<void(const PersonStanding&)>& visit) const {
  Query row(db_, "SELECT " KITH_STANDING_COLUMNS " FROM person ORDER BY id");
  while (row.step()) {
    visit(read_standing(row));
  }
}

PersonStanding PersonRepo::standing_of(PersonId id) const {
  Query row(db_, "SELECT " KITH_STANDING_COLUMNS " FROM person WHERE id = ?1");
  row.with(id);
  if (!row.step()) {
    throw NotFoundError("no such person");
  }
  return read_standing(row);
}

Person PersonRepo::bare(PersonId id) const {
  Query row(db_, "SELECT " KITH_BARE_COLUMNS " FROM person p WHERE p.id = ?1");
  row.with(id);
  if (!row.step()) {
    throw NotFoundError("no such person");
  }
  return read_bare(row);
}

void PersonRepo::for_each_membership(
    const std::function<void(PersonId, const Membership&)>& visit) const {
  Query row(db_, R"sql(
    SELECT org, title, from_year, from_month, from_day, to_year, to_month, to_day, person
    FROM membership ORDER BY person, position)sql");
  while (row.step()) {
    visit(row.id<PersonId>(8), read_membership(row));
  }
}

Person PersonRepo::brief(PersonId id) const {
  Query row(db_, R"sql(
    SELECT uid, name, birthday_year, birthday_month, birthday_day, circle, cadence_days, standing,
      archived, snoozed_until
    FROM person WHERE id = ?1)sql");
  row.with(id);
  if (!row.step()) {
    throw NotFoundError("no such person");
  }
  Person person;
  person.id = id;
  person.uid = row.uid(0);
  person.name = row.view(1);
  person.birthday = row.partial_date(2);
  person.circle = parse_circle(row.view(5));
  if (!row.is_null(6)) {
    person.own_cadence = Cadence{static_cast<int>(row.integer(6))};
  }
  person.standing = parse_standing(row.view(7)).value_or(Standing::active);
  person.archived = row.boolean(8);
  person.snoozed_until = row.maybe_date(9);
  return person;
}

std::vector<Membership> PersonRepo::memberships_of(PersonId id) const {
  std::vector<Membership> all;
  Query row(db_, R"sql(
    SELECT org, title, from_year, from_month, from_day, to_year, to_month, to_day
    FROM membership WHERE person = ?1 ORDER BY position)sql");
  row.with(id);
  while (row.step()) {
    all.push_back(read_membership(row));
  }
  return all;
}

namespace {

/// A table of people's parts, read beside the people: both are in the order of the person's id.
class Parts {
 public:
  Parts(Connection& db, const char* sql) : query_(db, sql) { there_ = query_.step(); }

  /// Calls `take` with each row of this person; the person's id is the first column.
  template <class Take>
  void of(PersonId person, Take take) {
    while (there_ && query_.id<PersonId>(0) < person) {
      there_ = query_.step();  // of nobody: doctor says so
    }
    while (there_ && query_.id<PersonId>(0) == person) {
      take(query_);
      there_ = query_.step();
    }
  }

 private:
  Query query_;
  bool there_ = false;
};

}  // namespace

void PersonRepo::for_each_whole(const std::function<void(const Person&)>& visit) const {
  Parts nicknames(db_, "SELECT person, nickname FROM nickname ORDER BY person");
  Parts points(db_, "SELECT person, kind, value, label FROM contact_point ORDER BY person");
  Parts memberships(db_, R"sql(
    SELECT person, org, title, from_year, from_month, from_day, to_year, to_month, to_day
    FROM membership ORDER BY person, position)sql");
  Parts tags(db_, "SELECT person, tag FROM person_tag ORDER BY person");
  Query row(db_,
            "SELECT " KITH_BARE_COLUMNS
            ", p.birthday_year, p.birthday_month, p.birthday_day, p.timezone FROM person p"
            " ORDER BY p.id");
  while (row.step()) {
    Person person = read_bare(row);
    person.birthday = row.partial_date(12);
    person.timezone = row.text(15);
    nicknames.of(person.id, [&](const Query& one) { person.nicknames.push_back(one.text(1)); });
    points.of(person.id, [&](const Query& one) {
      person.contact_points.push_back(
          {.kind = parse_contact_kind(one.text(1)).value_or(ContactKind::handle),
           .value = one.text(2),
           .label = one.text(3)});
    });
    memberships.of(person.id, [&](const Query& one) {
      person.memberships.push_back({.org = one.text(1),
                                    .title = one.text(2),
                                    .from = one.partial_date(3),
                                    .to = one.partial_date(6)});
    });
    tags.of(person.id, [&](const Query& one) { person.tags.push_back(one.text(1)); });
    visit(person);
  }
}

void PersonRepo::for_each_org(
    const std::function<void(PersonId, std::string_view, bool)>& visit) const {
  Query row(db_, R"sql(
    SELECT person, org, coalesce(to_year, to_month, to_day) IS NULL FROM membership
    WHERE org <> '' ORDER BY person, position)sql");
  while (row.step()) {
    visit(row.id<PersonId>(0), row.text(1), row.boolean(2));
  }
}

std::vector<ContactPoint> PersonRepo::emails_of(PersonId id) const {
  std::vector<std::pair<std::int64_t, ContactPoint>> placed;  // one or two: no sorter of SQLite's
  Query row(
      db_, "SELECT position, value, label FROM contact_point WHERE person = ?1 AND kind = 'email'");
  row.with(id);
  while (row.step()) {
    placed.emplace_back(
        row.integer(0),
        ContactPoint{.kind = ContactKind::email, .value = row.text(1), .label = row.text(2)});
  }
  std::ranges::sort(placed, {}, [](const auto& one) { return one.first; });
  std::vector<ContactPoint> emails;
  std::ranges::transform(
      placed, std::back_inserter(emails), [](auto& one) { return std::move(one.second); });
  return emails;
}

void PersonRepo::for_each_tag(const std::function<void(PersonId, std::string_view)>& visit) const {
  Query row(db_, "SELECT person, tag FROM person_tag ORDER BY person, position");
  while (row.step()) {
    visit(row.id<PersonId>(0), row.text(1));
  }
}

bool PersonRepo::is_empty() const { return !Query(db_, "SELECT 1 FROM person LIMIT 1").step(); }

std::size_t PersonRepo::count_not_silent(const std::vector<PersonId>& people, Date today) const {
  std::string ids = "[";
  for (const PersonId person : people) {
    fmt::format_to(std::back_inserter(ids), "{}{}", ids.size() == 1 ? "" : ",", raw(person));
  }
  ids += ']';
  Query query(db_, R"sql(
    SELECT count(*) FROM json_each(?1) CROSS JOIN person p ON p.id = value
    WHERE p.archived = 0 AND p.standing = 'active'
      AND (p.snoozed_until IS NULL OR p.snoozed_until <= ?2))sql");
  query.with(ids, today);
  query.step();
  return static_cast<std::size_t>(query.integer(0));
}

std::vector<PersonId> PersonRepo::with_birthday_within(Date from, int days, Tracked tracked) const {
  std::vector<PersonId> found;
  std::set<PersonId> known;  // more than a year ahead, days come back
  const Date until = add_days(from, days);
  for (Date day = from; day <= until;) {
    Query query(db_, "SELECT id" KITH_BORN_ON " ORDER BY birthday_day, id");
    day = born_from(query, day, until, from, tracked);
    while (query.step()) {
      if (const auto id = query.id<PersonId>(0); days < kShortestYear || known.insert(id).second) {
        found.push_back(id);
      }
    }
  }
  return found;
}

std::size_t PersonRepo::count_birthdays_within(Date from, int days, Tracked tracked) const {
  if (days >= kShortestYear) {
    return with_birthday_within(from, days, tracked).size();
  }
  std::size_t found = 0;
  const Date until = add_days(from, days);
  for (Date day = from; day <= until;) {
    Query query(db_, "SELECT count(*)" KITH_BORN_ON);
    day = born_from(query, day, until, from, tracked);
    query.step();
    found += static_cast<std::size_t>(query.integer(0));
  }
  return found;
}

}  // namespace kith

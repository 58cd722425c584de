// Facts about people.
#include "store/connection.hpp"
#include "store/records.hpp"
#include <kith/error.hpp>
#include <kith/store/fact_repo.hpp>

namespace kith {
namespace {

#define KITH_FACT_SELECT                                                                         \
  "SELECT f.id, f.uid, p.id, p.uid, p.name, f.kind, f.text, f.date, f.created_at, f.updated_at," \
  " f.status, f.done_on FROM fact f JOIN person p ON p.id = f.person "

Fact read_row(const Query& row) {
  return {.id = row.id<FactId>(0),
          .uid = row.uid(1),
          .person = {row.id<PersonId>(2), row.uid(3), row.text(4)},
          .kind = row.text(5),
          .text = row.text(6),
          .date = row.maybe_date(7),
          .status = parse_hope_status(row.text(10)).value_or(HopeStatus::open),
          .done_on = row.maybe_date(11),
          .created_at = row.instant(8),
          .updated_at = row.instant(9)};
}

// Nothing where there is nothing to say: an open hope looks like any other fact.
std::optional<std::string_view> stored(HopeStatus status) {
  return status == HopeStatus::open ? std::nullopt : std::optional(to_string(status));
}

// Instants a day around the days, so that no time zone hides one.
Instant a_day_before(Date day) { return Instant{std::chrono::sys_days{add_days(day, -1)}}; }
Instant a_day_after(Date day) { return Instant{std::chrono::sys_days{add_days(day, 2)}}; }

std::vector<Fact> read_all(Query& query) {
  std::vector<Fact> facts;
  while (query.step()) {
    facts.push_back(read_row(query));
  }
  return facts;
}

}  // namespace

Fact FactRepo::add(const Fact& draft) {
  Fact fact = checked(draft);
  stamp(fact, clock_);
  require_new(has(fact.uid), fact.uid);
  fact.id = static_cast<FactId>(record_id(db_, raw(draft.id)));
  Query(db_, R"sql(
    INSERT INTO fact(id, uid, person, kind, text, date, status, done_on, created_at, updated_at)
    VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10))sql")
      .with(fact.id,
            fact.uid,
            fact.person.id,
            fact.kind,
            fact.text,
            fact.date,
            stored(fact.status),
            fact.done_on,
            fact.created_at,
            fact.updated_at)
      .run();
  return fact;
}

void FactRepo::update(const Fact& wanted) {
  const Fact fact = checked(wanted);
  Query(db_, R"sql(
    UPDATE fact SET person = ?2, kind = ?3, text = ?4, date = ?5, status = ?6, done_on = ?7,
      updated_at = ?8
    WHERE id = ?1)sql")
      .with(fact.id,
            fact.person.id,
            fact.kind,
            fact.text,
            fact.date,
            stored(fact.status),
            fact.done_on,
            clock_.now())
      .run();
  if (db_.changes() == 0) {
    throw NotFoundError(fmt::format("{}: no such fact", raw(fact.id)));
  }
}

void FactRepo::remove(FactId id) {
  Query(db_, "INSERT OR IGNORE INTO removed_record(uid) SELECT uid FROM fact WHERE id = ?1")
      .with(id)
      .run();
  Query(db_, "DELETE FROM fact WHERE id = ?1").with(id).run();
  if (db_.changes() == 0) {
    throw NotFoundError(fmt::format("{}: no such fact", raw(id)));
  }
}

std::optional<Fact> FactRepo::find(FactId id) const {
  Query query(db_, KITH_FACT_SELECT "WHERE f.id = ?1");
  query.with(id);
  return query.step() ? std::optional(read_row(query)) : std::nullopt;
}

std::optional<Fact> FactRepo::find(const Uid& uid) const {
  Query query(db_, KITH_FACT_SELECT "WHERE f.uid = ?1");
  query.with(uid);
  return query.step() ? std::optional(read_row(query)) : std::nullopt;
}

bool FactRepo::has(const Uid& uid) const {
  Query query(db_, "SELECT 1 FROM fact WHERE uid = ?1");
  query.with(uid);
  return query.step();
}

std::vector<Fact> FactRepo::of(PersonId person) const {
  Query query(db_, KITH_FACT_SELECT "WHERE f.person = ?1 ORDER BY f.id");
  query.with(person);
  return read_all(query);
}

std::vector<Fact> FactRepo::dated_within(Date from, Date to) const {
  Query query(db_, KITH_FACT_SELECT "WHERE f.date BETWEEN ?1 AND ?2 ORDER BY f.date, f.id");
  query.with(from, to);
  return read_all(query);
}

std::vector<Fact> FactRepo::successes_dated_within(Date from, Date to) const {
  Query query(db_,
              KITH_FACT_SELECT
              "WHERE f.date BETWEEN ?1 AND ?2 AND f.kind = 'success' ORDER BY f.date, f.id");
  query.with(from, to);
  return read_all(query);
}

std::vector<Fact> FactRepo::successes_noted_within(Date from, Date to) const {
  Query query(db_,
              KITH_FACT_SELECT
              "WHERE f.kind = 'success' AND f.date IS NULL AND f.created_at >= ?1"
              " AND f.created_at < ?2 ORDER BY f.created_at, f.id");
  query.with(a_day_before(from), a_day_after(to));
  std::vector<Fact> facts = read_all(query);
  std::erase_if(facts, [&](const Fact& fact) {
    const Date noted = clock_.day_of(fact.created_at);
    return noted < from || to < noted;
  });
  return facts;
}

void FactRepo::for_each_day_within(Date from,
                                   Date successes_from,
                                   Date to,
                                   const std::function<void(const FactDay&)>& visit) const {
  Query query(db_, R"sql(
    SELECT id, person, kind = 'success', date, created_at FROM fact
    WHERE date BETWEEN ?2 AND ?3 AND (date >= ?1 OR kind = 'success') ORDER BY date)sql");
  query.with(from, successes_from, to);
  while (query.step()) {
    visit({.fact = query.id<FactId>(0),
           .person = query.id<PersonId>(1),
           .is_success = query.boolean(2),
           .date = query.date(3),
           .created_at = query.instant(4)});
  }
}

void FactRepo::for_each_success_noted_within(
    Date from, Date to, const std::function<void(const FactDay&)>& visit) const {
  Query query(db_, R"sql(
    SELECT id, person, created_at FROM fact
    WHERE kind = 'success' AND date IS NULL AND created_at >= ?1 AND created_at < ?2
    ORDER BY created_at)sql");
  query.with(a_day_before(from), a_day_after(to));
  while (query.step()) {
    const FactDay one{.fact = query.id<FactId>(0),
                      .person = query.id<PersonId>(1),
                      .is_success = true,
                      .created_at = query.instant(2)};
    const Date noted = clock_.day_of(one.created_at);
    if (from <= noted && noted <= to) {
      visit(one);
    }
  }
}

std::vector<Fact> FactRepo::ended_within(Date from, Date to) const {
  Query query(db_, KITH_FACT_SELECT "WHERE f.done_on BETWEEN ?1 AND ?2 ORDER BY f.done_on, f.id");
  query.with(from, to);
  return read_all(query);
}

void FactRepo::for_each_by_uid(const std::function<void(const Fact&)>& visit) const {
  Query query(db_, KITH_FACT_SELECT "ORDER BY f.uid");
  while (query.step()) {
    visit(read_row(query));
  }
}

}  // namespace kith

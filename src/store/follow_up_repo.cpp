// Follow-ups: what you owe people, or they owe you, and when.
#include <algorithm>
#include <utility>

#include "store/connection.hpp"
#include "store/records.hpp"
#include <kith/error.hpp>
#include <kith/store/follow_up_repo.hpp>

namespace kith {
namespace {

#define KITH_FOLLOW_UP_SELECT                                                                    \
  "SELECT f.id, f.uid, p.id, p.uid, p.name, f.text, f.due, f.every_months, f.every_days,"        \
  " f.series_start, f.owed_by, f.status, f.done_on, f.created_at, f.updated_at FROM follow_up f" \
  " JOIN person p ON p.id = f.person "

// The same without a look at whose it is: their uid and name are left empty.
#define KITH_FOLLOW_UP_ALONE                                                             \
  "SELECT f.id, f.uid, f.person, NULL, '', f.text, f.due, f.every_months, f.every_days," \
  " f.series_start, f.owed_by, f.status, f.done_on, f.created_at, f.updated_at FROM follow_up f "

FollowUp read_row(const Query& row) {
  FollowUp follow_up{.id = row.id<FollowUpId>(0),
                     .uid = row.uid(1),
                     .person = {row.id<PersonId>(2), row.uid(3), row.text(4)},
                     .text = row.text(5),
                     .due = row.date(6)};
  const Span every{.months = static_cast<int>(row.integer(7)),
                   .days = static_cast<int>(row.integer(8))};
  if (every != Span{}) {
    follow_up.every = every;
  }
  follow_up.series_start = row.date(9);
  follow_up.owed_by = parse_owner(row.view(10)).value_or(Owner::me);
  follow_up.status = parse_follow_up_status(row.view(11)).value_or(FollowUpStatus::open);
  follow_up.done_on = row.maybe_date(12);
  follow_up.created_at = row.instant(13);
  follow_up.updated_at = row.instant(14);
  return follow_up;
}

std::vector<FollowUp> read_all(Query& query) {
  std::vector<FollowUp> found;
  while (query.step()) {
    found.push_back(read_row(query));
  }
  return found;
}

}  // namespace

FollowUp FollowUpRepo::add(const FollowUp& draft) {
  FollowUp follow_up = checked(draft);
  stamp(follow_up, clock_);
  require_new(has(follow_up.uid), follow_up.uid);
  follow_up.id = static_cast<FollowUpId>(record_id(db_, raw(draft.id)));
  const Span every = follow_up.every.value_or(Span{});
  Query(db_, R"sql(
    INSERT INTO follow_up(id, uid, person, text, due, every_months, every_days, series_start,
                          owed_by, status, done_on, created_at, updated_at)
    VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13))sql")
      .with(follow_up.id,
            follow_up.uid,
            follow_up.person.id,
            follow_up.text,
            follow_up.due,
            every.months,
            every.days,
            follow_up.series_start,
            to_string(follow_up.owed_by),
            to_string(follow_up.status),
            follow_up.done_on,
            follow_up.created_at,
            follow_up.updated_at)
      .run();
  return follow_up;
}

void FollowUpRepo::update(const FollowUp& wanted) {
  const FollowUp follow_up = checked(wanted);
  const Span every = follow_up.every.value_or(Span{});
  Query(db_, R"sql(
    UPDATE follow_up SET text = ?2, due = ?3, every_months = ?4, every_days = ?5,
      series_start = ?6, owed_by = ?7, status = ?8, done_on = ?9, updated_at = ?10, person = ?11
    WHERE id = ?1)sql")
      .with(follow_up.id,
            follow_up.text,
            follow_up.due,
            every.months,
            every.days,
            follow_up.series_start,
            to_string(follow_up.owed_by),
            to_string(follow_up.status),
            follow_up.done_on,
            clock_.now(),
            follow_up.person.id)
      .run();
  if (db_.changes() == 0) {
    throw NotFoundError(fmt::format("{}: no such follow-up", raw(follow_up.id)));
  }
}

void FollowUpRepo::remove(FollowUpId id) {
  Query(db_, "INSERT OR IGNORE INTO removed_record(uid) SELECT uid FROM follow_up WHERE id = ?1")
      .with(id)
      .run();
  Query(db_, "DELETE FROM follow_up WHERE id = ?1").with(id).run();
  if (db_.changes() == 0) {
    throw NotFoundError(fmt::format("{}: no such follow-up", raw(id)));
  }
}

std::optional<FollowUp> FollowUpRepo::find(FollowUpId id) const {
  Query query(db_, KITH_FOLLOW_UP_SELECT "WHERE f.id = ?1");
  query.with(id);
  return query.step() ? std::optional(read_row(query)) : std::nullopt;
}

std::optional<FollowUp> FollowUpRepo::find(const Uid& uid) const {
  Query query(db_, KITH_FOLLOW_UP_SELECT "WHERE f.uid = ?1");
  query.with(uid);
  return query.step() ? std::optional(read_row(query)) : std::nullopt;
}

bool FollowUpRepo::has(const Uid& uid) const {
  Query query(db_, "SELECT 1 FROM follow_up WHERE uid = ?1");
  query.with(uid);
  return query.step();
}

bool FollowUpRepo::is_known(const Uid& uid) const {
  Query query(db_, R"sql(
    SELECT 1 FROM follow_up WHERE uid = ?1
    UNION ALL SELECT 1 FROM removed_record WHERE uid = ?1)sql");
  query.with(uid);
  return query.step();
}

std::vector<FollowUp> FollowUpRepo::of(PersonId person) const {
  Query query(db_, KITH_FOLLOW_UP_SELECT R"sql(WHERE f.person = ?1
    ORDER BY f.status <> 'open', CASE WHEN f.status = 'open' THEN f.due ELSE -f.due END, f.id)sql");
  query.with(person);
  return read_all(query);
}

std::vector<FollowUp> FollowUpRepo::due_of(const PersonRef& person, Date day) const {
  Query query(db_,
              KITH_FOLLOW_UP_ALONE "WHERE f.person = ?1 AND f.status = 'open' AND f.due <= ?2");
  query.with(person.id, day);
  std::vector<FollowUp> found = read_all(query);
  // Sorted here: a sorter of SQLite's own is dearer than the few rows.
  std::ranges::sort(found, {}, [](const FollowUp& one) {
    return std::pair(to_day_number(one.due), raw(one.id));
  });
  for (FollowUp& one : found) {
    one.person = person;
  }
  return found;
}

void FollowUpRepo::for_each_whole_due(Date day,
                                      const std::function<void(FollowUp&&)>& visit) const {
  Query query(db_,
              KITH_FOLLOW_UP_ALONE "WHERE f.status = 'open' AND f.due <= ?1 ORDER BY f.due, f.id");
  query.with(day);
  while (query.step()) {
    visit(read_row(query));
  }
}

void FollowUpRepo::for_each_due(Date day,
                                const std::function<void(const DueFollowUp&)>& visit) const {
  Query row(db_, R"sql(
    SELECT person, due, owed_by FROM follow_up WHERE status = 'open' AND due <= ?1 ORDER BY due)sql");
  row.with(day);
  while (row.step()) {
    visit({.person = row.id<PersonId>(0),
           .due = row.date(1),
           .owed_by = parse_owner(row.view(2)).value_or(Owner::me)});
  }
}

void FollowUpRepo::for_each_due_text(Date day, const std::function<void(FollowUp&&)>& visit) const {
  Query row(db_, R"sql(
    SELECT id, person, due, owed_by, text FROM follow_up WHERE status = 'open' AND due <= ?1
    ORDER BY due, id)sql");
  row.with(day);
  while (row.step()) {
    FollowUp follow_up{.id = row.id<FollowUpId>(0), .text = row.text(4), .due = row.date(2)};
    follow_up.person.id = row.id<PersonId>(1);
    follow_up.owed_by = parse_owner(row.view(3)).value_or(Owner::me);
    visit(std::move(follow_up));
  }
}

std::vector<FollowUp> FollowUpRepo::due_by(Date day) const {
  Query query(db_,
              KITH_FOLLOW_UP_SELECT "WHERE f.status = 'open' AND f.due <= ?1 ORDER BY f.due, f.id");
  query.with(day);
  return read_all(query);
}

std::vector<FollowUp> FollowUpRepo::done_within(Date from, Date to) const {
  Query query(db_,
              KITH_FOLLOW_UP_SELECT
              "WHERE f.status = 'done' AND f.done_on BETWEEN ?1 AND ?2 ORDER BY f.done_on, f.id");
  query.with(from, to);
  return read_all(query);
}

void FollowUpRepo::for_each_by_uid(const std::function<void(const FollowUp&)>& visit) const {
  Query query(db_, KITH_FOLLOW_UP_SELECT "ORDER BY f.uid");
  while (query.step()) {
    visit(read_row(query));
  }
}

}  // namespace kith

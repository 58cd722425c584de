// People who turned out to be one, and people who look alike and are not.
#include <algorithm>

#include "store/connection.hpp"
#include "store/merge_record.hpp"
#include <kith/error.hpp>

namespace kith {
namespace {

MergedPerson read_row(const Query& row) {
  return {.uid = row.uid(0),
          .person = row.id<PersonId>(1),
          .at = row.instant(2),
          .record = parse_merge_record(row.text(3))};
}

std::pair<PersonId, PersonId> in_order(PersonId a, PersonId b) {
  return {std::min(a, b), std::max(a, b)};
}

}  // namespace

void MergeRepo::add(const MergedPerson& merged) {
  Query(db_, "INSERT INTO merged_person(uid, person, at, record) VALUES(?1, ?2, ?3, ?4)")
      .with(merged.uid, merged.person, merged.at, to_text(merged.record))
      .run();
}

void MergeRepo::add(const KeptMerge& merge) {
  try {
    parse_merge_record(merge.record);
  } catch (const StoreError&) {
    throw DataError("merged_people: record: not what kith writes");
  }
  Query(db_, "INSERT INTO merged_person(uid, person, at, record) VALUES(?1, ?2, ?3, ?4)")
      .with(merge.uid, merge.person.id, merge.at, merge.record)
      .run();
}

void MergeRepo::for_each(const std::function<void(const KeptMerge&)>& visit) const {
  Query query(db_, R"sql(
    SELECT m.uid, p.id, p.uid, p.name, m.at, m.record
    FROM merged_person m JOIN person p ON p.id = m.person ORDER BY m.uid)sql");
  while (query.step()) {
    visit({.uid = query.uid(0),
           .person = {query.id<PersonId>(1), query.uid(2), query.text(3)},
           .at = query.instant(4),
           .record = query.text(5)});
  }
}

void MergeRepo::remove(const Uid& uid) {
  Query(db_, "DELETE FROM merged_person WHERE uid = ?1").with(uid).run();
}

std::optional<MergedPerson> MergeRepo::find(const Uid& uid) const {
  Query query(db_, "SELECT uid, person, at, record FROM merged_person WHERE uid = ?1");
  query.with(uid);
  return query.step() ? std::optional(read_row(query)) : std::nullopt;
}

std::vector<MergedPerson> MergeRepo::into(PersonId person) const {
  std::vector<MergedPerson> all;
  Query query(db_, "SELECT uid, person, at, record FROM merged_person WHERE person = ?1");
  query.with(person);
  while (query.step()) {
    all.push_back(read_row(query));
  }
  std::ranges::sort(all, [](const MergedPerson& a, const MergedPerson& b) {
    return std::pair(b.record.turn, b.uid) < std::pair(a.record.turn, a.uid);
  });
  return all;
}

void MergeRepo::redirect(const Uid& uid, PersonId to) {
  Query(db_, "UPDATE merged_person SET person = ?2 WHERE uid = ?1").with(uid, to).run();
}

void MergeRepo::mark_distinct(PersonId a, PersonId b) {
  const auto [first, second] = in_order(a, b);
  Query(db_, "INSERT OR IGNORE INTO distinct_people(a, b) VALUES(?1, ?2)")
      .with(first, second)
      .run();
}

void MergeRepo::forget_distinct(PersonId a, PersonId b) {
  const auto [first, second] = in_order(a, b);
  Query(db_, "DELETE FROM distinct_people WHERE a = ?1 AND b = ?2").with(first, second).run();
}

bool MergeRepo::are_distinct(PersonId a, PersonId b) const {
  const auto [first, second] = in_order(a, b);
  Query query(db_, "SELECT 1 FROM distinct_people WHERE a = ?1 AND b = ?2");
  query.with(first, second);
  return query.step();
}

std::vector<PersonRef> MergeRepo::distinct_from(PersonId person) const {
  std::vector<PersonRef> people;
  Query query(db_, R"sql(
    SELECT p.id, p.uid, p.name FROM distinct_people d
    JOIN person p ON p.id = CASE WHEN d.a = ?1 THEN d.b ELSE d.a END
    WHERE d.a = ?1 OR d.b = ?1 ORDER BY p.uid)sql");
  query.with(person);
  while (query.step()) {
    people.push_back({query.id<PersonId>(0), query.uid(1), query.text(2)});
  }
  return people;
}

void MergeRepo::for_each_distinct(
    const std::function<void(const PersonRef& a, const PersonRef& b)>& visit) const {
  Query query(db_, R"sql(
    SELECT a.id, a.uid, a.name, b.id, b.uid, b.name FROM distinct_people d
    JOIN person a ON a.id = d.a JOIN person b ON b.id = d.b
    ORDER BY min(a.uid, b.uid), max(a.uid, b.uid))sql");
  while (query.step()) {
    const PersonRef one{query.id<PersonId>(0), query.uid(1), query.text(2)};
    const PersonRef other{query.id<PersonId>(3), query.uid(4), query.text(5)};
    one.uid < other.uid ? visit(one, other) : visit(other, one);
  }
}

}  // namespace kith

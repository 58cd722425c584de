// People who turned out to be one, and people who look alike and are not.
#include <algorithm>

#include "store/connection.hpp"
#include "store/merge_record.hpp"

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

void MergeRepo::for_each_distinct(const std::function<void(PersonId, PersonId)>& visit) const {
  Query query(db_, "SELECT a, b FROM distinct_people ORDER BY a, b");
  while (query.step()) {
    visit(query.id<PersonId>(0), query.id<PersonId>(1));
  }
}

}  // namespace kith

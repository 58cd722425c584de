// Who is tracked and when they were last seen, in the order in which they fall due.
#include "store/connection.hpp"
#include <kith/store/rhythm_repo.hpp>

namespace kith {
namespace {

RhythmGroup read_group(const Query& row, int column) {
  RhythmGroup group{.circle = parse_circle(row.text(column))};
  if (const auto days = static_cast<int>(row.integer(column + 1)); days > 0) {
    group.own_cadence = Cadence{days};
  }
  return group;
}

Rhythm read_row(const Query& row) {
  return {.person = row.id<PersonId>(0), .group = read_group(row, 1), .last = row.date(3)};
}

std::string_view circle_word(const RhythmGroup& group) {
  return group.circle ? to_string(*group.circle) : std::string_view{};
}

int cadence_days(const RhythmGroup& group) {
  return group.own_cadence ? group.own_cadence->days() : 0;
}

}  // namespace

std::vector<RhythmGroup> RhythmRepo::groups() const {
  // Two seeks a group, whatever the number of people: to the next cadence of the circle, or else to
  // the next circle. (A comparison of pairs reads the whole group before it goes on.)
  std::vector<RhythmGroup> found;
  std::string circle;
  int cadence = -1;
  const auto take = [&](Query& next) {
    if (!next.step()) {
      return false;
    }
    circle = next.text(0);
    cadence = static_cast<int>(next.integer(1));
    found.push_back(read_group(next, 0));
    return true;
  };
  while (true) {
    Query in_circle(db_, R"sql(
      SELECT circle, cadence FROM rhythm WHERE circle = ?1 AND cadence > ?2
      ORDER BY cadence LIMIT 1)sql");
    Query in_next(db_, R"sql(
      SELECT circle, cadence FROM rhythm WHERE circle > ?1 ORDER BY circle, cadence LIMIT 1)sql");
    if (!take(in_circle.with(circle, cadence)) && !take(in_next.with(circle))) {
      return found;
    }
  }
}

void RhythmRepo::for_each(const RhythmGroup& group,
                          Date from,
                          Date to,
                          const std::function<bool(const Rhythm&)>& visit) const {
  Query query(db_, R"sql(
    SELECT person, circle, cadence, last FROM rhythm
    WHERE circle = ?1 AND cadence = ?2 AND last BETWEEN ?3 AND ?4 ORDER BY last, person)sql");
  query.with(circle_word(group), cadence_days(group), from, to);
  while (query.step() && visit(read_row(query))) {
  }
}

void RhythmRepo::for_each_from(PersonId first,
                               const std::function<bool(const Rhythm&)>& visit) const {
  Query query(db_, R"sql(
    SELECT person, circle, cadence, last FROM rhythm WHERE person >= ?1 ORDER BY person)sql");
  query.with(first);
  while (query.step() && visit(read_row(query))) {
  }
}

std::optional<Rhythm> RhythmRepo::find(PersonId person) const {
  Query query(db_, "SELECT person, circle, cadence, last FROM rhythm WHERE person = ?1");
  query.with(person);
  return query.step() ? std::optional(read_row(query)) : std::nullopt;
}

PersonId RhythmRepo::last_person() const {
  Query query(db_, "SELECT coalesce(max(person), 0) FROM rhythm");
  query.step();
  return query.id<PersonId>(0);
}

}  // namespace kith

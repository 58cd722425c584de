// Ties between people.
#include "store/connection.hpp"
#include "store/records.hpp"
#include <kith/error.hpp>
#include <kith/store/link_repo.hpp>

namespace kith {
namespace {

#define KITH_LINK_SELECT                                                                \
  "SELECT l.id, l.uid, a.id, a.uid, a.name, b.id, b.uid, b.name, l.kind, l.since_year," \
  " l.since_month, l.since_day, l.created_at, v.id, v.uid, v.name FROM link l"          \
  " JOIN person a ON a.id = l.a JOIN person b ON b.id = l.b"                            \
  " LEFT JOIN person v ON v.id = l.via "

#define KITH_BARE_COLUMNS "a, b, kind, since_year, since_month, since_day, via, created_at"

Link read_row(const Query& row) {
  return {.id = row.id<LinkId>(0),
          .uid = row.uid(1),
          .a = {row.id<PersonId>(2), row.uid(3), row.text(4)},
          .b = {row.id<PersonId>(5), row.uid(6), row.text(7)},
          .kind = row.text(8),
          .since = row.partial_date(9),
          .via = row.is_null(13)
                     ? std::nullopt
                     : std::optional(PersonRef{row.id<PersonId>(13), row.uid(14), row.text(15)}),
          .created_at = row.instant(12)};
}

}  // namespace

Link LinkRepo::add(const Link& draft) {
  Link link = checked(draft);
  stamp(link, clock_);
  require_new(has(link.uid), link.uid);
  if (tied(link.a.id, link.b.id, link.kind)) {
    throw ConflictError(
        fmt::format("{} and {}: tied as {} already", link.a.name, link.b.name, link.kind));
  }
  const DateColumns since(link.since);
  Query(db_, R"sql(
    INSERT INTO link(uid, a, b, kind, since_year, since_month, since_day, created_at, via)
    VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9))sql")
      .with(link.uid,
            link.a.id,
            link.b.id,
            link.kind,
            since.year,
            since.month,
            since.day,
            link.created_at,
            link.via ? std::optional(link.via->id) : std::nullopt)
      .run();
  link.id = static_cast<LinkId>(db_.last_id());
  return link;
}

int LinkRepo::remove_between(PersonId a, PersonId b, std::string_view kind) {
  Query(db_, R"sql(
    DELETE FROM link WHERE ((a = ?1 AND b = ?2) OR (a = ?2 AND b = ?1))
      AND (?3 = '' OR kind = ?3))sql")
      .with(a, b, kind)
      .run();
  return db_.changes();
}

bool LinkRepo::has(const Uid& uid) const {
  Query query(db_, "SELECT 1 FROM link WHERE uid = ?1");
  query.with(uid);
  return query.step();
}

bool LinkRepo::tied(PersonId a, PersonId b, std::string_view kind) const {
  const bool is_directed = kind == "introduced";
  Query query(db_, R"sql(
    SELECT 1 FROM link WHERE kind = ?3 AND ((a = ?1 AND b = ?2) OR (?4 AND a = ?2 AND b = ?1)))sql");
  query.with(a, b, kind, !is_directed);
  return query.step();
}

std::vector<Link> LinkRepo::of(PersonId person) const {
  std::vector<Link> links;
  Query query(db_, KITH_LINK_SELECT R"sql(WHERE l.a = ?1 OR l.b = ?1
    ORDER BY CASE WHEN l.a = ?1 THEN b.name ELSE a.name END, l.kind, l.id)sql");
  query.with(person);
  while (query.step()) {
    links.push_back(read_row(query));
  }
  return links;
}

std::optional<Link> LinkRepo::find(const Uid& uid) const {
  Query query(db_, KITH_LINK_SELECT "WHERE l.uid = ?1");
  query.with(uid);
  return query.step() ? std::optional(read_row(query)) : std::nullopt;
}

std::vector<Link> LinkRepo::brought_about_by(PersonId person) const {
  std::vector<Link> links;
  Query query(db_, KITH_LINK_SELECT "WHERE l.via = ?1 ORDER BY l.id");
  query.with(person);
  while (query.step()) {
    links.push_back(read_row(query));
  }
  return links;
}

void LinkRepo::remove(LinkId id) { Query(db_, "DELETE FROM link WHERE id = ?1").with(id).run(); }

void LinkRepo::update(const Link& wanted) {
  const Link link = checked(wanted);
  const DateColumns since(link.since);
  const auto via = [&] { return link.via ? std::optional(link.via->id) : std::nullopt; };
  Query(db_, R"sql(
    UPDATE link SET since_year = ?4, since_month = ?5, since_day = ?6, via = ?7
    WHERE id = ?1 AND a = ?2 AND b = ?3)sql")
      .with(link.id, link.a.id, link.b.id, since.year, since.month, since.day, via())
      .run();
  if (db_.changes() > 0) {
    return;
  }
  // Whom a row ties never changes (see Footprint): one row goes and another comes, under a number
  // that is not the first one's.
  Query next(db_, "SELECT coalesce(max(id), 0) + 1 FROM link");
  next.step();
  const std::int64_t id = next.integer(0);
  remove(link.id);
  Query(db_, R"sql(
    INSERT INTO link(id, uid, a, b, kind, since_year, since_month, since_day, created_at, via)
    VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10))sql")
      .with(id,
            link.uid,
            link.a.id,
            link.b.id,
            link.kind,
            since.year,
            since.month,
            since.day,
            link.created_at,
            via())
      .run();
}

void LinkRepo::set_via(LinkId id, PersonId via) {
  Query(db_, "UPDATE link SET via = ?2 WHERE id = ?1").with(id, via).run();
}

namespace {

void visit_bare(Query& query, const std::function<void(const BareLink&)>& visit) {
  while (query.step()) {
    visit({.a = query.id<PersonId>(0),
           .b = query.id<PersonId>(1),
           .kind = query.text(2),
           .since = query.partial_date(3),
           .via = query.is_null(6) ? std::nullopt : std::optional(query.id<PersonId>(6)),
           .made = Date{std::chrono::floor<std::chrono::days>(query.instant(7))}});
  }
}

}  // namespace

void LinkRepo::for_each_bare(const std::function<void(const BareLink&)>& visit) const {
  Query query(db_, "SELECT " KITH_BARE_COLUMNS " FROM link ORDER BY id");
  visit_bare(query, visit);
}

void LinkRepo::for_each_bare_of(PersonId person,
                                const std::function<void(const BareLink&)>& visit) const {
  Query query(
      db_, "SELECT " KITH_BARE_COLUMNS " FROM link WHERE a = ?1 OR b = ?1 OR via = ?1 ORDER BY id");
  query.with(person);
  visit_bare(query, visit);
}

void LinkRepo::for_each_by_uid(const std::function<void(const Link&)>& visit) const {
  Query query(db_, KITH_LINK_SELECT "ORDER BY l.uid");
  while (query.step()) {
    visit(read_row(query));
  }
}

}  // namespace kith

// The journal: every change ever made, labelled, and the way back.
#include <utility>

#include <fmt/format.h>
#include <sqlite3.h>

#include "store/changeset.hpp"
#include "store/connection.hpp"
#include "store/footprint.hpp"
#include "store/index_keeper.hpp"
#include "store/replaced.hpp"
#include <kith/error.hpp>
#include <kith/store/journal.hpp>

namespace kith {
namespace {

struct Recorded {
  Change change{};
  Bytes changes{};
};

Change read_row(const Query& row) {
  return {.id = row.id<ChangeId>(0),
          .at = row.instant(1),
          .label = row.text(2),
          .undone = !row.is_null(3)};
}

std::vector<Recorded> read_all(Query& query) {
  std::vector<Recorded> found;
  while (query.step()) {
    found.push_back({read_row(query), query.blob(4)});
  }
  return found;
}

void require_enough(std::size_t found, std::size_t wanted, std::string_view verb) {
  if (wanted == 0 || found < wanted) {
    throw NotFoundError(
        found == 0 || wanted == 0 ? fmt::format("{}: there is nothing to {}", verb, verb)
        : found == 1              ? fmt::format("{}: there is only 1 change to {}", verb, verb)
                     : fmt::format("{}: there are only {} changes to {}", verb, found, verb),
        "kith history lists what there is");
  }
}

[[noreturn]] void refuse(const Change& change, std::string_view verb) {
  throw ConflictError(
      fmt::format("{} {} ({}): what it touched has changed since; nothing was changed",
                  verb,
                  raw(change.id),
                  change.label),
      "kith history shows what came in between; undo the later change first");
}

/// Throws ConflictError if a later change that stands has to do with what this one touches: the
/// changes that stand can then always be taken back in the order of their numbers.
void require_apart(Connection& db,
                   const Change& change,
                   const Bytes& recorded,
                   std::string_view verb) {
  std::optional<Footprint> mine;
  Query later(db, "SELECT changes FROM change WHERE undone IS NULL AND id > ?1 ORDER BY id");
  later.with(change.id);
  while (later.step()) {
    const Bytes changes = later.blob(0);
    if (replaced_database(changes) || replaced_database(recorded)) {
      refuse(change, verb);
    }
    if (!mine) {
      mine.emplace(db, recorded);
    }
    if (mine->meets(Footprint(db, changes))) {
      refuse(change, verb);
    }
  }
}

/// Applies one changeset, backwards or forwards, and brings the indexes after it.
void replay(Connection& db,
            IndexKeeper& keeper,
            const Change& change,
            Bytes recorded,
            Journal::Direction direction) {
  const std::string_view verb = direction == Journal::Direction::back ? "undo" : "redo";
  if (replaced_database(recorded)) {
    throw ConflictError(fmt::format("{} {} ({}): it replaced everything; nothing was changed",
                                    verb,
                                    raw(change.id),
                                    change.label),
                        fmt::format("{0} what came after it, then it alone: kith {0}", verb));
  }
  require_apart(db, change, recorded, verb);
  Bytes changes = one_changeset(db, std::move(recorded));
  if (direction == Journal::Direction::back) {
    changes = inverted(db, changes);
  }
  if (!kith::apply(db, changes)) {
    refuse(change, verb);
  }
  keeper.follow(changes);
}

void mark(Connection& db, ChangeId id, std::optional<std::int64_t> order) {
  Query(db, "UPDATE change SET undone = ?2 WHERE id = ?1").with(id, order).run();
}

/// A number that grows with each undo, so that redo finds the last one first.
std::int64_t next_order(Connection& db) {
  Query query(db, "SELECT coalesce(max(undone), 0) + 1 FROM change WHERE undone IS NOT NULL");
  query.step();
  return query.integer(0);
}

}  // namespace

std::vector<Change> Journal::history(std::size_t limit) const {
  std::vector<Change> changes;
  Query query(db_, "SELECT id, at, label, undone FROM change ORDER BY id DESC LIMIT ?1");
  query.with(limit);
  while (query.step()) {
    changes.push_back(read_row(query));
  }
  return changes;
}

std::optional<Change> Journal::replacing(Direction direction) {
  std::optional<Recorded> latest;
  {
    Query query(db_,
                direction == Direction::back ? R"sql(
                  SELECT id, at, label, undone, changes FROM change WHERE undone IS NULL
                  ORDER BY id DESC LIMIT 1)sql"
                                             : R"sql(
                  SELECT id, at, label, undone, changes FROM change WHERE undone IS NOT NULL
                  ORDER BY undone DESC LIMIT 1)sql");
    if (query.step()) {
      latest = Recorded{read_row(query), query.blob(4)};
    }
  }
  if (!latest || !replaced_database(latest->changes)) {
    return std::nullopt;
  }
  if (db_.access() == Access::read_only) {
    db_.fail(SQLITE_READONLY, {});
  }
  if (direction == Direction::again) {
    require_apart(db_, latest->change, latest->changes, "redo");
  }
  return direction == Direction::back ? put_back(db_, latest->change, clock_)
                                      : replace_again(db_, latest->change, clock_);
}

std::vector<Change> Journal::undo(std::size_t steps) {
  if (steps == 1) {
    if (auto change = replacing(Direction::back)) {
      return {std::move(*change)};
    }
  }
  Transaction transaction(db_, "BEGIN IMMEDIATE");
  std::vector<Recorded> recorded;
  {
    Query query(db_, R"sql(
      SELECT id, at, label, undone, changes FROM change WHERE undone IS NULL
      ORDER BY id DESC LIMIT ?1)sql");
    query.with(steps);
    recorded = read_all(query);
  }
  require_enough(recorded.size(), steps, "undo");
  std::vector<Change> done;
  for (Recorded& one : recorded) {
    replay(db_, keeper_, one.change, std::move(one.changes), Direction::back);
    mark(db_, one.change.id, next_order(db_));
    one.change.undone = true;
    done.push_back(std::move(one.change));
  }
  transaction.commit();
  return done;
}

Change Journal::undo_change(ChangeId id) {
  Transaction transaction(db_, "BEGIN IMMEDIATE");
  std::vector<Recorded> recorded;
  {
    Query query(db_, "SELECT id, at, label, undone, changes FROM change WHERE id = ?1");
    query.with(id);
    recorded = read_all(query);
  }
  if (recorded.empty()) {
    throw NotFoundError(fmt::format("{}: no such change", raw(id)),
                        "kith history lists what there is");
  }
  Recorded& one = recorded.front();
  if (one.change.undone) {
    throw ConflictError(
        fmt::format(
            "undo {} ({}): it has been taken back already", raw(one.change.id), one.change.label),
        "kith redo makes it again");
  }
  replay(db_, keeper_, one.change, std::move(one.changes), Direction::back);
  mark(db_, id, next_order(db_));
  one.change.undone = true;
  transaction.commit();
  return std::move(one.change);
}

std::vector<Change> Journal::redo(std::size_t steps) {
  if (steps == 1) {
    if (auto change = replacing(Direction::again)) {
      return {std::move(*change)};
    }
  }
  Transaction transaction(db_, "BEGIN IMMEDIATE");
  std::vector<Recorded> recorded;
  {
    Query query(db_, R"sql(
      SELECT id, at, label, undone, changes FROM change WHERE undone IS NOT NULL
      ORDER BY undone DESC LIMIT ?1)sql");
    query.with(steps);
    recorded = read_all(query);
  }
  require_enough(recorded.size(), steps, "redo");
  std::vector<Change> done;
  for (Recorded& one : recorded) {
    replay(db_, keeper_, one.change, std::move(one.changes), Direction::again);
    mark(db_, one.change.id, std::nullopt);
    one.change.undone = false;
    done.push_back(std::move(one.change));
  }
  transaction.commit();
  return done;
}

}  // namespace kith

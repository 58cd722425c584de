// The journal: every change ever made, labelled, and the way back.
#include <fmt/format.h>
#include <sqlite3.h>

#include "store/changeset.hpp"
#include "store/connection.hpp"
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

enum class Direction { back, again };

/// Applies one changeset, backwards or forwards, and brings the indexes after it.
void replay(Connection& db,
            IndexKeeper& keeper,
            const Change& change,
            const Bytes& recorded,
            Direction direction) {
  const std::string_view verb = direction == Direction::back ? "undo" : "redo";
  if (replaced_database(recorded)) {
    throw ConflictError(fmt::format("{} {} ({}): it replaced everything; nothing was changed",
                                    verb,
                                    raw(change.id),
                                    change.label),
                        "undo what came after it, then it alone: kith undo");
  }
  const Bytes changes = direction == Direction::back ? inverted(db, recorded) : recorded;
  if (!apply(db, changes)) {
    throw ConflictError(
        fmt::format("{} {} ({}): what it touched has changed since; nothing was changed",
                    verb,
                    raw(change.id),
                    change.label),
        fmt::format("kith history shows what came in between; {} the later change first", verb));
  }
  keeper.follow(changes);
}

void mark(Connection& db, ChangeId id, std::optional<std::int64_t> order) {
  Query(db, "UPDATE change SET undone = ?2 WHERE id = ?1").with(id, order).run();
}

/// A number that grows with each undo, so that redo finds the last one first.
std::int64_t next_order(Connection& db) {
  Query query(db, "SELECT coalesce(max(undone), 0) + 1 FROM change");
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

std::optional<Change> Journal::undo_replacing() {
  std::optional<Change> latest;
  std::optional<std::filesystem::path> aside;
  {
    Query query(db_, R"sql(
      SELECT id, at, label, undone, changes FROM change WHERE undone IS NULL
      ORDER BY id DESC LIMIT 1)sql");
    if (query.step()) {
      latest = read_row(query);
      aside = replaced_database(query.blob(4));
    }
  }
  if (!aside) {
    return std::nullopt;
  }
  if (db_.access() == Access::read_only) {
    db_.fail(SQLITE_READONLY, {});
  }
  put_back(db_, *aside, latest->label);
  latest->undone = true;
  return latest;
}

std::vector<Change> Journal::undo(std::size_t steps) {
  if (steps == 1) {
    if (auto change = undo_replacing()) {
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
    replay(db_, keeper_, one.change, one.changes, Direction::back);
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
  replay(db_, keeper_, one.change, one.changes, Direction::back);
  mark(db_, id, next_order(db_));
  one.change.undone = true;
  transaction.commit();
  return std::move(one.change);
}

std::vector<Change> Journal::redo(std::size_t steps) {
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
    replay(db_, keeper_, one.change, one.changes, Direction::again);
    mark(db_, one.change.id, std::nullopt);
    one.change.undone = false;
    done.push_back(std::move(one.change));
  }
  transaction.commit();
  return done;
}

}  // namespace kith

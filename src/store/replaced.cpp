// The line in history that says: everything was replaced by a backup; and the way back.
#include "store/replaced.hpp"

#include <algorithm>
#include <functional>
#include <string>

#include <fmt/format.h>

#include "store/database_file.hpp"
#include "store/encryption.hpp"
#include "store/schema.hpp"
#include <kith/error.hpp>
#include <kith/store/backups.hpp>

namespace kith {

namespace fs = std::filesystem;

namespace {

// A changeset begins with 'T' or 'P' (SQLite's session extension), so this is none.
constexpr std::string_view kMark = "replaced:";

Bytes marked(const fs::path& aside) {
  const std::string text = std::string{kMark} + aside.string();
  return {text.begin(), text.end()};
}

/// The database that `change` speaks of, once it is known to be whole.
fs::path lying_aside(Connection& db, const Change& change, std::string_view verb) {
  fs::path aside;
  {
    Query query(db, "SELECT changes FROM change WHERE id = ?1");
    query.with(change.id).step();
    aside = replaced_database(query.blob(0)).value_or(fs::path{});
  }
  if (aside.empty()) {
    throw ConflictError(fmt::format("{} ({}): nothing was there before", verb, change.label),
                        "move the file away to begin anew");
  }
  const std::string_view what = verb == "undo" ? "what was there before" : "what it brought";
  try {
    examine_backup(aside, db.key());
  } catch (const NotFoundError&) {
    throw ConflictError(
        fmt::format("{} ({}): {} is no longer in {}", verb, change.label, what, aside.string()),
        "kith restore takes any other backup");
  } catch (const DamagedError&) {
    throw ConflictError(
        fmt::format("{} ({}): {} is damaged: {}", verb, change.label, what, aside.string()),
        "kith doctor --salvage saves what can be read of it");
  }
  return aside;
}

fs::path new_place(const Connection& db, std::string_view why, const Clock& clock) {
  make_private_folders(backup_folder(db.file()));
  return fs::absolute(aside_of(db.file(), why, clock));
}

using Amend = std::function<void(Connection&)>;

/// Keeps a copy of `db` at `place`, once `amend` has been there.
void keep_copy(Connection& db, const fs::path& place, const Amend& amend) {
  DatabaseDraft draft(place);
  {
    Connection copy(draft.path(), Access::read_write, db.key(), draft.target());
    copy.copy_from(db);
    copy.execute("PRAGMA journal_mode = DELETE");  // no log beside it when it is read
    amend(copy);
  }
  draft.keep();
}

/// Puts the database in `file` in the place of `db` in one transaction, once `amend` has been
/// there.
void replace_by(Connection& db, const fs::path& file, const Amend& amend) {
  DatabaseDraft draft(db.file());
  {
    Connection source(file, Access::read_only, key_for(file, db.key()));
    set_up(source);
    Connection next(draft.path(), Access::read_write, db.key(), draft.target());
    next.copy_from(source);
    set_up(next);
    migrate(next);
    amend(next);
    next.execute("PRAGMA journal_mode = WAL");
  }
  Connection next(draft.path(), Access::read_only, db.key());
  db.copy_from(next);
}

}  // namespace

void record_replaced(Connection& db,
                     Instant at,
                     std::string_view label,
                     const std::filesystem::path& aside) {
  Query(db, "INSERT INTO change(at, label, changes) VALUES(?1, ?2, ?3)")
      .with(at, label, marked(aside))
      .run();
}

std::optional<std::filesystem::path> replaced_database(const Bytes& changes) {
  if (changes.size() < kMark.size() || !std::equal(kMark.begin(), kMark.end(), changes.begin())) {
    return std::nullopt;
  }
  return std::string(changes.begin() + static_cast<std::ptrdiff_t>(kMark.size()), changes.end());
}

Change put_back(Connection& db, const Change& change, const Clock& clock) {
  const fs::path before = lying_aside(db, change, "undo");
  const fs::path kept = new_place(db, "before-undo", clock);
  keep_copy(db, kept, [](Connection&) {});
  Change undone{.at = change.at, .label = change.label, .undone = true};
  replace_by(db, before, [&](Connection& next) {
    Query(next, R"sql(
      INSERT INTO change(at, label, changes, undone)
      SELECT ?1, ?2, ?3, coalesce(max(undone), 0) + 1 FROM change WHERE undone IS NOT NULL)sql")
        .with(change.at, change.label, marked(kept))
        .run();
    undone.id = static_cast<ChangeId>(next.last_id());
  });
  return undone;
}

Change replace_again(Connection& db, const Change& change, const Clock& clock) {
  const fs::path after = lying_aside(db, change, "redo");
  const fs::path kept = new_place(db, "before-redo", clock);
  keep_copy(db, kept, [&](Connection& copy) {  // put_back() will note it there anew
    Query(copy, "DELETE FROM change WHERE id = ?1").with(change.id).run();
  });
  Change redone{.at = change.at, .label = change.label};
  replace_by(db, after, [&](Connection& next) {
    {
      Query latest(next, "SELECT max(id) FROM change WHERE undone IS NULL");
      latest.step();
      redone.id = latest.id<ChangeId>(0);
    }
    Query(next, "UPDATE change SET changes = ?2 WHERE id = ?1").with(redone.id, marked(kept)).run();
  });
  return redone;
}

}  // namespace kith

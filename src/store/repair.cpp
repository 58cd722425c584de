// Mending: what is derived is made anew, and rows that belong to nobody go.
#include <algorithm>
#include <sys/stat.h>

#include <fmt/format.h>

#include "store/connection.hpp"
#include "store/database_file.hpp"
#include "store/index_keeper.hpp"
#include "store/schema.hpp"
#include <kith/error.hpp>
#include <kith/store/backups.hpp>
#include <kith/store/doctor.hpp>

namespace kith {

namespace fs = std::filesystem;

namespace {

void make_private(const fs::path& database) {
  for (const fs::path& file : open_to_others(database)) {
    fs::permissions(file,
                    fs::is_directory(file) ? fs::perms::owner_all
                                           : fs::perms::owner_read | fs::perms::owner_write);
  }
}

void make_shape(Connection& db) {
  for (const SchemaObject& object : missing_objects(db)) {
    db.execute(
        fmt::format("DROP {} IF EXISTS {}; {}", object.kind, object.name, object.sql).c_str());
  }
}

/// Takes away rows whose foreign key leads nowhere, until there are none: a row that goes may leave
/// others behind.
void drop_orphans(Connection& db) {
  struct Tie {
    std::string table{};
    std::int64_t key = 0;
  };
  for (;;) {
    std::vector<Tie> broken;
    {
      Query query(db, "SELECT DISTINCT \"table\", fkid FROM pragma_foreign_key_check");
      while (query.step()) {
        broken.push_back({query.text(0), query.integer(1)});
      }
    }
    if (broken.empty()) {
      return;
    }
    for (const Tie& tie : broken) {
      std::string parent;
      std::string condition;
      Query columns(db, R"sql(
        SELECT "table", "from", coalesce("to", 'id') FROM pragma_foreign_key_list(?1) WHERE id = ?2)sql");
      columns.with(tie.table, tie.key);
      while (columns.step()) {
        parent = columns.text(0);
        condition += fmt::format("{}parent.{} = {}.{}",
                                 condition.empty() ? "" : " AND ",
                                 columns.text(2),
                                 tie.table,
                                 columns.text(1));
      }
      db.execute(
          fmt::format("DELETE FROM {} WHERE NOT EXISTS (SELECT 1 FROM {} AS parent WHERE {})",
                      tie.table,
                      parent,
                      condition)
              .c_str());
    }
  }
}

}  // namespace

Repaired repair(const fs::path& file, const Key& key, const Clock& clock) {
  const std::vector<Finding> before = examine(file, key, clock);
  Repaired done;
  for (const Finding& finding : before) {
    if (finding.health == Health::damaged) {
      throw StoreError(fmt::format("{}: damaged ({})", file.string(), finding.what),
                       "kith doctor --salvage NEWFILE saves what can be read; kith restore takes a "
                       "backup");
    }
    if (finding.health == Health::broken) {
      done.mended.push_back(finding.what);
    }
  }
  if (done.mended.empty()) {
    return done;
  }
  make_private(file);
  const std::unique_ptr<Connection> db = open_database(file, key);
  make_private_folders(backup_folder(file));
  done.backup = aside_of(file, "before-repair", clock);
  Backups(*db).copy_to(done.backup);
  db->execute("PRAGMA foreign_keys = OFF");  // or a row could not go before what belongs to it
  Transaction transaction(*db, "BEGIN IMMEDIATE");
  make_shape(*db);
  drop_orphans(*db);
  IndexKeeper(*db, clock).rebuild();
  db->execute("REINDEX");
  transaction.commit();
  return done;
}

}  // namespace kith

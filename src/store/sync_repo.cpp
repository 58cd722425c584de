// What a synced folder and kith last agreed on.
#include "store/connection.hpp"
#include <kith/store/sync_repo.hpp>

namespace kith {

std::vector<SyncItem> SyncRepo::of(std::string_view folder) const {
  std::vector<SyncItem> items;
  Query query(db_, R"sql(
    SELECT uid, file, stamp, kind, record, state FROM sync_item WHERE folder = ?1 ORDER BY uid)sql");
  query.with(folder);
  while (query.step()) {
    SyncItem item{.uid = query.text(0),
                  .file = query.text(1),
                  .stamp = query.text(2),
                  .kind = query.text(3),
                  .state = query.text(5)};
    if (!query.is_null(4)) {
      item.record = query.uid(4);
    }
    items.push_back(std::move(item));
  }
  return items;
}

std::string SyncRepo::text(std::string_view folder, std::string_view uid) const {
  Query query(db_, "SELECT item FROM sync_item WHERE folder = ?1 AND uid = ?2");
  query.with(folder, uid);
  return query.step() ? query.text(0) : std::string();
}

bool SyncRepo::knows(std::string_view folder) const {
  Query query(db_, "SELECT 1 FROM sync_item WHERE folder = ?1 LIMIT 1");
  query.with(folder);
  return query.step();
}

void SyncRepo::put(std::string_view folder, const SyncItem& item) {
  Query(db_, R"sql(
    INSERT INTO sync_item(folder, uid, file, stamp, kind, record, state, item)
    VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
    ON CONFLICT(folder, uid) DO UPDATE SET file = excluded.file, stamp = excluded.stamp,
      kind = excluded.kind, record = excluded.record, state = excluded.state, item = excluded.item)sql")
      .with(folder, item.uid, item.file, item.stamp, item.kind, item.record, item.state, item.item)
      .run();
}

void SyncRepo::remove(std::string_view folder, std::string_view uid) {
  Query(db_, "DELETE FROM sync_item WHERE folder = ?1 AND uid = ?2").with(folder, uid).run();
}

std::string SyncRepo::journal_position() const {
  Query query(db_, R"sql(
    SELECT (SELECT coalesce(max(id), 0) FROM change) || '/' || count(*) || '/' ||
           coalesce(sum(undone * id), 0)
    FROM change WHERE undone IS NOT NULL)sql");
  query.step();
  return query.text(0);
}

std::string SyncRepo::seen(std::string_view folder) const {
  Query query(db_, "SELECT seen FROM sync_folder WHERE folder = ?1");
  query.with(folder);
  return query.step() ? query.text(0) : std::string();
}

void SyncRepo::set_seen(std::string_view folder, std::string_view position) {
  Query(db_, R"sql(
    INSERT INTO sync_folder(folder, seen) VALUES(?1, ?2)
    ON CONFLICT(folder) DO UPDATE SET seen = excluded.seen WHERE seen <> excluded.seen)sql")
      .with(folder, position)
      .run();
}

}  // namespace kith

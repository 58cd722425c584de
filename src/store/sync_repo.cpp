// What a synced folder and kith last agreed on.
#include "store/connection.hpp"
#include <kith/store/sync_repo.hpp>

namespace kith {

void SyncRepo::for_each(std::string_view folder,
                        SyncedThings things,
                        const std::function<void(const SyncItem&)>& visit) const {
  Query query(db_, R"sql(
    SELECT uid, file, stamp, kind, record, state FROM sync_item
    WHERE folder = ?1 AND (kind = 'contact') = ?2 ORDER BY uid)sql");
  query.with(folder, things == SyncedThings::contacts);
  SyncItem item;
  while (query.step()) {
    item.uid = query.view(0);
    item.file = query.view(1);
    item.stamp = query.view(2);
    item.kind = query.view(3);
    item.record = query.is_null(4) ? std::nullopt : std::optional(query.uid(4));
    item.state = query.view(5);
    visit(item);
  }
}

bool SyncRepo::has(std::string_view folder, SyncedThings things) const {
  Query query(db_, "SELECT 1 FROM sync_item WHERE folder = ?1 AND (kind = 'contact') = ?2 LIMIT 1");
  query.with(folder, things == SyncedThings::contacts);
  return query.step();
}

std::optional<Uid> SyncRepo::record_of(std::string_view folder,
                                       SyncedThings things,
                                       std::string_view uid) const {
  Query query(db_, R"sql(
    SELECT record FROM sync_item WHERE folder = ?1 AND uid = ?2 AND (kind = 'contact') = ?3)sql");
  query.with(folder, uid, things == SyncedThings::contacts);
  return query.step() && !query.is_null(0) ? std::optional(query.uid(0)) : std::nullopt;
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

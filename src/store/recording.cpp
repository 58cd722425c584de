// Taking down a write in pieces, and putting them together as one change.
#include "store/recording.hpp"

#include <memory>
#include <utility>

#include <sqlite3.h>

#include "store/index_keeper.hpp"

namespace kith {
Recording::Recording(Connection& db, IndexKeeper& keeper) : db_(db), keeper_(keeper), long_(db) {
  recorder_.emplace(db_);
}

void Recording::settle() {
  if (recorder_->is_empty()) {
    return;
  }
  const Bytes changes = recorder_->changeset();
  recorder_.emplace(db_);  // the old one would hold on to every row that it saw
  if (!changes.empty()) {
    keeper_.follow(changes);
    keep(changes);
  }
}

void Recording::apart(const std::function<Bytes()>& work) {
  settle();
  recorder_.reset();  // SQLite would tell it of every row
  keep(work());
  recorder_.emplace(db_);
}

void Recording::keep(const Bytes& changes) {
  if (!kept_.empty() && kept_.size() + changes.size() > kLongChange) {
    long_.append(kept_);
    kept_.clear();
  }
  kept_.insert(kept_.end(), changes.begin(), changes.end());
  ++pieces_;
}

std::optional<ChangeId> Recording::close(Instant at, const std::function<std::string()>& label) {
  settle();
  recorder_.reset();
  std::optional<ChangeId> change;
  if (long_.size() > 0) {
    change = insert_long(at, label());
  } else if (pieces_ > 1) {
    if (const Bytes changes = merged(db_, kept_); !changes.empty()) {
      change = insert(at, label(), changes);
    }
  } else if (pieces_ == 1) {
    change = insert(at, label(), kept_);
  }
  keeper_.finish();
  return change;
}

ChangeId Recording::insert(Instant at, const std::string& label, const Bytes& changes) {
  Query(db_, "INSERT INTO change(at, label, changes) VALUES(?1, ?2, ?3)")
      .with(at, label, changes)
      .run();
  return ChangeId{sqlite3_last_insert_rowid(db_.handle())};
}

ChangeId Recording::insert_long(Instant at, const std::string& label) {
  long_.append(std::exchange(kept_, {}));
  Query(db_, "INSERT INTO change(at, label, changes) VALUES(?1, ?2, zeroblob(?3))")
      .with(at, label, long_.size())
      .run();
  const auto id = sqlite3_last_insert_rowid(db_.handle());
  const auto require_ok = [this](int code) {
    if (code != SQLITE_OK) {
      db_.fail(code, sqlite3_errmsg(db_.handle()));
    }
  };
  sqlite3_blob* blob = nullptr;
  require_ok(sqlite3_blob_open(db_.handle(), "main", "change", "changes", id, 1, &blob));
  const std::unique_ptr<sqlite3_blob, decltype(&sqlite3_blob_close)> owner(blob,
                                                                           &sqlite3_blob_close);
  long_.for_each_piece([&](const Bytes& piece, std::size_t offset) {
    require_ok(sqlite3_blob_write(
        blob, piece.data(), static_cast<int>(piece.size()), static_cast<int>(offset)));
  });
  return ChangeId{id};
}

}  // namespace kith

// The file a database lives in: made private and whole, opened with care.
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "store/connection.hpp"
#include <kith/store/unfinished.hpp>

namespace kith {

/// How every connection of ours behaves: see docs/database.md.
void set_up(Connection& db);

/// Opens the database at `file` as Store's constructor promises.
std::unique_ptr<Connection> open_database(const std::filesystem::path& file, const Key& key);
std::unique_ptr<Connection> open_database_in_memory();

/// Throws StoreError if it is no database of kith's, or newer than this program.
void require_kith(Connection& db);

/// Makes the missing folders of `folder`, each private (0700). Throws StoreError.
void make_private_folders(const std::filesystem::path& folder);

/// The database, its log and its backups, as far as they are there and others may read or write
/// them.
std::vector<std::filesystem::path> open_to_others(const std::filesystem::path& database);

/// An empty private file (0600) beside `target`, for a database that is not whole yet. It goes with
/// the object unless it got the name it was made for.
class DatabaseDraft {
 public:
  /// Throws StoreError.
  explicit DatabaseDraft(std::filesystem::path target);
  DatabaseDraft(const DatabaseDraft&) = delete;
  DatabaseDraft& operator=(const DatabaseDraft&) = delete;
  ~DatabaseDraft();

  const std::filesystem::path& path() const { return path_; }
  /// For errors: the name that it will get.
  const std::filesystem::path& target() const { return target_; }
  /// Gives it the name it was made for, once all of it has reached the disk; false if there is such
  /// a file, which is then left as it is. Throws StoreError.
  bool keep();
  /// Like keep(), but takes the place of whatever has that name.
  void replace();

 private:
  void sync() const;

  std::filesystem::path target_;
  std::filesystem::path path_;
  Unfinished unfinished_;
};

}  // namespace kith

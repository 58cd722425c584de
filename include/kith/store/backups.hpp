// Copies of the whole database: made while others write, verified, and put back.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <kith/store/key.hpp>
#include <kith/time/clock.hpp>

namespace kith {

class Connection;

/// What a database holds, to tell one copy from another.
struct BackupContents {
  std::size_t people = 0;
  std::size_t interactions = 0;
  std::uintmax_t bytes = 0;
  bool operator==(const BackupContents&) const = default;
};

/// A backup that is no file.
struct BackupImage {
  std::vector<std::uint8_t> bytes{};
  BackupContents contents{};
};

/// How many automatic backups are kept: the latest ones of so many days, weeks (Monday to Sunday)
/// and months.
struct BackupPlan {
  int days = 7;
  int weeks = 4;
  int months = 12;
};

class Backups {
 public:
  explicit Backups(Connection& db) : db_(db) {}

  /// Writes all of the database to a new private file: one moment of it, while others write; under
  /// the same key, if it is encrypted. It is opened and checked before it gets its name. Throws
  /// ConflictError if there is such a file, StoreError if it cannot be written.
  BackupContents copy_to(const std::filesystem::path& file) const;

  /// The database as the bytes of a file, in plain: for what is encrypted before it meets the disk.
  BackupImage image() const;

  /// The automatic backup of a day. Does nothing if it is there. Takes away those that `plan` no
  /// longer keeps, and what killed programs left in the folder.
  void make_daily(const std::filesystem::path& folder, Date day, const BackupPlan& plan) const;

 private:
  Connection& db_;
};

/// Where the automatic backups of a database lie: "backups" beside it.
std::filesystem::path backup_folder(const std::filesystem::path& database);
/// The name of a day's automatic backup in that folder: "kith-2026-03-20.db".
std::filesystem::path daily_backup(const std::filesystem::path& database, Date day);

/// A name in that folder that nothing has yet: "kith-before-restore-2026-03-20-0930.db".
std::filesystem::path aside_of(const std::filesystem::path& database,
                               std::string_view why,
                               const Clock& clock);

/// Which of the days that have a backup are no longer kept: the latest of each of the last days,
/// weeks and months stays.
std::vector<Date> no_longer_kept(std::vector<Date> days, const BackupPlan& plan);

/// Opens a backup for reading, checks every page of it, and counts. Throws NotFoundError if there
/// is none; StoreError if it is damaged, no database of kith's, or newer than this program. `key`
/// is for one that is encrypted.
BackupContents examine_backup(const std::filesystem::path& file, const Key& key);

/// The same for the bytes of a backup; errors call it `name`.
BackupImage examined_image(std::vector<std::uint8_t> bytes, const std::string& name);

/// What restore() has done.
struct Restored {
  BackupContents now{};
  std::filesystem::path aside{};  ///< where what was there before is kept; empty: nothing was there
};

/// Puts what the file `backup` holds in the place of the database at `database`, in one
/// transaction. What was there is kept in backup_folder() first; a damaged database is moved there
/// as it is. History then begins with "restore", and undoing that puts the old database back.
/// With a key the database is encrypted, whether the backup is or not. Throws what examine_backup()
/// throws; StoreError, also if there is a database that cannot be read with `key`.
Restored restore(const std::filesystem::path& backup,
                 const std::filesystem::path& database,
                 const Key& key,
                 const Clock& clock);

/// The same from the bytes of a backup; `name` is what history and errors call it.
Restored restore_image(const std::vector<std::uint8_t>& image,
                       const std::string& name,
                       const std::filesystem::path& database,
                       const Key& key,
                       const Clock& clock);

}  // namespace kith

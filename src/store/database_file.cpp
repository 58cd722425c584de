// The file a database lives in: made private and whole, opened with care.
#include "store/database_file.hpp"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

#include <fmt/format.h>
#include <sqlite3.h>

#include "store/schema.hpp"
#include <kith/error.hpp>
#include <kith/store/backups.hpp>

namespace kith {

namespace fs = std::filesystem;

namespace {

constexpr int kBusyTimeoutMs = 5000;
constexpr mode_t kPrivateFile = 0600;
constexpr mode_t kPrivateFolder = 0700;

[[noreturn]] void cannot_make(const fs::path& file, int error) {
  throw StoreError(fmt::format("{}: it cannot be made ({})", file.string(), std::strerror(error)),
                   error == ENOSPC || error == EDQUOT
                       ? "make room, then do it again"
                       : "check the folder's permissions, or name another place");
}

/// A name outlives a power cut once its folder has reached the disk. Where a file system cannot do
/// that, the file is there all the same.
void sync_folder(const fs::path& file) {
  const fs::path folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
  if (const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
      descriptor >= 0) {
    ::fsync(descriptor);
    ::close(descriptor);
  }
}

/// Makes a complete new database beside `file`, then gives it its name: nobody ever sees half of
/// one, and one that another process has just made is not touched.
void create(const fs::path& file, const Key& key) {
  make_private_folders(file.parent_path());
  DatabaseDraft draft(file);
  {
    Connection db(draft.path(), Access::read_write, key, draft.target());
    set_up(db);
    migrate(db);
    // Readers and a writer side by side; a file system that cannot (a network drive) says "delete"
    // here and works, one at a time.
    db.execute("PRAGMA journal_mode = WAL");
  }
  draft.keep();
}

}  // namespace

void set_up(Connection& db) {
  sqlite3_busy_timeout(db.handle(), kBusyTimeoutMs);
  sqlite3_extended_result_codes(db.handle(), 1);
  sqlite3_db_config(db.handle(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  db.execute(
      "PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY;"
      "PRAGMA trusted_schema = OFF; PRAGMA cache_size = -8000");
}

void make_private_folders(const fs::path& folder) {
  if (folder.empty() || fs::is_directory(folder)) {
    return;
  }
  make_private_folders(folder.parent_path());
  if (::mkdir(folder.c_str(), kPrivateFolder) != 0 && errno != EEXIST) {
    throw StoreError(
        fmt::format("{}: the folder cannot be made ({})", folder.string(), std::strerror(errno)),
        "name another place with --db or KITH_DB");
  }
}

std::vector<fs::path> open_to_others(const fs::path& database) {
  std::vector<fs::path> files{database, database.string() + "-wal", database.string() + "-shm"};
  std::error_code failure;
  const fs::path backups = backup_folder(database);
  if (fs::is_directory(backups, failure)) {
    files.push_back(backups);
    for (const fs::directory_entry& entry : fs::directory_iterator(backups, failure)) {
      files.push_back(entry.path());
    }
  }
  std::erase_if(files, [](const fs::path& file) {
    struct stat facts {};
    constexpr mode_t kOthers = 077;
    return ::stat(file.c_str(), &facts) != 0 || (facts.st_mode & kOthers) == 0;
  });
  return files;
}

DatabaseDraft::DatabaseDraft(fs::path target)
    : target_(std::move(target)),
      path_(target_.string() + fmt::format(".new-{}", ::getpid())),
      unfinished_(path_) {
  ::unlink(path_.c_str());  // left by a program that was killed: its process number is ours now
  const int descriptor = ::open(path_.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, kPrivateFile);
  if (descriptor < 0) {
    cannot_make(target_, errno);
  }
  ::fchmod(descriptor, kPrivateFile);  // whatever the umask
  ::close(descriptor);
}

DatabaseDraft::~DatabaseDraft() {
  for (const char* suffix : {"", "-wal", "-shm", "-journal"}) {
    std::error_code ignored;
    fs::remove(path_.string() + suffix, ignored);
  }
}

void DatabaseDraft::sync() const {
  const int descriptor = ::open(path_.c_str(), O_RDWR | O_CLOEXEC);
  const bool synced = descriptor >= 0 && ::fsync(descriptor) == 0;
  const int error = errno;
  ::close(descriptor);
  if (!synced) {
    cannot_make(target_, error);
  }
}

bool DatabaseDraft::keep() {
  sync();
  if (::link(path_.c_str(), target_.c_str()) == 0) {
    sync_folder(target_);
    return true;
  }
  if (errno == EEXIST || fs::exists(target_)) {
    return false;
  }
  replace();  // a file system without hard links
  return true;
}

void DatabaseDraft::replace() {
  sync();
  if (::rename(path_.c_str(), target_.c_str()) != 0) {
    cannot_make(target_, errno);
  }
  sync_folder(target_);
}

void require_kith(Connection& db) {
  if (application_id(db) != kApplicationId) {
    throw DamagedError(fmt::format("{}: no database of kith's", db.file().string()),
                       "the file was left as it is; name another with --db or KITH_DB");
  }
}

std::unique_ptr<Connection> open_database(const fs::path& file, const Key& key) {
  std::error_code failure;
  const fs::file_status status = fs::status(file, failure);
  if (status.type() == fs::file_type::not_found) {
    create(file, key);
  } else if (status.type() == fs::file_type::none) {
    throw StoreError(fmt::format("{}: cannot be reached ({})", file.string(), failure.message()),
                     "check the path and its permissions");
  } else if (status.type() == fs::file_type::directory) {
    throw StoreError(fmt::format("{}: is a folder", file.string()), "name a file in it");
  } else if (fs::is_regular_file(status) && fs::file_size(file, failure) == 0) {
    throw StoreError(fmt::format("{}: an empty file, no database", file.string()),
                     "remove it to begin anew, or name another with --db or KITH_DB");
  }
  const bool may_write = ::faccessat(AT_FDCWD, file.c_str(), W_OK, AT_EACCESS) == 0;
  auto db =
      std::make_unique<Connection>(file, may_write ? Access::read_write : Access::read_only, key);
  set_up(*db);
  require_kith(*db);
  if (db->access() == Access::read_write || schema_version(*db) > newest_schema()) {
    migrate(*db);
  } else if (schema_version(*db) < newest_schema()) {
    throw StoreError(
        fmt::format("{}: made by an older kith, and it can only be read", file.string()),
        "make it writable once, so that it can be brought up to date");
  }
  return db;
}

std::unique_ptr<Connection> open_database_in_memory() {
  auto db = std::make_unique<Connection>();
  set_up(*db);
  migrate(*db);
  return db;
}

}  // namespace kith

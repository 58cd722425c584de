// The store: opening and creating the file, and the one door through which it is written.
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fmt/format.h>
#include <sqlite3.h>

#include "store/changeset.hpp"
#include "store/connection.hpp"
#include "store/index_keeper.hpp"
#include "store/schema.hpp"
#include <kith/error.hpp>
#include <kith/store/fact_repo.hpp>
#include <kith/store/follow_up_repo.hpp>
#include <kith/store/interaction_repo.hpp>
#include <kith/store/journal.hpp>
#include <kith/store/link_repo.hpp>
#include <kith/store/map_repo.hpp>
#include <kith/store/name_index.hpp>
#include <kith/store/origin_repo.hpp>
#include <kith/store/person_repo.hpp>
#include <kith/store/rhythm_repo.hpp>
#include <kith/store/setting_repo.hpp>
#include <kith/store/store.hpp>
#include <kith/store/text_index.hpp>

namespace kith {

namespace fs = std::filesystem;

namespace {

constexpr int kBusyTimeoutMs = 5000;

void set_up(Connection& db) {
  sqlite3_busy_timeout(db.handle(), kBusyTimeoutMs);
  sqlite3_extended_result_codes(db.handle(), 1);
  sqlite3_db_config(db.handle(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  db.execute(
      "PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY;"
      "PRAGMA trusted_schema = OFF; PRAGMA cache_size = -8000");
}

/// Makes the missing folders of `folder`, each private.
void make_private_folders(const fs::path& folder) {
  if (folder.empty() || fs::is_directory(folder)) {
    return;
  }
  make_private_folders(folder.parent_path());
  constexpr mode_t kPrivate = 0700;
  if (::mkdir(folder.c_str(), kPrivate) != 0 && errno != EEXIST) {
    throw StoreError(
        fmt::format("{}: the folder cannot be made ({})", folder.string(), std::strerror(errno)),
        "name another place with --db or KITH_DB");
  }
}

/// A file that is removed unless it was put in its place.
class Draft {
 public:
  explicit Draft(const fs::path& target)
      : path_(target.string() + fmt::format(".new-{}", ::getpid())) {
    constexpr mode_t kPrivate = 0600;
    ::unlink(path_.c_str());  // left by a program that was killed: its process number is ours now
    const int descriptor = ::open(path_.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, kPrivate);
    if (descriptor < 0) {
      throw StoreError(
          fmt::format("{}: it cannot be made ({})", target.string(), std::strerror(errno)),
          "check the folder's permissions, or name another place with --db or KITH_DB");
    }
    ::fchmod(descriptor, kPrivate);  // whatever the umask
    ::close(descriptor);
  }
  Draft(const Draft&) = delete;
  Draft& operator=(const Draft&) = delete;
  ~Draft() {
    for (const char* suffix : {"", "-wal", "-shm", "-journal"}) {
      std::error_code ignored;
      fs::remove(path_.string() + suffix, ignored);
    }
  }
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

/// Makes a complete new database beside `file`, then gives it its name: nobody ever sees half of
/// one, and one that another process has just made is not touched.
void create(const fs::path& file) {
  make_private_folders(file.parent_path());
  const Draft draft(file);
  {
    Connection db(draft.path(), Access::read_write);
    set_up(db);
    migrate(db);
    // Readers and a writer side by side; a file system that cannot (a network drive) says "delete"
    // here and works, one at a time.
    db.execute("PRAGMA journal_mode = WAL");
  }
  if (::link(draft.path().c_str(), file.c_str()) == 0 || errno == EEXIST) {
    return;
  }
  // A file system without hard links.
  if (::rename(draft.path().c_str(), file.c_str()) != 0) {
    throw StoreError(fmt::format("{}: it cannot be made ({})", file.string(), std::strerror(errno)),
                     "check the folder's permissions, or name another place with --db or KITH_DB");
  }
}

void require_kith(Connection& db) {
  const bool is_kith = application_id(db) == kApplicationId;
  if (!is_kith) {
    throw StoreError(fmt::format("{}: no database of kith's", db.file().string()),
                     "the file was left as it is; name another with --db or KITH_DB");
  }
}

std::unique_ptr<Connection> open(const fs::path& file) {
  std::error_code failure;
  const fs::file_status status = fs::status(file, failure);
  if (status.type() == fs::file_type::not_found) {
    create(file);
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
  auto db = std::make_unique<Connection>(file, may_write ? Access::read_write : Access::read_only);
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

std::unique_ptr<Connection> open_in_memory() {
  auto db = std::make_unique<Connection>();
  set_up(*db);
  migrate(*db);
  return db;
}

}  // namespace

/// The connection and everything that works on it, in an order in which it can be taken down.
struct Store::Parts {
  Parts(std::unique_ptr<Connection> connection, const Clock& the_clock)
      : db(std::move(connection)),
        clock(the_clock),
        keeper(*db, clock),
        people(*db, clock),
        interactions(*db, clock),
        facts(*db, clock),
        follow_ups(*db, clock),
        links(*db, clock),
        settings(*db),
        origins(*db),
        names(*db),
        texts(*db),
        rhythms(*db),
        maps(*db),
        journal(*db, keeper) {}

  std::unique_ptr<Connection> db;
  const Clock& clock;
  IndexKeeper keeper;
  PersonRepo people;
  InteractionRepo interactions;
  FactRepo facts;
  FollowUpRepo follow_ups;
  LinkRepo links;
  SettingRepo settings;
  OriginRepo origins;
  NameIndex names;
  TextIndex texts;
  RhythmRepo rhythms;
  MapRepo maps;
  Journal journal;
};

Store::Store(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Store::Store(const fs::path& file, const Clock& clock)
    : Store(std::make_unique<Parts>(open(file), clock)) {}
Store Store::in_memory(const Clock& clock) {
  return Store(std::make_unique<Parts>(open_in_memory(), clock));
}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

PersonRepo& Store::people() { return parts_->people; }
InteractionRepo& Store::interactions() { return parts_->interactions; }
FactRepo& Store::facts() { return parts_->facts; }
FollowUpRepo& Store::follow_ups() { return parts_->follow_ups; }
LinkRepo& Store::links() { return parts_->links; }
SettingRepo& Store::settings() { return parts_->settings; }
OriginRepo& Store::origins() { return parts_->origins; }
NameIndex& Store::names() { return parts_->names; }
TextIndex& Store::texts() { return parts_->texts; }
RhythmRepo& Store::rhythms() { return parts_->rhythms; }
MapRepo& Store::maps() { return parts_->maps; }
Journal& Store::journal() { return parts_->journal; }
const Clock& Store::clock() const { return parts_->clock; }

void Store::read_in_place() { parts_->db->execute("PRAGMA mmap_size = 1073741824"); }

void Store::transact(Mode mode, std::string_view label, const std::function<void()>& work) {
  Connection& db = *parts_->db;
  if (mode == Mode::read) {
    Transaction transaction(db, "BEGIN");
    work();
    transaction.commit();
    return;
  }
  if (db.access() == Access::read_only) {
    db.fail(SQLITE_READONLY, {});
  }
  Transaction transaction(db, "BEGIN IMMEDIATE");
  const Recorder recorder(db);
  work();
  if (mode == Mode::rehearse) {
    return;  // rolled back
  }
  const Bytes changes = recorder.changeset();
  if (!changes.empty()) {
    parts_->keeper.follow(changes);
    Query(db, "INSERT INTO change(at, label, changes) VALUES(?1, ?2, ?3)")
        .with(parts_->clock.now(), label, changes)
        .run();
  }
  transaction.commit();
}

}  // namespace kith

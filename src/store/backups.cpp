// Copies of the whole database: made while others write, verified, and put back.
#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <set>
#include <string_view>
#include <utility>

#include <fmt/format.h>
#include <sqlite3.h>

#include "store/connection.hpp"
#include "store/database_file.hpp"
#include "store/encryption.hpp"
#include "store/replaced.hpp"
#include "store/schema.hpp"
#include <kith/error.hpp>
#include <kith/store/backups.hpp>

namespace kith {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kDraftMark = ".new-";
constexpr const char* kOneFile =
    "PRAGMA journal_mode = DELETE";  // no log beside it when it is read

BackupContents contents_of(Connection& db) {
  Query query(db, R"sql(
    SELECT (SELECT count(*) FROM person), (SELECT count(*) FROM interaction),
           (SELECT page_count * page_size FROM pragma_page_count, pragma_page_size))sql");
  query.step();
  return {.people = static_cast<std::size_t>(query.integer(0)),
          .interactions = static_cast<std::size_t>(query.integer(1)),
          .bytes = static_cast<std::uintmax_t>(query.integer(2))};
}

/// Reads every page of it. Throws StoreError.
BackupContents verified(Connection& db) {
  require_kith(db);
  if (schema_version(db) > newest_schema()) {
    throw StoreError(fmt::format("{}: written by a newer kith than this one", db.file().string()),
                     "update kith; the file was left as it is");
  }
  Query check(db, "PRAGMA integrity_check(1)");
  const std::string said = check.step() ? check.text(0) : "";
  constexpr std::string_view kUnread = "unable to get the page. error code=";
  if (const auto at = said.find(kUnread); at != std::string::npos) {
    // What the disk refused once may be whole all the same.
    const int code = std::atoi(said.c_str() + at + kUnread.size());
    if ((code & 0xff) == SQLITE_IOERR) {
      db.fail(code, sqlite3_errstr(code));
    }
  }
  if (said != "ok") {
    throw DamagedError(fmt::format("{}: damaged", db.file().string()),
                       "take an older one: they lie in the folder \"backups\" beside the database");
  }
  return contents_of(db);
}

/// Opens it anew: what counts is what reached the file.
BackupContents examined(const fs::path& file, const Key& key) {
  const auto look = [&] {
    Connection db(file, Access::read_only, key);
    set_up(db);
    return verified(db);
  };
  try {
    return look();
  } catch (const DamagedError&) {
    // SQLite calls a schema damaged that the disk refused to read: nothing is given up at one look.
    return look();
  }
}

/// Reads the day out of "kith-2026-03-20.db".
std::optional<Date> day_of(const fs::path& file, const std::string& stem) {
  const std::string name = file.filename().string();
  constexpr std::size_t kDay = 10;
  if (name.size() != stem.size() + 1 + kDay + 3 || !name.starts_with(stem + "-") ||
      !name.ends_with(".db")) {
    return std::nullopt;
  }
  return parse_iso_date(std::string_view{name}.substr(stem.size() + 1, kDay));
}

std::string stem_of(const fs::path& database) { return database.stem().string(); }

/// Takes away what killed programs left unfinished in `folder` more than a day ago.
void sweep(const fs::path& folder, const std::string& stem) {
  constexpr std::chrono::hours kOld{24};
  std::error_code failure;
  std::vector<fs::path> drafts;
  for (const fs::directory_entry& entry :
       fs::directory_iterator(folder.empty() ? fs::path(".") : folder, failure)) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with(stem) && name.find(kDraftMark) != std::string::npos &&
        entry.last_write_time(failure) + kOld < fs::file_time_type::clock::now()) {
      drafts.push_back(entry.path());
    }
  }
  for (const fs::path& draft : drafts) {
    fs::remove(draft, failure);
  }
}

/// Moves a database that cannot be read, with its log, and gives its name to `draft`. The log goes
/// first: a foreign one beside the new file would be taken for its own.
void swap(const fs::path& database, const fs::path& aside, DatabaseDraft& draft) {
  fs::create_hard_link(database, aside);
  std::error_code ignored;
  fs::rename(database.string() + "-wal", aside.string() + "-wal", ignored);
  fs::remove(database.string() + "-shm", ignored);
  draft.replace();
}

/// Opens the database at `file`, once it was copied to `aside`; null if it cannot be read.
std::unique_ptr<Connection> open_to_replace(const fs::path& file,
                                            const fs::path& aside,
                                            const Key& key) {
  try {
    auto live = std::make_unique<Connection>(file, Access::read_write, key);
    set_up(*live);
    require_kith(*live);
    DatabaseDraft draft(aside);
    {
      Connection copy(draft.path(), Access::read_write, key, draft.target());
      copy.copy_from(*live);
      copy.execute(kOneFile);
    }
    draft.keep();
    return live;
  } catch (const DamagedError&) {
    return nullptr;
  }
}

Restored restore_from(Connection& source,
                      const std::string& name,
                      const fs::path& database,
                      const Key& key,
                      const Clock& clock) {
  Restored done{.now = verified(source)};
  const bool is_there = fs::exists(database);
  make_private_folders(database.parent_path());
  if (is_there) {
    make_private_folders(backup_folder(database));
    done.aside = fs::absolute(aside_of(database, "before-restore", clock));
  }
  DatabaseDraft draft(database);
  {
    Connection next(draft.path(), Access::read_write, key, draft.target());
    next.copy_from(source);
    set_up(next);
    migrate(next);
    record_replaced(next, clock.now(), "restore " + name, done.aside);
    next.execute("PRAGMA journal_mode = WAL");
  }
  if (!is_there) {
    if (!draft.keep()) {
      throw ConflictError(database.string() + ": has just been made by another program",
                          "do it again");
    }
    return done;
  }
  if (const auto live = open_to_replace(database, done.aside, key)) {
    Connection next(draft.path(), Access::read_only, key);
    live->copy_from(next);
  } else {
    swap(database, done.aside, draft);
  }
  return done;
}

}  // namespace

BackupContents Backups::copy_to(const fs::path& file) const {
  if (fs::exists(fs::symlink_status(file))) {
    throw ConflictError(file.string() + ": is there already", "name another file");
  }
  DatabaseDraft draft(file);
  {
    Connection copy(draft.path(), Access::read_write, db_.key(), draft.target());
    copy.copy_from(db_);
    copy.execute(kOneFile);
  }
  const BackupContents contents = examined(draft.path(), db_.key());
  if (!draft.keep()) {
    throw ConflictError(file.string() + ": is there already", "name another file");
  }
  return contents;
}

BackupImage Backups::image() const {
  BackupImage image{.bytes = db_.image(), .contents = contents_of(db_)};
  image.contents.bytes = image.bytes.size();
  return image;
}

void Backups::make_daily(const fs::path& folder, Date day, const BackupPlan& plan) const {
  const fs::path file = folder / daily_backup(db_.file(), day).filename();
  if (fs::exists(file)) {
    return;
  }
  make_private_folders(folder);
  try {
    copy_to(file);
  } catch (const ConflictError&) {
    return;  // another kith was faster
  }
  const std::string stem = stem_of(db_.file());
  std::vector<Date> days;
  std::error_code failure;  // where the folder cannot be read, all of it stays
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, failure)) {
    if (const auto of = day_of(entry.path(), stem)) {
      days.push_back(*of);
    }
  }
  for (const Date old : no_longer_kept(days, plan)) {
    std::error_code ignored;
    fs::remove(folder / daily_backup(db_.file(), old).filename(), ignored);
  }
  sweep(folder, stem);
  sweep(db_.file().parent_path(), stem);
}

fs::path aside_of(const fs::path& database, std::string_view why, const Clock& clock) {
  const auto since_midnight =
      std::chrono::floor<std::chrono::minutes>(clock.now().time_since_epoch()) %
      std::chrono::hours{24};
  const auto minutes = static_cast<int>(since_midnight.count());
  const std::string base = fmt::format("{}-{}-{}-{:02}{:02}",
                                       stem_of(database),
                                       why,
                                       to_string(clock.today()),
                                       minutes / 60,
                                       minutes % 60);
  const fs::path folder = backup_folder(database);
  fs::path aside = folder / (base + ".db");
  for (int count = 2; fs::exists(aside); ++count) {
    aside = folder / fmt::format("{}-{}.db", base, count);
  }
  return aside;
}

fs::path backup_folder(const fs::path& database) { return database.parent_path() / "backups"; }

fs::path daily_backup(const fs::path& database, Date day) {
  return backup_folder(database) / fmt::format("{}-{}.db", stem_of(database), to_string(day));
}

std::vector<Date> no_longer_kept(std::vector<Date> days, const BackupPlan& plan) {
  std::ranges::sort(days, std::ranges::greater{});
  std::set<Date> kept;
  // The latest backup of each of the last `count` periods that have one.
  const auto keep = [&](int count, auto period_of) {
    std::set<decltype(period_of(days.front()))> periods;
    for (const Date day : days) {
      if (static_cast<int>(periods.size()) < count && periods.insert(period_of(day)).second) {
        kept.insert(day);
      }
    }
  };
  keep(plan.days, [](Date day) { return day; });
  keep(plan.weeks, [](Date day) { return monday_of(day); });
  keep(plan.months, [](Date day) { return Date{day.year(), day.month(), std::chrono::day{1}}; });
  std::erase_if(days, [&](Date day) { return kept.contains(day); });
  return days;
}

BackupContents examine_backup(const fs::path& file, const Key& key) {
  if (!fs::exists(file)) {
    throw NotFoundError(file.string() + ": no such file");
  }
  if (fs::is_directory(file)) {
    throw StoreError(file.string() + ": is a folder", "name the file in it");
  }
  return examined(file, key_for(file, key));
}

BackupImage examined_image(std::vector<std::uint8_t> bytes, const std::string& name) {
  Connection db(bytes, name);
  BackupImage image{.contents = verified(db)};
  image.bytes = std::move(bytes);
  return image;
}

Restored restore(const fs::path& backup,
                 const fs::path& database,
                 const Key& key,
                 const Clock& clock) {
  examine_backup(backup, key);
  Connection source(backup, Access::read_only, key_for(backup, key));
  set_up(source);
  return restore_from(source, backup.filename().string(), database, key, clock);
}

Restored restore_image(const std::vector<std::uint8_t>& image,
                       const std::string& name,
                       const fs::path& database,
                       const Key& key,
                       const Clock& clock) {
  Connection source(image, name);
  return restore_from(source, name, database, key, clock);
}

}  // namespace kith

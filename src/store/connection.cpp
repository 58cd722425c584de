// One open database file: statements, values on disk, and failures in words.
#include "store/connection.hpp"

#include <algorithm>
#include <utility>

#include <SQLiteCpp/Backup.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include "store/block_pool.hpp"
#include "store/encryption.hpp"
#include <kith/error.hpp>

namespace kith {
namespace {

/// One thread uses a connection, so SQLite need not lock each call against others.
int open_flags(Access access) {
  return SQLite::OPEN_NOMUTEX |
         (access == Access::read_write ? SQLite::OPEN_READWRITE : SQLite::OPEN_READONLY);
}

/// kith has one thread, so SQLite need not lock its allocator, nor keep counts that nobody reads.
void configure_once() {
  static const bool done = [] {
    sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
#ifndef KITH_SANITIZED  // whose eyes end at the edge of a piece
    sqlite3_config(SQLITE_CONFIG_MALLOC, &pooled_memory());
#endif
    return true;
  }();
  static_cast<void>(done);
}

SQLite::Database open_file(const std::filesystem::path& file, Access access) {
  configure_once();
  // ":memory:" and "file:…" are no files to SQLite unless something stands before them.
  const std::string name = file.string();
  const bool is_special = name.starts_with(':') || name.starts_with("file:");
  try {
    return {is_special ? "./" + name : name, open_flags(access)};
  } catch (const SQLite::Exception& failure) {
    throw StoreError(fmt::format("{}: cannot be opened ({})", name, failure.what()),
                     "check the path and its permissions, or name another file with --db");
  }
}

}  // namespace

Connection::Connection(const std::filesystem::path& file,
                       Access access,
                       Key key,
                       const std::filesystem::path& called)
    : file_(called.empty() ? file : called),
      access_(access),
      key_(std::move(key)),
      db_(open_file(file, access)) {
  if (!key_.is_set()) {
    return;
  }
  if (is_plain(file)) {
    throw StoreError(
        fmt::format("{}: is not encrypted, and the settings name a key", file_.string()),
        "to encrypt it, move it to another name and kith restore it from there");
  }
  unlock(handle(), key_, file_);
}

Connection::Connection()
    : file_("memory"),
      access_(Access::read_write),
      db_(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE) {}

Connection::Connection(const Bytes& image, const std::string& name)
    : file_(name),
      access_(Access::read_only),
      db_(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE) {
  auto* memory = static_cast<unsigned char*>(sqlite3_malloc64(image.size() + 1));
  if (memory == nullptr) {
    fail(SQLITE_NOMEM, {});
  }
  std::ranges::copy(image, memory);
  const auto size = static_cast<sqlite3_int64>(image.size());
  const int code =
      sqlite3_deserialize(handle(),
                          "main",
                          memory,
                          size,
                          size,
                          SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_READONLY);
  if (code != SQLITE_OK) {
    fail(code, sqlite3_errstr(code));
  }
}

void Connection::copy_from(Connection& source) {
  if (key_.is_set() && !source.key_.is_set()) {
    encrypt_into(*this, source.image());
    return;
  }
  const auto failed = [&](int code, std::string_view message) {
    if (source.key_.is_set() && code == SQLITE_ERROR) {
      source.fail(SQLITE_CORRUPT, message);  // a page that is not as SQLCipher wrote it
    }
    fail(code, message);
  };
  try {
    SQLite::Backup backup(db_, source.db_);
    if (const int code = backup.executeStep(-1); code != SQLITE_DONE) {
      failed(code, sqlite3_errstr(code));  // busy, or locked: it does not throw for these
    }
  } catch (const SQLite::Exception& failure) {
    const int code = failure.getExtendedErrorCode();
    failed(code > 0 ? code : failure.getErrorCode(), failure.what());
  }
}

Bytes Connection::image() {
  const Transaction snapshot(*this, "BEGIN");
  Query(*this, "SELECT count(*) FROM sqlite_schema").step();  // from here on it is one moment
  sqlite3_int64 size = 0;
  const std::unique_ptr<unsigned char, decltype(&sqlite3_free)> bytes(
      sqlite3_serialize(handle(), "main", &size, 0), &sqlite3_free);
  if (bytes == nullptr) {
    fail(SQLITE_NOMEM, {});
  }
  Bytes image(bytes.get(), bytes.get() + size);
  // Bytes 18 and 19 say "write-ahead log" (2), which a database in memory cannot have: see "The
  // Database Header" of SQLite's file format.
  constexpr std::size_t kWriteVersion = 18;
  constexpr std::size_t kReadVersion = 19;
  if (image.size() > kReadVersion) {
    image[kWriteVersion] = 1;
    image[kReadVersion] = 1;
  }
  return image;
}

Connection::~Connection() {
  idle_.clear();  // a statement that outlives its database aborts
}

void Connection::fail(int code, std::string_view message) const {
  const std::string name = file_.string();
  if (code == SQLITE_CONSTRAINT_FOREIGNKEY) {
    throw NotFoundError("what this belongs to is not there", "look again: it may just have gone");
  }
  if (code == SQLITE_ERROR && message == "unsupported file format") {
    code = SQLITE_NOTADB;  // a header of which a byte or two are wrong
  }
  if (code == SQLITE_ERROR && message.starts_with("no such ")) {
    code = SQLITE_CORRUPT;  // "no such column": the schema, which is text in the file, is not ours
  }
  switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      throw StoreError(fmt::format("{}: another program is using it", name),
                       "try again in a moment");
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      throw DamagedError(fmt::format("{}: damaged, or no database of kith's", name),
                         "leave the file as it is, and go back to a copy of it");
    case SQLITE_FULL:
      throw StoreError(fmt::format("{}: the disk is full; nothing was changed", name),
                       "make room, then do it again");
    case SQLITE_READONLY:
      throw StoreError(fmt::format("{}: it can only be read", name),
                       "check the permissions of the file and of its folder");
    case SQLITE_PERM:
    case SQLITE_AUTH:
    case SQLITE_CANTOPEN:
      throw StoreError(fmt::format("{}: no permission to use it, or its folder is gone", name),
                       "check the path and its permissions, or name another file with --db");
    case SQLITE_IOERR:
      throw StoreError(
          fmt::format("{}: reading or writing it failed ({}); nothing was changed", name, message),
          "check the disk and how much of it is free");
    case SQLITE_TOOBIG:
    case SQLITE_NOMEM:
      throw StoreError(fmt::format("{}: too large to handle", name));
    default:
      throw std::runtime_error(fmt::format("SQLite: {} (code {})", message, code));
  }
}

void Connection::execute(const char* sql) {
  try {
    db_.exec(sql);
  } catch (const SQLite::Exception& failure) {
    fail(failure.getExtendedErrorCode(), failure.what());
  }
}

void EndStatement::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

Statement Connection::borrow(const char* sql) {
  if (const auto found = idle_.find(sql); found != idle_.end() && found->second) {
    return std::move(found->second);
  }
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v2(handle(), sql, -1, &statement, nullptr) != SQLITE_OK) {
    fail(sqlite3_extended_errcode(handle()), sqlite3_errmsg(handle()));
  }
  return Statement(statement);
}

void Connection::give_back(const char* sql, Statement statement) noexcept {
  try {
    sqlite3_reset(statement.get());
    sqlite3_clear_bindings(statement.get());
    idle_[sql] = std::move(statement);
  } catch (...) {
    // It is dropped, and prepared anew the next time.
  }
}

void Query::require_ok(int code) const {
  if (code != SQLITE_OK) {
    db_.fail(sqlite3_extended_errcode(db_.handle()), sqlite3_errmsg(db_.handle()));
  }
}

bool Query::step() {
  if (has_ended_) {
    db_.fail(SQLITE_MISUSE, "the statement has come to its end");  // it would begin anew
  }
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) {
    return true;
  }
  has_ended_ = true;
  require_ok(code == SQLITE_DONE ? SQLITE_OK : code);
  return false;
}

bool Query::is_null(int column) const {
  return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}

std::int64_t Query::integer(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}

double Query::real(int column) const { return sqlite3_column_double(statement_.get(), column); }

std::string_view Query::view(int column) const {
  const auto* data = static_cast<const char*>(sqlite3_column_blob(statement_.get(), column));
  const int size = sqlite3_column_bytes(statement_.get(), column);
  return data == nullptr ? std::string_view{}
                         : std::string_view(data, static_cast<std::size_t>(size));
}

Bytes Query::blob(int column) const {
  const std::string_view bytes = view(column);
  return {bytes.begin(), bytes.end()};
}

Uid Query::uid(int column) const {
  const std::string_view bytes = view(column);
  Uid uid;
  if (bytes.size() == uid.bytes.size()) {
    std::copy(bytes.begin(), bytes.end(), uid.bytes.begin());
  }
  return uid;
}

std::optional<Date> Query::maybe_date(int column) const {
  return is_null(column) ? std::nullopt : std::optional<Date>(date(column));
}

Instant Query::instant(int column) const { return Instant{std::chrono::seconds{integer(column)}}; }

PartialDate Query::partial_date(int column) const {
  PartialDate date;
  if (!is_null(column)) {
    date.year = static_cast<int>(integer(column));
  }
  if (!is_null(column + 1)) {
    date.month = static_cast<unsigned>(integer(column + 1));
  }
  if (!is_null(column + 2)) {
    date.day = static_cast<unsigned>(integer(column + 2));
  }
  return date;
}

void Query::bind(int at, std::int64_t value) {
  require_ok(sqlite3_bind_int64(statement_.get(), at, value));
}

void Query::bind(int at, double value) {
  require_ok(sqlite3_bind_double(statement_.get(), at, value));
}

void Query::bind(int at, std::string_view value) {
  const char* text = value.data() == nullptr ? "" : value.data();  // no pointer would be NULL
  require_ok(
      sqlite3_bind_text64(statement_.get(), at, text, value.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
}

void Query::bind(int at, const Bytes& value) {
  require_ok(
      sqlite3_bind_blob64(statement_.get(), at, value.data(), value.size(), SQLITE_TRANSIENT));
}

void Query::bind(int at, const Uid& value) {
  require_ok(sqlite3_bind_blob64(
      statement_.get(), at, value.bytes.data(), value.bytes.size(), SQLITE_TRANSIENT));
}

void Query::bind(int at, Instant value) {
  bind(at,
       static_cast<std::int64_t>(
           std::chrono::floor<std::chrono::seconds>(value).time_since_epoch().count()));
}

void Query::bind(int at, std::nullopt_t) { require_ok(sqlite3_bind_null(statement_.get(), at)); }

namespace {

/// A number that changes whenever somebody else commits; nothing if it cannot be read just now.
std::optional<std::int64_t> data_version(Connection& db) {
  try {
    Query query(db, "PRAGMA data_version");
    query.step();
    return query.integer(0);
  } catch (const StoreError&) {
    return std::nullopt;
  }
}

}  // namespace

Transaction::Transaction(Connection& db, const char* begin) : db_(db) {
  if (std::string_view(begin) == "BEGIN") {
    db_.execute(begin);  // locks nothing yet
    return;
  }
  constexpr int kMostWaits = 12;  // of five seconds each
  for (int waits = 1;; ++waits) {
    const auto before = data_version(db_);
    try {
      db_.execute(begin);
      return;
    } catch (const StoreError&) {
      // A crowd is no lock that lasts: SQLite gives it to whoever asks in the right moment.
      const bool is_busy = (sqlite3_errcode(db_.handle()) & 0xff) == SQLITE_BUSY;
      if (!is_busy || waits == kMostWaits || !before || data_version(db_) == before) {
        throw;
      }
    }
  }
}

Transaction::~Transaction() {
  if (!open_) {
    return;
  }
  try {
    db_.execute("ROLLBACK");
  } catch (...) {
    // SQLite has rolled back on its own (a full disk, an I/O error): nothing is left to do.
  }
}

void Transaction::commit() {
  db_.execute("COMMIT");
  open_ = false;
}

}  // namespace kith

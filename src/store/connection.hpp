// One open database file: prepared statements kept for reuse, and SQLite's failures turned into
// ours.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <SQLiteCpp/Database.h>

#include <kith/domain/uid.hpp>
#include <kith/store/key.hpp>
#include <kith/time/clock.hpp>
#include <kith/time/date.hpp>

struct sqlite3;
struct sqlite3_stmt;

namespace kith {

using Bytes = std::vector<std::uint8_t>;

enum class Access { read_write, read_only };

struct EndStatement {
  void operator()(sqlite3_stmt* statement) const;
};
/// SQLite's own: SQLiteCpp's counts owners at each column that is read, and copies each text twice.
using Statement = std::unique_ptr<sqlite3_stmt, EndStatement>;

class Connection {
 public:
  /// Opens an existing file; errors call it `called`, or by its path. Throws StoreError; also if
  /// there is a key and the file is plain, or the key does not fit.
  Connection(const std::filesystem::path& file,
             Access access,
             Key key,
             const std::filesystem::path& called = {});
  /// A database in memory.
  Connection();
  /// A database in memory with the content of a file; errors call it `name`. Throws StoreError.
  Connection(const Bytes& image, const std::string& name);
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  ~Connection();

  const std::filesystem::path& file() const { return file_; }
  Access access() const { return access_; }
  const Key& key() const { return key_; }
  sqlite3* handle() { return db_.getHandle(); }

  /// Runs statements that have neither parameters nor results.
  void execute(const char* sql);
  std::int64_t last_id() { return db_.getLastInsertRowid(); }
  /// Rows that the last statement changed.
  int changes() { return db_.getChanges(); }

  /// Makes this database the same as `source`, page by page, in one transaction; others may write
  /// to `source` meanwhile. From a plain database to an encrypted one, which must be empty, it
  /// copies row by row. Throws StoreError.
  void copy_from(Connection& source);
  /// The bytes of its file; in plain, if that is encrypted.
  Bytes image();

  /// Throws what a failed SQLite call means to a person; `code` is SQLite's.
  [[noreturn]] void fail(int code, std::string_view message) const;

 private:
  friend class Query;
  /// A statement for `sql`, whose address is its name: pass string literals only.
  Statement borrow(const char* sql);
  void give_back(const char* sql, Statement statement) noexcept;

  std::filesystem::path file_;
  Access access_;
  Key key_{};
  SQLite::Database db_;
  std::unordered_map<const char*, Statement> idle_;
};

/// One run of a statement. Values of our own types have one form on disk, and this is where they
/// take it: see docs/database.md.
class Query {
 public:
  Query(Connection& db, const char* sql) : db_(db), sql_(sql), statement_(db.borrow(sql)) {}
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;
  ~Query() { db_.give_back(sql_, std::move(statement_)); }

  /// Binds ?1, ?2, … in order.
  template <class... Values>
  Query& with(const Values&... values) {
    int at = 0;
    (bind(++at, values), ...);
    return *this;
  }

  /// True while there is a row to read.
  bool step();
  /// Runs a statement that gives no rows.
  void run() {
    while (step()) {
    }
  }

  bool is_null(int column) const;
  std::int64_t integer(int column) const;
  double real(int column) const;
  std::string text(int column) const { return std::string(view(column)); }
  /// The same where it lies: it is gone with the next step.
  std::string_view view(int column) const;
  Bytes blob(int column) const;
  bool boolean(int column) const { return integer(column) != 0; }
  Uid uid(int column) const;
  Date date(int column) const { return from_day_number(static_cast<int>(integer(column))); }
  std::optional<Date> maybe_date(int column) const;
  Instant instant(int column) const;
  /// Year, month and day in three columns from `column` on.
  PartialDate partial_date(int column) const;
  template <class Id>
  Id id(int column) const {
    return static_cast<Id>(integer(column));
  }

 private:
  void bind(int at, std::int64_t value);
  void bind(int at, int value) { bind(at, static_cast<std::int64_t>(value)); }
  void bind(int at, std::size_t value) { bind(at, static_cast<std::int64_t>(value)); }
  void bind(int at, bool value) { bind(at, static_cast<std::int64_t>(value ? 1 : 0)); }
  void bind(int at, double value);
  void bind(int at, std::string_view value);
  void bind(int at, const std::string& value) { bind(at, std::string_view{value}); }
  void bind(int at, const char* value) { bind(at, std::string_view{value}); }
  void bind(int at, const Bytes& value);
  void bind(int at, const Uid& value);
  void bind(int at, const Date& value) {
    bind(at, static_cast<std::int64_t>(to_day_number(value)));
  }
  void bind(int at, Instant value);
  void bind(int at, std::nullopt_t value);
  template <class Id>
  requires std::is_enum_v<Id>
  void bind(int at, Id value) { bind(at, static_cast<std::int64_t>(value)); }
  template <class T>
  void bind(int at, const std::optional<T>& value) {
    if (value) {
      bind(at, *value);
    } else {
      bind(at, std::nullopt);
    }
  }
  void require_ok(int code) const;

  Connection& db_;
  const char* sql_;
  Statement statement_;
  bool has_ended_ = false;
};

/// The known parts of a partial date as three values to bind.
struct DateColumns {
  std::optional<int> year{};
  std::optional<int> month{};
  std::optional<int> day{};
  explicit DateColumns(const PartialDate& date)
      : year(date.year),
        month(date.month ? std::optional<int>(static_cast<int>(*date.month)) : std::nullopt),
        day(date.day ? std::optional<int>(static_cast<int>(*date.day)) : std::nullopt) {}
};

/// A transaction that is rolled back unless it is committed.
class Transaction {
 public:
  /// `begin` is "BEGIN" (to read) or "BEGIN IMMEDIATE" (to write). Waits for five seconds while
  /// another holds the lock, and on for a minute while others come and go. Throws StoreError.
  Transaction(Connection& db, const char* begin);
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction();
  void commit();

 private:
  Connection& db_;
  bool open_ = true;
};

}  // namespace kith

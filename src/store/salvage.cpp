// Saving what can be read of a damaged database, row by row, around the places that cannot.
#include <algorithm>
#include <fstream>
#include <iterator>
#include <optional>
#include <string_view>

#include <fmt/format.h>
#include <sqlite3.h>

#include "store/connection.hpp"
#include "store/database_file.hpp"
#include "store/encryption.hpp"
#include "store/index_keeper.hpp"
#include "store/schema.hpp"
#include <kith/error.hpp>
#include <kith/store/doctor.hpp>

namespace kith {

namespace fs = std::filesystem;

namespace {

using Statement = std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)>;

Statement prepared(sqlite3* db, const std::string& sql) {
  sqlite3_stmt* statement = nullptr;
  sqlite3_prepare_v2(db, sql.c_str(), -1, &statement, nullptr);
  return {statement, &sqlite3_finalize};  // null where the table cannot be read at all
}

/// A row of SQLite's own values, which live as long as their owner.
class Row {
 public:
  explicit Row(sqlite3_stmt* at) {
    for (int column = 0; column < sqlite3_column_count(at); ++column) {
      values_.emplace_back(sqlite3_value_dup(sqlite3_column_value(at, column)),
                           &sqlite3_value_free);
    }
  }
  void bind_to(sqlite3_stmt* statement) const {
    for (std::size_t column = 0; column < values_.size(); ++column) {
      sqlite3_bind_value(statement, static_cast<int>(column) + 1, values_[column].get());
    }
  }
  std::int64_t integer(std::size_t column) const {
    return sqlite3_value_int64(values_[column].get());
  }

 private:
  std::vector<std::unique_ptr<sqlite3_value, decltype(&sqlite3_value_free)>> values_{};
};

void put(Bytes& image, std::size_t at, std::uint32_t value, int bytes) {
  for (int byte = bytes - 1; byte >= 0; --byte) {
    image[at++] = static_cast<std::uint8_t>(value >> (8 * byte));
  }
}

/// The bytes of `file` under a header as it ought to be: SQLite does not look at a file that is
/// shorter than its header says, or whose header is not one. The places are those of "The Database
/// Header" in SQLite's description of its file format.
Bytes with_sound_header(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  Bytes image{std::istreambuf_iterator<char>(in), {}};
  constexpr std::uint32_t kPageSize = 4096;  // all of kith's
  image.resize(std::max<std::size_t>(image.size() / kPageSize, 1) * kPageSize);
  constexpr std::string_view kMagic{"SQLite format 3\0", 16};
  std::ranges::copy(kMagic, image.begin());
  put(image, 16, kPageSize, 2);
  put(image, 18, 0x0101'0040, 4);  // no log, no reserved bytes, and the payload fractions
  put(image, 22, 0x2020, 2);
  put(image, 28, static_cast<std::uint32_t>(image.size() / kPageSize), 4);
  put(image, 44, 4, 4);  // the schema's format
  put(image, 56, 1, 4);  // UTF-8
  put(image, 92, 0, 4);  // so that the size above is not trusted, but taken from the file
  return image;
}

/// A view of a damaged database that does not touch the file. Pages that are still in its log count
/// as well.
std::unique_ptr<Connection> opened(const fs::path& damaged, const Key& key) {
  std::error_code failure;
  const fs::path log = damaged.string() + "-wal";
  const bool has_log = fs::exists(log, failure) && fs::file_size(log, failure) > 0;
  auto db = has_log || key.is_set()
                ? std::make_unique<Connection>(damaged, Access::read_only, key)
                : std::make_unique<Connection>(with_sound_header(damaged), damaged.string());
  try {
    db->execute("PRAGMA writable_schema = ON");  // go on where the schema is not all sound
  } catch (const StoreError&) {
    // Then less of it can be read.
  }
  return db;
}

/// The damaged database, and the way to go on with it.
class Damaged {
 public:
  Damaged(fs::path file, Key key) : file_(std::move(file)), key_(std::move(key)) {}
  sqlite3* handle() { return db_->handle(); }
  /// SQLCipher reads nothing more over a connection that has met a damaged page: true if there is a
  /// new one now.
  bool renew() {
    if (key_.is_set()) {
      db_ = opened(file_, key_);
    }
    return key_.is_set();
  }

 private:
  fs::path file_;
  Key key_;
  std::unique_ptr<Connection> db_ = opened(file_, key_);
};

/// Copies tables from a damaged database to a sound one.
class Rescue {
 public:
  Rescue(Damaged& from, sqlite3* to) : from_(from), to_(to) {}

  /// `key` is the first column of the primary key, an integer by which rows can be asked for one by
  /// one.
  void copy(const std::string& table, const std::string& columns, const std::string& key) {
    const std::size_t count = static_cast<std::size_t>(std::ranges::count(columns, ',')) + 1;
    std::string marks = "?";
    for (std::size_t i = 1; i < count; ++i) {
      marks += ", ?";
    }
    insert_ = prepared(
        to_, fmt::format("INSERT OR IGNORE INTO {}({}) VALUES({})", table, columns, marks));
    const std::string all =
        fmt::format("SELECT {}, {} FROM {} ORDER BY {}", columns, key, table, key);
    const std::optional<std::int64_t> up = walk(all, count);
    if (!up) {
      return;  // every row was read
    }
    from_.renew();
    const std::optional<std::int64_t> down = walk(all + " DESC", count);
    ++lost_;
    if (from_.renew()) {
      return;  // what lies between costs a new connection for each key that is not there
    }
    // What lies between is asked for key by key: each finds its own way through the tree.
    const Statement one = prepared(
        from_.handle(), fmt::format("SELECT {} FROM {} WHERE {} = ?1", columns, table, key));
    constexpr std::int64_t kMost = 5'000'000;
    const std::int64_t last = std::min(down.value_or(*up + kMost), *up + kMost);
    std::int64_t in_vain = 0;
    constexpr std::int64_t kEnough = 100'000;
    for (std::int64_t id = *up; one != nullptr && id <= last && in_vain < kEnough; ++id) {
      sqlite3_reset(one.get());
      sqlite3_bind_int64(one.get(), 1, id);
      bool any = false;
      while (sqlite3_step(one.get()) == SQLITE_ROW) {
        save(Row{one.get()});
        any = true;
      }
      in_vain = any ? 0 : in_vain + 1;
    }
  }

  std::size_t rows() const { return rows_; }
  std::size_t lost() const { return lost_; }

 private:
  /// Saves rows until one cannot be read; returns the key at which that was, nothing at the end.
  std::optional<std::int64_t> walk(const std::string& sql, std::size_t key_column) {
    const Statement query = prepared(from_.handle(), sql);
    std::int64_t last = 0;
    if (query == nullptr) {
      return last;
    }
    int code = SQLITE_ROW;
    while ((code = sqlite3_step(query.get())) == SQLITE_ROW) {
      const Row row{query.get()};
      last = row.integer(key_column);
      save(row);
    }
    return code == SQLITE_DONE ? std::nullopt : std::optional{last};
  }

  void save(const Row& row) {
    row.bind_to(insert_.get());
    const int code = sqlite3_step(insert_.get());
    rows_ += code == SQLITE_DONE ? static_cast<std::size_t>(sqlite3_changes(to_)) : 0;
    lost_ += code == SQLITE_DONE ? 0 : 1;  // no row of kith's: a rule of the table refused it
    sqlite3_reset(insert_.get());
  }

  Damaged& from_;
  sqlite3* to_;
  Statement insert_{nullptr, &sqlite3_finalize};
  std::size_t rows_ = 0;
  std::size_t lost_ = 0;
};

struct Table {
  std::string name{};
  std::string columns{};
  std::string key{};
};

Table described(Connection& db, const char* name) {
  Table table{.name = name};
  Query query(db, "SELECT name, pk FROM pragma_table_info(?1) ORDER BY cid");
  query.with(name);
  while (query.step()) {
    table.columns += (table.columns.empty() ? "" : ", ") + query.text(0);
    if (query.integer(1) == 1) {
      table.key = query.text(0);
    }
  }
  return table;
}

void drop_what_nobody_owns(Connection& db) {
  // Rows whose person or interaction could not be saved; an interaction keeps who is left of it.
  db.execute(R"sql(
    DELETE FROM nickname WHERE person NOT IN (SELECT id FROM person);
    DELETE FROM contact_point WHERE person NOT IN (SELECT id FROM person);
    DELETE FROM membership WHERE person NOT IN (SELECT id FROM person);
    DELETE FROM person_tag WHERE person NOT IN (SELECT id FROM person);
    DELETE FROM participant WHERE person NOT IN (SELECT id FROM person)
      OR (date, interaction) NOT IN (SELECT date, id FROM interaction);
    DELETE FROM mention WHERE person NOT IN (SELECT id FROM person)
      OR interaction NOT IN (SELECT id FROM interaction);
    DELETE FROM interaction_tag WHERE interaction NOT IN (SELECT id FROM interaction);
    DELETE FROM fact WHERE person NOT IN (SELECT id FROM person);
    DELETE FROM follow_up WHERE person NOT IN (SELECT id FROM person);
    UPDATE link SET via = NULL WHERE via NOT IN (SELECT id FROM person);
    DELETE FROM link WHERE a NOT IN (SELECT id FROM person) OR b NOT IN (SELECT id FROM person);
    DELETE FROM origin WHERE person NOT IN (SELECT id FROM person))sql");
}

}  // namespace

Salvaged salvage(const fs::path& damaged,
                 const fs::path& target,
                 const Key& key,
                 const Clock& clock) {
  if (!fs::exists(damaged)) {
    throw NotFoundError(damaged.string() + ": no such file");
  }
  if (fs::exists(fs::symlink_status(target))) {
    throw ConflictError(target.string() + ": is there already", "name another file");
  }
  DatabaseDraft draft(target);
  Salvaged saved;
  {
    Damaged from(damaged, key_for(damaged, key));
    Connection to(draft.path(), Access::read_write, key, draft.target());
    set_up(to);
    migrate(to);
    to.execute("PRAGMA foreign_keys = OFF");
    Transaction transaction(to, "BEGIN IMMEDIATE");
    Rescue rescue(from, to.handle());
    for (const char* name : journalled_tables()) {
      const Table table = described(to, name);
      rescue.copy(table.name, table.columns, table.key);
    }
    drop_what_nobody_owns(to);
    IndexKeeper(to, clock).rebuild();
    Query counts(to, "SELECT (SELECT count(*) FROM person), (SELECT count(*) FROM interaction)");
    counts.step();
    saved = {.people = static_cast<std::size_t>(counts.integer(0)),
             .interactions = static_cast<std::size_t>(counts.integer(1)),
             .rows = rescue.rows(),
             .unreadable = rescue.lost()};
    transaction.commit();
  }
  if (saved.rows == 0) {
    throw StoreError(damaged.string() + ": nothing in it can be read",
                     "kith restore takes a backup: they lie in the folder \"backups\" beside it");
  }
  Connection(draft.path(), Access::read_write, key, draft.target())
      .execute("PRAGMA journal_mode = WAL");
  if (!draft.keep()) {
    throw ConflictError(target.string() + ": is there already", "name another file");
  }
  return saved;
}

}  // namespace kith

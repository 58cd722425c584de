// SQLite's session extension with owners.
#include "store/changeset.hpp"

#include <algorithm>
#include <memory>
#include <string>
#include <utility>

#include <sqlite3.h>

#include "store/schema.hpp"

namespace kith {
namespace {

/// Memory that SQLite allocated.
Bytes taken(void* data, int size) {
  const std::unique_ptr<void, decltype(&sqlite3_free)> owner(data, &sqlite3_free);
  const auto* bytes = static_cast<const std::uint8_t*>(data);
  return bytes == nullptr ? Bytes{} : Bytes(bytes, bytes + size);
}

void require_ok(const Connection& db, int code) {
  if (code != SQLITE_OK) {
    // The session extension's own words for a changeset that is none any more.
    db.fail(code == SQLITE_ERROR ? SQLITE_CORRUPT : code, sqlite3_errstr(code));
  }
}

int refuse(void* /*context*/, int /*reason*/, sqlite3_changeset_iter* /*row*/) {
  return SQLITE_CHANGESET_ABORT;
}

sqlite3_changeset_iter* iterator(void* pointer) {
  return static_cast<sqlite3_changeset_iter*>(pointer);
}

// SQLite's API takes changesets it only reads as non-const pointers.
void* unconst(const Bytes& bytes) {
  return const_cast<std::uint8_t*>(bytes.data());  // NOLINT(cppcoreguidelines-pro-type-const-cast)
}

std::optional<std::int64_t> integer(sqlite3_value* value) {
  if (value == nullptr || sqlite3_value_type(value) == SQLITE_NULL) {
    return std::nullopt;
  }
  return sqlite3_value_int64(value);
}

std::optional<std::string> token(sqlite3_value* value) {
  if (value == nullptr) {
    return std::nullopt;
  }
  const int type = sqlite3_value_type(value);
  if (type == SQLITE_INTEGER) {
    return std::to_string(type) + ':' + std::to_string(sqlite3_value_int64(value));
  }
  const auto* bytes = static_cast<const char*>(sqlite3_value_blob(value));
  const auto size = static_cast<std::size_t>(sqlite3_value_bytes(value));
  std::string text = std::to_string(type) + ':' + std::to_string(size) + ':';
  return bytes == nullptr ? text : text.append(bytes, size);
}

}  // namespace

Recorder::Recorder(Connection& db) : db_(db) {
  require_ok(db_, sqlite3session_create(db_.handle(), "main", &session_));
  for (const char* table : journalled_tables()) {
    if (const int code = sqlite3session_attach(session_, table); code != SQLITE_OK) {
      sqlite3session_delete(session_);
      db_.fail(code, sqlite3_errstr(code));
    }
  }
}

Recorder::~Recorder() { sqlite3session_delete(session_); }

Bytes Recorder::changeset() const {
  int size = 0;
  void* data = nullptr;
  require_ok(db_, sqlite3session_changeset(session_, &size, &data));
  return taken(data, size);
}

bool Recorder::is_empty() const { return sqlite3session_isempty(session_) != 0; }

sqlite3_value* ChangedRow::before(int column) const {
  sqlite3_value* value = nullptr;
  if (kind != Kind::insert) {
    sqlite3changeset_old(iterator(iterator_), column, &value);
  }
  return value;
}

sqlite3_value* ChangedRow::after(int column) const {
  sqlite3_value* value = nullptr;
  if (kind != Kind::remove) {
    sqlite3changeset_new(iterator(iterator_), column, &value);
  }
  return value;
}

std::optional<std::int64_t> ChangedRow::integer_before(int column) const {
  return integer(before(column));
}

std::optional<std::int64_t> ChangedRow::integer_after(int column) const {
  return integer(after(column));
}

std::optional<std::string> ChangedRow::text_before(int column) const {
  sqlite3_value* value = before(column);
  if (value == nullptr || sqlite3_value_type(value) != SQLITE_TEXT) {
    return std::nullopt;
  }
  const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(value));
  return std::string(text, static_cast<std::size_t>(sqlite3_value_bytes(value)));
}

std::optional<std::string> ChangedRow::token_before(int column) const {
  return token(before(column));
}

std::optional<std::string> ChangedRow::token_after(int column) const {
  return token(after(column));
}

std::string ChangedRow::key() const {
  unsigned char* is_key = nullptr;
  int count = 0;
  sqlite3changeset_pk(iterator(iterator_), &is_key, &count);
  std::string all;
  for (int column = 0; column < count; ++column) {
    if (is_key[column] != 0) {
      all += (kind == Kind::insert ? token_after(column) : token_before(column)).value_or("");
    }
  }
  return all;
}

void for_each_row(Connection& db,
                  const Bytes& changeset,
                  const std::function<void(const ChangedRow&)>& visit) {
  sqlite3_changeset_iter* rows = nullptr;
  require_ok(db,
             sqlite3changeset_start(&rows, static_cast<int>(changeset.size()), unconst(changeset)));
  const std::unique_ptr<sqlite3_changeset_iter, decltype(&sqlite3changeset_finalize)> owner(
      rows, &sqlite3changeset_finalize);
  while (sqlite3changeset_next(rows) == SQLITE_ROW) {
    const char* table = nullptr;
    int columns = 0;
    int operation = 0;
    require_ok(db, sqlite3changeset_op(rows, &table, &columns, &operation, nullptr));
    ChangedRow row;
    row.table = table;
    row.columns = columns;
    row.kind = operation == SQLITE_INSERT   ? ChangedRow::Kind::insert
               : operation == SQLITE_UPDATE ? ChangedRow::Kind::update
                                            : ChangedRow::Kind::remove;
    row.iterator_ = rows;
    visit(row);
  }
}

Bytes merged(Connection& db, const Bytes& changesets) {
  sqlite3_changegroup* group = nullptr;
  require_ok(db, sqlite3changegroup_new(&group));
  const std::unique_ptr<sqlite3_changegroup, decltype(&sqlite3changegroup_delete)> owner(
      group, &sqlite3changegroup_delete);
  require_ok(
      db, sqlite3changegroup_add(group, static_cast<int>(changesets.size()), unconst(changesets)));
  int size = 0;
  void* data = nullptr;
  require_ok(db, sqlite3changegroup_output(group, &size, &data));
  return taken(data, size);
}

Bytes one_changeset(Connection& db, Bytes recorded) {
  return recorded.size() > kLongChange ? merged(db, recorded) : std::move(recorded);
}

Bytes inverted(Connection& db, const Bytes& changeset) {
  int size = 0;
  void* data = nullptr;
  require_ok(db,
             sqlite3changeset_invert(
                 static_cast<int>(changeset.size()), unconst(changeset), &size, &data));
  return taken(data, size);
}

namespace {

bool is_applied(const Connection& db, int code) {
  if (code == SQLITE_ABORT || (code & 0xff) == SQLITE_CONSTRAINT) {
    return false;
  }
  require_ok(db, code);
  return true;
}

/// A recorded change that is read piece by piece, since a large import is as large as what it
/// brought.
class Pieces {
 public:
  Pieces(Connection& db, ChangeId change) {
    sqlite3_blob* blob = nullptr;
    const int code =
        sqlite3_blob_open(db.handle(), "main", "change", "changes", raw(change), 0, &blob);
    blob_.reset(blob);
    require_ok(db, code);
    size_ = sqlite3_blob_bytes(blob);
  }

  std::size_t size() const { return static_cast<std::size_t>(size_); }  // of all of them

  /// As SQLite asks for it: `size` is how much there is room for, then how much was read.
  static int read(void* pieces, void* data, int* size) {
    auto& self = *static_cast<Pieces*>(pieces);
    *size = std::min(*size, self.size_ - self.at_);
    const int code = sqlite3_blob_read(self.blob_.get(), data, *size, self.at_);
    self.at_ += *size;
    return code;
  }

 private:
  std::unique_ptr<sqlite3_blob, decltype(&sqlite3_blob_close)> blob_{nullptr, &sqlite3_blob_close};
  int size_ = 0;
  int at_ = 0;
};

/// True if a long change may be several changesets, one behind the other: in one of them, the rows
/// of a table stand together. Of a single table it cannot be told.
bool may_be_several(Connection& db, ChangeId change) {
  Pieces pieces(db, change);
  if (pieces.size() <= kLongChange) {
    return false;
  }
  sqlite3_changeset_iter* rows = nullptr;
  require_ok(db, sqlite3changeset_start_strm(&rows, &Pieces::read, &pieces));
  const std::unique_ptr<sqlite3_changeset_iter, decltype(&sqlite3changeset_finalize)> owner(
      rows, &sqlite3changeset_finalize);
  std::vector<std::string> tables;
  while (sqlite3changeset_next(rows) == SQLITE_ROW) {
    const char* table = nullptr;
    int columns = 0;
    int operation = 0;
    require_ok(db, sqlite3changeset_op(rows, &table, &columns, &operation, nullptr));
    if (tables.empty() || tables.back() != table) {
      if (std::find(tables.begin(), tables.end(), table) != tables.end()) {
        return true;
      }
      tables.emplace_back(table);
    }
  }
  return tables.size() == 1;
}

}  // namespace

bool apply(Connection& db, const Bytes& changeset) {
  return is_applied(db,
                    sqlite3changeset_apply(db.handle(),
                                           static_cast<int>(changeset.size()),
                                           unconst(changeset),
                                           nullptr,
                                           &refuse,
                                           nullptr));
}

bool take_back(Connection& db, ChangeId change) {
  Pieces pieces(db, change);
  const bool done = is_applied(db,
                               sqlite3changeset_apply_v2_strm(db.handle(),
                                                              &Pieces::read,
                                                              &pieces,
                                                              nullptr,
                                                              &refuse,
                                                              nullptr,
                                                              nullptr,
                                                              nullptr,
                                                              SQLITE_CHANGESETAPPLY_INVERT));
  if (done || !may_be_several(db, change)) {
    return done;
  }
  // A later one may have changed a row that an earlier one brought.
  Query query(db, "SELECT changes FROM change WHERE id = ?1");
  query.with(change).step();
  return kith::apply(db, inverted(db, one_changeset(db, query.blob(0))));
}

}  // namespace kith

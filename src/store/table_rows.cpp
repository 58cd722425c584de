// Rows into a table, and into the journal's form.
#include "store/table_rows.hpp"

#include <array>
#include <string>

#include <fmt/format.h>
#include <sqlite3.h>

namespace kith {
namespace {

constexpr std::size_t kAtOnce = 32;  // rows a statement; with more, little is gained

// What stands before each value in a changeset: sqlite3_value_type(), and the value's length.
void append_length(Bytes& out, std::size_t length) {
  constexpr int kBits = 7;
  int shift = 0;
  while ((length >> (shift + kBits)) != 0) {
    shift += kBits;
  }
  for (; shift > 0; shift -= kBits) {
    out.push_back(static_cast<std::uint8_t>(0x80 | ((length >> shift) & 0x7f)));
  }
  out.push_back(static_cast<std::uint8_t>(length & 0x7f));
}

}  // namespace

void TableRows::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

TableRows::~TableRows() = default;

TableRows::Statement TableRows::prepared(std::size_t rows) {
  std::string sql = fmt::format("INSERT {} INTO {} VALUES", on_conflict_, name_);
  for (std::size_t row = 0; row < rows; ++row) {
    sql += row == 0 ? "(" : ",(";
    for (std::size_t column = 0; column < columns_; ++column) {
      sql += column == 0 ? "?" : ",?";
    }
    sql += ')';
  }
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v3(db_.handle(),
                                      sql.c_str(),
                                      static_cast<int>(sql.size() + 1),
                                      SQLITE_PREPARE_PERSISTENT,
                                      &statement,
                                      nullptr);
  if (code != SQLITE_OK) {
    db_.fail(sqlite3_extended_errcode(db_.handle()), sqlite3_errmsg(db_.handle()));
  }
  return Statement(statement);
}

void TableRows::run(Statement& statement, std::size_t rows, const Cell* cells) {
  if (!statement) {
    statement = prepared(rows);
  }
  for (std::size_t i = 0; i < rows * columns_; ++i) {
    const int at = static_cast<int>(i) + 1;
    if (const auto* number = std::get_if<std::int64_t>(&cells[i])) {
      sqlite3_bind_int64(statement.get(), at, *number);
    } else if (const auto* text = std::get_if<std::string_view>(&cells[i])) {
      // An empty view may point nowhere, which SQLite would take for NULL.
      sqlite3_bind_text(statement.get(),
                        at,
                        text->empty() ? "" : text->data(),
                        static_cast<int>(text->size()),
                        SQLITE_STATIC);
    } else if (const auto* uid = std::get_if<const Uid*>(&cells[i])) {
      sqlite3_bind_blob(statement.get(),
                        at,
                        (*uid)->bytes.data(),
                        static_cast<int>((*uid)->bytes.size()),
                        SQLITE_STATIC);
    } else {
      sqlite3_bind_null(statement.get(), at);
    }
  }
  const int code = sqlite3_step(statement.get());
  if (code != SQLITE_DONE) {
    const int extended = sqlite3_extended_errcode(db_.handle());
    const std::string message = sqlite3_errmsg(db_.handle());
    sqlite3_reset(statement.get());
    db_.fail(extended, message);
  }
  sqlite3_reset(statement.get());
}

void TableRows::add(std::initializer_list<Cell> row) {
  if (takes_down_) {
    changes_.push_back(SQLITE_INSERT);
    changes_.push_back(0);  // not by a trigger
    for (const Cell& cell : row) {
      append(cell);
    }
  }
  waiting_.insert(waiting_.end(), row);
  if (waiting_.size() == kAtOnce * columns_) {
    run(many_, kAtOnce, waiting_.data());
    waiting_.clear();
  }
}

void TableRows::write() {
  for (std::size_t at = 0; at < waiting_.size(); at += columns_) {
    run(one_, 1, &waiting_[at]);
  }
  waiting_.clear();
}

void TableRows::forget() {
  waiting_.clear();
  changes_.clear();
}

Bytes TableRows::changeset() {
  if (changes_.empty()) {
    return {};
  }
  if (header_.empty()) {
    header_ = header();
  }
  Bytes whole = header_;
  whole.insert(whole.end(), changes_.begin(), changes_.end());
  changes_.clear();
  return whole;
}

Bytes TableRows::header() const {
  Bytes header{'T'};
  append_length(header, columns_);
  Query columns(db_, "SELECT pk FROM pragma_table_info(?1) ORDER BY cid");
  columns.with(name_);
  while (columns.step()) {
    header.push_back(static_cast<std::uint8_t>(columns.integer(0)));
  }
  header.insert(header.end(), name_.begin(), name_.end());
  header.push_back(0);
  return header;
}

void TableRows::append(const Cell& cell) {
  const auto append_bytes = [&](int type, const auto* data, std::size_t size) {
    changes_.push_back(static_cast<std::uint8_t>(type));
    append_length(changes_, size);
    changes_.insert(changes_.end(), data, data + size);
  };
  if (const auto* number = std::get_if<std::int64_t>(&cell)) {
    std::array<std::uint8_t, 1 + sizeof(*number)> bytes{SQLITE_INTEGER};
    auto rest = static_cast<std::uint64_t>(*number);
    for (std::size_t i = bytes.size() - 1; i > 0; --i) {
      bytes[i] = static_cast<std::uint8_t>(rest);
      rest >>= 8;
    }
    changes_.insert(changes_.end(), bytes.begin(), bytes.end());
  } else if (const auto* text = std::get_if<std::string_view>(&cell)) {
    append_bytes(SQLITE_TEXT, text->data(), text->size());
  } else if (const auto* uid = std::get_if<const Uid*>(&cell)) {
    append_bytes(SQLITE_BLOB, (*uid)->bytes.data(), (*uid)->bytes.size());
  } else {
    changes_.push_back(SQLITE_NULL);
  }
}

}  // namespace kith

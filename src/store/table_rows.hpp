// Many new rows of one table, a statement for dozens of them: SQLite opens its cursors and makes
// what its CHECKs look into once a statement, which is most of what a single row costs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string_view>
#include <variant>
#include <vector>

#include "store/connection.hpp"
#include <kith/domain/uid.hpp>

struct sqlite3_stmt;

namespace kith {

/// One value of a row, or NULL.
using Cell = std::variant<std::monostate, std::int64_t, std::string_view, const Uid*>;

template <class Number>
Cell cell_of(const std::optional<Number>& number) {
  return number ? Cell{static_cast<std::int64_t>(*number)} : Cell{};
}

class TableRows {
 public:
  /// A row has all columns of the table `name`, in its order. `on_conflict` is "" or as in "OR
  /// IGNORE"; both are literals.
  TableRows(Connection& db,
            std::string_view name,
            std::size_t columns,
            std::string_view on_conflict = {})
      : db_(db), name_(name), columns_(columns), on_conflict_(on_conflict) {}
  TableRows(const TableRows&) = delete;
  TableRows& operator=(const TableRows&) = delete;
  ~TableRows();

  /// The row waits for others: what it points to lives until write().
  void add(std::initializer_list<Cell> row);
  /// Writes the rows that still wait.
  void write();
  /// Drops them.
  void forget();

  /// From now on, add() also takes rows down as SQLite's session extension would (a table's header,
  /// then a record for each row; see "changeset format" in sqlite3session.c).
  void take_down(bool on) { takes_down_ = on; }
  /// What was taken down since last time.
  Bytes changeset();

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  using Statement = std::unique_ptr<sqlite3_stmt, Finalize>;

  Statement prepared(std::size_t rows);
  void run(Statement& statement, std::size_t rows, const Cell* cells);
  Bytes header() const;
  void append(const Cell& cell);

  Connection& db_;
  std::string_view name_;
  std::size_t columns_;
  std::string_view on_conflict_;
  Statement one_{};
  Statement many_{};
  std::vector<Cell> waiting_{};
  bool takes_down_ = false;
  Bytes header_{};
  Bytes changes_{};
};

}  // namespace kith

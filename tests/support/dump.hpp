// All rows of a database as text: the same text, the same bytes.
#pragma once

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <sqlite3.h>

#include "support/catch.hpp"

namespace kith::test {

/// The journal itself, and how the last map looked: neither is what undo promises to bring back.
inline const std::set<std::string>& beside_the_data() {
  static const std::set<std::string> tables{"change", "map", "map_dot", "map_community"};
  return tables;
}

/// A connection that only looks.
class Look {
 public:
  explicit Look(const std::filesystem::path& file) {
    REQUIRE(sqlite3_open_v2(file.c_str(), &db_, SQLITE_OPEN_READWRITE, nullptr) == SQLITE_OK);
  }
  Look(const Look&) = delete;
  Look& operator=(const Look&) = delete;
  ~Look() { sqlite3_close(db_); }

  /// What a query gives, a line a row, each value with its type.
  std::vector<std::string> ask(const std::string& sql) {
    sqlite3_stmt* statement = nullptr;
    REQUIRE(sqlite3_prepare_v2(db_, sql.c_str(), -1, &statement, nullptr) == SQLITE_OK);
    std::vector<std::string> rows;
    while (sqlite3_step(statement) == SQLITE_ROW) {
      std::string row;
      for (int i = 0; i < sqlite3_column_count(statement); ++i) {
        const int type = sqlite3_column_type(statement, i);
        const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement, i));
        row += (i == 0 ? "" : "|") + std::to_string(type) + ':';
        row.append(bytes == nullptr ? "" : bytes,
                   static_cast<std::size_t>(sqlite3_column_bytes(statement, i)));
      }
      rows.push_back(row);
    }
    sqlite3_finalize(statement);
    return rows;
  }

 private:
  sqlite3* db_ = nullptr;
};

inline std::vector<std::string> ask(const std::filesystem::path& file, const std::string& sql) {
  return Look(file).ask(sql);
}

using Tables = std::map<std::string, std::vector<std::string>>;

/// Every row of every table, sorted, but the full-text index's own.
inline Tables all_tables(const std::filesystem::path& file) {
  Look look(file);
  Tables all;
  for (const std::string& named :
       look.ask("SELECT name FROM sqlite_schema WHERE type = 'table'"
                " AND (name NOT LIKE 'search%' OR name = 'search_person')")) {
    const std::string table = named.substr(2);  // behind its type
    all[table] = look.ask("SELECT * FROM \"" + table + '"');
    std::ranges::sort(all[table]);
  }
  return all;
}

/// What undo promises to bring back.
inline Tables data_of(Tables all) {
  for (const std::string& table : beside_the_data()) {
    all.erase(table);
  }
  return all;
}

inline Tables dump(const std::filesystem::path& file) { return data_of(all_tables(file)); }

}  // namespace kith::test

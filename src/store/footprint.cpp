// What a change rests on and what it leaves.
#include "store/footprint.hpp"

#include <algorithm>
#include <functional>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "store/changeset.hpp"

namespace kith {
namespace {

constexpr int kWhole = -1;
constexpr std::string_view kIntroduced = "3:10:introduced";  // as ChangedRow's tokens are

/// What the schema says of a table.
struct Shape {
  std::vector<std::vector<int>> unique{};  ///< columns that no two rows share
  std::vector<std::pair<int, std::string>>
      parents{};          ///< a column, and the table whose row it names
  std::set<int> named{};  ///< columns by which other tables name a row
};

Shape shape_of(Connection& db, std::string_view table) {
  Shape shape;
  std::vector<std::string> indexes;
  Query unique(db, R"sql(
    SELECT name FROM pragma_index_list(?1) l
    WHERE "unique" AND NOT partial AND origin <> 'pk'
      AND NOT EXISTS(SELECT 1 FROM pragma_index_info(l.name) i
                     JOIN pragma_table_info(?1) c ON c.cid = i.cid WHERE c.pk > 0))sql");
  unique.with(table);
  while (unique.step()) {
    indexes.push_back(unique.text(0));
  }
  for (const std::string& index : indexes) {
    Query columns(db, "SELECT cid FROM pragma_index_info(?1)");
    columns.with(index);
    std::vector<int>& of = shape.unique.emplace_back();
    while (columns.step()) {
      of.push_back(static_cast<int>(columns.integer(0)));
    }
  }
  Query parents(db, R"sql(
    SELECT c.cid, f."table" FROM pragma_foreign_key_list(?1) f
    JOIN pragma_table_info(?1) c ON c.name = f."from" WHERE coalesce(f."to", 'id') = 'id')sql");
  parents.with(table);
  while (parents.step()) {
    shape.parents.emplace_back(static_cast<int>(parents.integer(0)), parents.text(1));
  }
  Query named(db, R"sql(
    SELECT c.cid FROM sqlite_schema s, pragma_foreign_key_list(s.name) f
    JOIN pragma_table_info(?1) c ON c.name = f."to"
    WHERE s.type = 'table' AND f."table" = ?1 AND c.pk = 0)sql");
  named.with(table);
  while (named.step()) {
    shape.named.insert(static_cast<int>(named.integer(0)));
  }
  return shape;
}

/// Interactions, facts and follow-ups draw their numbers from one sequence.
std::string row_name(std::string_view table, const std::string& key) {
  const bool is_record = table == "interaction" || table == "fact" || table == "follow_up";
  return std::string{is_record ? "record" : table} + ' ' + key;
}

/// A tie of a kind binds two people once, whichever way round; and one person introduced another.
std::vector<std::string> tie_names(const std::vector<std::string>& values) {
  constexpr std::size_t kA = 2;
  constexpr std::size_t kB = 3;
  constexpr std::size_t kKind = 4;
  const auto [low, high] = std::minmax(values[kA], values[kB]);
  std::vector<std::string> names{"tie " + low + ' ' + high + ' ' + values[kKind]};
  if (values[kKind] == kIntroduced) {
    names.push_back("introduced " + values[kB]);
  }
  return names;
}

}  // namespace

Footprint::Footprint(Connection& db, const Bytes& changeset) {
  std::map<std::string, Shape, std::less<>> shapes;
  for_each_row(db, changeset, [&](const ChangedRow& row) {
    auto shape = shapes.find(row.table);
    if (shape == shapes.end()) {
      shape = shapes.emplace(row.table, shape_of(db, row.table)).first;
    }
    const std::string table{row.table};
    std::set<int>& touched = rows_[row_name(row.table, row.key())];
    bool is_moved = false;
    std::vector<std::string> values(static_cast<std::size_t>(row.columns));
    for (int column = 0; column < row.columns; ++column) {
      const std::optional<std::string> before = row.token_before(column);
      const std::optional<std::string> after = row.token_after(column);
      for (const auto& [of, parent] : shape->second.parents) {
        for (const auto& value : {before, after}) {
          if (of == column && value) {
            parents_.insert(row_name(parent, *value));
          }
        }
      }
      if (row.kind == ChangedRow::Kind::update && after) {
        touched.insert(shape->second.named.contains(column) ? kWhole : column);
        is_moved = is_moved || std::ranges::any_of(shape->second.unique, [&](const auto& columns) {
                     return std::ranges::find(columns, column) != columns.end();
                   });
      }
      values[static_cast<std::size_t>(column)] =
          (row.kind == ChangedRow::Kind::insert ? after : before).value_or("");
    }
    if (row.kind == ChangedRow::Kind::update) {
      if (is_moved) {  // the changeset does not hold all of the values that are unique together
        tables_.insert(table);
        moved_.insert(table);
      }
      return;
    }
    tables_.insert(table);
    touched.insert(kWhole);
    for (std::size_t i = 0; i < shape->second.unique.size(); ++i) {
      std::string name = table + " unique " + std::to_string(i);
      for (const int column : shape->second.unique[i]) {
        if (column < row.columns) {  // an older changeset knows fewer
          name += ' ' + values[static_cast<std::size_t>(column)];
        }
      }
      rows_[name].insert(kWhole);
    }
    if (table == "link") {
      for (const std::string& name : tie_names(values)) {
        rows_[name].insert(kWhole);
      }
    }
  });
}

bool Footprint::meets(const Footprint& other) const {
  for (const auto& [row, columns] : rows_) {
    const auto found = other.rows_.find(row);
    if (found == other.rows_.end()) {
      continue;
    }
    const std::set<int>& theirs = found->second;
    if (columns.contains(kWhole) || theirs.contains(kWhole) ||
        std::ranges::any_of(columns, [&](int column) { return theirs.contains(column); })) {
      return true;
    }
  }
  const auto in = [](const std::set<std::string>& tables) {
    return [&tables](const std::string& table) { return tables.contains(table); };
  };
  if (std::ranges::any_of(moved_, in(other.tables_)) ||
      std::ranges::any_of(other.moved_, in(tables_))) {
    return true;
  }
  const auto goes_or_comes = [](const Footprint& print, const std::string& row) {
    const auto found = print.rows_.find(row);
    return found != print.rows_.end() && found->second.contains(kWhole);
  };
  return std::ranges::any_of(parents_,
                             [&](const std::string& row) { return goes_or_comes(other, row); }) ||
         std::ranges::any_of(other.parents_,
                             [&](const std::string& row) { return goes_or_comes(*this, row); });
}

}  // namespace kith

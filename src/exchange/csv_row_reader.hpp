// A row of a CSV file as a contact document.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "exchange/csv_columns.hpp"
#include <kith/exchange/contact_document.hpp>
#include <kith/exchange/csv_date.hpp>

namespace kith::exchange {

/// What is known of a file before its rows are read one by one.
struct CsvTable {
  /// kith's own columns are taken at their word; in others, cells are taken apart.
  enum class Kind { own, google, outlook, other };
  CsvHeader header{};
  Kind kind = Kind::other;
  Date today{};
  std::map<std::size_t, DateOrder> orders{};  ///< of columns of dates
  bool is_family_first = false;               ///< most names are "Lim, Ana"
};

struct ReadRow {
  ContactDocument document{};  ///< without keys
  std::optional<Date> last_contact{};
  std::vector<std::string> complaints{};
};

ReadRow read_row(const CsvRow& row, const CsvTable& table);

/// The name alone, as read_row() finds it.
std::string name_in_row(const CsvRow& row, const CsvTable& table);

}  // namespace kith::exchange

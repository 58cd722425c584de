// What the columns of a CSV file hold, told from their headers.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/csv_headers.hpp"
#include <kith/exchange/csv_people.hpp>
#include <kith/exchange/csv_reader.hpp>

namespace kith::exchange {

/// What a column holds: "email" number 2, its label or its value.
struct CsvColumn {
  enum class Part { value, label };
  std::size_t index = 0;
  std::string field{};  ///< one of csv_fields(), a part of a name or an address, a date of its own
  int number = 1;       ///< 2 in "email 2"; of an address's part, which address
  Part part = Part::value;
  std::string label{};    ///< "work" in "work phone"
  int line = 1;           ///< of a street: 2 in "Home Street 2"
  bool is_whole = false;  ///< an address that holds all its parts: Google's "Formatted"
};

/// The columns of a file.
struct CsvHeader {
  std::size_t line = 0;
  std::vector<CsvColumn> columns{};
  std::vector<std::pair<std::size_t, std::string>> unknown{};  ///< index and header; may be empty
  Language language = Language::any;

  bool has(std::string_view field) const;
};

/// Nothing if the header means nothing to kith. Where a word is of several languages, `language`
/// decides.
std::optional<CsvColumn> read_header(std::string_view header, Language language = Language::any);

/// The columns of `header`; those of `map` first.
/// Throws DataError where a header named in `map` is not there.
CsvHeader read_headers(const CsvRow& header, const ColumnMap& map);

/// How many of `row`'s cells are headers: what tells the row of column names from those before it.
std::size_t count_headers(const CsvRow& row);

}  // namespace kith::exchange

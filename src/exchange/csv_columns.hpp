// What the columns of a CSV file hold, told from their headers.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <kith/exchange/csv_people.hpp>
#include <kith/exchange/csv_reader.hpp>

namespace kith::exchange {

/// What a column holds: "email" number 2, its label or its value.
struct CsvColumn {
  enum class Part { value, label };
  std::size_t index = 0;
  std::string field{};  ///< one of csv_fields(), or a part of a name
  int number = 1;       ///< 2 in "email 2"
  Part part = Part::value;
  std::string label{};  ///< "work" in "work phone"
};

/// Nothing if the header means nothing to kith.
std::optional<CsvColumn> read_header(std::string_view header);

/// The columns of `header`; those of `map` first. Headers that mean nothing go to `unknown`.
/// Throws DataError where a header named in `map` is not there.
std::vector<CsvColumn> read_headers(const CsvRow& header,
                                    const ColumnMap& map,
                                    std::vector<std::string>& unknown);

}  // namespace kith::exchange

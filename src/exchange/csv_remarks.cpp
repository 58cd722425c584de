// The same words for every file of comma-separated values.
#include "exchange/csv_remarks.hpp"

#include <algorithm>

namespace kith::exchange {

void remark_on_reading(const CsvReader& reader, DocumentSink& sink) {
  for (const std::size_t line : reader.stray_quotes()) {
    sink.remark({Remark::Kind::warning, line, {}, "a quote that is never closed"});
  }
  if (const std::size_t cells = reader.cells_of_8_bit(); cells > 0) {
    sink.remark({Remark::Kind::warning,
                 0,
                 {},
                 std::to_string(cells) + (cells == 1 ? " cell was" : " cells were") +
                     " not UTF-8 and read as Windows-1252 (Latin-1)"});
  }
  if (reader.repaired_bytes() > 0) {
    sink.remark(
        {Remark::Kind::warning,
         0,
         {},
         std::to_string(reader.repaired_bytes()) + " bytes were not UTF-8 and are replaced"});
  }
}

bool is_blank_row(const CsvRow& row) {
  return std::all_of(row.cells.begin(), row.cells.end(), [](const std::string& cell) {
    return cell.find_first_not_of(" \t") == std::string::npos;
  });
}

}  // namespace kith::exchange

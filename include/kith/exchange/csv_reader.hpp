// Comma-separated values as programs really write them, read row by row.
#pragma once

#include <cstddef>
#include <functional>
#include <istream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <kith/text/encoding.hpp>

namespace kith::exchange {

/// A row of cells, and the line of the file on which it begins (from 1).
struct CsvRow {
  std::size_t line = 0;
  std::vector<std::string> cells{};

  /// The cell of column `index`; empty where the row is too short.
  std::string_view cell(std::size_t index) const {
    return index < cells.size() ? std::string_view(cells[index]) : std::string_view();
  }
};

/// True for a cell that names a column the caller knows.
using HeaderTest = std::function<bool(std::string_view cell)>;

/// The longest cell that is read, in bytes.
inline constexpr std::size_t kLongestCell = std::size_t{1} << 20;

/// Reads RFC 4180 and what real programs make of it: CRLF, LF or CR; a byte order mark; UTF-8,
/// UTF-16 or Windows-1252; comma, semicolon, tab or upright stroke (told from the first rows, or
/// from Excel's `sep=;` line); quoted cells of several lines; blanks around quotes; text after a
/// closing quote; a quote that is never closed (then it is an ordinary character). Rows may be
/// ragged; blank lines are passed over.
/// What comes out is valid UTF-8 without NUL bytes. Memory does not grow with the file.
class CsvReader {
 public:
  /// Reads from `in`, which outlives the reader, with the delimiter that the file seems to use.
  explicit CsvReader(std::istream& in, const HeaderTest& is_header = {});
  CsvReader(std::istream& in, char delimiter);

  /// The next row; nothing at the end. Throws DataError, with its position, for a cell of more than
  /// kLongestCell bytes, and for a row that is far too long; StoreError where reading fails.
  std::optional<CsvRow> next();

  char delimiter() const { return delimiter_; }
  /// How many bytes were replaced or left out so far, since they were no UTF-8 or were NUL.
  std::size_t repaired_bytes() const { return repaired_bytes_; }
  /// How many cells were read as Windows-1252, since they were no UTF-8.
  std::size_t cells_of_8_bit() const { return cells_of_8_bit_; }
  /// Lines of quotes that are never closed.
  const std::vector<std::size_t>& stray_quotes() const { return stray_quotes_; }

 private:
  int peek();
  int get();
  bool fill();
  void skip_line_end(int first);
  void read_cell(std::string& cell);
  void read_plain(std::string& cell);
  bool is_after_cell(int c) const;
  bool read_quoted(std::string& cell);
  void check_length(const std::string& cell, std::size_t line) const;
  void settle_start(std::optional<char> delimiter, const HeaderTest& is_header);

  std::istream& in_;
  text::Utf8Source source_;
  std::string buffer_{};  // bytes read but not yet taken, from at_ on
  std::size_t at_ = 0;
  std::size_t line_ = 1;
  char delimiter_ = ',';
  std::size_t repaired_bytes_ = 0;
  std::size_t cells_of_8_bit_ = 0;
  std::vector<std::size_t> stray_quotes_{};
};

/// The delimiter that `beginning` of a file seems to use: that which parts a row into most column
/// names that `is_header` knows, else that which makes most rows alike.
char guess_delimiter(std::string_view beginning, const HeaderTest& is_header = {});

}  // namespace kith::exchange

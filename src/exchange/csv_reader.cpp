// The reader of comma-separated values: one pass over the bytes, a cell at a time.
#include "kith/exchange/csv_reader.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>
#include <utility>

#include <kith/error.hpp>
#include <kith/text/clean.hpp>

namespace kith::exchange {
namespace {

constexpr std::size_t kBlock = std::size_t{1} << 16;
constexpr std::size_t kMostCells =
    4096;  // spreadsheets end at 16,384 columns; address books at 200
constexpr std::size_t kSampleRows = 20;
constexpr std::size_t kHeaderLines = 60;
constexpr int kEnd = -1;

bool is_blank(int c) { return c == ' ' || c == '\t'; }

/// Cells of each of the first rows of `sample`, if `delimiter` parts them.
std::vector<std::size_t> cells_per_row(std::string_view sample, char delimiter) {
  std::vector<std::size_t> counts;
  std::size_t cells = 1;
  bool quoted = false;
  bool at_start = true;
  bool blank_line = true;
  for (const char c : sample) {
    if (quoted) {
      quoted = c != '"';
    } else if (c == '"' && at_start) {
      quoted = true;
      blank_line = false;
    } else if (c == delimiter) {
      ++cells;
      at_start = true;
      blank_line = false;
      continue;
    } else if (c == '\n' || c == '\r') {
      if (!blank_line) {
        counts.push_back(cells);
      }
      if (counts.size() == kSampleRows) {
        return counts;
      }
      cells = 1;
      at_start = true;
      blank_line = true;
      continue;
    } else {
      blank_line = false;
    }
    // A doubled quote closes and opens again at once: then the cell goes on as quoted.
    at_start = is_blank(c) ? at_start : (c == '"' && !quoted);
  }
  if (!blank_line) {
    counts.push_back(cells);
  }
  return counts;
}

/// Bytes of Excel's line `sep=;` at the beginning of a file, quoted or not; 0 if there is none.
std::size_t excel_line(std::string_view beginning) {
  const std::string_view line = beginning.substr(0, beginning.find_first_of("\r\n"));
  std::string_view plain = line;
  if (plain.size() > 2 && plain.front() == '"' && plain.back() == '"') {
    plain = plain.substr(1, plain.size() - 2);
  }
  constexpr std::string_view kExcel = "sep=";
  const bool is_it = plain.size() == kExcel.size() + 1 &&
                     (plain.starts_with(kExcel) || plain.starts_with("SEP=")) &&
                     line.size() < beginning.size();
  return is_it ? line.size() : 0;
}

/// The most cells of one of the first lines that are known column names. Headers have no line ends
/// in them, so lines will do.
std::size_t most_headers(std::string_view sample, char delimiter, const HeaderTest& is_header) {
  std::size_t most = 0;
  std::size_t lines = 0;
  while (!sample.empty() && lines < kHeaderLines) {
    const auto end = sample.find_first_of("\r\n");
    std::string_view line = sample.substr(0, end);
    sample.remove_prefix(end == std::string_view::npos ? sample.size() : end + 1);
    ++lines;
    std::size_t headers = 0;
    while (!line.empty()) {
      const auto cell_end = std::min(line.size(), line.find(delimiter));
      std::string_view cell = line.substr(0, cell_end);
      line.remove_prefix(std::min(line.size(), cell_end + 1));
      while (!cell.empty() && (cell.front() == '"' || is_blank(cell.front()))) {
        cell.remove_prefix(1);
      }
      while (!cell.empty() && (cell.back() == '"' || is_blank(cell.back()))) {
        cell.remove_suffix(1);
      }
      headers += !cell.empty() && is_header(cell) ? 1 : 0;
    }
    most = std::max(most, headers);
  }
  return most;
}

}  // namespace

char guess_delimiter(std::string_view beginning, const HeaderTest& is_header) {
  constexpr std::array kDelimiters{',', ';', '\t', '|'};
  char best = ',';
  std::tuple<std::size_t, std::size_t, std::size_t> best_score{};
  for (const char delimiter : kDelimiters) {
    std::map<std::size_t, std::size_t> rows_with;
    for (const std::size_t cells : cells_per_row(beginning, delimiter)) {
      if (cells > 1) {
        ++rows_with[cells];
      }
    }
    const std::size_t headers = is_header ? most_headers(beginning, delimiter, is_header) : 0;
    for (const auto& [cells, rows] : rows_with) {
      const std::tuple score{headers > 1 ? headers : 0, rows, cells};
      if (score > best_score) {
        best_score = score;
        best = delimiter;
      }
    }
  }
  return best;
}

CsvReader::CsvReader(std::istream& in, const HeaderTest& is_header) : in_(in), source_(in) {
  settle_start({}, is_header);
}

CsvReader::CsvReader(std::istream& in, char delimiter) : in_(in), source_(in) {
  settle_start(delimiter, {});
}

void CsvReader::settle_start(std::optional<char> delimiter, const HeaderTest& is_header) {
  fill();
  if (buffer_.starts_with("PK\x03\x04")) {
    throw DataError("a zip archive, or a spreadsheet of its own kind",
                    "unpack it, or save the sheet as CSV",
                    Position{.line = 1});
  }
  const std::string_view rest = std::string_view(buffer_).substr(at_);
  if (const std::size_t length = excel_line(rest); length > 0) {
    delimiter_ = rest[rest.find('=') + 1];
    at_ += length;
    skip_line_end(get());
  } else {
    delimiter_ = delimiter ? *delimiter : guess_delimiter(rest.substr(0, kBlock), is_header);
  }
}

/// Reads another block behind what is there; false at the end of the file.
bool CsvReader::fill() {
  if (at_ > 0) {
    buffer_.erase(0, at_);
    at_ = 0;
  }
  const bool has_more = source_.append_to(buffer_);
  if (in_.bad()) {
    throw StoreError("the file cannot be read any further");
  }
  return has_more;
}

int CsvReader::peek() {
  if (at_ >= buffer_.size() && !fill()) {
    return kEnd;
  }
  return static_cast<unsigned char>(buffer_[at_]);
}

int CsvReader::get() {
  const int c = peek();
  if (c != kEnd) {
    ++at_;
  }
  return c;
}

void CsvReader::skip_line_end(int first) {
  if (first == '\r' && peek() == '\n') {
    ++at_;
  }
  ++line_;
}

void CsvReader::check_length(const std::string& cell, std::size_t line) const {
  if (cell.size() > kLongestCell) {
    throw DataError("line " + std::to_string(line) + ": a cell of more than 1 MiB",
                    "a quote may be missing before it",
                    Position{.line = line});
  }
}

void CsvReader::read_plain(std::string& cell) {
  const std::size_t began = line_;
  for (;;) {
    const int c = peek();
    if (c == kEnd || c == '\n' || c == '\r' || c == static_cast<unsigned char>(delimiter_)) {
      return;
    }
    cell.push_back(static_cast<char>(c));
    ++at_;
    check_length(cell, began);
  }
}

/// True where a cell that is closed may go on: at its end, or at blanks before that.
bool CsvReader::is_after_cell(int c) const {
  return c == kEnd || c == '\n' || c == '\r' || is_blank(c) ||
         c == static_cast<unsigned char>(delimiter_);
}

/// Reads what follows an opening quote. False if the quote is never closed: then everything since
/// it is put back, to be read as it stands.
bool CsvReader::read_quoted(std::string& cell) {
  const std::size_t began = line_;
  std::string raw;
  const auto put_back = [&] {
    buffer_.insert(at_, raw);
    line_ = began;
    stray_quotes_.push_back(began);
    return false;
  };
  for (;;) {
    const int c = get();
    if (c == kEnd) {
      return put_back();
    }
    raw.push_back(static_cast<char>(c));
    if (c == '"') {
      if (peek() != '"') {
        // On a later line, and words right behind it: this one opens a cell of a later row, and the
        // one before was never closed. To go on would swallow the rows between.
        return line_ == began || is_after_cell(peek()) ? true : put_back();
      }
      raw.push_back('"');
      ++at_;
      cell.push_back('"');
    } else {
      if (c == '\n' || (c == '\r' && peek() != '\n')) {
        ++line_;
      }
      cell.push_back(static_cast<char>(c));
    }
    check_length(cell, began);
  }
}

void CsvReader::read_cell(std::string& cell) {
  std::string blanks;
  while (is_blank(peek()) && peek() != static_cast<unsigned char>(delimiter_)) {
    blanks.push_back(static_cast<char>(get()));
    check_length(blanks, line_);
  }
  if (peek() != '"') {
    cell = std::move(blanks);
    read_plain(cell);
    return;
  }
  ++at_;
  std::string quoted;
  if (read_quoted(quoted)) {
    cell = std::move(quoted);
    std::string rest;
    read_plain(rest);
    if (rest.find_first_not_of(" \t") != std::string::npos) {
      cell += rest;  // "abc"def: nothing that was written is lost
    }
  } else {
    cell = std::move(blanks) + '"';
    read_plain(cell);
  }
}

std::optional<CsvRow> CsvReader::next() {
  for (;;) {
    const int first = peek();
    if (first == kEnd) {
      return std::nullopt;
    }
    if (first == '\n' || first == '\r') {
      ++at_;
      skip_line_end(first);
      continue;
    }
    CsvRow row{.line = line_};
    for (;;) {
      read_cell(row.cells.emplace_back());
      if (row.cells.size() > kMostCells) {
        throw DataError("line " + std::to_string(row.line) + ": more than " +
                            std::to_string(kMostCells) + " cells in a row",
                        "is this a CSV file?",
                        Position{.line = row.line});
      }
      const int c = get();
      if (c == kEnd) {
        break;
      }
      if (c == '\n' || c == '\r') {
        skip_line_end(c);
        break;
      }
    }
    for (std::string& cell : row.cells) {
      if (!text::is_utf8(cell) || cell.find('\0') != std::string::npos) {
        text::Utf8Piece piece = text::utf8_from(cell);
        cell = std::move(piece.text);
        repaired_bytes_ += piece.repaired;
        cells_of_8_bit_ += piece.was_8_bit ? 1 : 0;
      }
    }
    return row;
  }
}

}  // namespace kith::exchange

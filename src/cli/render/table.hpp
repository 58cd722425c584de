// Tables that fit the terminal: text is shortened, dates and numbers never are.
#pragma once

#include <cstddef>
#include <ostream>
#include <string>
#include <vector>

#include "cli/render/text.hpp"

namespace kith::cli {

enum class Align { left, right };

struct Column {
  std::string title{};
  Align align = Align::left;
  bool shortens = false;  ///< may be cut where the terminal is narrow
  bool strong = false;    ///< stands out
};

/// Rows go out as they come: the first thousand settle how wide the columns are, so that memory
/// does not grow with the table. Columns that are empty throughout those are left out, and so is a
/// table without rows. No blanks at the end of a line.
class Table {
 public:
  Table(std::ostream& out, TextForm form, std::vector<Column> columns);

  /// One cell a column, as data: made harmless here.
  void add(std::vector<std::string> cells);
  void finish();

 private:
  void settle();
  /// The columns that a row takes with all cut as far as may be.
  std::size_t least_total() const;
  void print(const std::vector<std::string>& cells, bool title);

  std::ostream& out_;
  TextForm form_;
  std::vector<Column> columns_;
  std::vector<std::size_t> widths_{};  ///< 0: left out
  std::vector<std::vector<std::string>> waiting_{};
  std::string row_{};  // as it is printed
  bool settled_ = false;
};

}  // namespace kith::cli

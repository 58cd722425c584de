// Tables that fit the terminal: text is shortened, dates and numbers never are.
#include "cli/render/table.hpp"

#include <algorithm>
#include <utility>

#include <kith/text/clean.hpp>
#include <kith/text/width.hpp>

namespace kith::cli {
namespace {

constexpr std::size_t kSettledBy = 1000;  // rows that decide on the widths
constexpr std::size_t kWidestUncut =
    40;  // without a terminal nothing is cut, and no more is padded
constexpr std::size_t kNarrowest = 6;
constexpr std::size_t kNarrowestStrong = 16;  // a name of which half is gone is nobody
constexpr std::size_t kGap = 2;

std::size_t narrowest(const Column& column) {
  return column.strong ? kNarrowestStrong : kNarrowest;
}

/// How soon a column gives way, the largest first: what stands out is twice as dear.
std::size_t dispensable(const Column& column, std::size_t width) {
  return column.strong ? width / 2 : width;
}

}  // namespace

Table::Table(std::ostream& out, TextForm form, std::vector<Column> columns)
    : out_(out), form_(form), columns_(std::move(columns)) {}

void Table::add(std::vector<std::string> cells) {
  cells.resize(columns_.size());
  for (std::string& cell : cells) {
    text::make_printable(cell);
  }
  if (settled_) {
    print(cells, false);
    return;
  }
  waiting_.push_back(std::move(cells));
  if (waiting_.size() >= kSettledBy) {
    settle();
  }
}

void Table::finish() {
  if (!settled_ && !waiting_.empty()) {
    settle();
  }
}

std::size_t Table::least_total() const {
  std::size_t total = 0;
  for (std::size_t i = 0; i < widths_.size(); ++i) {
    if (widths_[i] > 0) {
      const std::size_t least =
          columns_[i].shortens ? std::min(widths_[i], narrowest(columns_[i])) : widths_[i];
      total += least + (total > 0 ? kGap : 0);
    }
  }
  return total;
}

void Table::settle() {
  widths_.assign(columns_.size(), 0);
  for (const std::vector<std::string>& cells : waiting_) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      widths_[i] = std::max(widths_[i], text::display_width(cells[i]));
    }
  }
  std::size_t total = 0;
  for (std::size_t i = 0; i < widths_.size(); ++i) {
    if (widths_[i] > 0) {
      widths_[i] = std::max(widths_[i], text::display_width(columns_[i].title));
      if (columns_[i].shortens && !form_.width) {
        widths_[i] = std::min(widths_[i], kWidestUncut);
      }
      total += widths_[i] + (total > 0 ? kGap : 0);
    }
  }
  // Where cutting is not enough, the last columns that may be cut are left out, never the first.
  for (std::size_t i = widths_.size(); form_.width && i-- > 1;) {
    if (least_total() <= *form_.width) {
      break;
    }
    if (columns_[i].shortens && widths_[i] > 0) {
      total -= widths_[i] + kGap;
      widths_[i] = 0;
    }
  }
  // The widest column that may be cut gives way first, so that a narrow terminal is shared evenly.
  // A name does so to no less than can be read, until there is nothing else.
  bool to_the_last = false;
  while (form_.width && total > *form_.width) {
    std::size_t widest = columns_.size();
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      const bool wider =
          widest == columns_.size() ||
          dispensable(columns_[i], widths_[i]) > dispensable(columns_[widest], widths_[widest]);
      if (columns_[i].shortens &&
          widths_[i] > (to_the_last ? kNarrowest : narrowest(columns_[i])) && wider) {
        widest = i;
      }
    }
    if (widest == columns_.size()) {
      if (to_the_last) {
        break;
      }
      to_the_last = true;
      continue;
    }
    --widths_[widest];
    --total;
  }
  settled_ = true;
  if (form_.width) {  // a pipe gets rows alone
    std::vector<std::string> titles;
    for (const Column& column : columns_) {
      titles.push_back(column.title);
    }
    print(titles, true);
  }
  for (const std::vector<std::string>& cells : waiting_) {
    print(cells, false);
  }
  waiting_.clear();
}

void Table::print(const std::vector<std::string>& cells, bool title) {
  row_.clear();
  std::size_t blanks = 0;  // owed before the next word, so that none are left at the end
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::size_t width = widths_[i];
    if (width == 0) {
      continue;
    }
    std::string_view cell = cells[i];
    std::size_t taken = text::display_width(cell);
    std::string shortened;
    if (form_.width && columns_[i].shortens && taken > width) {
      shortened = text::shorten(cell, width);
      cell = shortened;
      taken = text::display_width(cell);
    }
    const std::size_t rest = taken < width ? width - taken : 0;
    if (columns_[i].align == Align::right) {
      blanks += rest;
    }
    if (!cell.empty()) {
      row_.append(blanks, ' ');
      if (title) {
        row_ += form_.style.dim(cell);
      } else if (columns_[i].strong) {
        row_ += form_.style.bold(cell);
      } else {
        row_ += cell;
      }
      blanks = 0;
    }
    blanks += (columns_[i].align == Align::left ? rest : 0) + kGap;
  }
  row_ += '\n';
  out_.write(row_.data(), static_cast<std::streamsize>(row_.size()));
}

}  // namespace kith::cli

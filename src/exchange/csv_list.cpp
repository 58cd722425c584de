// Lists in cells.
#include "exchange/csv_list.hpp"

#include <kith/text/clean.hpp>

namespace kith::exchange {
namespace {

constexpr std::string_view kGoogle = " ::: ";
constexpr std::string_view kEscaped = "\\;,:";

void add(std::vector<std::string>& list, const std::string& word) {
  if (std::string clean = text::clean_line(word); !clean.empty()) {
    list.push_back(std::move(clean));
  }
}

}  // namespace

std::string join_list(const std::vector<std::string>& words) {
  std::string cell;
  for (const std::string& word : words) {
    cell += cell.empty() ? "" : "; ";
    for (const char c : word) {
      cell += kEscaped.find(c) == std::string_view::npos ? "" : "\\";
      cell += c;
    }
  }
  return cell;
}

std::vector<std::string> split_list(std::string_view cell) {
  std::vector<std::string> list;
  std::string word;
  for (std::size_t i = 0; i < cell.size(); ++i) {
    const bool escapes = cell[i] == '\\' && i + 1 < cell.size() &&
                         kEscaped.find(cell[i + 1]) != std::string_view::npos;
    if (escapes) {
      word += cell[++i];
    } else if (cell[i] == ';' || cell[i] == ',' || cell[i] == '\n') {
      add(list, word);
      word.clear();
    } else if (cell.substr(i, kGoogle.size()) == kGoogle) {
      add(list, word);
      word.clear();
      i += kGoogle.size() - 1;
    } else {
      word += cell[i];
    }
  }
  add(list, word);
  return list;
}

std::vector<std::string> split_values(std::string_view cell) {
  std::vector<std::string> values;
  for (;;) {
    const auto end = cell.find(kGoogle);
    add(values, std::string(cell.substr(0, end)));
    if (end == std::string_view::npos) {
      return values;
    }
    cell.remove_prefix(end + kGoogle.size());
  }
}

}  // namespace kith::exchange

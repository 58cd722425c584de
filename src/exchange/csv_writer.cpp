// The writer of comma-separated values.
#include "kith/exchange/csv_writer.hpp"

#include <algorithm>

namespace kith::exchange {
namespace {

constexpr std::string_view kDangerous = "=+-@\t\r";

/// +41 (0)79 123-45/67, -3.5: harmless whatever reads it, and spoilt by a quote in front.
bool is_phone_like(std::string_view text) {
  return text.find_first_of("0123456789") != std::string_view::npos && text.front() != '=' &&
         text.front() != '@' &&
         text.find_first_not_of("+-0123456789 ().", 0) == std::string_view::npos;
}

bool may_be_formula(std::string_view text) {
  return !text.empty() && kDangerous.find(text.front()) != std::string_view::npos &&
         !is_phone_like(text);
}

/// A quote that stands before something that might be a guarded cell: it needs a guard of its own,
/// or else reading back would take it away.
bool looks_guarded(std::string_view text) {
  return text.size() > 1 && text.front() == '\'' &&
         (text[1] == '\'' || kDangerous.find(text[1]) != std::string_view::npos);
}

}  // namespace

std::string guard_formula(std::string_view text) {
  std::string guarded(may_be_formula(text) || looks_guarded(text) ? "'" : "");
  guarded += text;
  return guarded;
}

std::string unguard_formula(std::string_view cell) {
  return std::string(looks_guarded(cell) ? cell.substr(1) : cell);
}

void write_csv_row(std::ostream& out, const std::vector<std::string>& cells) {
  std::string row;
  for (const std::string& cell : cells) {
    if (&cell != &cells.front()) {
      row += ',';
    }
    const std::string guarded = guard_formula(cell);
    const bool has_edge_blank =
        !guarded.empty() && (guarded.front() == ' ' || guarded.back() == ' ' ||
                             guarded.front() == '\t' || guarded.back() == '\t');
    // A row of one empty cell would be a blank line, which readers pass over.
    if (guarded.find_first_of(",\"\r\n;\t") == std::string::npos && !has_edge_blank &&
        !(cells.size() == 1 && guarded.empty())) {
      row += guarded;
      continue;
    }
    row += '"';
    for (const char c : guarded) {
      row.append(c == '"' ? 2 : 1, c);
    }
    row += '"';
  }
  row += '\n';
  out << row;
}

}  // namespace kith::exchange

// Comma-separated values that every reader takes and no spreadsheet runs.
#pragma once

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace kith::exchange {

/// `text` with a leading ' if a spreadsheet might take it for a formula (it starts with = + - @,
/// tab or CR, and is no phone number or plain number), so that opening a file never runs anything.
std::string guard_formula(std::string_view text);

/// What guard_formula() was given.
std::string unguard_formula(std::string_view cell);

/// Writes one row, as RFC 4180 has it but for the line end, which is LF. Cells are guarded.
void write_csv_row(std::ostream& out, const std::vector<std::string>& cells);

}  // namespace kith::exchange

// Dates as spreadsheets and address books write them in one column.
#pragma once

#include <optional>
#include <string_view>

#include <kith/time/date.hpp>

namespace kith::exchange {

/// Reads `04 Mar 2023`, `15-Jan-24`, `05/14/23` (month first, unless that cannot be),
/// `14.05.2023`, `2023-03-04`, also with a time behind; English months. Two-digit years are 2000 to
/// 2068 and 1969 to 1999. Nothing if it is no such date, or no day of the calendar.
std::optional<Date> read_file_date(std::string_view text);

}  // namespace kith::exchange

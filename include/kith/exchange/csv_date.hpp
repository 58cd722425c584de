// Dates as spreadsheets and address books write them in one column.
#pragma once

#include <optional>
#include <string_view>

#include <kith/time/date.hpp>

namespace kith::exchange {

/// Which number comes first in `05/06/1988`.
enum class DateOrder { open, day_first, month_first };

/// Reads `04 Mar 2023`, `15-Jan-24`, `15. Juni 1988`, `05/14/23`, `14.05.2023`, `2023-03-04`,
/// `20230304`, `Wednesday, June 15th, 1988`, also with a time behind; months of English, German,
/// French, Spanish, Italian, Dutch, Portuguese and the Nordic languages. Of two numbers that may
/// both be the month, `order` decides; where it is open, the day is first if dots part them, else
/// the month. Two-digit years are 2000 to 2068 and 1969 to 1999. Nothing if it is no such date, or
/// no day of the calendar.
std::optional<Date> read_file_date(std::string_view text, DateOrder order = DateOrder::open);

/// The same, and a day without a year: `--05-14`, `14 May`, `5/14`, `14.5.`, `1604-05-14` (Apple's
/// way to leave the year out); a spreadsheet's number of a day, `32309`. Nothing if it is no day of
/// these forms.
std::optional<PartialDate> read_file_day(std::string_view text, DateOrder order);

/// What `text` tells of the order in its column: `15/06/1988` has the day first.
DateOrder order_told_by(std::string_view text);

/// True for what address books write where there is no date: `0/0/00`, `1/1/4501`.
bool is_no_date(std::string_view text);

}  // namespace kith::exchange

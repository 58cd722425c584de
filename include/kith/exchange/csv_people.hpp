// People as comma-separated values with a header row: kith's own columns, and other programs' by
// the names of theirs.
#pragma once

#include <istream>
#include <map>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include <kith/exchange/contact_document.hpp>
#include <kith/exchange/import_report.hpp>
#include <kith/store/person_repo.hpp>
#include <kith/store/store.hpp>
#include <kith/time/date.hpp>

namespace kith::exchange {

/// The word under which origins from other CSV files are kept.
inline constexpr std::string_view kCsvSource = "csv";

/// What of a person a column holds -> the column's header: `--map name="Full Name"`.
using ColumnMap = std::map<std::string, std::string>;

/// What a column may be mapped to: "name", "email", … in the order of the manual.
const std::vector<std::string_view>& csv_fields();

/// Reads "FIELD=HEADER" pairs. Throws UsageError for an unknown field or none.
ColumnMap parse_column_map(const std::vector<std::string>& pairs);

/// Reads people by the names of the columns, whatever their order and however they are spelled
/// ("E-mail 1 - Value", "email_address", "Téléphone (domicile)"); columns in `map` first. Columns
/// that mean nothing to kith, and hold something, are named in one remark. A column with the day of
/// the last contact is an interaction of that day. Throws DataError where no column holds a name, an
/// e-mail address or an organisation, or a column of `map` is not there; see CsvReader::next().
void read_csv_people(std::istream& in, const ColumnMap& map, Date today, LogSink& sink);

/// Writes the people who fit, by name, in columns that read_csv_people() reads back. Returns how
/// many there were.
std::size_t write_csv_people(std::ostream& out,
                             Store& store,
                             const PersonFilter& filter,
                             const ImportProgress& progress = {});

}  // namespace kith::exchange

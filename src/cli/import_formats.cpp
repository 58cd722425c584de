// The formats, in the order of the manual.
#include "cli/import_formats.hpp"

#include <algorithm>

#include <kith/exchange/csv_people.hpp>
#include <kith/exchange/linkedin.hpp>

namespace kith::cli {

const std::vector<ImportFormat>& import_formats() {
  static const std::vector<ImportFormat> kFormats{
      {.word = "json", .summary = "what kith export json wrote"},
      {.word = "csv",
       .summary = "any CSV file with a row of column names",
       .read =
           [](std::istream& in, const ImportRequest& request, exchange::LogSink& sink) {
             exchange::read_csv_people(
                 in, exchange::parse_column_map(request.map), request.today, sink);
           }},
      {.word = "linkedin",
       .summary = "LinkedIn's Connections.csv",
       .read = [](std::istream& in,
                  const ImportRequest&,
                  exchange::LogSink& sink) { exchange::read_linkedin(in, sink); }},
  };
  return kFormats;
}

const ImportFormat* find_import_format(std::string_view word) {
  const auto it = std::ranges::find(import_formats(), word, &ImportFormat::word);
  return it == import_formats().end() ? nullptr : &*it;
}

std::string import_format_words(std::string_view last_joint) {
  std::string words;
  for (const ImportFormat& format : import_formats()) {
    if (!words.empty()) {
      words += &format == &import_formats().back() ? " " + std::string(last_joint) + " " : ", ";
    }
    words += format.word;
  }
  return words;
}

}  // namespace kith::cli

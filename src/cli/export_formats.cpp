// The formats, in the order of the manual.
#include "cli/export_formats.hpp"

#include <algorithm>

#include <kith/exchange/csv_people.hpp>

namespace kith::cli {

PersonFilter ExportRequest::people() const {
  return filter.value_or(PersonFilter{.archived = PersonFilter::Archived::all});
}

const std::vector<ExportFormat>& export_formats() {
  static const std::vector<ExportFormat> kFormats{
      {.word = "json",
       .summary = "everything, the default",
       .write =
           [](std::ostream& out, Store& store, const ExportRequest& request) {
             return exchange::write_kith_json(
                 out, store, request.filter, request.progress, request.detail);
           },
       .can_redact = true},
      {.word = "csv",
       .summary = "people, for a spreadsheet",
       .write =
           [](std::ostream& out, Store& store, const ExportRequest& request) {
             return exchange::write_csv_people(out, store, request.people(), request.progress);
           }},
  };
  return kFormats;
}

const ExportFormat* find_export_format(std::string_view word) {
  const auto it = std::ranges::find(export_formats(), word, &ExportFormat::word);
  return it == export_formats().end() ? nullptr : &*it;
}

std::string export_format_words(std::string_view last_joint) {
  std::string words;
  for (const ExportFormat& format : export_formats()) {
    if (!words.empty()) {
      words += &format == &export_formats().back() ? " " + std::string(last_joint) + " " : ", ";
    }
    words += format.word;
  }
  return words;
}

}  // namespace kith::cli

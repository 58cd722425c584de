// Which file of LinkedIn's archive this is.
#include <algorithm>
#include <array>
#include <functional>

#include "exchange/csv_remarks.hpp"
#include "exchange/linkedin_rows.hpp"
#include <kith/error.hpp>
#include <kith/exchange/linkedin.hpp>
#include <kith/text/clean.hpp>
#include <kith/text/fold.hpp>

namespace kith::exchange {
namespace {

constexpr std::size_t kHeaderWithin = 50;  // rows; real preambles have up to four
constexpr std::array<std::string_view, 7> kPeople{
    "first name", "last name", "url", "email address", "company", "position", "connected on"};
constexpr std::array<std::string_view, 10> kOthers{"conversation id",
                                                   "from",
                                                   "to",
                                                   "content",
                                                   "folder",
                                                   "text",
                                                   "creation date",
                                                   "sent at",
                                                   "message",
                                                   "direction"};

bool is_column(std::string_view cell) {
  const std::string name = text::fold(cell);
  return std::ranges::find(kPeople, name) != kPeople.end() ||
         std::ranges::find(kOthers, name) != kOthers.end();
}

/// Reads the rest of the file, if the columns are those of one that is known.
std::function<void(CsvReader&, LogSink&)> reader_for(const LinkedInColumns& columns,
                                                     std::string_view file) {
  if (columns.has("conversation id") && columns.has("from") && columns.has("date")) {
    return [&columns](CsvReader& rows, LogSink& sink) { read_messages(rows, columns, sink); };
  }
  const bool has_name = columns.has("first name") || columns.has("last name");
  if (has_name && columns.has("text") && columns.has("creation date")) {
    const std::string name = text::fold(file);
    const Recommended who = name.find("given") != std::string::npos      ? Recommended::them
                            : name.find("received") != std::string::npos ? Recommended::me
                                                                         : Recommended::unknown;
    return [&columns, who](CsvReader& rows, LogSink& sink) {
      read_recommendations(rows, columns, who, sink);
    };
  }
  if (columns.has("sent at") && columns.has("direction") && columns.has("from")) {
    return [&columns](CsvReader& rows, LogSink& sink) { read_invitations(rows, columns, sink); };
  }
  const auto known =
      std::ranges::count_if(kPeople, [&](std::string_view name) { return columns.has(name); });
  if (has_name && known >= 2) {
    return [&columns](CsvReader& rows, LogSink& sink) { read_connections(rows, columns, sink); };
  }
  return {};
}

}  // namespace

LinkedInColumns::LinkedInColumns(const CsvRow& header) {
  for (std::size_t i = 0; i < header.cells.size(); ++i) {
    const std::string name = text::fold(header.cells[i]);
    if (!name.empty()) {
      index_.try_emplace(name, i);
    }
  }
}

std::string_view LinkedInColumns::text(const CsvRow& row, std::string_view name) const {
  const auto it = index_.find(std::string(name));
  return it == index_.end() ? std::string_view() : row.cell(it->second);
}

std::string LinkedInColumns::cell(const CsvRow& row, std::string_view name) const {
  return text::clean_line(text(row, name));
}

void read_linkedin(std::istream& in, LogSink& sink, std::string_view file) {
  CsvReader reader(in, is_column);
  for (std::size_t rows_before = 0; rows_before < kHeaderWithin; ++rows_before) {
    const std::optional<CsvRow> row = reader.next();
    if (!row) {
      break;
    }
    const LinkedInColumns columns(*row);
    if (const auto read = reader_for(columns, file)) {
      read(reader, sink);
      remark_on_reading(reader, sink);
      return;
    }
  }
  throw DataError("no row of LinkedIn's column names (First Name, Last Name, …)",
                  "for any other CSV file: kith import csv FILE",
                  Position{.line = 1});
}

std::vector<std::filesystem::path> linkedin_files_in(const std::filesystem::path& folder) {
  constexpr std::array<std::string_view, 5> kFiles{"connections.csv",
                                                   "messages.csv",
                                                   "recommendations_given.csv",
                                                   "recommendations_received.csv",
                                                   "invitations.csv"};
  std::vector<std::pair<std::size_t, std::filesystem::path>> found;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const std::string name = text::fold(entry.path().filename().string());
    const auto place = std::ranges::find(kFiles, name);
    if (place != kFiles.end()) {
      found.emplace_back(static_cast<std::size_t>(place - kFiles.begin()), entry.path());
    }
  }
  if (found.empty()) {
    throw DataError(folder.string() + ": none of LinkedIn's files is in this folder",
                    "it is the unpacked archive, with Connections.csv in it");
  }
  std::ranges::sort(found);
  std::vector<std::filesystem::path> files;
  for (auto& [place, path] : found) {
    files.push_back(std::move(path));
  }
  return files;
}

}  // namespace kith::exchange

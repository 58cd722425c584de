// The formats, in the order of the manual.
#include "cli/import_formats.hpp"

#include <algorithm>
#include <cctype>

#include <kith/exchange/book_csv.hpp>
#include <kith/exchange/csv_people.hpp>
#include <kith/exchange/linkedin.hpp>
#include <kith/exchange/vcard.hpp>

namespace kith::cli {
namespace {

namespace fs = std::filesystem;

/// The files below `folder` whose names end in one of `endings` (in small letters), in order.
/// Hidden ones are another program's business.
std::vector<fs::path> files_named(const fs::path& folder,
                                  const std::vector<std::string_view>& endings) {
  std::vector<fs::path> files;
  for (auto it = fs::recursive_directory_iterator(folder); it != fs::end(it); ++it) {
    const bool is_hidden = it->path().filename().string().starts_with('.');
    if (it->is_directory()) {
      if (is_hidden) {
        it.disable_recursion_pending();
      }
      continue;
    }
    std::string ending = it->path().extension().string();
    std::ranges::transform(
        ending, ending.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    if (!is_hidden && std::ranges::find(endings, ending) != endings.end()) {
      files.push_back(it->path());
    }
  }
  std::ranges::sort(files);
  return files;
}

}  // namespace

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
      {.word = "google",
       .summary = "Google Contacts' CSV, of any year",
       .read = [](std::istream& in,
                  const ImportRequest& request,
                  exchange::LogSink& sink) { exchange::read_google_csv(in, request.today, sink); }},
      {.word = "linkedin",
       .summary = "LinkedIn's connections, messages, recommendations and invitations",
       .read = [](std::istream& in,
                  const ImportRequest& request,
                  exchange::LogSink& sink) { exchange::read_linkedin(in, sink, request.file); },
       .files_in = exchange::linkedin_files_in,
       .tells_a_log = true},
      {.word = exchange::kVcardSource,
       .summary = "vCards 2.1, 3.0 and 4.0; of a folder, every .vcf file",
       .read = [](std::istream& in,
                  const ImportRequest&,
                  exchange::LogSink& sink) { exchange::read_vcards(in, sink); },
       .files_in =
           [](const fs::path& folder) {
             return files_named(folder, {".vcf", ".vcard"});
           }},
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

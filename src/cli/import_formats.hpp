// What `kith import` reads: a line a format.
#pragma once

#include <filesystem>
#include <functional>
#include <istream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <kith/exchange/contact_document.hpp>
#include <kith/time/date.hpp>

namespace kith::cli {

/// What the reader of a format may want to know besides the file.
struct ImportRequest {
  std::vector<std::string> map{};  ///< "FIELD=COLUMN"
  std::vector<std::string> me{};   ///< your own addresses
  Date today{};
  std::string file{};  ///< its name, where the contents alone do not tell everything
};

struct ImportFormat {
  std::string_view word{};     ///< on the command line, and the source of origins
  std::string_view summary{};  ///< what it reads
  /// Reads one file. Nothing for json, which is kith's own and goes into the store as it is.
  std::function<void(std::istream&, const ImportRequest&, exchange::LogSink&)> read{};
  /// The files of a folder that are to be read, in a stable order; nothing where a folder is none
  /// of the format's business.
  std::function<std::vector<std::filesystem::path>(const std::filesystem::path&)> files_in{};
  /// Reads a folder as a whole, where its files mean nothing one by one.
  std::function<void(const std::filesystem::path&, const ImportRequest&, exchange::LogSink&)>
      read_folder{};
  bool tells_a_log = false;  ///< --since and --new mean something
  bool asks_who = false;     ///< --me means something; with it only can strangers be told from you
};

const std::vector<ImportFormat>& import_formats();
/// The format of that word; nullptr if there is none.
const ImportFormat* find_import_format(std::string_view word);
/// "json, csv and linkedin"
std::string import_format_words(std::string_view last_joint);

}  // namespace kith::cli

// What `kith export` writes: a line a format.
#pragma once

#include <functional>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include <kith/exchange/import_report.hpp>
#include <kith/exchange/json_export.hpp>
#include <kith/exchange/vcard.hpp>
#include <kith/store/person_repo.hpp>
#include <kith/store/store.hpp>

namespace kith::cli {

struct ExportRequest {
  std::optional<PersonFilter> filter{};  ///< nothing: everybody, the archived too
  exchange::Detail detail = exchange::Detail::everything;
  exchange::CardVersion card_version = exchange::CardVersion::v3_0;
  exchange::ImportProgress progress{};
  /// Takes a sentence about what the format cannot hold as it is.
  std::function<void(const std::string&)> complain{};

  /// The people who are asked for.
  PersonFilter people() const;
};

struct ExportFormat {
  std::string_view word{};
  std::string_view summary{};
  /// Writes the document; returns how many people are in it. Called inside Store::read().
  std::function<std::size_t(std::ostream&, Store&, const ExportRequest&)> write{};
  bool can_redact = false;
  /// Writes a folder: calls the last with a file's name and what is in it, one after the other.
  /// Nothing where the format is one file.
  std::function<std::size_t(Store&,
                            const ExportRequest&,
                            const std::function<void(const std::string&, const std::string&)>&)>
      write_files{};
};

const std::vector<ExportFormat>& export_formats();
/// The format of that word; nullptr if there is none.
const ExportFormat* find_export_format(std::string_view word);
/// "json, csv and vcard"
std::string export_format_words(std::string_view last_joint);

}  // namespace kith::cli

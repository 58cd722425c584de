// The files of LinkedIn's archive, each behind its row of column names.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include <kith/exchange/contact_document.hpp>
#include <kith/exchange/csv_reader.hpp>

namespace kith::exchange {

/// Which column holds what, by the folded names.
class LinkedInColumns {
 public:
  explicit LinkedInColumns(const CsvRow& header);

  bool has(std::string_view name) const { return index_.contains(std::string(name)); }
  /// The cell as one clean line; empty where there is no such column.
  std::string cell(const CsvRow& row, std::string_view name) const;
  /// The cell as it stands, with its line ends.
  std::string_view text(const CsvRow& row, std::string_view name) const;

 private:
  std::map<std::string, std::size_t> index_{};
};

void read_connections(CsvReader& reader, const LinkedInColumns& columns, DocumentSink& sink);
void read_messages(CsvReader& reader, const LinkedInColumns& columns, LogSink& sink);

enum class Recommended { me, them, unknown };
void read_recommendations(CsvReader& reader,
                          const LinkedInColumns& columns,
                          Recommended who,
                          LogSink& sink);
void read_invitations(CsvReader& reader, const LinkedInColumns& columns, LogSink& sink);

/// `text` in one line, without tags and with the commonest entities spelled out.
std::string without_markup(std::string_view text);

}  // namespace kith::exchange

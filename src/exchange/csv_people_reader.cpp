// People out of any CSV file with a header row.
#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "exchange/csv_columns.hpp"
#include "exchange/csv_names.hpp"
#include "exchange/csv_remarks.hpp"
#include "exchange/csv_row_reader.hpp"
#include "exchange/packed_rows.hpp"
#include <kith/error.hpp>
#include <kith/exchange/book_csv.hpp>
#include <kith/exchange/csv_people.hpp>
#include <kith/text/clean.hpp>
#include <kith/text/fold.hpp>

namespace kith::exchange {
namespace {

using Kind = CsvTable::Kind;

constexpr std::size_t kHeaderWithin = 20;
constexpr std::size_t kMostRead = std::size_t{32} << 20;  // bytes of cells; books have a few

bool names_people(const CsvHeader& header) {
  constexpr std::array<std::string_view, 7> kNaming{
      "name", "given", "family", "nickname", "email", "org", "file as"};
  return std::ranges::any_of(kNaming, [&](std::string_view field) { return header.has(field); });
}

bool has_cell(const CsvRow& row, std::string_view header) {
  return std::ranges::any_of(row.cells,
                             [&](const std::string& cell) { return text::fold(cell) == header; });
}

Kind kind_of(const CsvRow& header, const CsvHeader& columns) {
  if (columns.has("uid") && columns.has("standing")) {
    return Kind::own;
  }
  const bool is_google =
      has_cell(header, "group membership") || has_cell(header, "e-mail 1 - value") ||
      has_cell(header, "phone 1 - value") || has_cell(header, "phonetic first name") ||
      (has_cell(header, "given name") && has_cell(header, "additional name"));
  if (is_google) {
    return Kind::google;
  }
  const bool is_outlook =
      has_cell(header, "e-mail address") &&
      (has_cell(header, "business street") || has_cell(header, "business phone"));
  return is_outlook ? Kind::outlook : Kind::other;
}

std::size_t size_of(const CsvRow& row) {
  std::size_t size = 0;
  for (const std::string& cell : row.cells) {
    size += sizeof(cell) + cell.size();
  }
  return size;
}

/// A file, read as far as memory goes: what a column holds is told from all of its cells. What
/// comes behind that is taken row by row, by what was told before.
class Table {
  using Names = std::vector<std::size_t>;  // hashes, sorted

 public:
  Table(CsvReader& reader, const ColumnMap& map, Date today) : reader_(reader) {
    find_header(reader, map);
    table_.today = today;
    table_.kind = kind_of(header_row_, table_.header);
    std::size_t size = 0;
    while (size < kMostRead) {
      std::optional<CsvRow> row = reader.next();
      if (!row) {
        is_whole_ = true;
        break;
      }
      if (!is_blank_row(*row)) {
        size += size_of(*row);
        rows_.emplace_back(*row);
      }
    }
    settle_orders(reader.delimiter());
    settle_names();
  }

  Kind kind() const { return table_.kind; }

  void tell(LogSink& sink) {
    name_unknown_columns(sink);
    Names names;
    for (const PackedRow& row : rows_) {
      names.push_back(hash_of(name_in_row(row.unpacked(), table_)));
    }
    std::sort(names.begin(), names.end());
    for (; !rows_.empty(); rows_.pop_front()) {
      const bool is_near_end = is_whole_ && rows_.size() < 3;
      tell(rows_.front().unpacked(), sink, is_near_end, is_whole_ ? &names : nullptr);
    }
    while (!is_whole_) {
      const std::optional<CsvRow> row = reader_.next();
      if (!row) {
        break;
      }
      if (!is_blank_row(*row)) {
        tell(*row, sink, false, nullptr);
      }
    }
  }

 private:
  static std::size_t hash_of(std::string_view name) {
    return std::hash<std::string>{}(text::fold(name));
  }
  static std::ptrdiff_t count_of(std::string_view name, const Names& names) {
    const auto [begin, end] = std::equal_range(names.begin(), names.end(), hash_of(name));
    return end - begin;
  }

  /// `names` are those of all rows; nothing if they are not known.
  void tell(const CsvRow& row, LogSink& sink, bool is_near_end, const Names* names) const {
    if (row.cells == header_row_.cells) {
      return;  // files that were put together from several
    }
    ReadRow read = read_row(row, table_);
    ContactDocument& document = read.document;
    if (is_near_end && is_total(document.name) && !has_address(document)) {
      sink.remark({Remark::Kind::skipped, row.line, {}, "a total, and no person"});
      return;
    }
    remark_on_surplus(row, document.name, sink);
    for (const std::string& why : read.complaints) {
      sink.remark({Remark::Kind::warning, row.line, document.name, why});
    }
    settle_keys(document, names != nullptr && count_of(document.name, *names) < 2);
    sink.take(document);
    if (read.last_contact) {
      sink.take(last_contact(document, *read.last_contact));
    }
  }

  /// The row of column names: of the first rows, the one with most of them.
  void find_header(CsvReader& reader, const ColumnMap& map) {
    std::vector<CsvRow> first;
    std::optional<std::size_t> best;
    std::size_t most = 0;
    for (std::size_t i = 0; i < kHeaderWithin; ++i) {
      std::optional<CsvRow> row = reader.next();
      if (!row) {
        break;
      }
      const std::size_t mapped = static_cast<std::size_t>(std::ranges::count_if(
          map, [&](const auto& pair) { return has_cell(*row, text::fold(pair.second)); }));
      const std::size_t count = map.empty() ? count_headers(*row) : mapped;
      const bool is_one =
          map.empty() ? count > 0 && names_people(read_headers(*row, map)) : mapped > 0;
      first.push_back(std::move(*row));
      if (is_one && count > most) {
        most = count;
        best = i;
      }
    }
    if (!map.empty() && !best && !first.empty()) {
      best = 0;  // read_headers() says which column is not there
    }
    if (best) {
      table_.header = read_headers(first[*best], map);
    }
    if (!best || !names_people(table_.header)) {
      throw DataError("no row of column names with a name, an e-mail address or an organisation",
                      "say which column holds the name: --map name=\"Full Name\"",
                      Position{.line = first.empty() ? 1 : first.front().line});
    }
    header_row_ = first[*best];
    for (std::size_t i = *best + 1; i < first.size(); ++i) {
      if (!is_blank_row(first[i])) {
        rows_.emplace_back(first[i]);
      }
    }
  }

  /// Which number comes first: what a cell of the column tells, else one of another column, else
  /// the language of the header, else the semicolon, which is written where the comma is used in
  /// numbers, and those countries write the day first.
  void settle_orders(char delimiter) {
    constexpr std::array<std::string_view, 4> kDates{"birthday", "met on", "last contact", "event"};
    std::map<std::size_t, std::map<DateOrder, std::size_t>> told;
    DateOrder elsewhere = DateOrder::open;
    std::vector<std::size_t> columns;
    for (const CsvColumn& column : table_.header.columns) {
      if (column.part == CsvColumn::Part::value &&
          std::ranges::find(kDates, column.field) != kDates.end()) {
        columns.push_back(column.index);
      }
    }
    for (const PackedRow& row : rows_) {
      for (const std::size_t column : columns) {
        const DateOrder order = order_told_by(row.cell(column));
        elsewhere = order == DateOrder::open ? elsewhere : order;
        ++told[column][order];
      }
    }
    const bool is_abroad = table_.header.language != Language::any || delimiter == ';';
    for (const std::size_t column : columns) {
      const std::size_t days = told[column][DateOrder::day_first];
      const std::size_t months = told[column][DateOrder::month_first];
      table_.orders[column] = days > months                  ? DateOrder::day_first
                              : months > days                ? DateOrder::month_first
                              : elsewhere != DateOrder::open ? elsewhere
                              : is_abroad                    ? DateOrder::day_first
                                                             : DateOrder::open;
    }
  }

  /// Whether the column of names has "Lim, Ana".
  void settle_names() {
    std::size_t turned = 0;
    std::size_t names = 0;
    for (const CsvColumn& column : table_.header.columns) {
      if (column.field != "name") {
        continue;
      }
      for (const PackedRow& row : rows_) {
        names += row.cell(column.index).empty() ? 0 : 1;
        turned += is_family_first(row.cell(column.index), true) ? 1 : 0;
      }
    }
    table_.is_family_first = turned > 1 && turned * 2 > names;
  }

  /// Names the columns that mean nothing to kith and hold something.
  void name_unknown_columns(LogSink& sink) const {
    std::string names;
    for (const auto& [index, header] : table_.header.unknown) {
      const std::size_t column = index;  // clang 14 captures no structured bindings
      const bool holds_something =
          std::any_of(rows_.begin(), rows_.end(), [column](const PackedRow& row) {
            return row.cell(column).find_first_not_of(" \t\r\n") != std::string_view::npos;
          });
      if (holds_something) {
        names += names.empty() ? "" : ", ";
        names +=
            header.empty() ? "number " + std::to_string(index + 1) + ", which has no name" : header;
      }
    }
    if (!names.empty()) {
      sink.remark({Remark::Kind::warning, header_row_.line, {}, "columns left out: " + names});
    }
  }

  /// True if anybody could be reached; a number of rows in the column of e-mails is no address.
  static bool has_address(const ContactDocument& document) {
    constexpr std::size_t kShortest = 5;
    return std::ranges::any_of(document.contact_points, [](const ContactPoint& point) {
      return point.value.size() >= kShortest;
    });
  }

  void remark_on_surplus(const CsvRow& row, const std::string& name, LogSink& sink) const {
    std::string surplus;
    for (std::size_t i = header_row_.cells.size(); i < row.cells.size(); ++i) {
      if (const std::string cell = text::clean_line(row.cells[i]); !cell.empty()) {
        surplus += (surplus.empty() ? "" : ", ") + cell;
      }
    }
    if (!surplus.empty()) {
      sink.remark(
          {Remark::Kind::warning, row.line, name, "behind the last column, left out: " + surplus});
    }
  }

  /// A CSV file has no ids of its own: the name, and the first thing that tells namesakes apart.
  /// Where nobody else of the file has the name, it finds them under all that they have, and under
  /// what they had when they had less.
  static void settle_keys(ContactDocument& document, bool is_only_one) {
    if (document.uid) {
      document.keys = {to_string(*document.uid)};
      return;
    }
    const std::string name = text::fold(document.name) + " | ";
    for (const ContactKind kind : {ContactKind::email, ContactKind::phone, ContactKind::url}) {
      for (const ContactPoint& point : document.contact_points) {
        if (point.kind == kind) {
          document.keys.push_back(name + comparable(kind, text::clean_line(point.value)));
        }
      }
    }
    const std::string org =
        document.memberships.empty() ? "" : text::fold(document.memberships.front().org);
    if (document.keys.empty() || is_only_one) {
      document.keys.push_back(name + org);
      if (!org.empty() && is_only_one) {
        document.keys.push_back(name);
      }
    }
  }

  static InteractionDocument last_contact(const ContactDocument& document, Date day) {
    Who who{.name = document.name, .key = document.keys.front()};
    for (const ContactPoint& point : document.contact_points) {
      std::string& place = point.kind == ContactKind::email   ? who.email
                           : point.kind == ContactKind::phone ? who.phone
                                                              : who.url;
      if (point.kind <= ContactKind::url && place.empty()) {
        place = point.value;
      }
    }
    return {.key = "last contact\n" + document.keys.front(),
            .line = document.line,
            .interaction = {.date = day, .kind = "other", .text = "last contact"},
            .people = {who}};
  }

  CsvReader& reader_;
  CsvRow header_row_{};
  PackedRows rows_{};      // those that were read, and are not taken yet
  bool is_whole_ = false;  // rows_ has all of them
  CsvTable table_{};
};

}  // namespace

void read_csv_people(std::istream& in, const ColumnMap& map, Date today, LogSink& sink) {
  CsvReader reader(in, [&](std::string_view cell) {
    return read_header(cell).has_value() ||
           std::any_of(map.begin(), map.end(), [&](const auto& pair) {
             return text::fold(pair.second) == text::fold(cell);
           });
  });
  Table(reader, map, today).tell(sink);
  remark_on_reading(reader, sink);
}

void read_google_csv(std::istream& in, Date today, LogSink& sink) {
  CsvReader reader(in, [](std::string_view cell) { return read_header(cell).has_value(); });
  Table table(reader, {}, today);
  if (table.kind() != Kind::google) {
    throw DataError("no row of Google's column names (First Name, …, E-mail 1 - Value)",
                    "for any other CSV file: kith import csv FILE",
                    Position{.line = 1});
  }
  table.tell(sink);
  remark_on_reading(reader, sink);
}

}  // namespace kith::exchange

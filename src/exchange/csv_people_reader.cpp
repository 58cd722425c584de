// People out of any CSV file with a header row.
#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <utility>

#include "exchange/csv_columns.hpp"
#include "exchange/csv_list.hpp"
#include <kith/error.hpp>
#include <kith/exchange/csv_date.hpp>
#include <kith/exchange/csv_people.hpp>
#include <kith/exchange/csv_writer.hpp>
#include <kith/text/clean.hpp>
#include <kith/text/fold.hpp>
#include <kith/time/words.hpp>

namespace kith::exchange {
namespace {

constexpr std::size_t kHeaderWithin = 20;

bool is_blank_row(const CsvRow& row) {
  return std::all_of(row.cells.begin(), row.cells.end(), [](const std::string& cell) {
    return cell.find_first_not_of(" \t") == std::string::npos;
  });
}

bool names_people(const std::vector<CsvColumn>& columns) {
  return std::any_of(columns.begin(), columns.end(), [](const CsvColumn& column) {
    constexpr std::array<std::string_view, 7> kNaming{
        "name", "given", "family", "nickname", "email", "org", "file as"};
    return std::find(kNaming.begin(), kNaming.end(), column.field) != kNaming.end();
  });
}

/// One row, gathered into a document.
class RowReader {
 public:
  RowReader(const CsvRow& row,
            const std::vector<CsvColumn>& columns,
            Date today,
            DocumentSink& sink)
      : row_(row), columns_(columns), today_(today), sink_(sink) {}

  ContactDocument read() {
    document_.line = row_.line;
    for (const CsvColumn& column : columns_) {
      if (column.part == CsvColumn::Part::value) {
        take(column, unguard_formula(row_.cell(column.index)));
      }
    }
    settle_memberships();
    settle_name();
    settle_key();
    for (const std::string& why : complaints_) {
      sink_.remark({Remark::Kind::warning, row_.line, document_.name, why});
    }
    return std::move(document_);
  }

 private:
  void take(const CsvColumn& column, const std::string& cell) {
    const std::string line = text::clean_line(cell);
    if (line.empty()) {
      return;
    }
    const std::string& field = column.field;
    if (const auto kind = parse_contact_kind(field)) {
      take_points(column, *kind, cell);
    } else if (field == "nickname") {
      append(document_.nicknames, split_list(cell));
    } else if (field == "tags") {
      std::vector<std::string> tags = split_list(cell);
      std::erase_if(tags, [](const std::string& tag) { return tag.starts_with("* "); });
      append(document_.tags, tags);
    } else if (field == "note") {
      document_.told.push_back({.text = text::clean_text(cell)});
    } else if (field == "met") {
      document_.met = text::clean_text(cell);
    } else if (field.starts_with("org") || field == "title") {
      take_membership(column, line);
    } else if (field == "birthday") {
      document_.birthday = date(field, line);
    } else if (field == "met on") {
      document_.met_on = date(field, line);
    } else if (!take_word(field, line)) {
      texts_[field] = line;
    }
  }

  void take_points(const CsvColumn& column, ContactKind kind, const std::string& cell) {
    std::vector<std::string> values = split_values(cell);
    if (kind == ContactKind::email && values.size() == 1) {
      std::vector<std::string> several = split_list(cell);
      if (std::all_of(several.begin(), several.end(), [](const std::string& one) {
            return one.find('@') != std::string::npos;
          })) {
        values = std::move(several);
      }
    }
    std::string label = column.label;
    for (const CsvColumn& other : columns_) {
      if (other.part == CsvColumn::Part::label && other.field == column.field &&
          other.number == column.number) {
        label = text::clean_line(unguard_formula(row_.cell(other.index)));
        if (label.starts_with("*")) {
          label = text::clean_line(label.substr(1));  // Google's mark of the main one
        }
      }
    }
    for (const std::string& value : values) {
      document_.contact_points.push_back({kind, value, label});
    }
  }

  void take_membership(const CsvColumn& column, const std::string& line) {
    Membership& membership = memberships_[column.number];
    if (column.field == "org") {
      membership.org = line;
    } else if (column.field == "title") {
      membership.title = line;
    } else {
      (column.field == "org from" ? membership.from : membership.to) = date(column.field, line);
    }
  }

  /// Fields that are one word out of a few. False if `field` is none of them.
  bool take_word(const std::string& field, const std::string& line) {
    if (field == "circle") {
      document_.circle = parse_circle(line);
      complain_unless(document_.circle.has_value(), field, line);
    } else if (field == "standing") {
      document_.standing = parse_standing(line);
      complain_unless(document_.standing.has_value(), field, line);
    } else if (field == "archived") {
      const std::string word = text::fold(line);
      const bool yes = word == "yes" || word == "true" || word == "1" || word == "x";
      complain_unless(yes || word == "no" || word == "false" || word == "0", field, line);
      document_.archived = yes;
    } else if (field == "uid") {
      document_.uid = parse_uid(line);
      complain_unless(document_.uid.has_value(), field, line);
    } else if (field == "every") {
      take_cadence(line);
    } else {
      return false;
    }
    return true;
  }

  void take_cadence(const std::string& line) {
    int days = 0;
    const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), days);
    try {
      const bool is_number = error == std::errc{} && end == line.data() + line.size();
      document_.cadence = is_number ? Cadence(days) : Cadence(parse_span(line));
    } catch (const DataError& bad) {
      complaints_.push_back("every: " + bad.message());
    }
  }

  PartialDate date(const std::string& field, const std::string& line) {
    if (line == "0/0/00") {
      return {};  // Outlook's way to write none
    }
    if (std::optional<Date> found = read_file_date(line)) {
      // A year of birth in two digits is in the past.
      const std::string year = std::to_string(static_cast<int>(found->year()));
      if (field == "birthday" && *found > today_ && line.find(year) == std::string::npos) {
        *found = add_months(*found, -1200);
      }
      return PartialDate(*found);
    }
    try {
      return parse_partial_date(line, today_);
    } catch (const DataError& bad) {
      complaints_.push_back(field + ": " + bad.message());
      return {};
    }
  }

  void settle_memberships() {
    for (auto& [number, membership] : memberships_) {
      document_.memberships.push_back(std::move(membership));
    }
  }

  void settle_name() {
    document_.name = texts_["name"];
    if (document_.name.empty()) {
      document_.name = NameParts{.prefix = texts_["prefix"],
                                 .given = texts_["given"],
                                 .middle = texts_["middle"],
                                 .family = texts_["family"],
                                 .suffix = texts_["suffix"]}
                           .display();
    }
    document_.city = texts_["city"];
    document_.timezone = texts_["timezone"];
    document_.introduced_by = texts_["introduced by"];
    // Whoever has no name is called by what there is of them.
    std::vector<std::string> others{texts_["file as"]};
    append(others, document_.nicknames);
    if (!document_.memberships.empty()) {
      others.push_back(document_.memberships.front().org);
    }
    for (const ContactPoint& point : document_.contact_points) {
      if (point.kind == ContactKind::email || point.kind == ContactKind::phone) {
        others.push_back(point.value);
      }
    }
    for (const std::string& other : others) {
      if (document_.name.empty()) {
        document_.name = other;
      }
    }
  }

  /// A CSV file has no ids of its own: the name, and the first thing that tells namesakes apart.
  void settle_key() {
    if (document_.uid) {
      document_.keys = {to_string(*document_.uid)};
      return;
    }
    std::string apart;
    for (const ContactKind kind : {ContactKind::email, ContactKind::phone, ContactKind::url}) {
      for (const ContactPoint& point : document_.contact_points) {
        if (apart.empty() && point.kind == kind) {
          apart = comparable(kind, point.value);
        }
      }
    }
    if (apart.empty() && !document_.memberships.empty()) {
      apart = text::fold(document_.memberships.front().org);
    }
    document_.keys = {text::fold(document_.name) + " | " + apart};
  }

  void complain_unless(bool good, const std::string& field, const std::string& line) {
    if (!good) {
      complaints_.push_back(field + ": " + line + ": not understood, left out");
    }
  }

  static void append(std::vector<std::string>& all, const std::vector<std::string>& more) {
    all.insert(all.end(), more.begin(), more.end());
  }

  const CsvRow& row_;
  const std::vector<CsvColumn>& columns_;
  Date today_;
  DocumentSink& sink_;
  ContactDocument document_{};
  std::map<int, Membership> memberships_{};
  std::map<std::string, std::string> texts_{};
  std::vector<std::string> complaints_{};
};

/// The columns, from the first row that names any of people's.
std::vector<CsvColumn> find_header(CsvReader& reader, const ColumnMap& map, DocumentSink& sink) {
  std::optional<CsvRow> first;
  for (std::size_t i = 0; i < kHeaderWithin; ++i) {
    const std::optional<CsvRow> row = reader.next();
    if (!row) {
      break;
    }
    std::vector<std::string> unknown;
    if (!map.empty() || !first) {
      first = first ? first : row;
    }
    if (!map.empty()) {
      const bool has_mapped = std::any_of(map.begin(), map.end(), [&](const auto& pair) {
        return std::any_of(row->cells.begin(), row->cells.end(), [&](const std::string& cell) {
          return text::fold(cell) == text::fold(pair.second);
        });
      });
      if (!has_mapped) {
        continue;
      }
    }
    std::vector<CsvColumn> columns = read_headers(*row, map, unknown);
    if (!names_people(columns)) {
      continue;
    }
    if (!unknown.empty()) {
      std::string names;
      for (const std::string& name : unknown) {
        names += (names.empty() ? "" : ", ") + name;
      }
      sink.remark({Remark::Kind::warning, row->line, {}, "columns left out: " + names});
    }
    return columns;
  }
  if (first && !map.empty()) {
    std::vector<std::string> unknown;
    read_headers(*first, map, unknown);  // says which column is not there
  }
  throw DataError("no row of column names with a name, an e-mail address or an organisation",
                  "say which column holds the name: --map name=\"Full Name\"",
                  Position{.line = first ? first->line : 1});
}

}  // namespace

void read_csv_people(std::istream& in, const ColumnMap& map, Date today, DocumentSink& sink) {
  CsvReader reader(in, [&](std::string_view cell) {
    return read_header(cell).has_value() ||
           std::any_of(map.begin(), map.end(), [&](const auto& pair) {
             return text::fold(pair.second) == text::fold(cell);
           });
  });
  const std::vector<CsvColumn> columns = find_header(reader, map, sink);
  while (const std::optional<CsvRow> row = reader.next()) {
    if (!is_blank_row(*row)) {
      sink.take(RowReader(*row, columns, today, sink).read());
    }
  }
  for (const std::size_t line : reader.stray_quotes()) {
    sink.remark({Remark::Kind::warning, line, {}, "a quote that is never closed"});
  }
  if (reader.repaired_bytes() > 0) {
    sink.remark(
        {Remark::Kind::warning,
         0,
         {},
         std::to_string(reader.repaired_bytes()) + " bytes were not UTF-8 and are replaced"});
  }
}

}  // namespace kith::exchange

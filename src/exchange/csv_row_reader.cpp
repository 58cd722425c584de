// One row, gathered into a document.
#include "exchange/csv_row_reader.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "exchange/csv_list.hpp"
#include "exchange/csv_names.hpp"
#include "exchange/csv_row_parts.hpp"
#include "exchange/csv_values.hpp"
#include <kith/error.hpp>
#include <kith/exchange/csv_writer.hpp>
#include <kith/text/clean.hpp>
#include <kith/text/fold.hpp>
#include <kith/time/words.hpp>

namespace kith::exchange {
namespace {

using Kind = CsvTable::Kind;

void append(std::vector<std::string>& all, const std::vector<std::string>& more) {
  all.insert(all.end(), more.begin(), more.end());
}

/// The label of a handle among custom fields, as kith writes it: "Handle (chess)".
std::optional<std::string> handle_label(const std::string& label) {
  constexpr std::string_view kBegins = "Handle (";
  if (label == "Handle") {
    return std::string();
  }
  if (label.starts_with(kBegins) && label.ends_with(')')) {
    return label.substr(kBegins.size(), label.size() - kBegins.size() - 1);
  }
  return std::nullopt;
}

class RowReader {
 public:
  RowReader(const CsvRow& row, const CsvTable& table) : row_(row), table_(table) {}

  ReadRow read() {
    read_.document.line = row_.line;
    for (const CsvColumn& column : table_.header.columns) {
      if (column.part == CsvColumn::Part::value) {
        take(column, cell_of(column));
      }
    }
    for (auto& [number, membership] : memberships_) {
      if (!membership.org.empty() || !membership.title.empty()) {
        read_.document.memberships.push_back(std::move(membership));
      }
    }
    settle_occupation();
    addresses_.settle(read_.document,
                      [this](int number) { return plain_label(label_of("address", number)); });
    put_main_points_first();
    settle_name();
    return std::move(read_);
  }

  std::string name() {
    for (const CsvColumn& column : table_.header.columns) {
      if (is_part_of_name(column)) {
        take(column, cell_of(column));
      }
    }
    return names_.name(table_);
  }

 private:
  static bool is_part_of_name(const CsvColumn& column) {
    constexpr std::array<std::string_view, 7> kNames{
        "name", "given", "middle", "family", "prefix", "suffix", "file as"};
    return std::ranges::find(kNames, column.field) != kNames.end();
  }

  std::string cell_of(const CsvColumn& column) const {
    return unguard_formula(row_.cell(column.index));
  }

  void take(const CsvColumn& column, const std::string& cell) {
    const std::string line = text::clean_line(cell);
    const std::string& field = column.field;
    const bool is_name = is_part_of_name(column);
    if (line.empty() || (table_.kind == Kind::other && is_placeholder(line, is_name))) {
      return;
    }
    if (is_name) {
      names_.take(field, line);
    } else if (const auto kind = parse_contact_kind(field)) {
      take_points(column, *kind, cell);
    } else if (field == "nickname") {
      append(read_.document.nicknames, split_list(cell));
    } else if (field == "tags") {
      std::vector<std::string> tags =
          table_.kind == Kind::google ? split_values(cell) : split_list(cell);
      std::erase_if(tags, [](const std::string& tag) { return tag.starts_with("* "); });
      append(read_.document.tags, tags);
    } else if (field == "org" || field == "title" || field.starts_with("org ")) {
      take_membership(column, line);
    } else if (AddressParts::is_part(field)) {
      addresses_.take(column, cell, table_.kind);
    } else if (!take_told(column, cell, line) && !take_date(column, line)) {
      take_word(field, cell, line);
    }
  }

  /// What stands in the column of labels that belongs to a value.
  std::string label_of(const std::string& field, int number) const {
    std::string label;
    for (const CsvColumn& other : table_.header.columns) {
      if (other.part == CsvColumn::Part::label && other.field == field && other.number == number) {
        // Of "IM 1 - Type" and "IM 1 - Service", the latter.
        const std::string written = text::clean_line(cell_of(other));
        label = written.empty() ? label : written;
      }
    }
    return label;
  }

  std::vector<ContactPoint> points_of(ContactKind kind, const std::string& cell) const {
    std::vector<ContactPoint> points;
    const auto add = [&](std::string value) {
      points.push_back({.kind = kind, .value = std::move(value)});
    };
    if (kind == ContactKind::phone && table_.kind != Kind::own) {
      return phones_in(cell);
    }
    if (kind == ContactKind::email && table_.kind != Kind::own) {
      std::ranges::for_each(emails_in(cell), add);
    } else if (kind == ContactKind::url && table_.kind != Kind::own) {
      std::ranges::for_each(urls_in(cell), add);
    } else if (kind == ContactKind::address && table_.kind != Kind::own) {
      for (const std::string_view value : raw_values(cell)) {
        add(lines_joined(value));
      }
    } else {
      std::ranges::for_each(split_values(cell), add);
    }
    return points;
  }

  void take_points(const CsvColumn& column, ContactKind kind, const std::string& cell) {
    const std::string written = label_of(column.field, column.number);
    // A header that names its label ("Home Phone") has none beside it.
    const bool has_written = !written.empty() && column.label.empty();
    const std::string label = has_written ? plain_label(written) : column.label;
    for (ContactPoint point : points_of(kind, cell)) {
      if (point.label.empty() || has_written) {
        point.label = label;
      }
      if (kind == ContactKind::handle || kind == ContactKind::url) {
        settle_network(column, point);
      }
      is_main_.push_back(has_written && is_main_label(written));
      read_.document.contact_points.push_back(std::move(point));
    }
    if (column.is_whole) {
      addresses_.whole(column.number);
    }
  }

  /// A page in a column of handles is a page, and a bare name in one of pages a handle.
  void settle_network(const CsvColumn& column, ContactPoint& point) const {
    if (table_.kind == Kind::own || column.label.empty()) {
      return;
    }
    const bool is_page = point.value.find("://") != std::string::npos ||
                         point.value.find(".com/") != std::string::npos ||
                         text::fold(point.value).starts_with("www.");
    if (is_page) {
      point.kind = ContactKind::url;
    } else if (column.label == "linkedin" || column.label == "xing") {
      const bool has_stroke = point.value.find('/') != std::string::npos;
      point.kind = has_stroke ? ContactKind::url : ContactKind::handle;
    } else if (point.kind == ContactKind::handle &&
               (column.label == "whatsapp" || column.label == "signal") &&
               !points_in(point.value).empty()) {
      point.kind = points_in(point.value).front().kind;  // a phone number, mostly
    }
  }

  /// Notion writes pages of its own as "Acme (https://www.notion.so/Acme-1f0c)".
  std::string without_link(const std::string& line) const {
    const auto link = line.find(" (https://www.notion.so/");
    return table_.kind == Kind::other && line.ends_with(')') ? line.substr(0, link) : line;
  }

  void take_membership(const CsvColumn& column, const std::string& line) {
    const bool is_free_title = column.field == "title" && table_.kind != Kind::own;
    if (is_free_title && column.label == "occupation") {
      occupation_ = line;
      return;
    }
    if (is_free_title && column.label == "bare" && is_name_prefix(line)) {
      names_.take("prefix", line);
      return;
    }
    Membership& membership = memberships_[column.number];
    if (column.field == "org" || column.field == "title") {
      std::string& place = column.field == "org" ? membership.org : membership.title;
      place = place.empty() ? without_link(line) : place;
    } else {
      (column.field == "org from" ? membership.from : membership.to) = date(column, line);
    }
  }

  void settle_occupation() {
    std::vector<Membership>& memberships = read_.document.memberships;
    if (occupation_.empty()) {
      return;
    }
    if (memberships.empty()) {
      memberships.push_back({.title = occupation_});
    } else if (memberships.front().title.empty()) {
      memberships.front().title = occupation_;
    } else if (text::fold(memberships.front().title) != text::fold(occupation_)) {
      tell("work", occupation_);
    }
  }

  void tell(std::string_view kind, std::string text, std::optional<Date> date = {}) {
    read_.document.told.push_back(
        {.text = std::move(text), .kind = std::string(kind), .date = date});
  }

  /// What becomes facts and ties. False if the column is none of these.
  bool take_told(const CsvColumn& column, const std::string& cell, const std::string& line) {
    const std::string& field = column.field;
    if (field == "note") {
      tell("other", text::clean_text(cell));
    } else if (field == "department") {
      tell("work", "department: " + line);
    } else if (field == "hobby") {
      tell("like", line);
    } else if (field == "maiden") {
      tell("family", "maiden name: " + line);
    } else if (field == "relation") {
      take_relations(column, cell);
    } else if (field == "event") {
      take_events(column, cell);
    } else if (field == "custom") {
      take_custom(column, cell);
    } else if (field == "any") {
      take_any(column, cell, line);
    } else {
      return field == "ignored";
    }
    return true;
  }

  void take_relations(const CsvColumn& column, const std::string& cell) {
    const std::string written = label_of("relation", column.number);
    const std::string word = column.label.empty() ? plain_label(written) : column.label;
    const bool is_list = word == "child" && table_.kind != Kind::google;
    for (const std::string& name : is_list ? split_list(cell) : split_values(cell)) {
      read_.document.relations.push_back(relation_of(word, name));
    }
  }

  void take_events(const CsvColumn& column, const std::string& cell) {
    const std::string written = plain_label(label_of("event", column.number));
    const std::string word = !column.label.empty() ? column.label
                             : written.empty()     ? "event"
                                                   : written;
    const bool is_anniversary = text::fold(word) == "anniversary";
    for (const std::string& value : split_values(cell)) {
      const PartialDate found = date(column, value);
      if (found.empty()) {
        continue;
      }
      const std::string text = is_anniversary ? "anniversary" : word;
      tell(is_anniversary ? "anniversary" : "other",
           found.full() ? text : text + ": " + friendly(found),
           found.full());
    }
  }

  void take_custom(const CsvColumn& column, const std::string& cell) {
    const std::string label = label_of("custom", column.number);
    for (const std::string& value : split_values(cell)) {
      const std::optional<CsvColumn> known = read_header(label);
      const std::optional<std::string> network = handle_label(label);
      if (network || (known && known->field == "handle")) {
        is_main_.push_back(false);
        read_.document.contact_points.push_back({.kind = ContactKind::handle,
                                                 .value = value,
                                                 .label = network ? *network : known->label});
      } else {
        tell("other", label.empty() ? value : plain_label(label) + ": " + value);
      }
    }
  }

  void take_any(const CsvColumn& column, const std::string& cell, const std::string& line) {
    std::vector<ContactPoint> points = points_in(cell);
    if (points.empty() && column.label != "other") {
      points.push_back({.kind = ContactKind::address, .value = line});
    }
    if (points.empty()) {
      tell("other", line);
    }
    for (ContactPoint& point : points) {
      point.label = column.label;
      is_main_.push_back(false);
      read_.document.contact_points.push_back(std::move(point));
    }
  }

  /// False if the column holds no date.
  bool take_date(const CsvColumn& column, const std::string& line) {
    const std::string& field = column.field;
    if (field == "birthday") {
      read_.document.birthday = date(column, line);
    } else if (field == "met on") {
      read_.document.met_on = date(column, line);
    } else if (field == "last contact") {
      const PartialDate day = date(column, line);
      if (day.full() && *day.full() <= table_.today) {
        read_.last_contact = day.full();
      }
    } else if (field.starts_with("birth ")) {
      take_birth_part(field, line);
    } else {
      return false;
    }
    return true;
  }

  void take_birth_part(const std::string& field, const std::string& line) {
    int number = 0;
    std::from_chars(line.data(), line.data() + line.size(), number);
    PartialDate& birthday = birth_;
    if (number < 1) {
      return;
    }
    if (field == "birth year") {
      birthday.year = number;
    } else {
      (field == "birth month" ? birthday.month : birthday.day) = static_cast<unsigned>(number);
    }
    if (birthday.is_valid()) {
      read_.document.birthday = birthday;
    }
  }

  PartialDate date(const CsvColumn& column, const std::string& line) {
    if (is_no_date(line)) {
      return {};
    }
    const auto order = table_.orders.find(column.index);
    const bool is_birthday = column.field == "birthday";
    if (std::optional<PartialDate> found =
            read_file_day(line, order == table_.orders.end() ? DateOrder::open : order->second)) {
      // A year of birth in two digits is in the past.
      const bool is_ahead = is_birthday && found->full() && *found->full() > table_.today;
      if (is_ahead && line.find(std::to_string(*found->year)) == std::string::npos) {
        *found = PartialDate(add_months(*found->full(), -1200));
      }
      return *found;
    }
    try {
      return parse_partial_date(line, table_.today);
    } catch (const DataError& bad) {
      read_.complaints.push_back(column.field + ": " + bad.message());
      return {};
    }
  }

  /// Fields that are one word out of a few, and single lines.
  void take_word(const std::string& field, const std::string& cell, const std::string& line) {
    ContactDocument& document = read_.document;
    if (field == "met") {
      document.met = text::clean_text(cell);
    } else if (field == "timezone") {
      document.timezone = line;
    } else if (field == "introduced by") {
      document.introduced_by = line;
    } else if (field == "circle") {
      document.circle = parse_circle(line);
      complain_unless(document.circle.has_value(), field, line);
    } else if (field == "standing") {
      document.standing = parse_standing(line);
      complain_unless(document.standing.has_value(), field, line);
    } else if (field == "archived") {
      const std::string word = text::fold(line);
      const bool yes = word == "yes" || word == "true" || word == "1" || word == "x";
      complain_unless(yes || word == "no" || word == "false" || word == "0", field, line);
      document.archived = yes;
    } else if (field == "uid") {
      document.uid = parse_uid(line);
      complain_unless(document.uid.has_value(), field, line);
    } else if (field == "every") {
      take_cadence(line);
    }
  }

  void take_cadence(const std::string& line) {
    const std::string word = text::fold(line);
    if (word == "never" || word.starts_with("don't") || word == "no") {
      return;
    }
    int days = 0;
    const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), days);
    try {
      const bool is_number = error == std::errc{} && end == line.data() + line.size();
      read_.document.cadence = is_number ? Cadence(days) : Cadence(parse_span(line));
    } catch (const DataError& bad) {
      read_.complaints.push_back("every: " + bad.message());
    }
  }

  void put_main_points_first() {
    std::vector<ContactPoint> sorted;
    for (const bool main : {true, false}) {
      for (std::size_t i = 0; i < read_.document.contact_points.size(); ++i) {
        if ((i < is_main_.size() && is_main_[i]) == main) {
          sorted.push_back(std::move(read_.document.contact_points[i]));
        }
      }
    }
    read_.document.contact_points = std::move(sorted);
  }

  void settle_name() {
    ContactDocument& document = read_.document;
    document.name = names_.name(table_);
    // Whoever has no name is called by what there is of them.
    std::vector<std::string> others{names_.filed_as()};
    append(others, document.nicknames);
    if (!document.memberships.empty()) {
      others.push_back(document.memberships.front().org);
    }
    for (const ContactPoint& point : document.contact_points) {
      if (point.kind == ContactKind::email || point.kind == ContactKind::phone) {
        others.push_back(point.value);
      }
    }
    for (const std::string& other : others) {
      if (document.name.empty()) {
        document.name = other;
      }
    }
  }

  void complain_unless(bool good, const std::string& field, const std::string& line) {
    if (!good) {
      read_.complaints.push_back(field + ": " + line + ": not understood, left out");
    }
  }

  const CsvRow& row_;
  const CsvTable& table_;
  ReadRow read_{};
  RowNames names_{};
  AddressParts addresses_{};
  std::map<int, Membership> memberships_{};
  std::string occupation_{};
  PartialDate birth_{};
  std::vector<bool> is_main_{};  // beside the document's contact points
};

}  // namespace

ReadRow read_row(const CsvRow& row, const CsvTable& table) { return RowReader(row, table).read(); }

std::string name_in_row(const CsvRow& row, const CsvTable& table) {
  return RowReader(row, table).name();
}

}  // namespace kith::exchange

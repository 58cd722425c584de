// Names and addresses out of their parts.
#include "exchange/csv_row_parts.hpp"

#include <algorithm>
#include <array>

#include "exchange/csv_names.hpp"
#include <kith/text/clean.hpp>
#include <kith/text/fold.hpp>

namespace kith::exchange {
namespace {

bool has_words_of(std::string_view whole, std::string_view part) {
  const std::vector<std::string> words = text::words(text::fold(whole));
  const std::vector<std::string> wanted = text::words(text::fold(part));
  return std::ranges::all_of(wanted, [&](const std::string& word) {
    return std::ranges::find(words, word) != words.end();
  });
}

/// In the order in which they are written on a letter; 0 if `field` is none of them.
int place_of(std::string_view field) {
  constexpr std::array<std::string_view, 7> kOrder{
      "street", "extended", "po box", "city", "region", "postal", "country"};
  const auto it = std::ranges::find(kOrder, field);
  return it == kOrder.end() ? 0 : static_cast<int>(it - kOrder.begin()) + 1;
}

constexpr int kCity = 4;

}  // namespace

void RowNames::take(const std::string& field, const std::string& line) {
  std::string value = line;
  if (field == "prefix") {
    // "Mr. Dr." -> "Dr."
    while (!value.empty()) {
      const auto end = std::min(value.size(), value.find(' '));
      if (!is_salutation(value.substr(0, end))) {
        break;
      }
      value = text::clean_line(value.substr(end));
    }
  }
  if (!value.empty()) {
    parts_.try_emplace(field, std::move(value));  // of two columns, the first that says something
  }
}

std::string RowNames::part(const std::string& field) const {
  const auto it = parts_.find(field);
  return it == parts_.end() ? std::string() : it->second;
}

std::string RowNames::in_parts() const {
  return NameParts{.prefix = part("prefix"),
                   .given = part("given"),
                   .middle = part("middle"),
                   .family = part("family"),
                   .suffix = part("suffix")}
      .display();
}

std::string RowNames::name(const CsvTable& table) const {
  std::string whole = part("name");
  if (table.kind == CsvTable::Kind::own) {
    return whole;
  }
  const std::string given = part("given");
  const std::string family = part("family");
  if (whole.empty() || (whole.find('@') != std::string::npos && !given.empty())) {
    return in_parts().empty() ? whole : in_parts();
  }
  if (given.empty() && family.empty()) {
    return is_family_first(whole, table.is_family_first) ? given_first(whole) : whole;
  }
  if (given.empty() || family.empty()) {
    // "Vorname; Name": the whole one is the other half.
    if (has_words_of(whole, given + family)) {
      return is_family_first(whole, table.is_family_first) ? given_first(whole) : whole;
    }
    return given.empty() ? whole + " " + family : given + " " + whole;
  }
  const auto comma = whole.find(',');
  const bool is_turned = comma != std::string::npos &&
                         text::fold(whole.substr(0, comma)) == text::fold(family) &&
                         has_words_of(whole.substr(comma), given);
  return is_turned ? in_parts() : whole;
}

bool AddressParts::is_part(std::string_view field) { return place_of(field) > 0; }

void AddressParts::take(const CsvColumn& column, const std::string& cell, CsvTable::Kind kind) {
  const Place place{column.label, column.number};
  const std::string line =
      kind == CsvTable::Kind::own ? text::clean_line(cell) : lines_joined(cell);
  const int order = place_of(column.field);
  if (order == kCity) {
    cities_.try_emplace(place, text::clean_line(cell));
  }
  if (column.label != "location") {
    parts_[place].try_emplace({order, column.line}, line);
  }
}

void AddressParts::settle(ContactDocument& document,
                          const std::function<std::string(int number)>& label_of) const {
  for (const auto& [place, parts] : parts_) {
    const bool is_more_than_city =
        std::ranges::any_of(parts, [](const auto& part) { return part.first.first != kCity; });
    if (!is_more_than_city || whole_.contains(place.second)) {
      continue;
    }
    std::string address;
    for (const auto& part : parts) {
      address += (address.empty() ? "" : ", ") + part.second;
    }
    std::string label = place.first;
    if (label.empty()) {
      label = text::clean_line(label_of(place.second));
    }
    document.contact_points.push_back(
        {.kind = ContactKind::address, .value = address, .label = label});
  }
  // Where somebody lives rather than where they work.
  const auto rank = [](const Place& place) {
    const std::string& label = place.first;
    return label.empty() || label == "home" ? 0 : label == "location" ? 1 : label == "work" ? 3 : 2;
  };
  int best = 4;
  for (const auto& [place, city] : cities_) {
    if (rank(place) < best) {
      best = rank(place);
      document.city = city;
    }
  }
}

std::vector<std::string_view> raw_values(std::string_view cell) {
  constexpr std::string_view kGoogle = " ::: ";
  std::vector<std::string_view> values;
  for (;;) {
    const auto end = cell.find(kGoogle);
    values.push_back(cell.substr(0, end));
    if (end == std::string_view::npos) {
      return values;
    }
    cell.remove_prefix(end + kGoogle.size());
  }
}

std::string lines_joined(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const auto end = std::min(text.size(), text.find_first_of("\r\n"));
    std::string line = text::clean_line(text.substr(0, end));
    if (line.ends_with(',')) {
      line.pop_back();
    }
    if (!line.empty()) {
      out += (out.empty() ? "" : ", ") + line;
    }
    text.remove_prefix(std::min(text.size(), end + 1));
  }
  return out;
}

}  // namespace kith::exchange

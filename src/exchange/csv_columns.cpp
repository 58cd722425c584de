// Headers: a table of the names by which programs call their columns.
#include "exchange/csv_columns.hpp"

#include <algorithm>
#include <array>

#include <kith/error.hpp>
#include <kith/text/clean.hpp>
#include <kith/text/fold.hpp>

namespace kith::exchange {
namespace {

struct Alias {
  std::string_view header{};
  std::string_view field{};
  std::string_view label = {};
};

// Folded, words parted by one blank, without numbers and without "value", "label" and "type".
constexpr std::array kAliases{
    Alias{"name", "name"},
    Alias{"full name", "name"},
    Alias{"display name", "name"},
    Alias{"fullname", "name"},
    Alias{"file as", "file as"},
    Alias{"contact", "name"},
    Alias{"contact name", "name"},
    Alias{"person", "name"},
    Alias{"first name", "given"},
    Alias{"firstname", "given"},
    Alias{"first", "given"},
    Alias{"given name", "given"},
    Alias{"forename", "given"},
    Alias{"middle name", "middle"},
    Alias{"additional name", "middle"},
    Alias{"last name", "family"},
    Alias{"lastname", "family"},
    Alias{"last", "family"},
    Alias{"family name", "family"},
    Alias{"surname", "family"},
    Alias{"name prefix", "prefix"},
    Alias{"name suffix", "suffix"},
    Alias{"suffix", "suffix"},
    Alias{"nickname", "nickname"},
    Alias{"nicknames", "nickname"},
    Alias{"nick", "nickname"},
    Alias{"aka", "nickname"},
    Alias{"email", "email"},
    Alias{"emails", "email"},
    Alias{"e mail", "email"},
    Alias{"mail", "email"},
    Alias{"email address", "email"},
    Alias{"e mail address", "email"},
    Alias{"primary email", "email"},
    Alias{"secondary email", "email"},
    Alias{"home email", "email", "home"},
    Alias{"personal email", "email", "home"},
    Alias{"work email", "email", "work"},
    Alias{"business email", "email", "work"},
    Alias{"phone", "phone"},
    Alias{"phones", "phone"},
    Alias{"telephone", "phone"},
    Alias{"tel", "phone"},
    Alias{"phone number", "phone"},
    Alias{"primary phone", "phone"},
    Alias{"mobile", "phone", "mobile"},
    Alias{"mobile phone", "phone", "mobile"},
    Alias{"mobile number", "phone", "mobile"},
    Alias{"cell", "phone", "mobile"},
    Alias{"cell phone", "phone", "mobile"},
    Alias{"home phone", "phone", "home"},
    Alias{"work phone", "phone", "work"},
    Alias{"business phone", "phone", "work"},
    Alias{"other phone", "phone", "other"},
    Alias{"url", "url"},
    Alias{"urls", "url"},
    Alias{"website", "url"},
    Alias{"web page", "url"},
    Alias{"web", "url"},
    Alias{"homepage", "url"},
    Alias{"linkedin", "url", "linkedin"},
    Alias{"linkedin url", "url", "linkedin"},
    Alias{"handle", "handle"},
    Alias{"handles", "handle"},
    Alias{"twitter", "handle", "twitter"},
    Alias{"github", "handle", "github"},
    Alias{"mastodon", "handle", "mastodon"},
    Alias{"telegram", "handle", "telegram"},
    Alias{"signal", "handle", "signal"},
    Alias{"im", "handle"},
    Alias{"address", "address"},
    Alias{"addresses", "address"},
    Alias{"postal address", "address"},
    Alias{"home address", "address", "home"},
    Alias{"work address", "address", "work"},
    Alias{"address formatted", "address"},
    Alias{"org", "org"},
    Alias{"organisation", "org"},
    Alias{"organization", "org"},
    Alias{"organization name", "org"},
    Alias{"organisation name", "org"},
    Alias{"company", "org"},
    Alias{"company name", "org"},
    Alias{"employer", "org"},
    Alias{"title", "title"},
    Alias{"job title", "title"},
    Alias{"organization title", "title"},
    Alias{"organisation title", "title"},
    Alias{"position", "title"},
    Alias{"role", "title"},
    Alias{"job", "title"},
    Alias{"org from", "org from"},
    Alias{"org to", "org to"},
    Alias{"city", "city"},
    Alias{"town", "city"},
    Alias{"home city", "city"},
    Alias{"location", "city"},
    Alias{"timezone", "timezone"},
    Alias{"time zone", "timezone"},
    Alias{"birthday", "birthday"},
    Alias{"birth date", "birthday"},
    Alias{"birthdate", "birthday"},
    Alias{"date of birth", "birthday"},
    Alias{"dob", "birthday"},
    Alias{"met", "met"},
    Alias{"how we met", "met"},
    Alias{"how met", "met"},
    Alias{"met on", "met on"},
    Alias{"first met", "met on"},
    Alias{"connected on", "met on"},
    Alias{"introduced by", "introduced by"},
    Alias{"referred by", "introduced by"},
    Alias{"via", "introduced by"},
    Alias{"circle", "circle"},
    Alias{"every", "every"},
    Alias{"cadence", "every"},
    Alias{"cadence days", "every"},
    Alias{"tags", "tags"},
    Alias{"tag", "tags"},
    Alias{"labels", "tags"},
    Alias{"groups", "tags"},
    Alias{"group membership", "tags"},
    Alias{"categories", "tags"},
    Alias{"standing", "standing"},
    Alias{"archived", "archived"},
    Alias{"note", "note"},
    Alias{"notes", "note"},
    Alias{"comment", "note"},
    Alias{"comments", "note"},
    Alias{"uid", "uid"},
};

constexpr std::array<std::string_view, 20> kFields{
    "name",          "nickname", "email", "phone",    "url",      "handle", "address",
    "org",           "title",    "city",  "timezone", "birthday", "met",    "met on",
    "introduced by", "circle",   "every", "tags",     "note",     "uid"};

/// "E-mail 1 - Value" -> "e", "mail", "1", "value"; "emailAddress" stays one word.
std::vector<std::string> header_words(std::string_view header) {
  std::vector<std::string> words;
  bool goes_on = false;
  for (const char c : text::fold(header)) {
    const bool is_part =
        static_cast<unsigned char>(c) >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
    if (is_part && !goes_on) {
      words.emplace_back();
    }
    if (is_part) {
      words.back() += c;
    }
    goes_on = is_part;
  }
  return words;
}

bool is_number(const std::string& word) {
  return !word.empty() && word.size() <= 3 &&
         std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<CsvColumn::Part> part_of(const std::string& word) {
  if (word == "value") {
    return CsvColumn::Part::value;
  }
  if (word == "label" || word == "type") {
    return CsvColumn::Part::label;
  }
  return std::nullopt;
}

/// Splits "email2" into "email" and 2.
int take_final_digits(std::string& word) {
  std::size_t at = word.size();
  while (at > 0 && word[at - 1] >= '0' && word[at - 1] <= '9') {
    --at;
  }
  if (at == 0 || at == word.size() || word.size() - at > 3) {
    return 0;
  }
  const int number = std::stoi(word.substr(at));
  word.resize(at);
  return number;
}

bool is_same_field(const CsvColumn& a, const CsvColumn& b) {
  return a.field == b.field && a.number == b.number && a.part == b.part;
}

}  // namespace

const std::vector<std::string_view>& csv_fields() {
  static const std::vector<std::string_view> kNames(kFields.begin(), kFields.end());
  return kNames;
}

std::optional<CsvColumn> read_header(std::string_view header) {
  CsvColumn column;
  std::string name;
  std::vector<std::string> words = header_words(header);
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::string& word = words[i];
    if (is_number(word)) {
      column.number = std::stoi(word);
      continue;
    }
    if (const auto part = part_of(word); part && i > 0 && i + 1 == words.size()) {
      column.part = *part;
      continue;
    }
    if (const int number = take_final_digits(word); number > 0) {
      column.number = number;
    }
    name += (name.empty() ? "" : " ") + word;
  }
  const auto alias = std::find_if(
      kAliases.begin(), kAliases.end(), [&](const Alias& one) { return one.header == name; });
  if (alias == kAliases.end() || column.number < 1) {
    return std::nullopt;
  }
  column.field = alias->field;
  column.label = alias->label;
  return column;
}

std::vector<CsvColumn> read_headers(const CsvRow& header,
                                    const ColumnMap& map,
                                    std::vector<std::string>& unknown) {
  std::vector<CsvColumn> columns;
  std::vector<bool> is_taken(header.cells.size(), false);
  for (const auto& pair : map) {
    const std::string& wanted = pair.second;  // clang 14 captures no structured bindings
    const auto cell =
        std::find_if(header.cells.begin(), header.cells.end(), [&](const std::string& one) {
          return text::fold(one) == text::fold(wanted);
        });
    if (cell == header.cells.end()) {
      std::string there;
      for (const std::string& one : header.cells) {
        there += (there.empty() ? "" : ", ") + text::clean_line(one);
      }
      throw DataError(
          wanted + ": no such column", "the columns are " + there, Position{.line = header.line});
    }
    CsvColumn column = *read_header(pair.first);
    column.index = static_cast<std::size_t>(cell - header.cells.begin());
    is_taken[column.index] = true;
    columns.push_back(column);
  }
  const std::vector<CsvColumn> mapped = columns;
  for (std::size_t i = 0; i < header.cells.size(); ++i) {
    if (is_taken[i]) {
      continue;
    }
    std::optional<CsvColumn> column = read_header(header.cells[i]);
    // What the user mapped by hand wins over a column that merely looks right.
    const bool is_mapped =
        column && std::any_of(mapped.begin(), mapped.end(), [&](const CsvColumn& one) {
          return is_same_field(one, *column);
        });
    if (column && !is_mapped) {
      column->index = i;
      columns.push_back(*column);
    } else if (const std::string name = text::clean_line(header.cells[i]); !name.empty()) {
      unknown.push_back(name);
    }
  }
  return columns;
}

ColumnMap parse_column_map(const std::vector<std::string>& pairs) {
  ColumnMap map;
  for (const std::string& pair : pairs) {
    const auto equals = pair.find('=');
    std::string field = text::fold(pair.substr(0, equals));
    std::replace(field.begin(), field.end(), '_', ' ');
    const std::optional<CsvColumn> column = read_header(field);
    if (equals == std::string::npos || equals + 1 == pair.size() || !column) {
      std::string known;
      for (const std::string_view one : csv_fields()) {
        known += (known.empty() ? "" : ", ") + std::string(one);
      }
      throw UsageError("--map " + text::printable(pair) + ": not FIELD=COLUMN",
                       "fields are " + known + "; e.g. --map name=\"Full Name\"");
    }
    const bool is_mapped = std::any_of(map.begin(), map.end(), [&](const auto& other) {
      return is_same_field(*read_header(other.first), *column);
    });
    if (is_mapped) {
      throw UsageError("--map " + text::printable(pair) + ": this field is mapped already",
                       "number what there are several of: --map email=A --map \"email 2=B\"");
    }
    map[field] = pair.substr(equals + 1);
  }
  return map;
}

}  // namespace kith::exchange

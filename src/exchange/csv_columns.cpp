// Headers to columns: the tables of whole headers first, then the words they are put together from.
#include "exchange/csv_columns.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include <kith/error.hpp>
#include <kith/text/clean.hpp>
#include <kith/text/fold.hpp>

namespace kith::exchange {
namespace {

constexpr std::array<std::string_view, 20> kFields{
    "name",          "nickname", "email", "phone",    "url",      "handle", "address",
    "org",           "title",    "city",  "timezone", "birthday", "met",    "met on",
    "introduced by", "circle",   "every", "tags",     "note",     "uid"};

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

/// "firstName" and "LinkedInURL" with blanks between their words.
std::string with_blanks(std::string_view header) {
  std::string out;
  for (std::size_t i = 0; i < header.size(); ++i) {
    const bool begins =
        i > 0 && is_upper(header[i]) &&
        (is_lower(header[i - 1]) ||
         (is_upper(header[i - 1]) && i + 1 < header.size() && is_lower(header[i + 1])));
    out += begins ? " " : "";
    out += header[i];
  }
  return out;
}

/// "E-mail 1 - Value" -> "email", "1", "value".
std::vector<std::string> header_words(std::string_view header) {
  std::vector<std::string> words;
  bool goes_on = false;
  for (const char c : text::fold(header)) {
    const bool is_part =
        static_cast<unsigned char>(c) >= 0x80 || (c >= '0' && c <= '9') || is_lower(c);
    if (is_part && !goes_on) {
      words.emplace_back();
    }
    if (is_part) {
      words.back() += c;
    }
    goes_on = is_part;
  }
  // "D.O.B." and "P.O. Box": letters that stand alone, one after the other.
  std::size_t last_letter = 0;  // one past it; 0 if the word before is none
  for (std::size_t i = 0; i < words.size();) {
    const bool is_letter = words[i].size() == 1 && is_lower(words[i][0]);
    if (is_letter && last_letter == i && i > 0) {
      words[i - 1] += words[i];
      words.erase(words.begin() + static_cast<std::ptrdiff_t>(i));
      continue;
    }
    ++i;
    last_letter = is_letter ? i : 0;
  }
  // Words that some write as two.
  constexpr std::array<std::array<std::string_view, 2>, 6> kPairs{{{"e", "mail"},
                                                                   {"e", "post"},
                                                                   {"linked", "in"},
                                                                   {"git", "hub"},
                                                                   {"whats", "app"},
                                                                   {"e", "mailadresse"}}};
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    for (const auto& [first, second] : kPairs) {
      if (words[i] == first && words[i + 1].starts_with(second)) {
        words[i] += words[i + 1];
        words.erase(words.begin() + static_cast<std::ptrdiff_t>(i) + 1);
        break;
      }
    }
  }
  return words;
}

bool is_number(const std::string& word) {
  return !word.empty() && word.size() <= 3 &&
         std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_label_word(const std::string& word) {
  return word == "label" || word == "type" || word == "service" || word == "typ";
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

/// A header in pieces.
struct Pieces {
  std::vector<std::string> words{};   ///< without numbers, "value" and "label"
  std::vector<std::string> before{};  ///< the word before each number
  std::vector<int> numbers{};
  CsvColumn::Part part = CsvColumn::Part::value;

  std::string name() const {
    std::string name;
    for (const std::string& word : words) {
      name += (name.empty() ? "" : " ") + word;
    }
    return name;
  }
};

Pieces in_pieces(std::vector<std::string> all) {
  Pieces pieces;
  for (std::size_t i = 0; i < all.size(); ++i) {
    std::string& word = all[i];
    if (is_number(word)) {
      pieces.numbers.push_back(std::stoi(word));
      pieces.before.push_back(pieces.words.empty() ? "" : pieces.words.back());
      continue;
    }
    const bool is_last = i > 0 && i + 1 == all.size();
    if (is_last && word == "value") {
      continue;
    }
    if (is_last && is_label_word(word)) {
      pieces.part = CsvColumn::Part::label;
      continue;
    }
    const int number = take_final_digits(word);
    pieces.words.push_back(word);
    if (number > 0) {
      pieces.numbers.push_back(number);
      pieces.before.push_back(word);
    }
  }
  return pieces;
}

const Header* find_header(const std::string& name, Language language) {
  const Header* found = nullptr;
  for (const auto& table : {english_headers(), headers_abroad()}) {
    for (const Header& one : table) {
      if (one.header == name && (found == nullptr || one.language == language)) {
        found = &one;
      }
    }
  }
  return found;
}

bool is_address_word(const std::string& word) {
  const HeaderWord* known = find_header_word(word, Language::any);
  return known != nullptr && known->role == HeaderWord::Role::kind && known->means == "address";
}

/// What several words make together; nothing if one of them is unknown, or they contradict.
class Composer {
 public:
  std::optional<CsvColumn> compose(const std::vector<std::string>& words, Language language) {
    for (const std::string& word : words) {
      const HeaderWord* known = find_header_word(word, language);
      if (known == nullptr) {
        return std::nullopt;
      }
      take(*known);
    }
    const std::string_view kind = kind_ == "" ? implied_ : kind_;
    if (has_clash_ || (kind.empty() && part_.empty()) ||
        (!part_.empty() && !kind.empty() && kind != "address")) {
      return std::nullopt;
    }
    CsvColumn column;
    column.label = label_;
    if (!implied_label_.empty()) {
      column.label += (column.label.empty() ? "" : " ") + implied_label_;
    }
    column.is_whole = part_ == "formatted";
    column.field = part_.empty() || column.is_whole ? kind : part_;
    return column.field.empty() ? std::nullopt : std::optional(column);
  }

 private:
  void take(const HeaderWord& word) {
    switch (word.role) {
      case HeaderWord::Role::kind:
        take_kind(word.means);
        break;
      case HeaderWord::Role::part:
        // "Country/Region" is the country.
        has_clash_ = has_clash_ || !(part_.empty() || part_ == word.means || part_ == "country" ||
                                     word.means == "country" || part_ == "extended");
        part_ = part_ == "country" ? part_ : word.means;
        break;
      case HeaderWord::Role::label:
        has_clash_ = has_clash_ || !(label_.empty() || label_ == word.means);
        label_ = word.means;
        break;
      case HeaderWord::Role::implies:
        implied_ = word.kind;
        implied_label_ = word.means;
        break;
      case HeaderWord::Role::filler:
        break;
    }
  }

  void take_kind(std::string_view kind) {
    if (kind_.empty() || kind_ == kind || kind_ == "address" || kind_ == "handle") {
      kind_ = kind;  // "E-mail Address", "IM address"
    } else if (kind != "address" && kind != "handle") {
      has_clash_ = true;
    }
  }

  std::string kind_{};
  std::string implied_{};
  std::string part_{};
  std::string label_{};
  std::string implied_label_{};
  bool has_clash_ = false;
};

bool may_have_a_label(const std::string& field) {
  constexpr std::array<std::string_view, 10> kLabelled{
      "email", "phone", "url", "handle", "address", "relation", "event", "custom", "any", "org"};
  return std::ranges::find(kLabelled, field) != kLabelled.end();
}

std::optional<CsvColumn> read_words(const std::vector<std::string>& words, Language language) {
  const Pieces pieces = in_pieces(words);
  std::optional<CsvColumn> column;
  if (const Header* header = find_header(pieces.name(), language)) {
    column.emplace();
    column->field = header->field;
    column->label = header->label;
  } else if (!pieces.words.empty()) {
    column = Composer().compose(pieces.words, language);
  }
  if (!column) {
    return std::nullopt;
  }
  column->part = pieces.part;
  for (std::size_t i = 0; i < pieces.numbers.size(); ++i) {
    // "Home Street 2" is a second line, "Address 2 - Street" a second address.
    const bool is_line = column->field == "street" && !is_address_word(pieces.before[i]);
    (is_line ? column->line : column->number) = pieces.numbers[i];
  }
  const bool is_odd_label =
      column->part == CsvColumn::Part::label && !may_have_a_label(column->field);
  return column->number < 1 || is_odd_label ? std::nullopt : column;
}

bool is_same_field(const CsvColumn& a, const CsvColumn& b) {
  return a.field == b.field && a.number == b.number && a.part == b.part;
}

/// The language that most headers are of which mean something in one language alone.
Language language_of(const CsvRow& header) {
  std::map<Language, std::size_t> counts;
  for (const std::string& cell : header.cells) {
    const Pieces pieces = in_pieces(header_words(cell));
    const std::string name = pieces.name();
    std::map<Language, bool> seen;
    for (const auto& table : {english_headers(), headers_abroad()}) {
      for (const Header& one : table) {
        if (one.header == name) {
          seen[one.language] = true;
        }
      }
    }
    if (seen.empty()) {
      for (const std::string& word : pieces.words) {
        if (const HeaderWord* known = find_header_word(word, Language::any)) {
          seen[known->language] = true;
        }
      }
      if (seen.size() > 1) {
        seen.erase(Language::any);  // "Land/Region"
      }
    }
    if (!seen.contains(Language::any)) {
      for (const auto& [language, is_there] : seen) {
        ++counts[language];
      }
    }
  }
  Language best = Language::any;
  for (const auto& [language, count] : counts) {
    if (count > counts[best]) {
      best = language;
    }
  }
  return best;
}

/// Address lines in a file that parts its addresses: "Address", "Address 2", "City", "Zip".
void settle_addresses(CsvHeader& header) {
  // Not by a city alone: "address" and "city" are kith's own too, and the first is whole there.
  const auto is_parted = [&](const std::string& label) {
    return std::ranges::any_of(header.columns, [&](const CsvColumn& column) {
      return column.label == label && column.number == 1 &&
             (column.field == "postal" || column.field == "region" || column.field == "country" ||
              (column.field == "city" && !label.empty()));
    });
  };
  for (CsvColumn& column : header.columns) {
    if (column.field == "address" && column.part == CsvColumn::Part::value && !column.is_whole &&
        is_parted(column.label)) {
      column.field = "street";
      column.line = std::exchange(column.number, 1);
    }
  }
}

/// "Title" beside "Job Title" is what stands before a name; so is the first of two.
void settle_titles(CsvHeader& header) {
  const auto is_bare = [](const CsvColumn& column) {
    return column.field == "title" && column.label == "bare";
  };
  const bool has_other = std::ranges::any_of(header.columns, [&](const CsvColumn& column) {
    return column.field == "title" && column.label.empty();
  });
  const auto bare = std::ranges::count_if(header.columns, [&](const CsvColumn& column) {
    return is_bare(column) && column.number == 1;
  });
  bool is_first = true;
  for (CsvColumn& column : header.columns) {
    if (is_bare(column)) {
      column.field = has_other || (bare > 1 && is_first && column.number == 1) ? "prefix" : "title";
      is_first = false;
    }
  }
}

/// Family and given names: "Vorname; Name" and "Nombre" alone.
void settle_names(CsvHeader& header) {
  for (CsvColumn& column : header.columns) {
    const bool is_half = column.field == "given" || column.field == "family";
    const std::string_view other = column.field == "given" ? "family" : "given";
    const bool is_one_word_for_all = column.label == "whole";
    if (is_half && is_one_word_for_all && !header.has(other)) {
      column.field = "name";
    }
    if (is_one_word_for_all) {
      column.label.clear();
    }
  }
}

}  // namespace

const std::vector<std::string_view>& csv_fields() {
  static const std::vector<std::string_view> kNames(kFields.begin(), kFields.end());
  return kNames;
}

bool CsvHeader::has(std::string_view field) const {
  return std::ranges::any_of(columns, [&](const CsvColumn& one) { return one.field == field; });
}

std::optional<CsvColumn> read_header(std::string_view header, Language language) {
  if (std::optional<CsvColumn> column = read_words(header_words(header), language)) {
    return column;
  }
  const std::string parted = with_blanks(header);
  return parted == header ? std::nullopt : read_words(header_words(parted), language);
}

std::size_t count_headers(const CsvRow& row) {
  return static_cast<std::size_t>(std::ranges::count_if(
      row.cells, [](const std::string& cell) { return read_header(cell).has_value(); }));
}

CsvHeader read_headers(const CsvRow& row, const ColumnMap& map) {
  CsvHeader header{.line = row.line, .language = language_of(row)};
  std::vector<bool> is_taken(row.cells.size(), false);
  for (const auto& pair : map) {
    const std::string& wanted = pair.second;  // clang 14 captures no structured bindings
    const auto cell = std::find_if(row.cells.begin(), row.cells.end(), [&](const std::string& one) {
      return text::fold(one) == text::fold(wanted);
    });
    if (cell == row.cells.end()) {
      std::string there;
      for (const std::string& one : row.cells) {
        there += (there.empty() ? "" : ", ") + text::clean_line(one);
      }
      throw DataError(
          wanted + ": no such column", "the columns are " + there, Position{.line = row.line});
    }
    CsvColumn column = *read_header(pair.first);
    if (column.field == "title") {
      column.label.clear();
    }
    column.index = static_cast<std::size_t>(cell - row.cells.begin());
    is_taken[column.index] = true;
    header.columns.push_back(column);
  }
  const std::vector<CsvColumn> mapped = header.columns;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    if (is_taken[i]) {
      continue;
    }
    std::optional<CsvColumn> column = read_header(row.cells[i], header.language);
    // What the user mapped by hand wins over a column that merely looks right.
    const bool is_mapped =
        column && std::any_of(mapped.begin(), mapped.end(), [&](const CsvColumn& one) {
          return is_same_field(one, *column);
        });
    if (column && !is_mapped) {
      column->index = i;
      header.columns.push_back(*column);
    } else {
      header.unknown.emplace_back(i, text::clean_line(row.cells[i]));
    }
  }
  settle_titles(header);
  settle_names(header);
  settle_addresses(header);
  return header;
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

// What of a person a column may hold, and the columns that the user names.
#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/csv_columns.hpp"
#include <kith/error.hpp>
#include <kith/text/clean.hpp>
#include <kith/text/fold.hpp>

namespace kith::exchange {
namespace {

constexpr std::array<std::string_view, 20> kFields{
    "name",          "nickname", "email", "phone",    "url",      "handle", "address",
    "org",           "title",    "city",  "timezone", "birthday", "met",    "met on",
    "introduced by", "circle",   "every", "tags",     "note",     "uid"};

}  // namespace

const std::vector<std::string_view>& csv_fields() {
  static const std::vector<std::string_view> kNames(kFields.begin(), kFields.end());
  return kNames;
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

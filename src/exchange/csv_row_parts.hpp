// What several columns of a row make together: a name, an address.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "exchange/csv_row_reader.hpp"

namespace kith::exchange {

/// The name, out of a whole one and of parts.
class RowNames {
 public:
  void take(const std::string& field, const std::string& line);
  std::string name(const CsvTable& table) const;
  std::string filed_as() const { return part("file as"); }

 private:
  std::string part(const std::string& field) const;
  std::string in_parts() const;

  std::map<std::string, std::string> parts_{};
};

/// Addresses, out of streets, cities and the like.
class AddressParts {
 public:
  static bool is_part(std::string_view field);
  void take(const CsvColumn& column, const std::string& cell, CsvTable::Kind kind);
  /// The address of that number came as a whole: its parts say nothing more.
  void whole(int number) { whole_.insert(number); }
  /// Adds the addresses, and the city that the person lives in.
  void settle(ContactDocument& document,
              const std::function<std::string(int number)>& label_of) const;

 private:
  using Place = std::pair<std::string, int>;                             // label and number
  std::map<Place, std::map<std::pair<int, int>, std::string>> parts_{};  // by order, then line
  std::map<Place, std::string> cities_{};
  std::set<int> whole_{};
};

/// The values of a cell as Google parts them, with their line ends.
std::vector<std::string_view> raw_values(std::string_view cell);
/// The lines of an address as one, parted by ", ".
std::string lines_joined(std::string_view text);

}  // namespace kith::exchange

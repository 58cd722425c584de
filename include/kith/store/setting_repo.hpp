// Settings that belong to the data rather than to the machine. The only code that names `setting`.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kith {

class Connection;

class SettingRepo {
 public:
  explicit SettingRepo(Connection& db) : db_(db) {}
  std::optional<std::string> get(std::string_view key) const;
  void set(std::string_view key, std::string_view value);
  /// The keys that begin so, in their order.
  std::vector<std::string> keys_beginning(std::string_view part) const;
  void unset(std::string_view key);

 private:
  Connection& db_;
};

}  // namespace kith

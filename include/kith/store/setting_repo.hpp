// Settings that belong to the data rather than to the machine. The only code that names `setting`.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace SQLite {
class Database;
}

namespace kith {

class SettingRepo {
 public:
  explicit SettingRepo(SQLite::Database& db) : db_(db) {}
  std::optional<std::string> get(std::string_view key) const;
  void set(std::string_view key, std::string_view value);
  void unset(std::string_view key);

 private:
  SQLite::Database& db_;
};

}  // namespace kith

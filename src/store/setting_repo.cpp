// Settings that belong to the data.
#include "store/connection.hpp"
#include <kith/store/setting_repo.hpp>

namespace kith {

std::optional<std::string> SettingRepo::get(std::string_view key) const {
  Query query(db_, "SELECT value FROM setting WHERE key = ?1");
  query.with(key);
  return query.step() ? std::optional(query.text(0)) : std::nullopt;
}

void SettingRepo::set(std::string_view key, std::string_view value) {
  Query(db_, R"sql(
    INSERT INTO setting(key, value) VALUES(?1, ?2)
    ON CONFLICT(key) DO UPDATE SET value = excluded.value)sql")
      .with(key, value)
      .run();
}

std::vector<std::string> SettingRepo::keys_beginning(std::string_view part) const {
  std::vector<std::string> keys;
  Query query(db_, "SELECT key FROM setting WHERE key >= ?1 ORDER BY key");
  query.with(part);
  while (query.step()) {
    std::string key = query.text(0);
    if (!key.starts_with(part)) {
      break;
    }
    keys.push_back(std::move(key));
  }
  return keys;
}

void SettingRepo::unset(std::string_view key) {
  Query(db_, "DELETE FROM setting WHERE key = ?1").with(key).run();
}

}  // namespace kith

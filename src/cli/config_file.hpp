// A config file: what it says and where, and the same text with one value changed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <kith/error.hpp>

namespace kith::cli {

/// A value as TOML has it; the first of them stands for a kind that no setting is of.
using ConfigValue = std::variant<std::monostate, bool, std::int64_t, std::string>;

/// "auto" with its quotes, 7, true: as it stands in a file; empty for no value.
std::string as_toml(const ConfigValue& value);

/// One line's worth of a config file.
struct ConfigEntry {
  std::string key{};
  Position key_at{};
  ConfigValue value{};
  Position value_at{};
  // Bytes of the text: where the key begins, and the value.
  std::size_t key_begin = 0;
  std::size_t value_begin = 0;
  std::size_t value_end = 0;
};

class ConfigFile {
 public:
  /// Reads `file`; one that is not there is empty. Throws DataError, with file and line, for what
  /// cannot be read or is no TOML.
  static ConfigFile read(const std::filesystem::path& file);
  /// The same of a text; `file` is named in what is thrown.
  static ConfigFile parse(std::string text, const std::filesystem::path& file);

  /// In the order of the file.
  const std::vector<ConfigEntry>& entries() const { return entries_; }
  /// The entry of `key`; null if there is none.
  const ConfigEntry* find(std::string_view key) const;
  const std::filesystem::path& file() const { return file_; }

  /// The whole text with `key` saying `value`: in its old place, or at the end. Everything else
  /// stays as it is, remarks too. Throws DataError where that cannot be done.
  std::string with(std::string_view key, const ConfigValue& value) const;
  /// The whole text without the line of `key`.
  std::string without(std::string_view key) const;

  /// Throws DataError about a place in the file.
  [[noreturn]] void refuse(Position at,
                           const std::string& what,
                           const std::string& hint = {}) const;

 private:
  void require_only(const std::string& changed,
                    std::string_view key,
                    const ConfigValue& value) const;

  std::filesystem::path file_{};
  std::string mark_{};  // a byte order mark, if there is one
  std::string text_{};
  std::vector<ConfigEntry> entries_{};
};

}  // namespace kith::cli

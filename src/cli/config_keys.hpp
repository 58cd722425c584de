// The keys that a config file may have: what each is for, what belongs there, what it does.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/config_file.hpp"
#include "cli/context.hpp"

namespace kith::cli {

struct ConfigKey {
  std::string_view name{};
  std::string_view meaning{};  ///< one line
  std::string_view wanted{};   ///< what belongs there: "true or false"
  /// What holds where the file says nothing, as words.
  std::string_view otherwise{};
  /// Puts a value in force; false if it is none for this key.
  bool (*take)(const ConfigValue& value,
               Settings& settings,
               const Environment& environment) = nullptr;
  bool encrypts = false;  ///< for databases that are encrypted
};

std::span<const ConfigKey> all_config_keys();

/// The key of this name; null if there is none.
const ConfigKey* find_config_key(std::string_view name);

/// "did you mean color?", else the list of all that are known.
std::string known_config_keys(std::string_view wrong);

/// Puts everything that `file` says in force. Throws DataError with the line of what is wrong.
void apply_config(const ConfigFile& file, Settings& settings, const Environment& environment);

/// What somebody typed for `key`, as the value that it takes. Throws DataError.
ConfigValue parse_config_value(const ConfigKey& key,
                               const std::string& words,
                               const Environment& environment);

/// The folder that $HOME names. Throws DataError if it names none.
std::filesystem::path home_folder(const Environment& environment);

}  // namespace kith::cli

// The keys that a config file may have: what each is for, what belongs there, what it does.
#include "cli/config_keys.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "cli/settings.hpp"
#include "cli/suggest.hpp"
#include <kith/error.hpp>
#include <kith/store/key.hpp>
#include <kith/text/clean.hpp>
#include <kith/text/fold.hpp>

namespace kith::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kTruth = "true or false";
constexpr std::string_view kHowMany = "how many, 0 to 1000";

fs::path expanded(const std::string& path, const Environment& environment) {
  return path.starts_with("~/") ? home_folder(environment) / path.substr(2) : fs::path{path};
}

bool take_truth(const ConfigValue& value, bool& setting) {
  const auto* truth = std::get_if<bool>(&value);
  setting = truth != nullptr ? *truth : setting;
  return truth != nullptr;
}

bool take_count(const ConfigValue& value, int& setting) {
  constexpr std::int64_t kMost = 1000;
  const auto* count = std::get_if<std::int64_t>(&value);
  if (count == nullptr || *count < 0 || *count > kMost) {
    return false;
  }
  setting = static_cast<int>(*count);
  return true;
}

bool take_database(const ConfigValue& value, Settings& settings, const Environment& environment) {
  const auto* path = std::get_if<std::string>(&value);
  if (path == nullptr) {
    return false;
  }
  settings.database = expanded(*path, environment);
  return true;
}

bool take_color(const ConfigValue& value, Settings& settings, const Environment&) {
  const auto* word = std::get_if<std::string>(&value);
  const auto color = word != nullptr ? parse_color(*word) : std::nullopt;
  settings.color = color.value_or(settings.color);
  return color.has_value();
}

bool take_pager(const ConfigValue& value, Settings& settings, const Environment&) {
  if (const auto* command = std::get_if<std::string>(&value)) {
    settings.pager = *command;
    settings.paged = true;
    return true;
  }
  return take_truth(value, settings.paged);
}

bool take_json(const ConfigValue& value, Settings& settings, const Environment&) {
  return take_truth(value, settings.json);
}

bool take_backups(const ConfigValue& value, Settings& settings, const Environment&) {
  return take_truth(value, settings.backups);
}

bool take_backup_days(const ConfigValue& value, Settings& settings, const Environment&) {
  return take_count(value, settings.backup_plan.days);
}

bool take_backup_weeks(const ConfigValue& value, Settings& settings, const Environment&) {
  return take_count(value, settings.backup_plan.weeks);
}

bool take_backup_months(const ConfigValue& value, Settings& settings, const Environment&) {
  return take_count(value, settings.backup_plan.months);
}

bool take_key_command(const ConfigValue& value, Settings& settings, const Environment&) {
  const auto* command = std::get_if<std::string>(&value);
  settings.key_command = command != nullptr ? *command : std::string{};
  return !settings.key_command.empty();
}

bool take_key_file(const ConfigValue& value, Settings& settings, const Environment& environment) {
  const auto* path = std::get_if<std::string>(&value);
  settings.key_file = path != nullptr ? expanded(*path, environment) : fs::path{};
  return !settings.key_file.empty();
}

bool take_key_prompt(const ConfigValue& value, Settings& settings, const Environment&) {
  return take_truth(value, settings.key_prompt);
}

constexpr std::array kKeys{
    ConfigKey{"database",
              "path of the database",
              "a path in quotes belongs here",
              "~/.local/share/kith/kith.db",
              take_database},
    ConfigKey{
        "color", "when text is coloured", R"("auto", "always" or "never")", "auto", take_color},
    ConfigKey{"pager",
              "the program that long lists go through; false for none",
              "a command in quotes, true or false",
              "$PAGER, else less",
              take_pager},
    ConfigKey{"json", "every result as JSON", kTruth, "false", take_json},
    ConfigKey{"backups", "a backup a day, by itself", kTruth, "true", take_backups},
    ConfigKey{"backup_days", "how many daily backups are kept", kHowMany, "7", take_backup_days},
    ConfigKey{"backup_weeks", "how many weekly ones", kHowMany, "4", take_backup_weeks},
    ConfigKey{"backup_months", "how many monthly ones", kHowMany, "12", take_backup_months},
    ConfigKey{"key_command",
              "a command that prints the database's key",
              "a command in quotes",
              "none",
              take_key_command,
              true},
    ConfigKey{"key_file",
              "a file with the database's key",
              "a path in quotes belongs here",
              "none",
              take_key_file,
              true},
    ConfigKey{"key_prompt", "ask for the database's key", kTruth, "false", take_key_prompt, true},
};

std::string refusal(const ConfigKey& key) {
  return std::string{key.name} + ": " + std::string{key.wanted};
}

// A key that cannot be used is refused: what somebody believes to be encrypted is not kept in
// plain.
constexpr std::string_view kCannotEncrypt =
    ": this kith was built without SQLCipher, and cannot encrypt its database";

}  // namespace

std::span<const ConfigKey> all_config_keys() { return kKeys; }

const ConfigKey* find_config_key(std::string_view name) {
  const auto* found = std::find_if(
      kKeys.begin(), kKeys.end(), [&](const ConfigKey& one) { return one.name == name; });
  return found == kKeys.end() ? nullptr : found;
}

std::string known_config_keys(std::string_view wrong) {
  std::vector<std::string> names;
  std::string all = "known keys: ";
  for (const ConfigKey& key : kKeys) {
    all += (names.empty() ? "" : ", ") + std::string{key.name};
    names.emplace_back(key.name);
  }
  return did_you_mean(wrong, names, all);
}

void apply_config(const ConfigFile& file, Settings& settings, const Environment& environment) {
  for (const ConfigEntry& entry : file.entries()) {
    const ConfigKey* key = find_config_key(entry.key);
    if (key == nullptr) {
      file.refuse(
          entry.key_at, text::printable(entry.key) + ": unknown key", known_config_keys(entry.key));
    }
    if (key->encrypts && !can_encrypt()) {
      file.refuse(entry.value_at,
                  entry.key + std::string{kCannotEncrypt},
                  "take it out, or build kith with -DKITH_SQLCIPHER=ON");
    }
    const bool has_key =
        !settings.key_command.empty() || !settings.key_file.empty() || settings.key_prompt;
    if (key->encrypts && has_key) {
      file.refuse(entry.value_at, entry.key + ": the key comes from somewhere else already");
    }
    if (!key->take(entry.value, settings, environment)) {
      file.refuse(entry.value_at, refusal(*key));
    }
  }
}

ConfigValue parse_config_value(const ConfigKey& key,
                               const std::string& words,
                               const Environment& environment) {
  if (key.encrypts && !can_encrypt()) {
    throw DataError(std::string{key.name} + std::string{kCannotEncrypt},
                    "build kith with -DKITH_SQLCIPHER=ON");
  }
  std::vector<ConfigValue> readings;
  const std::string word = text::fold(words);
  if (word == "true" || word == "false") {
    readings.emplace_back(word == "true");
  }
  std::int64_t number = 0;
  const char* end = words.data() + words.size();
  if (const auto [rest, error] = std::from_chars(words.data(), end, number);
      error == std::errc{} && rest == end) {
    readings.emplace_back(number);
  }
  readings.emplace_back(words);
  for (const ConfigValue& reading : readings) {
    Settings scratch;
    if (!words.empty() && key.take(reading, scratch, environment)) {
      return reading;
    }
  }
  throw DataError(text::printable(words) + " is no value of " + std::string{key.name},
                  "it takes " + std::string{key.wanted});
}

fs::path home_folder(const Environment& environment) {
  const auto directory = environment("HOME");
  if (!directory) {
    throw DataError("HOME: is not set", "set it, or name the database with --db");
  }
  return *directory;
}

}  // namespace kith::cli

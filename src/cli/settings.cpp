// Where things live and what the user prefers. The only file that includes toml++.
#include "cli/settings.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <system_error>
#include <vector>

#include <toml++/toml.h>

#include "cli/suggest.hpp"
#include <kith/error.hpp>
#include <kith/store/key.hpp>
#include <kith/text/clean.hpp>

namespace kith::cli {
namespace {

constexpr const char* kColorWords = R"(color: "auto", "always" or "never")";

namespace fs = std::filesystem;

fs::path home(const Environment& environment) {
  const auto directory = environment("HOME");
  if (!directory) {
    throw DataError("HOME: is not set", "set it, or name the database with --db");
  }
  return *directory;
}

fs::path base(const Environment& environment, std::string_view variable, const char* otherwise) {
  // The XDG specification wants relative paths ignored.
  const auto named = environment(variable);
  return named && fs::path{*named}.is_absolute() ? fs::path{*named} : home(environment) / otherwise;
}

fs::path expanded(const std::string& path, const Environment& environment) {
  return path.starts_with("~/") ? home(environment) / path.substr(2) : fs::path{path};
}

ColorWhen parse_color(std::string_view word) {
  return word == "always"  ? ColorWhen::always
         : word == "never" ? ColorWhen::never
                           : ColorWhen::automatic;
}

// toml++ 3.3 has undefined behaviour for most letters that are not ASCII: its
// is_non_ascii_horizontal_whitespace() takes U+00A1 for unreachable. So it is given ASCII alone:
// each other byte as a mark that the text has nowhere else, and two hexadecimal digits.
class AsciiOnly {
 public:
  explicit AsciiOnly(std::string_view text) {
    while (text.find(mark_) != std::string_view::npos) {
      mark_ += 'x';
    }
    for (const char c : text) {
      const auto byte = static_cast<unsigned char>(c);
      if (byte < kNotAscii) {
        text_ += c;
      } else {
        text_ += mark_ + kDigits[byte / 16] + kDigits[byte % 16];
      }
    }
  }
  const std::string& text() const { return text_; }
  /// What a piece of text() stands for.
  std::string original(std::string_view piece) const {
    std::string bytes;
    for (std::size_t at = 0; at < piece.size();) {
      if (piece.substr(at).starts_with(mark_) && at + mark_.size() + 2 <= piece.size()) {
        const std::size_t high = kDigits.find(piece[at + mark_.size()]);
        const std::size_t low = kDigits.find(piece[at + mark_.size() + 1]);
        bytes += static_cast<char>(high * 16 + low);
        at += mark_.size() + 2;
      } else {
        bytes += piece[at++];
      }
    }
    return bytes;
  }

 private:
  static constexpr unsigned char kNotAscii = 0x80;
  static constexpr std::string_view kDigits = "0123456789abcdef";
  std::string mark_ = "hex_";  // after a backslash it is no escape either, as a letter is none
  std::string text_{};
};

// What a config file may say.
const std::vector<std::string>& known_keys() {
  static const std::vector<std::string> kKeys{"database",
                                              "color",
                                              "pager",
                                              "json",
                                              "backups",
                                              "backup_days",
                                              "backup_weeks",
                                              "backup_months",
                                              "key_command",
                                              "key_file",
                                              "key_prompt"};
  return kKeys;
}

[[noreturn]] void refuse(const fs::path& file,
                         const toml::source_region& where,
                         const std::string& what,
                         const std::string& hint = {}) {
  const auto line = static_cast<std::size_t>(where.begin.line);
  throw DataError(text::printable(file.string()) + ": line " + std::to_string(line) + ": " + what,
                  hint,
                  Position{line, static_cast<std::size_t>(where.begin.column)});
}

template <class Value>
Value expect(const toml::node& node, const fs::path& file, const char* what) {
  const auto value = node.value_exact<Value>();
  if (!value) {
    refuse(file, node.source(), what);
  }
  return *value;
}

std::string expect_text(const toml::node& node,
                        const fs::path& file,
                        const AsciiOnly& ascii,
                        const char* what) {
  return ascii.original(expect<std::string>(node, file, what));
}

int kept(const toml::node& node, const fs::path& file, const char* what) {
  constexpr std::int64_t kMost = 1000;
  const auto count = expect<std::int64_t>(node, file, what);
  if (count < 0 || count > kMost) {
    refuse(file, node.source(), what);
  }
  return static_cast<int>(count);
}

// A key that cannot be used is refused: what somebody believes to be encrypted is not kept in
// plain.
void take_key(const std::string& name,
              const toml::node& node,
              const AsciiOnly& ascii,
              Settings& settings,
              const Environment& environment) {
  const fs::path& file = settings.config;
  if (!can_encrypt()) {
    refuse(file,
           node.source(),
           name + ": this kith was built without SQLCipher, and cannot encrypt its database",
           "take it out, or build kith with -DKITH_SQLCIPHER=ON");
  }
  if (!settings.key_command.empty() || !settings.key_file.empty() || settings.key_prompt) {
    refuse(file, node.source(), name + ": the key comes from somewhere else already");
  }
  if (name == "key_prompt") {
    settings.key_prompt = expect<bool>(node, file, "key_prompt: true or false");
    return;
  }
  const std::string wanted =
      name + (name == "key_file" ? ": a path in quotes belongs here" : ": a command in quotes");
  const std::string value = expect_text(node, file, ascii, wanted.c_str());
  if (value.empty()) {
    refuse(file, node.source(), wanted);
  }
  if (name == "key_file") {
    settings.key_file = expanded(value, environment);
  } else {
    settings.key_command = value;
  }
}

void apply(const toml::table& table,
           const AsciiOnly& ascii,
           Settings& settings,
           const Environment& environment) {
  const fs::path& file = settings.config;
  for (const auto& [key, node] : table) {
    const std::string name = ascii.original(key.str());
    if (name == "database") {
      settings.database = expanded(
          expect_text(node, file, ascii, "database: a path in quotes belongs here"), environment);
    } else if (name == "color") {
      const auto word = expect_text(node, file, ascii, kColorWords);
      if (word != "auto" && word != "always" && word != "never") {
        refuse(file, node.source(), kColorWords);
      }
      settings.color = parse_color(word);
    } else if (name == "pager") {
      if (node.is_boolean()) {
        settings.paged = *node.value_exact<bool>();
      } else {
        settings.pager =
            expect_text(node, file, ascii, "pager: a command in quotes, true or false");
      }
    } else if (name == "json") {
      settings.json = expect<bool>(node, file, "json: true or false");
    } else if (name == "backups") {
      settings.backups = expect<bool>(node, file, "backups: true or false");
    } else if (name == "backup_days") {
      settings.backup_plan.days = kept(node, file, "backup_days: how many, 0 to 1000");
    } else if (name == "backup_weeks") {
      settings.backup_plan.weeks = kept(node, file, "backup_weeks: how many, 0 to 1000");
    } else if (name == "backup_months") {
      settings.backup_plan.months = kept(node, file, "backup_months: how many, 0 to 1000");
    } else if (name.starts_with("key_") && std::ranges::count(known_keys(), name) == 1) {
      take_key(name, node, ascii, settings, environment);
    } else {
      refuse(file,
             key.source(),
             text::printable(name) + ": unknown key",
             did_you_mean(
                 name,
                 known_keys(),
                 "known keys: database, color, pager, json, backups, backup_days, backup_weeks, "
                 "backup_months, key_command, key_file, key_prompt"));
    }
  }
}

void read_config(Settings& settings, bool was_named, const Environment& environment) {
  std::error_code error;
  if (!fs::exists(settings.config, error)) {
    if (was_named) {
      throw NotFoundError(text::printable(settings.config.string()) + ": no such file");
    }
    return;
  }
  std::ifstream stream{settings.config};
  if (!stream || fs::is_directory(settings.config, error)) {
    throw DataError(text::printable(settings.config.string()) + ": cannot be read");
  }
  // Not asked how large it is: a device or a pipe would not say.
  constexpr std::size_t kMost = 1'000'000;
  std::string written(kMost + 1, '\0');
  stream.read(written.data(), static_cast<std::streamsize>(written.size()));
  written.resize(static_cast<std::size_t>(stream.gcount()));
  if (stream.bad()) {
    throw DataError(text::printable(settings.config.string()) + ": cannot be read");
  }
  if (written.size() > kMost) {
    throw DataError(text::printable(settings.config.string()) + ": too large for settings");
  }
  if (written.starts_with("\xEF\xBB\xBF")) {
    written.erase(0, 3);  // a byte order mark
  }
  if (!text::is_utf8(written)) {
    throw DataError(text::printable(settings.config.string()) + ": not valid UTF-8");
  }
  const AsciiOnly ascii{written};
  try {
    apply(toml::parse(ascii.text()), ascii, settings, environment);
  } catch (const toml::parse_error& wrong) {
    refuse(settings.config, wrong.source(), text::printable(ascii.original(wrong.description())));
  }
}

}  // namespace

Settings load_settings(const GlobalOptions& options, const Environment& environment) {
  if ((options.database && options.database->empty()) ||
      (options.config && options.config->empty())) {
    throw UsageError(std::string{options.config && options.config->empty() ? "--config" : "--db"} +
                         ": there is nothing in it",
                     "name a file");
  }
  Settings settings;
  const auto config = options.config ? options.config : environment("KITH_CONFIG");
  if (config) {
    settings.config = *config;
  } else if (environment("HOME") || environment("XDG_CONFIG_HOME")) {
    settings.config = base(environment, "XDG_CONFIG_HOME", ".config") / "kith" / "config.toml";
  }
  if (!settings.config.empty()) {
    read_config(settings, config.has_value(), environment);
  }
  if (const auto named = options.database ? options.database : environment("KITH_DB")) {
    settings.database = *named;
  } else if (settings.database.empty() && (environment("HOME") || environment("XDG_DATA_HOME"))) {
    settings.database = base(environment, "XDG_DATA_HOME", ".local/share") / "kith" / "kith.db";
  }
  if (options.color) {
    settings.color = parse_color(*options.color);
  }
  settings.json = settings.json || options.json;
  settings.paged = settings.paged && !options.no_pager;
  settings.quiet = options.quiet;
  settings.yes = options.yes;
  return settings;
}

}  // namespace kith::cli

// Where things live and what the user prefers. The only file that includes toml++.
#include "cli/settings.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>
#include <system_error>
#include <vector>

#include <toml++/toml.h>

#include "cli/suggest.hpp"
#include <kith/error.hpp>
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

// What a config file may say.
const std::vector<std::string>& known_keys() {
  static const std::vector<std::string> kKeys{"database",
                                              "color",
                                              "pager",
                                              "json",
                                              "backups",
                                              "backup_days",
                                              "backup_weeks",
                                              "backup_months"};
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

int kept(const toml::node& node, const fs::path& file, const char* what) {
  constexpr std::int64_t kMost = 1000;
  const auto count = expect<std::int64_t>(node, file, what);
  if (count < 0 || count > kMost) {
    refuse(file, node.source(), what);
  }
  return static_cast<int>(count);
}

void apply(const toml::table& table, Settings& settings, const Environment& environment) {
  const fs::path& file = settings.config;
  for (const auto& [key, node] : table) {
    const std::string name{key.str()};
    if (name == "database") {
      settings.database = expanded(
          expect<std::string>(node, file, "database: a path in quotes belongs here"), environment);
    } else if (name == "color") {
      const auto word = expect<std::string>(node, file, kColorWords);
      if (word != "auto" && word != "always" && word != "never") {
        refuse(file, node.source(), kColorWords);
      }
      settings.color = parse_color(word);
    } else if (name == "pager") {
      if (node.is_boolean()) {
        settings.paged = *node.value_exact<bool>();
      } else {
        settings.pager =
            expect<std::string>(node, file, "pager: a command in quotes, true or false");
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
    } else {
      refuse(file,
             key.source(),
             text::printable(name) + ": unknown key",
             did_you_mean(
                 name,
                 known_keys(),
                 "known keys: database, color, pager, json, backups, backup_days, backup_weeks, "
                 "backup_months"));
    }
  }
}

bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

/// Where `text` has a letter that is not ASCII outside quotes and remarks, or a quote in the middle
/// of a word; its size if nowhere. TOML allows neither, and toml++ 3.3 has undefined behaviour for
/// the first: its is_non_ascii_horizontal_whitespace() takes U+00A1 for unreachable.
std::size_t misplaced_letter(std::string_view text) {
  constexpr std::string_view kBefore = " \t\r\n=[{,.";
  constexpr std::string_view kAfter = " \t\r\n=]},.#";
  std::size_t at = 0;
  while (at < text.size() && is_ascii(text[at])) {
    const char c = text[at];
    if (c == '#') {
      at = std::min(text.find('\n', at), text.size());
    } else if (c == '"' || c == '\'') {
      if (at > 0 && kBefore.find(text[at - 1]) == std::string_view::npos) {
        return at;
      }
      const std::string_view three = c == '"' ? R"(""")" : "'''";
      const bool is_long = text.substr(at).starts_with(three);
      const std::string_view quote = is_long ? three : three.substr(0, 1);
      at += quote.size();
      while (at < text.size() && !text.substr(at).starts_with(quote) &&
             (is_long || text[at] != '\n')) {
        if (c == '"' && text[at] == '\\') {
          const std::size_t next = text.find_first_not_of(" \t\r\n", at + 1);
          if (next != std::string_view::npos && !is_ascii(text[next])) {
            return next;  // the parser looks for blanks there, too
          }
          ++at;
        }
        ++at;
      }
      if (!is_long && at < text.size() && text[at] == '\n') {
        continue;  // not closed: the parser says so
      }
      at = std::min(at + quote.size(), text.size());
      while (is_long && at < text.size() && text[at] == c) {
        ++at;  // up to two quotes may belong to the text
      }
      if (at < text.size() && kAfter.find(text[at]) == std::string_view::npos) {
        return at;
      }
    } else {
      ++at;
    }
  }
  return std::min(at, text.size());
}

void read_config(Settings& settings, bool was_named, const Environment& environment) {
  std::error_code error;
  if (!fs::exists(settings.config, error)) {
    if (was_named) {
      throw NotFoundError(text::printable(settings.config.string()) + ": no such file");
    }
    return;
  }
  constexpr std::uintmax_t kMost = 1'000'000;
  if (fs::is_regular_file(settings.config, error) &&
      fs::file_size(settings.config, error) > kMost) {
    throw DataError(text::printable(settings.config.string()) + ": too large for settings");
  }
  std::ifstream stream{settings.config};
  std::stringstream content;
  content << stream.rdbuf();
  if (!stream || fs::is_directory(settings.config, error)) {
    throw DataError(text::printable(settings.config.string()) + ": cannot be read");
  }
  std::string text = content.str();
  if (text.starts_with("\xEF\xBB\xBF")) {
    text.erase(0, 3);  // a byte order mark
  }
  if (const std::size_t at = misplaced_letter(text); at < text.size()) {
    const auto before = std::string_view{text}.substr(0, at);
    const auto line = static_cast<std::uint32_t>(std::ranges::count(before, '\n') + 1);
    refuse(settings.config,
           {{line, 1}, {line, 1}, nullptr},
           "a letter or a quote is out of place",
           "text goes into quotes: database = \"…\"");
  }
  try {
    apply(toml::parse(text), settings, environment);
  } catch (const toml::parse_error& wrong) {
    refuse(settings.config, wrong.source(), text::printable(wrong.description()));
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

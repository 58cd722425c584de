// Where things live and what the user prefers: options, then the environment, then the config file.
#include "cli/settings.hpp"

#include <system_error>

#include "cli/config_file.hpp"
#include "cli/config_keys.hpp"
#include <kith/error.hpp>
#include <kith/text/clean.hpp>

namespace kith::cli {
namespace {

namespace fs = std::filesystem;

fs::path base(const Environment& environment, std::string_view variable, const char* otherwise) {
  // The XDG specification wants relative paths ignored.
  const auto named = environment(variable);
  return named && fs::path{*named}.is_absolute() ? fs::path{*named}
                                                 : home_folder(environment) / otherwise;
}

void read_config(Settings& settings, bool was_named, const Environment& environment) {
  std::error_code error;
  if (!fs::exists(settings.config, error)) {
    if (was_named) {
      throw NotFoundError(text::printable(settings.config.string()) + ": no such file");
    }
    return;
  }
  apply_config(ConfigFile::read(settings.config), settings, environment);
}

}  // namespace

std::optional<ColorWhen> parse_color(std::string_view word) {
  return word == "always"  ? std::optional{ColorWhen::always}
         : word == "never" ? std::optional{ColorWhen::never}
         : word == "auto"  ? std::optional{ColorWhen::automatic}
                           : std::nullopt;
}

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
    settings.color = parse_color(*options.color).value_or(ColorWhen::automatic);
  }
  settings.json = settings.json || options.json;
  settings.paged = settings.paged && !options.no_pager;
  settings.quiet = options.quiet;
  settings.yes = options.yes;
  return settings;
}

}  // namespace kith::cli

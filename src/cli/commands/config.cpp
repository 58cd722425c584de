// kith config: the settings, read and set. The file stays its owner's: only one value of it
// changes.
#include "cli/commands/config.hpp"

#include <filesystem>
#include <memory>
#include <system_error>

#include "cli/config_file.hpp"
#include "cli/config_keys.hpp"
#include "cli/output_file.hpp"
#include "cli/render/configured.hpp"
#include <kith/error.hpp>
#include <kith/store/key.hpp>
#include <kith/text/clean.hpp>

namespace kith::cli {
namespace {

namespace fs = std::filesystem;

struct ConfigOptions {
  std::optional<std::string> key{};
  std::optional<std::string> value{};
  bool unset = false;
};

const ConfigKey& named_key(const std::string& name) {
  const ConfigKey* key = find_config_key(name);
  if (key == nullptr) {
    throw UsageError(text::printable(name) + ": unknown key", known_config_keys(name));
  }
  return *key;
}

ConfiguredView::One in_force(const ConfigKey& key, const ConfigFile& file, const Context& ctx) {
  ConfiguredView::One one{.key = std::string{key.name},
                          .otherwise = std::string{key.otherwise},
                          .meaning = std::string{key.meaning},
                          .wanted = std::string{key.wanted}};
  if (const ConfigEntry* entry = file.find(key.name)) {
    one.value = entry->value;
    one.line = entry->key_at.line;
  }
  if (key.name == "database") {
    one.otherwise = ctx.settings.database.string();
  }
  if (const auto named = ctx.environment("KITH_DB"); named && key.name == "database") {
    one.value = *named;
    one.line.reset();
    one.variable = "KITH_DB";
  }
  return one;
}

void write(const fs::path& file, const std::string& text) {
  const fs::path folder = file.parent_path();
  std::error_code failure;
  if (!folder.empty() && fs::create_directories(folder, failure)) {
    fs::permissions(folder, fs::perms::owner_all, failure);
  }
  try {
    OutputFile output{file, true};
    output.stream() << text;
    output.keep();
  } catch (const StoreError& error) {
    throw StoreError(error.message(), "the settings are as they were");
  }
}

ExitCode run_config(const ConfigOptions& options, Context& ctx) {
  if (options.unset && (options.value || !options.key)) {
    throw UsageError(
        options.key ? "config: a value and --unset do not go together" : "config: KEY: is missing",
        "kith config KEY --unset");
  }
  if (ctx.settings.config.empty()) {
    throw DataError("HOME: is not set", "set it, or name the settings with --config");
  }
  ConfigFile file = ConfigFile::read(ctx.settings.config);
  ConfiguredView view{.file = ctx.settings.config};
  if (!options.key) {
    for (const ConfigKey& key : all_config_keys()) {
      if (!key.encrypts || can_encrypt()) {
        view.keys.push_back(in_force(key, file, ctx));
      }
    }
    show(ctx, view);
    return ExitCode::ok;
  }
  const ConfigKey& key = named_key(*options.key);
  view.of_one = true;
  if (options.unset && file.find(key.name) == nullptr) {
    view.changed = true;  // as wanted already
  } else if (options.value || options.unset) {
    const std::string text =
        options.unset
            ? file.without(key.name)
            : file.with(key.name, parse_config_value(key, *options.value, ctx.environment));
    ConfigFile changed = ConfigFile::parse(text, ctx.settings.config);
    Settings scratch;
    apply_config(changed, scratch, ctx.environment);  // two keys may be at odds with each other
    write(ctx.settings.config, text);
    file = std::move(changed);
    view.changed = true;
  }
  view.keys.push_back(in_force(key, file, ctx));
  show(ctx, view);
  return ExitCode::ok;
}

}  // namespace

Action declare_config(Arguments& args) {
  auto options = std::make_shared<ConfigOptions>();
  args.option("key", options->key, "the setting; all of them unless told");
  std::vector<std::string> keys;
  for (const ConfigKey& key : all_config_keys()) {
    if (!key.encrypts || can_encrypt()) {
      keys.emplace_back(key.name);
    }
  }
  args.known("key", std::move(keys));
  args.option("value", options->value, "what it is to be");
  args.flag("--unset", options->unset, "takes the setting out of the file");
  return [options](Context& ctx) { return run_config(*options, ctx); };
}

}  // namespace kith::cli

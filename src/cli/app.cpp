// The front door: finds the command's word, declares that command alone, reads, runs, reports.
#include "cli/app.hpp"

#include <algorithm>
#include <exception>
#include <filesystem>
#include <utility>

#include "cli/command_table.hpp"
#include "cli/daily_backup.hpp"
#include "cli/help.hpp"
#include "cli/hook.hpp"
#include "cli/render/folded.hpp"
#include "cli/render/report.hpp"
#include "cli/settings.hpp"
#include "cli/today.hpp"
#include "cli/version.hpp"
#include <kith/error.hpp>

namespace kith::cli {
namespace {

// Where the command's word stands: the first word that is neither an option nor a global's value.
std::size_t command_word(const std::vector<std::string>& words) {
  Arguments args;
  GlobalOptions options;
  declare_globals(args, options);
  const std::vector<Declared> globals = args.declared();
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!words[i].starts_with("-") || words[i] == "-" || words[i] == "--") {
      return i;
    }
    const bool takes_next = std::ranges::any_of(globals, [&](const Declared& global) {
      return global.takes_value() && global.name == words[i];
    });
    i += takes_next ? 1 : 0;
  }
  return words.size();
}

// Otherwise the value of a misspelt option would be taken for the command's word.
void refuse_unknown_globals(const std::vector<std::string>& words) {
  if (!words.empty()) {
    Arguments args;
    GlobalOptions options;
    declare_globals(args, options);
    args.parse({}, words);
  }
}

// --help wins over whatever else is wrong with the words.
bool asks_for(const std::vector<std::string>& words,
              std::string_view long_name,
              std::string_view short_name = {}) {
  const auto end = std::ranges::find(words, "--");
  return std::any_of(words.begin(), end, [&](const std::string& word) {
    return word == long_name || (!short_name.empty() && word == short_name);
  });
}

// Help, and a mistake in the words, come out in the form that the settings want, where those can be
// read.
bool settings_want_json(const std::vector<std::string>& words, const Environment& environment) {
  constexpr std::string_view kConfig = "--config";
  GlobalOptions options;
  for (std::size_t i = 0; i < words.size() && words[i] != "--"; ++i) {
    if (words[i].starts_with("--config=")) {
      options.config = words[i].substr(kConfig.size() + 1);
    } else if (words[i] == kConfig && i + 1 < words.size()) {
      options.config = words[++i];
    }
  }
  try {
    return load_settings(options, environment).json;
  } catch (const Error&) {
    return false;  // the mistake that is about to be told came first
  }
}

ExitCode run_words(std::vector<std::string> words, Context& ctx, bool& settled) {
  const std::size_t at = command_word(words);
  refuse_unknown_globals({words.begin(), words.begin() + static_cast<std::ptrdiff_t>(at)});
  const bool has_word = at < words.size() && words[at] != "--";
  const Command* command = has_word ? &find_command(words[at]) : nullptr;
  const std::string name{command != nullptr ? command->name : std::string_view{}};
  const bool wants_help = asks_for(words, "--help", "-h");
  if (wants_help || asks_for(words, "--version")) {
    ctx.settings.json = ctx.settings.json || settings_want_json(words, ctx.environment);
  }
  if (wants_help) {
    const Folding lines{ctx.out, ctx.settings.json ? std::nullopt : ctx.width()};
    show_help(ctx, command);
    return ExitCode::ok;
  }
  if (asks_for(words, "--version")) {
    show_version(ctx);
    return ExitCode::ok;
  }
  Arguments args;
  GlobalOptions globals;
  Action action = [](Context& context) { return show_today(context); };
  if (command != nullptr) {
    action = command->declare(args);
    words.erase(words.begin() + static_cast<std::ptrdiff_t>(at));
  }
  declare_globals(args, globals);
  args.parse(name, words);
  ctx.settings = load_settings(globals, ctx.environment);
  settled = true;
  const bool folds = !ctx.settings.json && (command == nullptr || !command->is_data);
  const Folding lines{ctx.out, folds ? ctx.width() : std::nullopt};
  const std::filesystem::path hook =
      command != nullptr ? find_hook(ctx, command->name) : std::filesystem::path{};
  if (!hook.empty()) {
    ctx.record.emplace();
  }
  const ExitCode code = action(ctx);
  const bool has_changed = ctx.has_written() || ctx.has_turned_back;
  if (ctx.record && !ctx.record->empty() && has_changed && code == ExitCode::ok) {
    run_hook(ctx, hook, *ctx.record);
  }
  keep_daily_backup(ctx);
  return code;
}

}  // namespace

void declare_globals(Arguments& args, GlobalOptions& options) {
  args.option("--db", options.database, "the database", "FILE");
  args.option("--config", options.config, "the settings", "FILE");
  args.flag("--json", options.json, "the result as one JSON document");
  args.choice("--color", options.color, {"auto", "always", "never"}, "when to use colour");
  args.flag("--no-pager", options.no_pager, "never through the pager");
  args.flag("--yes,-y", options.yes, "never ask");
  args.flag("--quiet,-q", options.quiet, "say nothing on success");
  args.flag("--help,-h", options.help, "how it is used");
  args.flag("--version", options.version, "which kith this is");
}

ExitCode run(const std::vector<std::string>& words, Context& ctx) {
  // So that errors met while reading the words come out in the form that was asked for.
  ctx.settings.json = asks_for(words, "--json");
  bool settled = false;
  try {
    return run_words(words, ctx, settled);
  } catch (const Error& error) {
    ctx.out.flush();
    ctx.settings.json =
        ctx.settings.json || (!settled && settings_want_json(words, ctx.environment));
    report(ctx, error);
    return exit_code(error.kind());
  } catch (const std::exception& bug) {
    ctx.out.flush();
    report_bug(ctx, bug);
    return ExitCode::internal;
  }
}

}  // namespace kith::cli

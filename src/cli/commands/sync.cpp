// kith sync: two-way with folders that vdirsyncer carries to any server.
#include "cli/commands/sync.hpp"

#include <functional>
#include <memory>
#include <optional>

#include "cli/number_arg.hpp"
#include "cli/progress.hpp"
#include "cli/render/present.hpp"
#include "cli/render/synced.hpp"
#include <kith/error.hpp>
#include <kith/sync/sync.hpp>
#include <kith/text/clean.hpp>

namespace kith::cli {
namespace {

struct SyncWords {
  std::string folder{};
  std::optional<std::string> tasks{};
  std::optional<std::string> check_ins{};
  std::optional<std::string> missing{};
  std::optional<std::string> version{};
  bool without_tasks = false;
  bool journal = false;
  bool dry_run = false;
};

sync::Missing missing_of(const std::string& word) {
  if (word == "delete") {
    return sync::Missing::remove;
  }
  if (word == "restore") {
    return sync::Missing::restore;
  }
  throw UsageError("--missing: " + text::printable(word) + " is neither delete nor restore");
}

sync::SyncOptions options_of(const SyncWords& words) {
  if (words.without_tasks && (words.tasks || words.journal || words.check_ins)) {
    throw UsageError("--no-tasks: goes with none of --tasks, --check-ins and --journal");
  }
  sync::SyncOptions options{.folder = words.folder,
                            .with_tasks = !words.without_tasks,
                            .with_journal = words.journal,
                            .dry_run = words.dry_run};
  if (words.tasks) {
    options.tasks = *words.tasks;
  }
  if (words.check_ins) {
    options.check_ins =
        *words.check_ins == "0" ? 0 : parse_count("--check-ins", words.check_ins, 0);
  }
  if (words.missing) {
    options.missing = missing_of(*words.missing);
  }
  if (words.version) {
    const auto version = exchange::parse_card_version(*words.version);
    if (!version || *version == exchange::CardVersion::v2_1) {
      throw UsageError("--vcard: " + text::printable(*words.version) + " is neither 3.0 nor 4.0");
    }
    options.version = *version;
  }
  return options;
}

ExitCode run_sync(const SyncWords& words, Context& ctx) {
  sync::SyncOptions options = options_of(words);
  Progress progress(ctx, "items looked at");
  options.progress = std::ref(progress);
  present(ctx, SyncView{.dry_run = words.dry_run, .report = synchronise(ctx.store(), options)});
  return ExitCode::ok;
}

}  // namespace

Action declare_sync(Arguments& args) {
  auto words = std::make_shared<SyncWords>();
  args.required("dir", words->folder, "the folder of cards, or the one above it");
  args.option("--tasks", words->tasks, "where to-dos lie, if not beside the cards", "DIR");
  args.flag("--no-tasks", words->without_tasks, "people only");
  args.option("--check-ins",
              words->check_ins,
              "so many check-ins go out at most, the most pressing first (10)",
              "N");
  args.flag("--journal", words->journal, "interactions too, as journal entries");
  args.option("--vcard", words->version, "of new cards: 3.0, as phones like it, or 4.0", "VERSION");
  args.known("--vcard", {"3.0", "4.0"});
  args.option("--missing",
              words->missing,
              "when nearly everything has gone at once: delete or restore",
              "WHAT");
  args.known("--missing", {"delete", "restore"});
  args.flag("--dry-run", words->dry_run, "say what would happen, and change nothing");
  return [words](Context& ctx) { return run_sync(*words, ctx); };
}

}  // namespace kith::cli

// The backup that kith makes by itself, at most once a day, after something was written.
#include "cli/daily_backup.hpp"

#include <filesystem>

#include "cli/render/report.hpp"
#include <kith/store/backups.hpp>

namespace kith::cli {
namespace {

namespace fs = std::filesystem;

// Copying and checking so much takes a few milliseconds.
constexpr std::uintmax_t kWhileYouWait = 1'000'000;

}  // namespace

void make_daily_backup(Context& ctx) {
  if (!fs::exists(ctx.settings.database)) {
    return;  // nothing to lose yet
  }
  ctx.store().backups().make_daily(
      backup_folder(ctx.settings.database), ctx.clock.today(), ctx.settings.backup_plan);
}

void keep_daily_backup(Context& ctx) {
  const fs::path& database = ctx.settings.database;
  std::error_code failure;
  if (!ctx.settings.backups || !ctx.has_written() || database.empty() ||
      fs::exists(daily_backup(database, ctx.clock.today()), failure)) {
    return;
  }
  const std::uintmax_t size = fs::file_size(database, failure);
  if (failure) {
    return;  // a database in memory
  }
  // A process in the background has no terminal to be asked for a key on.
  if (size > kWhileYouWait && ctx.in_background && !ctx.key().is_set()) {
    ctx.in_background({"--db", database.string(), "--quiet", "backup", "--daily"});
    return;
  }
  try {
    make_daily_backup(ctx);
  } catch (const Error& error) {
    remark(ctx, "today's backup could not be made: " + error.message());
  }
}

}  // namespace kith::cli

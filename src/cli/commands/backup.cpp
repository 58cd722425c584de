// kith backup: a copy of everything, in one file.
#include "cli/commands/backup.hpp"

#include <memory>

#include "cli/age.hpp"
#include "cli/daily_backup.hpp"
#include "cli/encryption_options.hpp"
#include "cli/output_file.hpp"
#include "cli/render/copied.hpp"
#include <kith/error.hpp>
#include <kith/store/backups.hpp>

namespace kith::cli {
namespace {

struct BackupOptions {
  std::optional<std::string> file{};
  bool daily = false;
  EncryptionOptions encryption{};
};

ExitCode run_backup(const BackupOptions& options, Context& ctx) {
  if (options.file.has_value() == options.daily) {
    throw UsageError(options.daily ? "backup: a file and --daily do not go together"
                                   : "backup: a file to write is missing",
                     "kith backup FILE, or kith backup --daily");
  }
  if (options.file && options.file->empty()) {
    throw UsageError("backup: FILE: there is nothing in it", "name a file");
  }
  if (options.daily) {
    make_daily_backup(ctx);
    return ExitCode::ok;
  }
  if (wants_encryption(options.encryption)) {
    OutputFile file(*options.file, false);
    const BackupImage image = ctx.store().backups().image();
    encrypt(file, options.encryption.recipients, [&](std::ostream& out) {
      out.write(reinterpret_cast<const char*>(image.bytes.data()),
                static_cast<std::streamsize>(image.bytes.size()));
    });
    file.keep();
    show(ctx, CopiedView{.file = *options.file, .contents = image.contents});
    return ExitCode::ok;
  }
  const BackupContents contents = ctx.store().backups().copy_to(*options.file);
  show(ctx, CopiedView{.file = *options.file, .contents = contents});
  return ExitCode::ok;
}

}  // namespace

Action declare_backup(Arguments& args) {
  auto options = std::make_shared<BackupOptions>();
  args.option("file", options->file, "the file to write; it must not be there yet");
  args.flag("--daily", options->daily, "today's automatic backup, if it was not made yet");
  declare_encryption(args, options->encryption);
  return [options](Context& ctx) { return run_backup(*options, ctx); };
}

}  // namespace kith::cli

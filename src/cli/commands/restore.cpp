// kith restore: puts a backup in the place of the database.
#include "cli/commands/restore.hpp"

#include <filesystem>
#include <memory>

#include "cli/age.hpp"
#include "cli/prompt.hpp"
#include "cli/render/copied.hpp"
#include "cli/render/present.hpp"
#include <kith/error.hpp>
#include <kith/store/backups.hpp>

namespace kith::cli {
namespace {

struct RestoreOptions {
  std::string file{};
  std::vector<std::string> identities{};
};

ExitCode run_restore(const RestoreOptions& options, Context& ctx) {
  const std::string& file = options.file;
  const bool encrypted = is_encrypted(file);
  const BackupImage image = encrypted ? examined_image(decrypted(file, options.identities), file)
                                      : BackupImage{.contents = examine_backup(file, ctx.key())};
  if (ctx.may_ask() && std::filesystem::exists(ctx.settings.database) &&
      !ask_yes_no(ctx, "put " + counted(image.contents) + " in the place of everything?")) {
    return ExitCode::ok;
  }
  const std::string name = std::filesystem::path(file).filename().string();
  const std::filesystem::path& database = ctx.settings.database;
  const Restored restored = encrypted
                                ? restore_image(image.bytes, name, database, ctx.key(), ctx.clock)
                                : restore(file, database, ctx.key(), ctx.clock);
  ctx.has_turned_back = true;
  present(ctx,
          CopiedView{
              .file = file, .contents = restored.now, .restored = true, .aside = restored.aside});
  return ExitCode::ok;
}

}  // namespace

Action declare_restore(Arguments& args) {
  auto options = std::make_shared<RestoreOptions>();
  args.required("file", options->file, "a backup, encrypted or not");
  args.many("--identity",
            options->identities,
            "a file with the secret key of an encrypted backup",
            "FILE");
  return [options](Context& ctx) { return run_restore(*options, ctx); };
}

}  // namespace kith::cli

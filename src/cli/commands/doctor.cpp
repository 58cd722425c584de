// kith doctor: whether the database is sound, and what to do if it is not.
#include "cli/commands/doctor.hpp"

#include <memory>

#include "cli/render/health.hpp"
#include <kith/error.hpp>
#include <kith/store/doctor.hpp>

namespace kith::cli {
namespace {

struct DoctorOptions {
  bool repair = false;
  std::optional<std::string> salvage{};
};

ExitCode run_doctor(const DoctorOptions& options, Context& ctx) {
  const std::filesystem::path& database = ctx.settings.database;
  if (options.salvage) {
    show(ctx,
         SalvagedView{*options.salvage, salvage(database, *options.salvage, ctx.key(), ctx.clock)});
    return ExitCode::ok;
  }
  HealthView view{.database = database};
  if (options.repair) {
    view.repaired = repair(database, ctx.key(), ctx.clock);
    show_mended(ctx, *view.repaired);
  }
  view.findings = examine(
      database, ctx.key(), ctx.clock, [&](const Finding& finding) { show_found(ctx, finding); });
  show(ctx, view);
  return is_sound(view) ? ExitCode::ok : ExitCode::store;
}

}  // namespace

Action declare_doctor(Arguments& args) {
  auto options = std::make_shared<DoctorOptions>();
  args.flag("--repair", options->repair, "mend what can be mended, after a backup");
  args.option(
      "--salvage", options->salvage, "save what can be read of a damaged one to FILE", "FILE");
  return [options](Context& ctx) { return run_doctor(*options, ctx); };
}

}  // namespace kith::cli

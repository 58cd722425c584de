// `kith` alone: today's handful, or how to begin.
#include "cli/today.hpp"

#include "cli/render/show.hpp"
#include <kith/agenda/agenda.hpp>
#include <kith/store/person_repo.hpp>

namespace kith::cli {

ExitCode show_today(Context& ctx) {
  const DueView today{who_is_due(ctx.store(), DueQuery{.whole_people = ctx.settings.json})};
  if (ctx.settings.json || !today.entries.empty()) {
    show(ctx, today);
    return ExitCode::ok;
  }
  if (ctx.store().people().count() > 0) {
    ctx.out << "Nobody is waiting to hear from you today.\n";
    return ExitCode::ok;
  }
  ctx.out << "Nobody is here yet. Begin with somebody you would like to hear from:\n\n"
             "  kith add \"Ada Lovelace\" --every 30d\n"
             "  kith log \"coffee with Ada yesterday\"\n"
             "  kith due\n\n"
             "or bring in the people you know:\n\n"
             "  kith import vcard contacts.vcf\n"
             "  kith import linkedin Connections.csv\n\n"
             "kith --help lists what else there is.\n";
  return ExitCode::ok;
}

}  // namespace kith::cli

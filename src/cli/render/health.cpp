// Shows how a database is, what was mended, what was saved.
#include "cli/render/health.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/render/json.hpp"
#include "cli/render/show.hpp"
#include "cli/render/style.hpp"
#include <kith/text/clean.hpp>

namespace kith::cli {
namespace {

bool has(const HealthView& view, Health health) {
  return std::ranges::any_of(view.findings,
                             [&](const Finding& finding) { return finding.health == health; });
}

std::string way_out(const HealthView& view) {
  return has(view, Health::damaged)
             ? "hint: kith restore takes a backup; kith doctor --salvage FILE saves what can be read"
         : has(view, Health::broken) ? "hint: kith doctor --repair mends it, after a backup"
                                     : "";
}

}  // namespace

bool is_sound(const HealthView& view) {
  return !has(view, Health::damaged) && !has(view, Health::broken);
}

void show_mended(Context& ctx, const Repaired& repaired) {
  if (ctx.settings.json || repaired.mended.empty()) {
    return;
  }
  for (const std::string& mended : repaired.mended) {
    ctx.out << "mended   " << text::printable(mended) << '\n';
  }
  ctx.out << "as it was: " << text::printable(repaired.backup.string()) << "\n\n";
}

void show_found(Context& ctx, const Finding& finding) {
  if (ctx.settings.json) {
    return;
  }
  const Style style{ctx.colored()};
  const std::string head = fmt::format("{:7}  {:8}", to_string(finding.health), finding.check);
  const bool quiet = finding.health == Health::sound;
  ctx.out << (quiet ? style.dim(head) : style.bold(head)) << ' ' << text::printable(finding.what)
          << '\n'
          << std::flush;
}

void show(Context& ctx, const HealthView& view) {
  if (!ctx.settings.json) {
    if (const std::string hint = way_out(view); !hint.empty()) {
      ctx.err << hint << '\n';
    }
    return;
  }
  nlohmann::ordered_json document{{"database", view.database.string()},
                                  {"sound", is_sound(view)},
                                  {"findings", nlohmann::ordered_json::array()},
                                  {"mended", nlohmann::ordered_json::array()},
                                  {"backup", nullptr}};
  for (const Finding& finding : view.findings) {
    document["findings"].push_back(
        {{"check", finding.check}, {"health", to_string(finding.health)}, {"what", finding.what}});
  }
  if (view.repaired) {
    document["mended"] = view.repaired->mended;
    if (!view.repaired->backup.empty()) {
      document["backup"] = view.repaired->backup.string();
    }
  }
  write_json(ctx.out, document);
}

void show(Context& ctx, const SalvagedView& view) {
  if (ctx.settings.json) {
    write_json(ctx.out,
               {{"file", view.file.string()},
                {"people", view.saved.people},
                {"interactions", view.saved.interactions},
                {"rows", view.saved.rows},
                {"unreadable", view.saved.unreadable}});
    return;
  }
  confirm(ctx,
          fmt::format("{}: {} {}, {} {} saved{}",
                      text::printable(view.file.string()),
                      view.saved.people,
                      view.saved.people == 1 ? "person" : "people",
                      view.saved.interactions,
                      view.saved.interactions == 1 ? "interaction" : "interactions",
                      view.saved.unreadable == 0
                          ? ""
                          : fmt::format("; {} could not be read",
                                        view.saved.unreadable == 1
                                            ? std::string("1 place")
                                            : fmt::format("{} places", view.saved.unreadable))));
}

}  // namespace kith::cli

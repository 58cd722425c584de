// Shows who leads to whom.
#include "cli/render/paths.hpp"

#include <nlohmann/json.hpp>

#include "cli/render/json.hpp"
#include "cli/render/text.hpp"
#include "exchange/records.hpp"
#include <kith/text/clean.hpp>

namespace kith::cli {
namespace {

using nlohmann::ordered_json;

std::string why(const PathView::One& path) {
  std::string all;
  for (const std::string& reason : path.reasons) {
    all += (all.empty() ? "" : "; ") + reason;
  }
  return all;
}

ordered_json to_json(const PathView::One& path) {
  return {{"hops", path.hops}, {"people", exchange::array_of(path.people)}, {"why", why(path)}};
}

}  // namespace

void show(Context& ctx, const PathView& view) {
  if (ctx.settings.json) {
    write_array(ctx.out, view.paths, [](const PathView::One& path) { return to_json(path); });
    return;
  }
  if (view.paths.empty()) {
    ctx.out << text::printable(view.none) << '\n';
    return;
  }
  const Style style = text_form(ctx).style;
  for (const PathView::One& path : view.paths) {
    std::string names = view.from_you ? "you" : "";
    for (const PersonRef& person : path.people) {
      names += (names.empty() ? "" : " → ") + style.bold(text::printable(person.name));
    }
    ctx.out << names << "\n  " << text::printable(why(path)) << '\n';
  }
}

}  // namespace kith::cli

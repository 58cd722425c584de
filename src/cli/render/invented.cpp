// Shows how much was invented.
#include "cli/render/invented.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/render/json.hpp"
#include "cli/render/show.hpp"

namespace kith::cli {

void show(Context& ctx, const InventedView& view) {
  if (ctx.settings.json) {
    write_json(ctx.out,
               {{"people", view.people},
                {"interactions", view.interactions},
                {"facts", view.facts},
                {"follow_ups", view.follow_ups},
                {"links", view.links}});
    return;
  }
  confirm(ctx,
          fmt::format("{} invented people, {} interactions, {} facts, {} follow-ups, {} ties",
                      view.people,
                      view.interactions,
                      view.facts,
                      view.follow_ups,
                      view.links));
}

}  // namespace kith::cli

// Shows how much was invented.
#include "cli/render/invented.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/render/json.hpp"
#include "cli/render/show.hpp"

namespace kith::cli {

namespace {

std::string counted(std::size_t count, const char* one, const char* many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

}  // namespace

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
          fmt::format("{}, {}, {}, {}, {}",
                      counted(view.people, "invented person", "invented people"),
                      counted(view.interactions, "interaction", "interactions"),
                      counted(view.facts, "fact", "facts"),
                      counted(view.follow_ups, "follow-up", "follow-ups"),
                      counted(view.links, "tie", "ties")));
}

}  // namespace kith::cli

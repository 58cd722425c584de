// Shows a script for a shell.
#include "cli/render/script.hpp"

#include <nlohmann/json.hpp>

#include "cli/render/json.hpp"

namespace kith::cli {

void show(Context& ctx, const ScriptView& view) {
  if (ctx.settings.json) {
    write_json(ctx.out, {{"shell", view.shell}, {"script", view.script}});
  } else {
    ctx.out << view.script;
  }
}

}  // namespace kith::cli

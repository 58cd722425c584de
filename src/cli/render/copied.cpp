// Shows what a backup holds, written or put back.
#include "cli/render/copied.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/render/json.hpp"
#include "cli/render/show.hpp"
#include <kith/text/clean.hpp>

namespace kith::cli {

std::string counted(const BackupContents& contents) {
  return fmt::format("{} {}, {} {}",
                     contents.people,
                     contents.people == 1 ? "person" : "people",
                     contents.interactions,
                     contents.interactions == 1 ? "interaction" : "interactions");
}

void show(Context& ctx, const CopiedView& view) {
  if (ctx.settings.json) {
    nlohmann::ordered_json document{{"file", view.file.string()},
                                    {"people", view.contents.people},
                                    {"interactions", view.contents.interactions},
                                    {"bytes", view.contents.bytes}};
    if (view.restored) {
      document["kept"] = view.aside.empty() ? nlohmann::ordered_json{}
                                            : nlohmann::ordered_json(view.aside.string());
    }
    write_json(ctx.out, document);
    return;
  }
  const std::string file = text::printable(view.file.string());
  confirm(ctx,
          view.restored ? fmt::format("restored from {}: {}", file, counted(view.contents))
                        : fmt::format("{}: {}", file, counted(view.contents)));
  if (!view.aside.empty()) {
    confirm(ctx, "what was there before: " + text::printable(view.aside.string()));
    confirm(ctx, "kith undo puts it back");
  }
}

}  // namespace kith::cli

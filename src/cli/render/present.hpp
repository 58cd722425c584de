// Shows what a command has changed, and keeps it for the hook that runs after it.
#pragma once

#include <ostream>
#include <sstream>

#include "cli/context.hpp"

namespace kith::cli {

/// Shows `view` as show() does. Where a hook waits, its JSON is kept too, whatever the user sees.
template <class View>
void present(Context& ctx, const View& view) {
  if (ctx.record) {
    std::stringbuf document;
    std::streambuf* const screen = ctx.out.rdbuf(&document);
    const Settings settings = ctx.settings;
    ctx.settings.json = true;
    try {
      show(ctx, view);
    } catch (...) {
      ctx.out.rdbuf(screen);
      throw;
    }
    ctx.settings = settings;
    ctx.out.rdbuf(screen);
    *ctx.record += document.str();
  }
  show(ctx, view);
}

}  // namespace kith::cli

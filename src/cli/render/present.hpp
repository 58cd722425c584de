// Shows what a command has changed, and keeps it for the hook that runs after it.
#pragma once

#include <ostream>
#include <sstream>
#include <string>
#include <utility>

#include "cli/context.hpp"

namespace kith::cli {

/// As long as it lives, what is shown is kept as JSON.
class Kept {
 public:
  explicit Kept(Context& ctx)
      : ctx_(ctx),
        screen_(ctx.out.rdbuf(&document_)),
        was_json_(std::exchange(ctx.settings.json, true)) {}
  Kept(const Kept&) = delete;
  Kept& operator=(const Kept&) = delete;
  ~Kept() {
    ctx_.settings.json = was_json_;
    ctx_.out.rdbuf(screen_);
  }

  std::string text() const { return document_.str(); }

 private:
  Context& ctx_;
  std::stringbuf document_{};
  std::streambuf* screen_;
  bool was_json_;
};

/// Shows `view` as show() does. Where a hook waits, its JSON is kept too, whatever the user sees.
template <class View>
void present(Context& ctx, const View& view) {
  if (ctx.record) {
    const Kept kept{ctx};
    show(ctx, view);
    *ctx.record += kept.text();
  }
  show(ctx, view);
}

}  // namespace kith::cli

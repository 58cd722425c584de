// Progress on stderr.
#include "cli/progress.hpp"

#include <utility>

namespace kith::cli {
namespace {

constexpr std::chrono::milliseconds kFirst{1000};
constexpr std::chrono::milliseconds kThen{200};

}  // namespace

Progress::Progress(Context& ctx, std::string what)
    : ctx_(ctx),
      what_(std::move(what)),
      next_(Ticks::now() + kFirst),
      is_wanted_(ctx.terminal.err_is_terminal && !ctx.settings.quiet) {}

Progress::~Progress() {
  if (is_shown_) {
    ctx_.err << "\r\x1b[K" << std::flush;
  }
}

void Progress::operator()(std::size_t done) {
  if (!is_wanted_ || Ticks::now() < next_) {
    return;
  }
  ctx_.err << '\r' << done << ' ' << what_ << "\x1b[K" << std::flush;
  is_shown_ = true;
  next_ = Ticks::now() + kThen;
}

}  // namespace kith::cli

// `kith` alone: today's handful, or how to begin.
#pragma once

#include "cli/context.hpp"

namespace kith::cli {

ExitCode show_today(Context& ctx);

}  // namespace kith::cli

// kith review: the moments of a period, and the people behind them.
#pragma once

#include "cli/arguments.hpp"

namespace kith::cli {

Action declare_review(Arguments& args);

}  // namespace kith::cli

// kith demo: an invented network to play with.
#pragma once

#include "cli/arguments.hpp"

namespace kith::cli {

Action declare_demo(Arguments& args);

}  // namespace kith::cli

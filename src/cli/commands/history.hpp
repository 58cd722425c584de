// kith history: every change.
#pragma once

#include "cli/arguments.hpp"

namespace kith::cli {

Action declare_history(Arguments& args);

}  // namespace kith::cli

// kith undo: takes changes back.
#pragma once

#include "cli/arguments.hpp"

namespace kith::cli {

Action declare_undo(Arguments& args);

}  // namespace kith::cli

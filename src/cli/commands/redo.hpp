// kith redo: makes changes again.
#pragma once

#include "cli/arguments.hpp"

namespace kith::cli {

Action declare_redo(Arguments& args);

}  // namespace kith::cli

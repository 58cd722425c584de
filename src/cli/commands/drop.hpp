// kith drop: abandons a follow-up.
#pragma once

#include "cli/arguments.hpp"

namespace kith::cli {

Action declare_drop(Arguments& args);

}  // namespace kith::cli

// kith map: the picture of everybody you know.
#pragma once

#include "cli/arguments.hpp"

namespace kith::cli {

Action declare_map(Arguments& args);

}  // namespace kith::cli

// kith config: the settings, read and set.
#pragma once

#include "cli/arguments.hpp"

namespace kith::cli {

Action declare_config(Arguments& args);

}  // namespace kith::cli

// kith backup: a copy of everything, in one file.
#pragma once

#include "cli/arguments.hpp"

namespace kith::cli {

Action declare_backup(Arguments& args);

}  // namespace kith::cli

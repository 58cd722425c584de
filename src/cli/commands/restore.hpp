// kith restore: puts a backup in the place of the database.
#pragma once

#include "cli/arguments.hpp"

namespace kith::cli {

Action declare_restore(Arguments& args);

}  // namespace kith::cli

// kith unarchive: takes a person back.
#pragma once

#include "cli/arguments.hpp"

namespace kith::cli {

Action declare_unarchive(Arguments& args);

}  // namespace kith::cli

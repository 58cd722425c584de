// kith split: takes two people apart who were merged.
#pragma once

#include "cli/arguments.hpp"

namespace kith::cli {

Action declare_split(Arguments& args);

}  // namespace kith::cli

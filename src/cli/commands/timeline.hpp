// kith timeline: interactions, newest first.
#pragma once

#include "cli/arguments.hpp"

namespace kith::cli {

Action declare_timeline(Arguments& args);

}  // namespace kith::cli

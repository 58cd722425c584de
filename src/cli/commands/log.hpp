// kith log: what happened, in a plain sentence.
#pragma once

#include "cli/arguments.hpp"

namespace kith::cli {

Action declare_log(Arguments& args);

}  // namespace kith::cli

// kith done: ends a follow-up.
#pragma once

#include "cli/arguments.hpp"

namespace kith::cli {

Action declare_done(Arguments& args);

}  // namespace kith::cli

// kith due: who is due, and why.
#pragma once

#include "cli/arguments.hpp"

namespace kith::cli {

Action declare_due(Arguments& args);

}  // namespace kith::cli

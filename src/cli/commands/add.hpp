// kith add: a person whom you know.
#pragma once

#include "cli/arguments.hpp"

namespace kith::cli {

Action declare_add(Arguments& args);

}  // namespace kith::cli

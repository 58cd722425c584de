// kith list: people.
#pragma once

#include "cli/arguments.hpp"

namespace kith::cli {

Action declare_list(Arguments& args);

}  // namespace kith::cli

// kith show: a person's card.
#pragma once

#include "cli/arguments.hpp"

namespace kith::cli {

Action declare_show(Arguments& args);

}  // namespace kith::cli

// kith link: a tie between two people.
#pragma once

#include "cli/arguments.hpp"

namespace kith::cli {

Action declare_link(Arguments& args);

}  // namespace kith::cli

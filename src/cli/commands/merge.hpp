// kith merge: two people who are one.
#pragma once

#include "cli/arguments.hpp"

namespace kith::cli {

Action declare_merge(Arguments& args);

}  // namespace kith::cli

// kith intro: you introduced two people to each other.
#pragma once

#include "cli/arguments.hpp"

namespace kith::cli {

Action declare_intro(Arguments& args);

}  // namespace kith::cli

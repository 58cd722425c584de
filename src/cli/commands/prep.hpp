// kith prep: what to know before you meet.
#pragma once

#include "cli/arguments.hpp"

namespace kith::cli {

Action declare_prep(Arguments& args);

}  // namespace kith::cli

// kith triage: gives people a circle, one key each.
#pragma once

#include "cli/arguments.hpp"

namespace kith::cli {

Action declare_triage(Arguments& args);

}  // namespace kith::cli

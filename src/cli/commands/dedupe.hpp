// kith dedupe: people who may be the same person.
#pragma once

#include "cli/arguments.hpp"

namespace kith::cli {

Action declare_dedupe(Arguments& args);

}  // namespace kith::cli

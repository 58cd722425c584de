// kith schema: the JSON Schema of what kith writes and reads.
#pragma once

#include "cli/arguments.hpp"

namespace kith::cli {

Action declare_schema(Arguments& args);

}  // namespace kith::cli

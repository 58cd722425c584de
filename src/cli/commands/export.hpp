// kith export: takes data out.
#pragma once

#include "cli/arguments.hpp"

namespace kith::cli {

Action declare_export(Arguments& args);

}  // namespace kith::cli

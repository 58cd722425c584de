// kith sync: two-way with folders that vdirsyncer carries to any server.
#pragma once

#include "cli/arguments.hpp"

namespace kith::cli {

Action declare_sync(Arguments& args);

}  // namespace kith::cli

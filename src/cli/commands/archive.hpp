// kith archive: puts a person away.
#pragma once

#include "cli/arguments.hpp"

namespace kith::cli {

Action declare_archive(Arguments& args);

}  // namespace kith::cli

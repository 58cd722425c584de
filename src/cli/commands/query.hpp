// kith query: e-mail addresses for mail programs.
#pragma once

#include "cli/arguments.hpp"

namespace kith::cli {

Action declare_query(Arguments& args);

}  // namespace kith::cli

// kith import: brings people in from a file.
#pragma once

#include "cli/arguments.hpp"

namespace kith::cli {

Action declare_import(Arguments& args);

}  // namespace kith::cli

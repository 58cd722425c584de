// kith path: who leads to a person, or into an organisation.
#pragma once

#include "cli/arguments.hpp"

namespace kith::cli {

Action declare_path(Arguments& args);

}  // namespace kith::cli

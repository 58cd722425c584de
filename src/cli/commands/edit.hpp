// kith edit: changes a person, by options or in the editor.
#pragma once

#include "cli/arguments.hpp"

namespace kith::cli {

Action declare_edit(Arguments& args);

}  // namespace kith::cli

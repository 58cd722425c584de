// kith note: a fact about a person.
#pragma once

#include "cli/arguments.hpp"

namespace kith::cli {

Action declare_note(Arguments& args);

}  // namespace kith::cli

// kith remind: something to do for or with a person, by a day.
#pragma once

#include "cli/arguments.hpp"

namespace kith::cli {

Action declare_remind(Arguments& args);

}  // namespace kith::cli

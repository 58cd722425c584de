// kith snooze: moves a follow-up, or lets a person rest.
#pragma once

#include "cli/arguments.hpp"

namespace kith::cli {

Action declare_snooze(Arguments& args);

}  // namespace kith::cli

// kith doctor: whether the database is sound, and what to do if it is not.
#pragma once

#include "cli/arguments.hpp"

namespace kith::cli {

Action declare_doctor(Arguments& args);

}  // namespace kith::cli

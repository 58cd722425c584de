// kith rm: deletes a person or a record.
#pragma once

#include "cli/arguments.hpp"

namespace kith::cli {

Action declare_rm(Arguments& args);

}  // namespace kith::cli

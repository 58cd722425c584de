// Where things live and what the user prefers: options, then the environment, then the config file.
#pragma once

#include "cli/app.hpp"
#include "cli/context.hpp"

namespace kith::cli {

/// The settings in force. Throws DataError, with file and line, for a config file that cannot be
/// read; NotFoundError where a config file that was named is not there.
Settings load_settings(const GlobalOptions& options, const Environment& environment);

}  // namespace kith::cli

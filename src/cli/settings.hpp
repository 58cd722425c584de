// Where things live and what the user prefers: options, then the environment, then the config file.
#pragma once

#include <optional>
#include <string_view>

#include "cli/app.hpp"
#include "cli/context.hpp"

namespace kith::cli {

/// The settings in force. Throws DataError, with file and line, for a config file that cannot be
/// read; NotFoundError where a config file that was named is not there.
Settings load_settings(const GlobalOptions& options, const Environment& environment);

/// "auto", "always" or "never"; nothing for any other word.
std::optional<ColorWhen> parse_color(std::string_view word);

}  // namespace kith::cli

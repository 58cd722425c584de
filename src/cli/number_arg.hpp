// Numbers on the command line: --limit, undo 3.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace kith::cli {

/// `text` as a whole number of at least one; `otherwise` if there is none. `what` is named in what
/// it throws: UsageError.
std::size_t parse_count(std::string_view what,
                        const std::optional<std::string>& text,
                        std::size_t otherwise);

}  // namespace kith::cli

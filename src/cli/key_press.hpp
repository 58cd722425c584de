// A single key from a terminal, without Enter.
#pragma once

#include <optional>

#include "cli/context.hpp"

namespace kith::cli {

/// The next key: a character of ASCII, '\n' for Enter, '\x1b' for Escape. An Enter that came along
/// with a key is no key of its own. Arrows and the like, and other characters, are passed over.
/// Nothing where input ended, or for Ctrl-D.
std::optional<char> read_key(Context& ctx);

/// Gives the terminal back as it was before a key was waited for. To be called by a signal's
/// handler that ends the process.
void give_terminal_back() noexcept;

}  // namespace kith::cli

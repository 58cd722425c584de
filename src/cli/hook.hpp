// Hooks: programs of the user's that hear of what a command has changed.
#pragma once

#include <filesystem>
#include <string_view>

#include "cli/context.hpp"

namespace kith::cli {

/// The file hooks/post-COMMAND beside the settings; empty where there is none, and within a hook,
/// so that one that calls kith does not call itself.
std::filesystem::path find_hook(const Context& ctx, std::string_view command);

/// Runs a hook with `record` on its stdin, and waits for it, but not long. Whatever becomes of it
/// is a remark at most: what it hears of has happened. A signal that ends kith stops the hook
/// first.
void run_hook(Context& ctx, const std::filesystem::path& hook, const std::string& record);

}  // namespace kith::cli

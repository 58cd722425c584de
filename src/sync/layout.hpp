// Which folder holds the cards, and which the to-dos.
#pragma once

#include <filesystem>
#include <optional>

#include <kith/store/store.hpp>
#include <kith/sync/sync.hpp>

namespace kith::sync {

struct Layout {
  std::optional<std::filesystem::path> contacts{};
  std::optional<std::filesystem::path> tasks{};
};

/// A folder with items in it is what they say. One without, but with folders in it, is their
/// parent: those are taken by what they hold, else by their names. An empty folder takes both,
/// cards and to-dos side by side. Throws NotFoundError, ConflictError where several could be meant.
Layout find_layout(Store& store, const SyncOptions& options);

}  // namespace kith::sync

// The line in history that says: everything was replaced by a backup; and the way back.
#pragma once

#include <filesystem>
#include <optional>
#include <string_view>

#include "store/connection.hpp"

namespace kith {

/// Records under `label` that all of `db` has come from elsewhere; what was there before lies in
/// `aside` (empty: nothing was there).
void record_replaced(Connection& db,
                     Instant at,
                     std::string_view label,
                     const std::filesystem::path& aside);

/// Where what was there before lies, if `changes` of the journal say that all was replaced.
std::optional<std::filesystem::path> replaced_database(const Bytes& changes);

/// Puts the database in `aside` back in the place of `db`. Throws ConflictError if it is gone or no
/// longer whole; `label` names the change.
void put_back(Connection& db, const std::filesystem::path& aside, std::string_view label);

}  // namespace kith

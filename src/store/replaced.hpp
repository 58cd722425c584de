// The line in history that says: everything was replaced by a backup; and the way back.
#pragma once

#include <filesystem>
#include <optional>
#include <string_view>

#include "store/connection.hpp"
#include <kith/store/journal.hpp>

namespace kith {

/// Records under `label` that all of `db` has come from elsewhere; what was there before lies in
/// `aside` (empty: nothing was there).
void record_replaced(Connection& db,
                     Instant at,
                     std::string_view label,
                     const std::filesystem::path& aside);

/// Where what was there before lies, if `changes` of the journal say that all was replaced.
std::optional<std::filesystem::path> replaced_database(const Bytes& changes);

/// Puts the database that `change`, the latest that stands, replaced back in the place of `db`.
/// What is there now is kept aside, and replace_again() brings it back. Returns the change as it
/// stands in the history that came back. Throws ConflictError if what was there before is gone or
/// no longer whole.
Change put_back(Connection& db, const Change& change, const Clock& clock);

/// Makes `change`, the last that was undone, again. Throws like put_back().
Change replace_again(Connection& db, const Change& change, const Clock& clock);

}  // namespace kith

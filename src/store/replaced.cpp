// The line in history that says: everything was replaced by a backup; and the way back.
#include "store/replaced.hpp"

#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "store/database_file.hpp"
#include <kith/error.hpp>
#include <kith/store/backups.hpp>

namespace kith {
namespace {

// A changeset begins with 'T' or 'P' (SQLite's session extension), so this is none.
constexpr std::string_view kMark = "replaced:";

}  // namespace

void record_replaced(Connection& db,
                     Instant at,
                     std::string_view label,
                     const std::filesystem::path& aside) {
  const std::string text = std::string{kMark} + aside.string();
  Query(db, "INSERT INTO change(at, label, changes) VALUES(?1, ?2, ?3)")
      .with(at, label, Bytes(text.begin(), text.end()))
      .run();
}

std::optional<std::filesystem::path> replaced_database(const Bytes& changes) {
  if (changes.size() < kMark.size() || !std::equal(kMark.begin(), kMark.end(), changes.begin())) {
    return std::nullopt;
  }
  return std::string(changes.begin() + static_cast<std::ptrdiff_t>(kMark.size()), changes.end());
}

void put_back(Connection& db, const std::filesystem::path& aside, std::string_view label) {
  if (aside.empty()) {
    throw ConflictError(fmt::format("undo ({}): nothing was there before", label),
                        "move the file away to begin anew");
  }
  try {
    examine_backup(aside, db.key());
  } catch (const NotFoundError&) {
    throw ConflictError(
        fmt::format("undo ({}): what was there before is no longer in {}", label, aside.string()),
        "kith restore takes any other backup");
  } catch (const StoreError&) {
    throw ConflictError(
        fmt::format("undo ({}): what was there before is damaged: {}", label, aside.string()),
        "kith doctor --salvage saves what can be read of it");
  }
  Connection before(aside, Access::read_only, db.key());
  set_up(before);
  db.copy_from(before);
}

}  // namespace kith

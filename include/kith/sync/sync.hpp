// Two-way with folders of vCards and of to-dos, which vdirsyncer carries to phones and servers.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <kith/exchange/card.hpp>
#include <kith/store/store.hpp>

namespace kith::sync {

/// What to do with items whose files have nearly all gone at once.
enum class Missing {
  stop,     ///< change nothing and say so: more likely a folder was emptied than people were
  remove,   ///< they were deleted there
  restore,  ///< write them again
};

struct SyncOptions {
  std::filesystem::path folder{};
  std::optional<std::filesystem::path> tasks{};  ///< where to-dos lie, if not beside the cards
  bool with_tasks = true;
  bool with_journal = false;
  std::size_t check_ins = 10;  ///< at most so many go out as to-dos, the most pressing first
  exchange::CardVersion version = exchange::CardVersion::v3_0;  ///< of new cards
  Missing missing = Missing::stop;
  bool dry_run = false;
  std::function<void(std::size_t)> progress{};  ///< called with how many items were looked at
};

/// A field that changed on both sides.
struct Clash {
  std::string name{};   ///< of the person
  std::string field{};  ///< "title", "birthday", …
  std::string here{};
  std::string there{};
  bool there_won = false;
  bool operator==(const Clash&) const = default;
};

/// Something about one file or record that a reader should know.
struct Note {
  std::string file{};  ///< its name in the folder; empty where it is about a record
  std::string name{};  ///< of the person; may be empty
  std::string why{};
  bool operator==(const Note&) const = default;
};

struct Moved {
  std::size_t added = 0;
  std::size_t changed = 0;
  std::size_t deleted = 0;
  bool operator==(const Moved&) const = default;
  std::size_t sum() const { return added + changed + deleted; }
};

/// What became of one folder.
struct FolderReport {
  std::filesystem::path folder{};
  std::size_t items = 0;  ///< that both sides have, in the end
  Moved from_there{};
  Moved to_there{};
};

struct SyncReport {
  std::optional<FolderReport> contacts{};
  std::optional<FolderReport> tasks{};
  std::optional<FolderReport> journal{};
  std::vector<Clash> clashes{};
  std::vector<Note> notes{};
};

/// Brings folders and store in step: what changed on one side since they last agreed goes to the
/// other, field by field; where a field changed on both, the newer one stays, and the other is kept
/// as a dated fact. One labelled change, which undo takes back; files stay as they are then.
/// The second time in a row, nothing is written. Throws NotFoundError if a folder is not there,
/// ConflictError where nearly everything has gone at once (see Missing), StoreError.
SyncReport synchronise(Store& store, const SyncOptions& options);

}  // namespace kith::sync

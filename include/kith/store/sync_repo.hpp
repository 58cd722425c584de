// What a synced folder and kith last agreed on, file by file.
// The only code that names `sync_item` and `sync_folder`.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include <kith/domain/uid.hpp>

namespace kith {

class Connection;

/// A file of a folder as it was when both sides agreed.
struct SyncItem {
  std::string uid{};            ///< the item's own: a vCard's or to-do's UID
  std::string file{};           ///< its name in the folder; empty: it was deleted there for good
  std::string stamp{};          ///< size, time and inode, by which an unchanged file is told
  std::string kind{};           ///< contact, follow_up, check_in, interaction
  std::optional<Uid> record{};  ///< whom or what it is about
  std::string state{};          ///< of the record then: archived; empty if there is nothing to say
  std::string item{};           ///< its text, but for pictures
  bool operator==(const SyncItem&) const = default;
};

/// Cards, or what else lies in a folder.
enum class SyncedThings { contacts, others };

class SyncRepo {
 public:
  explicit SyncRepo(Connection& db) : db_(db) {}

  /// Calls `visit` with each of a folder, by uid; their texts are left empty.
  void for_each(std::string_view folder,
                SyncedThings things,
                const std::function<void(const SyncItem&)>& visit) const;
  /// True if there is one.
  bool has(std::string_view folder, SyncedThings things) const;
  /// Whom or what one is about; nothing if it is not there.
  std::optional<Uid> record_of(std::string_view folder,
                               SyncedThings things,
                               std::string_view uid) const;
  /// The text of one; empty if it is not there.
  std::string text(std::string_view folder, std::string_view uid) const;
  bool knows(std::string_view folder) const;
  /// Adds it, or replaces what its uid held.
  void put(std::string_view folder, const SyncItem& item);
  void remove(std::string_view folder, std::string_view uid);

  /// What the journal looks like now: as long as it stays the same, nothing has been written.
  std::string journal_position() const;
  /// The position at which the folder was last in step; empty if it never was.
  std::string seen(std::string_view folder) const;
  void set_seen(std::string_view folder, std::string_view position);

 private:
  Connection& db_;
};

}  // namespace kith

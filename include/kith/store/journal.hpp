// The journal: every change ever made, labelled, and the way back.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <kith/domain/ids.hpp>
#include <kith/time/clock.hpp>

namespace kith {

class Connection;

class IndexKeeper;
class Store;

struct Change {
  ChangeId id{};
  Instant at{};
  std::string label{};
  bool undone = false;
  bool operator==(const Change&) const = default;
};

/// Undo and redo apply SQLite changesets (docs/adr/0003). A change on which a later one builds that
/// stands is neither taken back nor made again: ConflictError, and nothing has changed. So what
/// stands can always be taken back one by one, newest first. To be called outside Store::write():
/// each is a transaction of its own.
class Journal {
 public:
  enum class Direction { back, again };

  Journal(Connection& db, IndexKeeper& keeper, const Clock& clock)
      : db_(db), keeper_(keeper), clock_(clock) {}

  /// Newest first, at most `limit`.
  std::vector<Change> history(std::size_t limit) const;

  /// What the last Store::write() of this object is here; nothing if it changed nothing. Not what
  /// is newest: another process may have written since.
  std::optional<ChangeId> last_written() const { return last_written_; }

  /// Takes back the latest `steps` changes that stand, newest first; returns them. NotFoundError if
  /// there are fewer. A restore is taken back alone, and brings its own history back with it;
  /// ConflictError where it is one of several.
  std::vector<Change> undo(std::size_t steps);
  /// Takes back this one change.
  Change undo_change(ChangeId id);
  /// Makes the latest `steps` undone changes again, last undone first. NotFoundError if there are
  /// fewer. A restore is made again alone, like it is taken back.
  std::vector<Change> redo(std::size_t steps);

 private:
  friend class Store;  // which says what it has written

  /// Takes the latest change back, or makes it again, if it replaced everything.
  std::optional<Change> replacing(Direction direction);

  Connection& db_;
  IndexKeeper& keeper_;
  const Clock& clock_;
  std::optional<ChangeId> last_written_{};
};

}  // namespace kith

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

struct Change {
  ChangeId id{};
  Instant at{};
  std::string label{};
  bool undone = false;
  bool operator==(const Change&) const = default;
};

/// Undo and redo apply SQLite changesets (docs/adr/0003): each checks, value by value, that what it
/// changes is still as that change left it. Where it is not, ConflictError and nothing has changed.
/// To be called outside Store::write(): each is a transaction of its own.
class Journal {
 public:
  Journal(Connection& db, IndexKeeper& keeper) : db_(db), keeper_(keeper) {}

  /// Newest first, at most `limit`.
  std::vector<Change> history(std::size_t limit) const;

  /// Takes back the latest `steps` changes that stand, newest first; returns them. NotFoundError if
  /// there are fewer. A restore is taken back alone, and brings its own history back with it;
  /// ConflictError where it is one of several.
  std::vector<Change> undo(std::size_t steps);
  /// Takes back this one change.
  Change undo_change(ChangeId id);
  /// Makes the latest `steps` undone changes again, last undone first. NotFoundError if there are
  /// fewer.
  std::vector<Change> redo(std::size_t steps);

 private:
  /// Takes the latest change back if it replaced everything.
  std::optional<Change> undo_replacing();

  Connection& db_;
  IndexKeeper& keeper_;
};

}  // namespace kith

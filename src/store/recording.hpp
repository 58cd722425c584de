// What one write() changes, taken down piece by piece: neither SQLite's session nor the journal's
// record has to be in memory as a whole.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "store/changeset.hpp"
#include "store/connection.hpp"
#include "store/scratch_file.hpp"
#include <kith/domain/ids.hpp>

namespace kith {

class IndexKeeper;

class Recording {
 public:
  Recording(Connection& db, IndexKeeper& keeper);

  /// Takes down what has changed since the last time, and brings the indexes after it.
  void settle();
  /// Runs `work`, whose changes it takes down and indexes itself; what it returns is their
  /// changeset.
  void apart(const std::function<Bytes()>& work);

  /// Settles and writes the one change that undo takes back. Nothing if nothing has changed.
  std::optional<ChangeId> close(Instant at, const std::function<std::string()>& label);

 private:
  void keep(const Bytes& changes);
  ChangeId insert(Instant at, const std::string& label, const Bytes& changes);
  ChangeId insert_long(Instant at, const std::string& label);

  Connection& db_;
  IndexKeeper& keeper_;
  std::optional<Recorder> recorder_{};
  Bytes kept_{};  // changesets, one behind the other
  std::size_t pieces_ = 0;
  ScratchFile long_;  // what came before, where there is much
};

}  // namespace kith

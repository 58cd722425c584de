// Keeps the name index and the full-text index in step with the data, inside the transaction that
// changes it. It reads what changed from the changeset that the journal records, so that every door
// into the data (commands, imports, undo, redo) is covered by this one place.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include <kith/domain/ids.hpp>

#include "store/connection.hpp"

namespace kith {

class Clock;

class IndexKeeper {
 public:
  IndexKeeper(Connection& db, const Clock& clock) : db_(db), clock_(clock) {}

  /// Brings both indexes up to date after `changeset` has been applied to the tables.
  void follow(const Bytes& changeset);

 private:
  void reindex(PersonId person);
  void drop_word(std::string_view word);
  void replace_text(std::int64_t row, std::string_view before, std::string_view after);

  Connection& db_;
  const Clock& clock_;
};

/// `text` as the full-text index holds it, and as queries are put to it.
std::string searchable(std::string_view text);

}  // namespace kith

// SQLite's session extension with owners: recording changes, reading them, turning them round.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "store/connection.hpp"
#include <kith/domain/ids.hpp>

struct sqlite3_session;
struct sqlite3_value;

namespace kith {

/// Records every change to the journalled tables for as long as it lives.
class Recorder {
 public:
  explicit Recorder(Connection& db);
  Recorder(const Recorder&) = delete;
  Recorder& operator=(const Recorder&) = delete;
  ~Recorder();
  /// What has changed so far; empty if nothing has.
  Bytes changeset() const;
  bool is_empty() const;

 private:
  Connection& db_;
  sqlite3_session* session_ = nullptr;
};

/// One changed row: values by column, before and after.
class ChangedRow {
 public:
  enum class Kind { insert, update, remove };
  std::string_view table{};
  Kind kind = Kind::insert;
  int columns = 0;
  /// Nothing where the change does not hold the value (an unchanged column of an update).
  std::optional<std::int64_t> integer_before(int column) const;
  std::optional<std::int64_t> integer_after(int column) const;
  std::optional<std::string> text_before(int column) const;
  /// Any value as text that no other value has.
  std::optional<std::string> token_before(int column) const;
  std::optional<std::string> token_after(int column) const;
  /// The primary key, likewise.
  std::string key() const;

 private:
  friend void for_each_row(Connection&,
                           const Bytes&,
                           const std::function<void(const ChangedRow&)>&);
  sqlite3_value* before(int column) const;
  sqlite3_value* after(int column) const;
  void* iterator_ = nullptr;
};

void for_each_row(Connection& db,
                  const Bytes& changeset,
                  const std::function<void(const ChangedRow&)>& visit);

/// A change of more bytes may be several changesets, one behind the other, of which a later one may
/// change once more what an earlier one did.
inline constexpr std::size_t kLongChange = std::size_t{1} << 18;

/// Changesets one behind the other as one, in which each row is once.
Bytes merged(Connection& db, const Bytes& changesets);

/// What the journal holds of a change, as one changeset.
Bytes one_changeset(Connection& db, Bytes recorded);

/// The changeset that takes `changeset` back.
Bytes inverted(Connection& db, const Bytes& changeset);

/// Applies it, checking every value that it replaces. False if something is not as it expects; the
/// caller then rolls back.
bool apply(Connection& db, const Bytes& changeset);

/// Applies what takes the journal's `change` back, likewise. Memory does not grow with its size,
/// but for a long one that changed a row twice.
bool take_back(Connection& db, ChangeId change);

}  // namespace kith

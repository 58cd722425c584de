// The ways in which something can go wrong, as finished sentences with a way out.
// The core throws these; the command line alone turns them into words and exit codes.
#pragma once

#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kith {

enum class ErrorKind { usage, not_found, ambiguous, bad_input, conflict, store };

/// The word for a kind in JSON: `usage`, `not_found`, `ambiguous`, `bad_input`, `conflict`,
/// `store`.
std::string_view to_string(ErrorKind kind);

/// One of several people that an ambiguous or unknown name may mean.
struct Candidate {
  std::string uid{};
  std::string name{};
  std::string detail{};  ///< What tells this person from the others: "Acme, Lisbon". May be empty.
  bool operator==(const Candidate&) const = default;
};

/// Where in a file something is wrong; both count from 1.
struct Position {
  std::size_t line = 0;
  std::optional<std::size_t> column{};
  bool operator==(const Position&) const = default;
};

/// Any failure that a person can do something about. `message` reads "WHAT: WHY", without a final
/// full stop; `hint` says what to do, and is empty where there is nothing to say.
class Error : public std::runtime_error {
 public:
  Error(ErrorKind kind, const std::string& message, std::string hint)
      : std::runtime_error(message), kind_(kind), hint_(std::move(hint)) {}

  ErrorKind kind() const { return kind_; }
  std::string message() const { return what(); }
  const std::string& hint() const { return hint_; }
  const std::vector<Candidate>& candidates() const { return candidates_; }
  const std::optional<Position>& position() const { return position_; }

 protected:
  std::vector<Candidate> candidates_{};
  std::optional<Position> position_{};

 private:
  ErrorKind kind_;
  std::string hint_;
};

/// The command was used wrongly: exit code 2.
class UsageError : public Error {
 public:
  explicit UsageError(const std::string& message, std::string hint = {})
      : Error(ErrorKind::usage, message, std::move(hint)) {}
};

/// What was named is not there: exit code 3. `candidates` are near misses ("did you mean").
class NotFoundError : public Error {
 public:
  explicit NotFoundError(const std::string& message,
                         std::string hint = {},
                         std::vector<Candidate> candidates = {})
      : Error(ErrorKind::not_found, message, std::move(hint)) {
    candidates_ = std::move(candidates);
  }
};

/// More than one person fits: exit code 4.
class AmbiguousError : public Error {
 public:
  AmbiguousError(const std::string& message, std::string hint, std::vector<Candidate> candidates)
      : Error(ErrorKind::ambiguous, message, std::move(hint)) {
    candidates_ = std::move(candidates);
  }
};

/// A date, a file or a sentence that cannot be read: exit code 5.
class DataError : public Error {
 public:
  explicit DataError(const std::string& message,
                     std::string hint = {},
                     std::optional<Position> position = {})
      : Error(ErrorKind::bad_input, message, std::move(hint)) {
    position_ = position;
  }
};

/// It conflicts with what is there: exit code 6.
class ConflictError : public Error {
 public:
  explicit ConflictError(const std::string& message, std::string hint = {})
      : Error(ErrorKind::conflict, message, std::move(hint)) {}
};

/// The database (or another file of the user's) cannot be used: exit code 7.
class StoreError : public Error {
 public:
  explicit StoreError(const std::string& message, std::string hint = {})
      : Error(ErrorKind::store, message, std::move(hint)) {}
};

/// The database's file itself is damaged, or none of kith's: nothing that is tried again helps.
class DamagedError : public StoreError {
 public:
  using StoreError::StoreError;
};

}  // namespace kith

// A sentence while it is being read: its tokens, its date phrases, its names, its clauses.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "capture/token.hpp"
#include "capture/vocabulary.hpp"

namespace kith::capture {

/// Tokens [first, last).
struct TokenRange {
  std::size_t first = 0;
  std::size_t last = 0;
  std::size_t size() const { return last - first; }
  bool contains(std::size_t at) const { return at >= first && at < last; }
  bool empty() const { return first >= last; }
};

/// A day in words, read both ways: as what has happened and as what is to do.
struct DatePhrase {
  TokenRange range{};
  std::optional<Date> past{};
  std::optional<Date> future{};
};

/// How a name was matched, weakest first.
enum class NameMatch { unknown, typo, short_form, surname, given, full, address };

/// A name at its place; nobody is a participant yet.
struct NameHit {
  TokenRange range{};
  NameMatch match = NameMatch::unknown;
  std::vector<PersonRef> candidates{};
  std::string name{};  ///< as written, without possessive
  std::string why{};
  bool possessive = false;
  bool misspelt = false;
};

/// What a clause does in the sentence.
enum class ClauseRole {
  event,      ///< says what happened with whom
  narration,  ///< goes on about it: participants only where a word says so
  remark,     ///< what was said about somebody
  follow_up,  ///< what is to do
};

struct Clause {
  TokenRange range{};
  ClauseRole role = ClauseRole::remark;
};

struct Sentence {
  std::string text{};
  Date today{};
  Tokens tokens{};
  std::vector<DatePhrase> dates{};
  std::vector<NameHit> names{};
  std::vector<Clause> clauses{};

  std::size_t size() const { return tokens.size(); }
  /// The token at `at`; one that is nothing beyond either end.
  const Token& token(std::size_t at) const;
  const Token& before(std::size_t at) const { return at == 0 ? token(size()) : token(at - 1); }
  bool word(std::size_t at, std::string_view what) const {
    return token(at).is_word() && token(at).is(what);
  }
  bool is(std::size_t at, WordClass what) const { return capture::is(token(at), what); }
  /// The name that begins at, or covers, token `at`.
  const NameHit* name_at(std::size_t at) const;
  const DatePhrase* date_at(std::size_t at) const;
  /// True if the 's of token `at` is one of possession: Ana's book, not "Ana's moving".
  bool is_possessive(std::size_t at) const;
  /// The text of tokens, as written.
  std::string written(TokenRange range) const;
  TextSpan span(TokenRange range) const;
  /// True if tokens from `at` on are the folded words of `phrase`; gives the token after them.
  std::optional<std::size_t> phrase_at(std::size_t at, std::string_view phrase) const;
  void claim(TokenRange range, Part part);
};

}  // namespace kith::capture

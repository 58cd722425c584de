// Finding people by what somebody types: names, nicknames, e-mails, phones, handles, initials.
// Cost grows with the answer, not with the number of people.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <kith/domain/person.hpp>

namespace kith {

class Connection;

/// How a person was found, best first. An exact match beats a prefix, a prefix beats a typo.
enum class MatchTier { uid, exact, part, prefix, initials, typo, none };

/// What a query found: everybody of the best tier that has anybody.
struct NameMatches {
  MatchTier tier = MatchTier::none;
  std::vector<PersonRef> people{};  ///< by name, then uid; at most the limit asked for
};

/// Somebody of whom each of some words begins a name or an address.
struct BegunName {
  PersonId person{};
  bool is_whole = false;  ///< the words are whole words of theirs
};

class NameIndex {
 public:
  explicit NameIndex(Connection& db) : db_(db) {}

  /// Everybody that `who` may mean. Of people of one tier, those not archived win over the
  /// archived.
  NameMatches find(std::string_view who, std::size_t limit = 20) const;

  /// People whose full name is `name`, compared folded.
  std::vector<PersonRef> with_name(std::string_view name) const;
  /// People with this e-mail, phone, url or handle, in any spelling.
  std::vector<PersonRef> with_contact(ContactKind kind, std::string_view value) const;
  /// People whose names or nicknames have all of the folded words; if there are more than `limit`,
  /// so many of them.
  std::vector<PersonRef> with_words(const std::vector<std::string>& words, std::size_t limit) const;
  /// People of whom each of the folded `words` begins a word of a name or nickname, or, where it is
  /// one alone, an e-mail address: whole words first, each by id. Of a very common beginning, the
  /// first few thousand.
  std::vector<BegunName> beginning_with(const std::vector<std::string>& words) const;
  /// Words of names that are a typo away from the folded `word`, nearest first.
  std::vector<std::string> words_near(std::string_view word) const;
  /// Names that may have been meant where nothing was found: the nearest few.
  std::vector<PersonRef> suggestions(std::string_view who, std::size_t limit = 3) const;
  /// Display names of people whose name has a word that starts with `prefix`: for completion.
  std::vector<std::string> completions(std::string_view prefix, std::size_t limit) const;

 private:
  Connection& db_;
};

}  // namespace kith

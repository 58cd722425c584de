// The keys under which a person is found, and the misspellings under which a word is.
#pragma once

#include <compare>
#include <string>
#include <string_view>
#include <vector>

#include <kith/domain/person.hpp>

namespace kith {

/// Kinds of key, as stored in `name_key.kind`.
enum class KeyKind : int {
  full = 0,      ///< the folded display name: one a person, and the order of lists
  alias = 1,     ///< other ways to write all of a name: nicknames, umlauts spelled out
  word = 2,      ///< one word of a name or nickname
  initials = 3,  ///< "sb"
  email = 4,
  phone = 5,  ///< digits from the last to the first: numbers are compared from their end
  url = 6,
  handle = 7
};

struct NameKey {
  KeyKind kind = KeyKind::full;
  std::string key{};
  // NOLINTNEXTLINE(modernize-use-nullptr): the check takes a defaulted <=> for a comparison with 0
  auto operator<=>(const NameKey&) const = default;
};

/// All keys of a person, sorted, each once.
std::vector<NameKey> name_keys(const Person& person);

/// The key of a contact point; empty if it has none (an address).
NameKey contact_key(ContactKind kind, std::string_view value);

/// The words by which a text may be found in names: folded, and again with umlauts spelled out.
std::vector<std::string> name_words(std::string_view name);
/// The same of a name that is folded already, both ways.
std::vector<std::string> name_words(const std::string& folded, const std::string& spelled_out);

/// `words` with initials that follow each other made one word, so that J. R. R. Tolkien and
/// J.R.R. Tolkien are one.
std::vector<std::string> with_initials_joined(const std::vector<std::string>& words);

/// `word` itself and `word` with one letter left out, each: two words that share one of these are a
/// typo apart (the symmetric-delete idea of Garbe's SymSpell, with one deletion).
std::vector<std::string> typo_keys(std::string_view word);

/// The smallest text that is larger than every text that begins with `prefix`.
std::string after_prefix(std::string_view prefix);

}  // namespace kith

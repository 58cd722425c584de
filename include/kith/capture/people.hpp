// Whom a sentence may speak of: the questions that the reader asks about people. It is handed in,
// so that reading a sentence needs no database.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <kith/domain/person.hpp>

namespace kith::capture {

/// A person with everything that they are called.
struct KnownPerson {
  PersonRef ref{};
  std::vector<std::string> nicknames{};
};

/// What may tell a person from others of the same name.
struct Known {
  std::string org{};
  std::string city{};
  std::vector<std::string> tags{};
};

/// Asked a few times a sentence: the cost must not grow with the number of people.
class People {
 public:
  virtual ~People() = default;
  /// People who have all of these folded words in their name and nicknames; at most kMost.
  virtual std::vector<KnownPerson> with_words(const std::vector<std::string>& words) const = 0;
  /// Words of names that are a typo away from the folded `word`, nearest first.
  virtual std::vector<std::string> words_near(std::string_view word) const = 0;
  /// People with this e-mail address or handle.
  virtual std::vector<KnownPerson> with_address(std::string_view address) const = 0;

  /// What is known of somebody; asked only where a name fits several people.
  virtual Known known_of(const PersonRef& /*person*/) const { return {}; }
  /// True if both took part in an interaction.
  virtual bool seen_together(const PersonRef& /*a*/, const PersonRef& /*b*/) const { return false; }

  /// More than so many fit no question that somebody could answer.
  static constexpr std::size_t kMost = 20;
};

}  // namespace kith::capture

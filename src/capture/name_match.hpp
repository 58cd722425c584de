// How the words of a sentence and the words of a name fit together.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "capture/sentence.hpp"

namespace kith::capture {

/// How far a name goes along the words of a sentence.
struct Alignment {
  std::size_t consumed = 0;  ///< words of the sentence
  NameMatch match = NameMatch::unknown;
};

/// The best way in which the words from the first on are (part of) `name`: all of it, its given
/// name with or without the surname or its initial, or its surname alone. Nothing if they are not.
/// A nickname counts only as a whole.
std::optional<Alignment> align(const std::vector<std::string>& words,
                               const std::string& name,
                               bool nickname);

/// Asks who is called by the words that begin at a place, each question once.
class NameMatcher {
 public:
  NameMatcher(const Sentence& sentence, const People& people)
      : sentence_(sentence), people_(people) {}

  /// Known people whom the words from token `at` on name exactly; longest first.
  std::optional<NameHit> exact(std::size_t at);
  /// … by a short form of a given name (Tom for Thomas), or by another spelling of it (Jon).
  std::optional<NameHit> short_form(std::size_t at);
  std::optional<NameHit> other_spelling(std::size_t at);
  /// … with a slip of the pen.
  std::optional<NameHit> typo(std::size_t at);
  /// People with the e-mail address, or the handle after an @, at token `at`.
  std::optional<NameHit> by_address(std::size_t at) const;
  std::optional<NameHit> by_handle(std::size_t at) const;
  /// True if the folded word begins the name of somebody known.
  bool is_given_name(const std::string& word);

 private:
  const std::vector<KnownPerson>& with_word(const std::string& word);
  std::optional<NameHit> instead(std::size_t at,
                                 const std::vector<std::string>& names,
                                 std::string_view why);
  std::vector<std::string> words_from(std::size_t at) const;
  std::optional<NameHit> best(std::size_t at,
                              const std::vector<std::string>& words,
                              const std::vector<KnownPerson>& known,
                              bool given_only);

  const Sentence& sentence_;
  const People& people_;
  std::map<std::string, std::vector<KnownPerson>> asked_{};
};

}  // namespace kith::capture

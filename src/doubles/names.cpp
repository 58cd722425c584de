// How alike two names are.
#include "doubles/names.hpp"

#include <algorithm>
#include <cmath>

#include <kith/domain/given_names.hpp>
#include <kith/text/fold.hpp>
#include <kith/text/width.hpp>

namespace kith::doubles {
namespace {

// Weights are logarithms of odds, set by the planted doubles of tests/bench/dedupe.py.
constexpr double kMost = 4.0;
constexpr double kLeast = -2.5;
constexpr double kAnotherOrder = -0.3;
constexpr double kShortForm = -0.8;
constexpr double kMiddleName = -0.5;
constexpr double kPartOfName = -1.0;
constexpr double kTypo = -1.2;
constexpr double kTwoRealNames = -4.0;  ///< Hansen and Jansen: a typo apart, and both are names
constexpr double kInitial = -1.5;
constexpr double kOneWord = -2.0;
constexpr double kOtherMiddle = -4.0;
constexpr double kOtherFamily = -2.0;
constexpr double kOtherGiven = -7.0;  ///< a household shares much else
constexpr double kNothing = -8.0;
constexpr double kOtherGeneration = -8.0;

using Words = std::vector<std::string>;

Words sorted(Words words) {
  std::ranges::sort(words);
  return words;
}

std::string letters(const Words& words) {
  std::string all;
  for (const std::string& word : words) {
    all += word;
  }
  return all;
}

bool has(const Words& words, const std::string& word) {
  return std::ranges::find(words, word) != words.end();
}

bool is_initial_of(const std::string& initial, const std::string& word) {
  return text::length(initial) == 1 && text::length(word) > 1 && word.starts_with(initial);
}

/// Tom and Thomas, Bob and Rob, Jon and John.
bool are_forms_of_one(const std::string& a, const std::string& b) {
  const Words forms_a = long_forms(a);
  const Words forms_b = long_forms(b);
  return has(forms_a, b) || has(forms_b, a) || has(other_spellings(a), b) ||
         std::ranges::any_of(forms_a, [&](const std::string& form) {
           return has(forms_b, form) || has(other_spellings(form), b);
         });
}

/// One letter off, or two in a long word.
bool is_typo_of(const std::string& a, const std::string& b) {
  constexpr std::size_t kShortest = 4;
  constexpr std::size_t kLong = 9;
  const std::size_t shorter = std::min(text::length(a), text::length(b));
  const int limit = shorter >= kLong ? 2 : 1;
  return shorter + 1 > kShortest && text::edit_distance(a, b, limit) <= limit;
}

/// A folded word as a name is written.
std::string capital(std::string word) {
  if (!word.empty() && word.front() >= 'a' && word.front() <= 'z') {
    word.front() = static_cast<char>(word.front() - 'a' + 'A');
  }
  return word;
}

std::string both(const std::string& one, const std::string& other) {
  return capital(one) + " and " + capital(other);
}

class Comparison {
 public:
  Comparison(const Name& a, const Name& b, const Frequencies& frequencies)
      : a_(a), b_(b), frequencies_(frequencies) {}

  Likeness run() const {
    Likeness likeness = words();
    if (!a_.generation.empty() && !b_.generation.empty() && a_.generation != b_.generation) {
      likeness.weight += kOtherGeneration;
      likeness.doubt = both(a_.generation, b_.generation);
    }
    return likeness;
  }

 private:
  /// What it says that two people have this name: much where hardly anybody is called so.
  double rarity(std::size_t given, std::size_t family) const {
    // How many others would bear both names by chance. The two themselves are not counted, and
    // there are more people in the world than here.
    constexpr double kElsewhere = 200;
    const auto others = [](std::size_t count) {
      return (count > 2 ? static_cast<double>(count - 2) : 0.0) + 0.5;
    };
    const double expected =
        others(given) * others(family) / (static_cast<double>(frequencies_.people()) + kElsewhere);
    return std::clamp(-std::log(expected), kLeast, kMost);
  }
  double rarity() const {
    return std::min(rarity(frequencies_.given(a_.given()), frequencies_.family(a_.family())),
                    rarity(frequencies_.given(b_.given()), frequencies_.family(b_.family())));
  }
  /// Of a family name and an initial.
  double initial_rarity() const {
    constexpr std::size_t kInitials = 15;  // in use
    return rarity(frequencies_.people() / kInitials, frequencies_.family(a_.family()));
  }

  /// A typo apart, but each borne by others too.
  bool are_two_names(const std::string& a, const std::string& b, bool given) const {
    constexpr std::size_t kSeveral = 3;
    const auto is_borne = [&](const std::string& word) {
      const std::size_t count = given ? frequencies_.given(word) : frequencies_.family(word);
      return count >= kSeveral || (given && is_common_name(word));
    };
    return is_borne(a) && is_borne(b);
  }

  Likeness words() const {
    if (a_.words == b_.words) {
      return a_.words.size() > 1 ? Likeness{0, rarity(), "the same name"}
                                 : Likeness{kOneWord, rarity(), "the same name"};
    }
    if (sorted(a_.words) == sorted(b_.words)) {
      return {kAnotherOrder, rarity(), "the same name in another order"};
    }
    if (letters(a_.words) == letters(b_.words)) {
      return {kAnotherOrder, rarity(), "the same name, written otherwise"};
    }
    if (a_.words.size() < 2 || b_.words.size() < 2) {
      const Name& shorter = a_.words.size() < b_.words.size() ? a_ : b_;
      const Name& longer = a_.words.size() < b_.words.size() ? b_ : a_;
      return has(longer.words, shorter.given())
                 ? Likeness{kOneWord, rarity(), "one name is part of the other"}
                 : Likeness{kNothing, 0, {}, "different names"};
    }
    if (a_.family() == b_.family()) {
      return same_family();
    }
    return a_.given() == b_.given() || are_forms_of_one(a_.given(), b_.given())
               ? same_given(a_.given() == b_.given() ? 0 : kShortForm)
               : Likeness{kNothing, 0, {}, "different names"};
  }

  Likeness same_family() const {
    const std::string& one = a_.given();
    const std::string& other = b_.given();
    if (one == other) {
      return middle_names();
    }
    if (are_forms_of_one(one, other)) {
      return {kShortForm, rarity(), both(one, other) + " may be one name"};
    }
    if (is_initial_of(one, other) || is_initial_of(other, one)) {
      return {kInitial, initial_rarity(), "the same family name and initial"};
    }
    if (is_typo_of(one, other)) {
      return are_two_names(one, other, true)
                 ? Likeness{kTwoRealNames, 0, {}, both(one, other)}
                 : Likeness{kTypo, rarity(), "a letter apart: " + both(one, other)};
    }
    if (has(a_.words, other) || has(b_.words, one)) {
      return {kPartOfName, rarity(), "one name is part of the other"};
    }
    return {kOtherGiven, 0, {}, "different given names"};
  }

  Likeness middle_names() const {
    const Words mine(a_.words.begin() + 1, a_.words.end() - 1);
    const Words theirs(b_.words.begin() + 1, b_.words.end() - 1);
    if (mine.empty() || theirs.empty()) {
      return {kMiddleName, rarity(), "the same name but for a middle name"};
    }
    const std::string& one = mine.front();
    const std::string& other = theirs.front();
    if (one == other || is_initial_of(one, other) || is_initial_of(other, one)) {
      return {0, rarity(), "the same name"};
    }
    return {kOtherMiddle, rarity(), {}, "different middle names"};
  }

  Likeness same_given(double form) const {
    const std::string& one = a_.family();
    const std::string& other = b_.family();
    if (has(a_.words, other) || has(b_.words, one)) {
      return {kPartOfName + form, rarity(), "one name is part of the other"};
    }
    if (is_initial_of(one, other) || is_initial_of(other, one)) {
      return {kInitial + form, 0, "the same given name and initial"};
    }
    if (is_typo_of(one, other)) {
      return are_two_names(one, other, false)
                 ? Likeness{kTwoRealNames + form, 0, {}, both(one, other)}
                 : Likeness{kTypo + form, rarity(), "a letter apart: " + both(one, other)};
    }
    return {kOtherFamily + form, 0, {}, "different family names"};
  }

  const Name& a_;
  const Name& b_;
  const Frequencies& frequencies_;
};

/// "Bob" as a nickname, with the family name.
std::vector<Name> all_names(const Profile& profile) {
  std::vector<Name> names = profile.names;
  for (const std::string& nickname : profile.short_names) {
    if (profile.names.front().words.size() > 1) {
      names.push_back({.words = {nickname, profile.names.front().family()}});
    }
  }
  return names;
}

}  // namespace

Likeness compare_names(const Profile& a, const Profile& b, const Frequencies& frequencies) {
  Likeness best{.weight = 2 * kNothing};
  for (const Name& mine : all_names(a)) {
    for (const Name& theirs : all_names(b)) {
      Likeness one = Comparison(mine, theirs, frequencies).run();
      if (one.weight + one.rarity > best.weight + best.rarity) {
        best = std::move(one);
      }
    }
  }
  return best;
}

}  // namespace kith::doubles

// Compares words with names, and asks the look-up no more often than it must.
#include "capture/name_match.hpp"

#include <algorithm>
#include <array>

#include "capture/names.hpp"
#include <kith/domain/given_names.hpp>
#include <kith/text/fold.hpp>
#include <kith/text/width.hpp>

namespace kith::capture {

namespace {

constexpr std::size_t kLongestNameInWords = 8;

bool is_initial_of(const std::string& word, const std::string& name_word) {
  return text::length(word) == 1 && name_word.starts_with(word);
}

// Nguyễn Văn Minh is called Minh.
bool family_name_first(const std::vector<std::string>& name) {
  constexpr std::string_view kFamilies[] = {"nguyen",
                                            "tran",
                                            "le",
                                            "pham",
                                            "huynh",
                                            "hoang",
                                            "phan",
                                            "vu",
                                            "vo",
                                            "dang",
                                            "bui",
                                            "do",
                                            "ho",
                                            "ngo",
                                            "duong",
                                            "ly",
                                            "dinh"};
  return name.size() >= 3 &&
         std::ranges::find(kFamilies, name.front()) != std::ranges::end(kFamilies);
}

// The words of `written` matched along `name` from its word `start` on; words in the middle of the
// name may be left out, particles above all (Jean-Baptiste Clercq for Jean-Baptiste de Clercq).
std::optional<Alignment> align_from(const std::vector<std::string>& written,
                                    const std::vector<std::string>& name,
                                    std::size_t start) {
  if (written.empty() || start >= name.size() || written[0] != name[start]) {
    return std::nullopt;
  }
  std::size_t consumed = 1;
  std::size_t matched = 1;
  bool reached_end = start + 1 == name.size();
  bool initial = false;
  for (std::size_t at = start + 1; at < name.size() && consumed < written.size(); ++at) {
    const bool initial_here = is_initial_of(written[consumed], name[at]);
    if (written[consumed] == name[at] || initial_here) {
      initial = initial || initial_here;
      ++consumed;
      ++matched;
      reached_end = at + 1 == name.size();
    }
  }
  Alignment found{.consumed = consumed};
  if (start > 0) {
    found.match = reached_end && family_name_first(name) ? NameMatch::given : NameMatch::surname;
    if (!reached_end) {
      return std::nullopt;  // a middle name alone names nobody
    }
  } else {
    found.match = matched == name.size() && !initial ? NameMatch::full : NameMatch::given;
  }
  return found;
}

void join(std::vector<PersonRef>& people, const std::vector<PersonRef>& more) {
  for (const PersonRef& person : more) {
    if (std::ranges::find(people, person) == people.end()) {
      people.push_back(person);
    }
  }
}

bool better(const Alignment& a, const Alignment& b) {
  return std::pair{a.consumed, a.match} > std::pair{b.consumed, b.match};
}

}  // namespace

std::optional<Alignment> align(const std::vector<std::string>& written,
                               const std::string& name,
                               bool nickname) {
  std::optional<Alignment> found;
  const std::string folded = text::fold(name);
  const std::string spelled_out = text::fold_spelled_out(name);
  for (const std::string* form : {&folded, &spelled_out}) {
    if (form == &spelled_out && spelled_out == folded) {
      continue;
    }
    const std::vector<std::string> words = text::words(*form);
    for (std::size_t start = 0; start < words.size(); ++start) {
      auto here = align_from(written, words, start);
      if (!here || (nickname && here->match != NameMatch::full)) {
        continue;
      }
      if (nickname || (words.size() == 1 && here->match == NameMatch::full)) {
        // A nickname names somebody as well as a given name does, and no better.
        here->match = nickname ? NameMatch::given : NameMatch::full;
      }
      if (!found || better(*here, *found)) {
        found = here;
      }
    }
  }
  return found;
}

const std::vector<KnownPerson>& NameMatcher::with_word(const std::string& word) {
  const auto [place, is_new] = asked_.try_emplace(word);
  if (is_new) {
    place->second = people_.with_words({word});
  }
  return place->second;
}

std::vector<std::string> NameMatcher::words_from(std::size_t at) const {
  std::vector<std::string> words;
  while (words.size() < kLongestNameInWords) {
    const Token& token = sentence_.token(at);
    if (!token.is_word() || token.part != Part::open) {
      break;
    }
    words.push_back(token.folded);
    if (!token.tail.empty()) {
      break;  // Ana's: the name ends here
    }
    ++at;
    // The full stop of an initial: "Daniel K. Reyes".
    if (text::length(words.back()) == 1 && sentence_.token(at).is_sign('.')) {
      break;
    }
  }
  return words;
}

std::optional<NameHit> NameMatcher::best(std::size_t at,
                                         const std::vector<std::string>& words,
                                         const std::vector<KnownPerson>& known,
                                         bool given_only) {
  std::optional<Alignment> top;
  std::vector<PersonRef> people;
  for (const KnownPerson& person : known) {
    std::optional<Alignment> own = align(words, person.ref.name, false);
    for (const std::string& nickname : person.nicknames) {
      const auto other = align(words, nickname, true);
      if (other && (!own || better(*other, *own))) {
        own = other;
      }
    }
    if (!own || (given_only && own->match < NameMatch::given)) {
      continue;
    }
    if (!top || better(*own, *top)) {
      top = own;
      people.clear();
    }
    if (own->consumed == top->consumed && own->match == top->match) {
      people.push_back(person.ref);
    }
  }
  if (!top) {
    return std::nullopt;
  }
  NameHit hit{.range = {at, at + top->consumed}, .match = top->match};
  hit.candidates = std::move(people);
  hit.possessive = sentence_.is_possessive(hit.range.last - 1);
  return hit;
}

std::optional<NameHit> NameMatcher::exact(std::size_t at) {
  const std::vector<std::string> words = words_from(at);
  if (words.empty()) {
    return std::nullopt;
  }
  const std::vector<KnownPerson>* known = &with_word(words.front());
  std::vector<KnownPerson> both;
  // Of a frequent given name the look-up gives only the first few: ask with the surname too.
  if (known->size() >= People::kMost && words.size() > 1) {
    both = people_.with_words({words[0], words[1]});
    known = both.empty() ? known : &both;
  }
  auto hit = best(at, words, *known, false);
  if (hit) {
    hit->why = hit->match == NameMatch::full      ? "full name"
               : hit->match == NameMatch::surname ? "surname"
                                                  : "given name or nickname";
  }
  return hit;
}

std::optional<NameHit> NameMatcher::short_form(std::size_t at) {
  return instead(at, long_forms(sentence_.token(at).folded), "short for ");
}

std::optional<NameHit> NameMatcher::other_spelling(std::size_t at) {
  return instead(at, other_spellings(sentence_.token(at).folded), "another spelling of ");
}

// Whom the words name if the first of them stands for one of `names`.
std::optional<NameHit> NameMatcher::instead(std::size_t at,
                                            const std::vector<std::string>& names,
                                            std::string_view why) {
  std::vector<std::string> words = words_from(at);
  if (words.empty()) {
    return std::nullopt;
  }
  std::optional<NameHit> found;
  for (const std::string& name : names) {
    words.front() = name;
    auto hit = best(at, words, with_word(name), true);
    if (!hit || (found && hit->range.size() < found->range.size())) {
      continue;
    }
    hit->match = NameMatch::short_form;
    hit->why = std::string{why} + name;
    if (found && hit->range.size() == found->range.size()) {
      join(found->candidates, hit->candidates);
    } else {
      found = std::move(hit);
    }
  }
  return found;
}

std::optional<NameHit> NameMatcher::typo(std::size_t at) {
  std::vector<std::string> words = words_from(at);
  if (words.empty()) {
    return std::nullopt;
  }
  const std::string written = words.front();
  std::optional<NameHit> found;
  for (const std::string& near : people_.words_near(written)) {
    if (!plausible_typo(written, near)) {
      continue;
    }
    words.front() = near;
    auto hit = best(at, words, with_word(near), false);
    if (!hit) {
      continue;
    }
    hit->match = NameMatch::typo;
    hit->misspelt = true;
    hit->why = "a slip for " + near;
    if (!found || hit->range.size() > found->range.size()) {
      found = std::move(hit);
    } else if (hit->range.size() == found->range.size()) {
      join(found->candidates, hit->candidates);
    }
  }
  return found;
}

std::optional<NameHit> NameMatcher::by_address(std::size_t at) const {
  const std::string& address = sentence_.token(at).folded;
  if (address.starts_with("http")) {
    return std::nullopt;
  }
  NameHit hit{.range = {at, at + 1}, .match = NameMatch::address, .why = "address"};
  for (const KnownPerson& person : people_.with_address(address)) {
    hit.candidates.push_back(person.ref);
  }
  if (hit.candidates.empty()) {
    hit.match = NameMatch::unknown;
  }
  return hit;
}

std::optional<NameHit> NameMatcher::by_handle(std::size_t at) const {
  NameHit hit{.range = {at, at + 2}, .match = NameMatch::address, .why = "handle"};
  for (const KnownPerson& person : people_.with_address("@" + sentence_.token(at + 1).folded)) {
    hit.candidates.push_back(person.ref);
  }
  return hit.candidates.empty() ? std::nullopt : std::optional{hit};
}

bool NameMatcher::is_given_name(const std::string& word) {
  return std::ranges::any_of(with_word(word), [&](const KnownPerson& person) {
    const std::vector<std::string> words = text::words(text::fold(person.ref.name));
    return !words.empty() && words.front() == word;
  });
}

bool plausible_typo(std::string_view written, std::string_view known) {
  const std::size_t length = text::length(written);
  if (length < 4 || written == known) {
    return false;
  }
  // Mark is no slip for Marek, nor Marta for Maria: who writes a name means it.
  if (is_common_name(written)) {
    return false;
  }
  const int limit = length >= 8 ? 2 : 1;
  const auto edits = text::edit_distance(written, known, limit);
  if (edits > limit) {
    return false;
  }
  const auto sounds_alike = [](char a, char b) {
    constexpr std::string_view kPairs = "ckccffphjyiyszvwcs";
    for (std::size_t i = 0; i + 1 < kPairs.size(); i += 2) {
      if ((kPairs[i] == a && kPairs[i + 1] == b) || (kPairs[i] == b && kPairs[i + 1] == a)) {
        return true;
      }
    }
    return false;
  };
  if (written.front() != known.front() && !sounds_alike(written.front(), known.front())) {
    return false;
  }
  constexpr std::string_view kVowels = "aeiouy";
  const auto is_vowel = [&](char c) { return kVowels.find(c) != std::string_view::npos; };
  // Carlo and Carla, Daniel and Daniela, Simon and Simone are different people.
  if (written.substr(0, written.size() - 1) == known.substr(0, known.size() - 1) ||
      (written.starts_with(known) && is_vowel(written.back())) ||
      (known.starts_with(written) && is_vowel(known.back()))) {
    return false;
  }
  if (edits == 1 && written.size() == known.size() + 1 && length < 8) {
    // A letter too many is a doubled one, or an h that is not heard; Marek is not Mark.
    const auto [a, b] = std::ranges::mismatch(written, known);
    const bool doubled = a != written.begin() && a != written.end() && *a == *(a - 1);
    return doubled || (a != written.end() && *a == 'h');
  }
  if (edits == 1 && written.size() == known.size()) {
    // One letter for another: Marta and Maria are two names. Vowels, letters that sound alike and
    // neighbours on the keyboard are slips.
    const auto [a, b] = std::ranges::mismatch(written, known);
    if (a == written.end() || (a + 1 != written.end() && *a == *(b + 1) && *b == *(a + 1))) {
      return true;  // two letters swapped
    }
    constexpr std::array<std::string_view, 3> kRows{"qwertyuiop", "asdfghjkl", "zxcvbnm"};
    for (const std::string_view row : kRows) {
      const auto at = row.find(*a);
      if (at != std::string_view::npos &&
          ((at > 0 && row[at - 1] == *b) || (at + 1 < row.size() && row[at + 1] == *b))) {
        return length >= 5;
      }
    }
    return length >= 5 && ((is_vowel(*a) && is_vowel(*b)) || sounds_alike(*a, *b));
  }
  return true;
}

}  // namespace kith::capture

// Reads kind, place and tags.
#include "capture/parts.hpp"

#include <algorithm>

#include "capture/clauses.hpp"
#include "capture/new_names.hpp"

namespace kith::capture {

namespace {

constexpr std::size_t kLongestPlace = 6;

const Clause* clause_of(const Sentence& sentence, std::size_t at) {
  const auto found = std::ranges::find_if(
      sentence.clauses, [&](const Clause& clause) { return clause.range.contains(at); });
  return found == sentence.clauses.end() ? nullptr : &*found;
}

class PlaceFinder {
 public:
  explicit PlaceFinder(Sentence& sentence) : sentence_(sentence) {}

  std::optional<Read<std::string>> run() {
    std::optional<TokenRange> inside;
    for (std::size_t at = 0; at < sentence_.size(); ++at) {
      const Token& token = sentence_.token(at);
      if (token.part != Part::open) {
        continue;
      }
      if (token.is("at") || token.kind == TokenKind::at) {
        if (const auto range = after_at(at + 1, token.kind == TokenKind::at)) {
          return take({at, range->last}, *range);
        }
      } else if (token.is("in") && token.is_word() && !inside) {
        inside = after_in(at + 1);
      }
    }
    if (inside) {
      return take({inside->first - 1, inside->last}, *inside);
    }
    return std::nullopt;
  }

 private:
  bool stops(std::size_t at) const {
    const Token& token = sentence_.token(at);
    const bool taken = token.part == Part::date || token.part == Part::time ||
                       token.part == Part::duration || token.part == Part::tag;
    return !(token.is_word() || token.kind == TokenKind::number) || taken;
  }

  // Capitalised words, with small ones like "de" and "&" between them.
  std::size_t end_of_capitals(std::size_t at) const {
    std::size_t last = at;
    for (std::size_t next = at; next < at + kLongestPlace;) {
      const Token& token = sentence_.token(next);
      if (!stops(next) && (token.capital || token.kind == TokenKind::number)) {
        if (next > at && token.kind == TokenKind::number && !token.space_before) {
          break;
        }
        last = ++next;
        if (!token.tail.empty() && !sentence_.token(next).capital) {
          break;
        }
        continue;
      }
      const bool joins = is(token, WordClass::particle) || token.is_sign('&') || token.is("of") ||
                         token.is("the") || token.is("on");
      const bool goes_on = sentence_.token(next + 1).capital && !stops(next + 1) && next > at;
      if (!goes_on || !(joins || is_foreign_joiner(next))) {
        break;
      }
      ++next;
    }
    return last;
  }

  // "Caru cu Bere", "Bar zum Löwen": a short word that English does not know.
  bool is_foreign_joiner(std::size_t at) const {
    const Token& token = sentence_.token(at);
    return token.is_word() && token.part == Part::open && token.folded.size() <= 3 &&
           !is(token, WordClass::function) && !is(token, WordClass::with) &&
           !is(token, WordClass::verb) && !is(token, WordClass::encounter) &&
           !is(token, WordClass::reached) && !is(token, WordClass::possessive) &&
           (sentence_.name_at(at + 1) == nullptr || sentence_.name_at(at + 1)->candidates.empty());
  }

  std::optional<TokenRange> after_at(std::size_t at, bool sign) const {
    std::size_t first = at;
    while (is(sentence_.token(first), WordClass::article) && !sentence_.token(first).capital) {
      ++first;
    }
    const Token& token = sentence_.token(first);
    if (stops(first) || is(token, WordClass::no_place)) {
      return std::nullopt;
    }
    const NameHit* name = sentence_.name_at(first);
    if (name != nullptr && name->possessive &&
        (!kind_of_word(sentence_.token(name->range.last).folded).empty() ||
         is(sentence_.token(name->range.last), WordClass::stage))) {
      return std::nullopt;  // at Bo's wedding
    }
    if (token.capital || token.kind == TokenKind::number) {
      if (token.kind == TokenKind::number && !sentence_.token(first + 1).capital) {
        return std::nullopt;
      }
      std::size_t last = end_of_capitals(first);
      if (last > first && name != nullptr && name->possessive && name->range.last == last &&
          is(sentence_.token(last), WordClass::home)) {
        ++last;  // at Sam's place
      }
      const bool whole_name = name != nullptr && name->range.last == last && !name->possessive &&
                              !name->candidates.empty();
      return whole_name || last == first ? std::nullopt : std::optional{TokenRange{first, last}};
    }
    // In small letters: up to the next word that cannot belong to it.
    std::size_t last = first;
    if (is(token, WordClass::possessive)) {
      ++last;  // at her place
    }
    while (last < first + 4 && !stops(last) && sentence_.token(last).part == Part::open &&
           !is(sentence_.token(last), WordClass::function) &&
           !is(sentence_.token(last), WordClass::with) &&
           !is(sentence_.token(last), WordClass::verb) &&
           (last == first || !is(sentence_.token(last), WordClass::not_a_name))) {
      ++last;
      if (!sentence_.token(last - 1).tail.empty() && !sign) {
        const Token& next = sentence_.token(last);
        if (!next.is_word() || is(next, WordClass::function)) {
          break;
        }
      }
    }
    if (name != nullptr && name->possessive && name->range.first == first) {
      last = std::max(last, name->range.last);
    }
    const bool one_kind = last > first && !kind_of_word(sentence_.token(last - 1).folded).empty();
    return last == first || one_kind ? std::nullopt : std::optional{TokenRange{at, last}};
  }

  // "in lisbon", "in new york", "in richmond park".
  std::optional<TokenRange> small_place(std::size_t at) const {
    for (const std::string_view place : places_of_two_words()) {
      if (const auto last = sentence_.phrase_at(at, place)) {
        return TokenRange{at, *last};
      }
    }
    const Token& next = sentence_.token(at + 1);
    if (stops(at) || sentence_.token(at).part != Part::open) {
      return std::nullopt;
    }
    const bool named = may_be_small_name(sentence_, at) || is_city_or_country(token_at(at));
    if (named && is(next, WordClass::place_word) && !stops(at + 1)) {
      return TokenRange{at, at + 2};
    }
    if (is_city_or_country(token_at(at))) {
      return TokenRange{at, at + 1};
    }
    return std::nullopt;
  }

  const std::string& token_at(std::size_t at) const { return sentence_.token(at).folded; }

  std::optional<TokenRange> after_in(std::size_t at) const {
    std::size_t first = at;
    while (is(sentence_.token(first), WordClass::article) && !sentence_.token(first).capital) {
      ++first;
    }
    const Token& token = sentence_.token(first);
    const bool shouted = token.shouted && !is(token, WordClass::function) &&
                         !is(token, WordClass::possessive) && !is(token, WordClass::relation);
    if (const auto small = small_place(at); small && !token.capital && !shouted) {
      return small;
    }
    if (stops(first) || !(token.capital || shouted) || is(token, WordClass::calendar) ||
        is(token, WordClass::no_place)) {
      return std::nullopt;
    }
    const NameHit* name = sentence_.name_at(first);
    if (name != nullptr && !name->candidates.empty() && name->match != NameMatch::surname) {
      return std::nullopt;
    }
    const std::size_t last = shouted ? first + 1 : end_of_capitals(first);
    return last == first ? std::nullopt : std::optional{TokenRange{first, last}};
  }

  // "at Rosa's with Bo" says where. Alone, "at Rosa's" says who was there as well.
  Read<std::string> take(TokenRange claimed, TokenRange place) {
    const bool others = std::ranges::any_of(sentence_.names, [&](const NameHit& hit) {
      return !place.contains(hit.range.first) && !hit.possessive;
    });
    std::erase_if(sentence_.names, [&](const NameHit& hit) {
      return place.contains(hit.range.first) &&
             (others || !hit.possessive || hit.range.first != place.first ||
              hit.candidates.empty());
    });
    sentence_.claim(claimed, Part::place);
    return {sentence_.written(place), sentence_.span(place)};
  }

  Sentence& sentence_;
};

struct FoundKind {
  const KindWord* word = nullptr;
  TokenRange range{};
};

// "gave Bo a ride": no gift, whatever it was.
bool is_light_verb(const Sentence& sentence, std::size_t at) {
  const Token& verb = sentence.token(at);
  if (!verb.is("gave") && !verb.is("give") && !verb.is("giving")) {
    return false;
  }
  constexpr std::size_t kReach = 8;
  for (std::size_t next = at + 1; next < at + kReach; ++next) {
    const Token& token = sentence.token(next);
    if (token.kind == TokenKind::sign && !token.is_sign('&')) {
      return false;
    }
    if (is(token, WordClass::not_a_gift) && is(sentence.before(next), WordClass::determiner)) {
      return true;
    }
  }
  return false;
}

// "a guy called Tiago", "a place called Nopi".
bool is_naming(const Sentence& sentence, std::size_t at) {
  if (!sentence.word(at, "called") || at < 2 || !sentence.token(at + 1).capital) {
    return false;
  }
  const Token& further = sentence.token(at - 2);
  return further.is("a") || further.is("an") || further.is("some") || further.is("new") ||
         sentence.word(at - 1, "someone") || sentence.word(at - 1, "somebody");
}

bool is_meal(const FoundKind& found) {
  constexpr std::string_view kMeals[] = {"coffee", "breakfast", "lunch", "dinner", "drinks"};
  return std::ranges::find(kMeals, found.word->kind) != std::ranges::end(kMeals);
}

// The first strong word, else the first weak one, among clauses of these roles.
FoundKind first_kind(const Sentence& sentence, ClauseRole role) {
  FoundKind weak;
  for (const Clause& clause : sentence.clauses) {
    if (clause.role != role) {
      continue;
    }
    for (std::size_t at = clause.range.first; at < clause.range.last; ++at) {
      const Part part = sentence.token(at).part;
      if (part == Part::person || part == Part::place || part == Part::tag ||
          (is_told(sentence, at) && !is_over_a_meal(sentence, at)) || is_light_verb(sentence, at) ||
          is_naming(sentence, at)) {
        continue;
      }
      FoundKind longest;
      for (const KindWord& word : kind_words(sentence.token(at).folded)) {
        const auto last = sentence.phrase_at(at, word.phrase);
        if (last && (longest.word == nullptr || *last > longest.range.last)) {
          longest = {&word, {at, *last}};
        }
      }
      if (longest.word == nullptr) {
        if (const auto right = mended(sentence.token(at).folded)) {
          for (const KindWord& word : kind_words(*right)) {
            if (word.phrase == *right) {
              longest = {&word, {at, at + 1}};
            }
          }
        }
      }
      if (longest.word != nullptr && !longest.word->weak && !is_told(sentence, at)) {
        return longest;
      }
      // "wrote a card" is a card.
      if (longest.word != nullptr && (weak.word == nullptr || weak.word->phrase == "wrote")) {
        weak = longest;
      }
    }
  }
  return weak;
}

}  // namespace

std::vector<Read<std::string>> find_tags(Sentence& sentence) {
  std::vector<Read<std::string>> tags;
  for (Token& token : sentence.tokens) {
    if (token.kind == TokenKind::tag) {
      token.part = Part::tag;
      const std::string tag =
          sentence.text.substr(token.span.begin + 1, token.span.end - token.span.begin - 1);
      tags.push_back({tag, token.span});
    }
  }
  return tags;
}

std::optional<Read<std::string>> find_place(Sentence& sentence) {
  return PlaceFinder{sentence}.run();
}

bool is_place_of_event(const Sentence& sentence, TextSpan place) {
  for (std::size_t at = 0; at < sentence.size(); ++at) {
    if (sentence.token(at).span.begin < place.begin) {
      continue;
    }
    const Clause* clause = clause_of(sentence, at);
    return clause == nullptr ||
           ((clause->role == ClauseRole::event || clause->role == ClauseRole::narration) &&
            !is_told(sentence, at));
  }
  return true;
}

bool is_told(const Sentence& sentence, std::size_t at) {
  const Clause* clause = clause_of(sentence, at);
  if (clause == nullptr) {
    return false;
  }
  for (std::size_t i = clause->range.first; i < at; ++i) {
    const Token& token = sentence.token(i);
    if (token.part == Part::open &&
        (token.is("about") || token.is("re") || token.is("regarding") || token.is("concerning") ||
         (is(token, WordClass::subordinate) && !is_greeting(sentence, i)))) {
      return true;
    }
  }
  return false;
}

Read<std::string> find_kind(const Sentence& sentence) {
  const FoundKind said = first_kind(sentence, ClauseRole::event);
  const FoundKind later = said.word != nullptr && !said.word->weak
                              ? FoundKind{}
                              : first_kind(sentence, ClauseRole::narration);
  // "had tacos, lunch on her": a meal by its name is surer than by what was eaten.
  const bool better =
      later.word != nullptr && (said.word == nullptr || (!later.word->weak && is_meal(later)));
  const FoundKind& found = better ? later : said;
  return found.word == nullptr
             ? Read<std::string>{"other", {}}
             : Read<std::string>{std::string{found.word->kind}, sentence.span(found.range)};
}

bool is_unanswered(const Sentence& sentence) {
  for (const Clause& clause : sentence.clauses) {
    if (clause.role == ClauseRole::remark || clause.role == ClauseRole::follow_up) {
      continue;
    }
    for (std::size_t at = clause.range.first; at < clause.range.last; ++at) {
      for (const std::string_view phrase : unanswered_phrases()) {
        if (sentence.phrase_at(at, phrase)) {
          return true;
        }
      }
    }
  }
  return false;
}

}  // namespace kith::capture

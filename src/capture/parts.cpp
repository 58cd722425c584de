// Reads kind, place and tags.
#include "capture/parts.hpp"

#include <algorithm>

#include "capture/clauses.hpp"

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
           !is(sentence_.token(last), WordClass::verb)) {
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

  std::optional<TokenRange> after_in(std::size_t at) const {
    std::size_t first = at;
    while (is(sentence_.token(first), WordClass::article) && !sentence_.token(first).capital) {
      ++first;
    }
    const Token& token = sentence_.token(first);
    const bool shouted = token.shouted && !is(token, WordClass::function) &&
                         !is(token, WordClass::possessive) && !is(token, WordClass::relation);
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

  Read<std::string> take(TokenRange claimed, TokenRange place) {
    std::erase_if(sentence_.names, [&](const NameHit& hit) {
      return place.contains(hit.range.first) &&
             !(hit.possessive && hit.range.first == place.first && !hit.candidates.empty());
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
          (is_told(sentence, at) && !is_over_a_meal(sentence, at)) || is_light_verb(sentence, at)) {
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
      if (longest.word != nullptr && weak.word == nullptr) {
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
    if (token.part == Part::open && (token.is("about") || token.is("re") || token.is("regarding") ||
                                     token.is("concerning") || is(token, WordClass::subordinate))) {
      return true;
    }
  }
  return false;
}

Read<std::string> find_kind(const Sentence& sentence) {
  for (const ClauseRole role : {ClauseRole::event, ClauseRole::narration}) {
    const FoundKind found = first_kind(sentence, role);
    if (found.word != nullptr) {
      return {std::string{found.word->kind}, sentence.span(found.range)};
    }
  }
  return {"other", {}};
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

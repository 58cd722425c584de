// Pronouns and turns of phrase that say that somebody was there.
#include <algorithm>

#include "capture/clauses.hpp"

namespace kith::capture {

namespace {

// A word that does not make the "her" before it a possessive.
bool ends_object(const Token& token) {
  return is(token, WordClass::function) || is(token, WordClass::with) ||
         is(token, WordClass::calendar) || token.part == Part::date || token.part == Part::time ||
         token.part == Part::place || token.part == Part::duration;
}

bool is_one_of(const Token& token, std::initializer_list<std::string_view> words) {
  return token.is_word() && std::ranges::find(words, token.folded) != words.end();
}

}  // namespace

bool is_greeting(const Sentence& sentence, std::size_t at) {
  return is_one_of(sentence.token(at), {"said", "say", "saying", "waved"}) &&
         is_one_of(sentence.token(at + 1),
                   {"goodbye", "bye", "hi", "hello", "hey", "farewell", "thanks", "congrats"}) &&
         sentence.word(at + 2, "to");
}

bool is_left_message(const Sentence& sentence, std::size_t at) {
  constexpr std::size_t kLongestName = 4;
  if (!is_one_of(sentence.before(at), {"left", "leaving"})) {
    return false;
  }
  for (std::size_t next = at + 1; next <= at + kLongestName; ++next) {
    if (is_one_of(sentence.token(next), {"a", "another"})) {
      return is_one_of(sentence.token(next + 1),
                       {"voicemail", "message", "note", "vm", "msg", "voice"});
    }
  }
  return false;
}

bool is_not_met(const Sentence& sentence, std::size_t at) {
  if (at == 0) {
    return false;
  }
  const Token& verb = sentence.token(at - 1);
  if (is_one_of(verb, {"missed", "missing", "no", "not"})) {
    return true;
  }
  if (!is(verb, WordClass::encounter)) {
    return false;
  }
  const Token& before = sentence.before(at - 1);
  if (before.is("before") && verb.folded.ends_with("ing")) {
    return true;  // "before meeting Bo tomorrow"
  }
  if (is_one_of(before,
                {"didnt", "not", "never", "couldnt", "without", "cant", "wont", "havent"})) {
    return true;
  }
  return before.is("to") && at >= 3 &&
         is_one_of(sentence.token(at - 3),
                   {"hope",
                    "hoping",
                    "want",
                    "wanted",
                    "need",
                    "plan",
                    "planning",
                    "forward",
                    "love",
                    "like",
                    "meaning",
                    "ought",
                    "trying",
                    "wants",
                    "hopes",
                    "plans",
                    "keen",
                    "failed"});
}

bool stayed_away(const Sentence& sentence, const NameHit& hit) {
  const std::size_t at = hit.range.last;
  if (hit.possessive) {
    return false;
  }
  if (is_one_of(sentence.token(at), {"cancelled", "canceled", "bailed", "flaked", "ghosted"})) {
    return true;
  }
  if (is_one_of(sentence.token(at), {"didnt", "couldnt", "cant", "never", "wasnt"}) &&
      is_one_of(sentence.token(at + 1),
                {"show",
                 "showed",
                 "come",
                 "came",
                 "make",
                 "turn",
                 "turned",
                 "join",
                 "joined",
                 "attend",
                 "appear",
                 "appeared",
                 "there",
                 "around"})) {
    return true;
  }
  if (sentence.word(at, "had") && sentence.word(at + 1, "to") &&
      is_one_of(sentence.token(at + 2), {"cancel", "bail", "work", "miss"})) {
    return true;
  }
  return sentence.phrase_at(at, "stood me up") || sentence.phrase_at(at, "stood us up") ||
         sentence.phrase_at(at, "was a no show") || sentence.phrase_at(at, "no show");
}

bool tells_of_occasion(const Sentence& sentence, TokenRange range) {
  const NameHit* name = sentence.name_at(range.first);
  while (name != nullptr && !name->possessive && sentence.word(name->range.last, "and")) {
    name = sentence.name_at(name->range.last + 1);  // "Ana and Bo's wedding is in June"
  }
  if (name == nullptr || !name->possessive) {
    return false;
  }
  constexpr std::size_t kLongest = 3;  // "Bo's housewarming party is"
  for (std::size_t at = name->range.last + 1; at <= name->range.last + kLongest; ++at) {
    if (is_one_of(sentence.token(at), {"is", "isnt", "will"}) || sentence.before(at).tail == "s") {
      return true;
    }
  }
  return false;
}

bool is_told_by_phone(const Sentence& sentence, std::size_t told) {
  constexpr std::size_t kReach = 12;
  if (!sentence.word(told, "told") || !is_one_of(sentence.token(told + 1), {"me", "us"})) {
    return false;
  }
  for (std::size_t at = told + 2; at < told + kReach && !sentence.token(at).is_sign('.'); ++at) {
    if (is_over_a_meal(sentence, at)) {
      return true;
    }
  }
  return false;
}

bool is_contact_pronoun(const Sentence& sentence, std::size_t at, bool with) {
  const Token& token = sentence.token(at);
  const Token& after = sentence.token(at + 1);
  const Token& before = sentence.before(at);
  if (token.is("he") || token.is("she")) {
    const bool made_contact = is(after, WordClass::reached) && is(after, WordClass::encounter) &&
                              !kind_of_word(after.folded).empty();
    return made_contact || (after.is("told") && is_told_by_phone(sentence, at + 1));
  }
  if (token.is("told") && (at == 0 || before.kind == TokenKind::sign)) {
    return is_told_by_phone(sentence, at);  // "Emma is pregnant! Told me on facetime"
  }
  const bool object =
      token.is("him") || (token.is("her") && (!after.is_word() || ends_object(after)));
  if (!object) {
    return false;
  }
  const bool met = with || (before.is("left") && is(after, WordClass::article)) ||
                   is(before, WordClass::with) ||
                   (is(before, WordClass::encounter) && !before.is("told") && !before.is("asked"));
  return met;
}

bool was_introduced_to_me(const Sentence& sentence, std::size_t at) {
  while (at > 0 &&
         (sentence.is(at - 1, WordClass::relation) || sentence.is(at - 1, WordClass::possessive) ||
          sentence.is(at - 1, WordClass::article) || sentence.is(at - 1, WordClass::title) ||
          sentence.word(at - 1, "new") || sentence.word(at - 1, "old"))) {
    --at;
  }
  return at >= 3 && sentence.word(at - 1, "to") && sentence.is(at - 2, WordClass::first_person) &&
         (sentence.word(at - 3, "introduced") || sentence.word(at - 3, "intro") ||
          sentence.word(at - 3, "introducing") || sentence.word(at - 3, "introduces"));
}

}  // namespace kith::capture

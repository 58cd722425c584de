// Pronouns and turns of phrase that say that somebody was there.
#include "capture/clauses.hpp"

namespace kith::capture {

namespace {

// A word that does not make the "her" before it a possessive.
bool ends_object(const Token& token) {
  return is(token, WordClass::function) || is(token, WordClass::with) ||
         is(token, WordClass::calendar) || token.part == Part::date || token.part == Part::time ||
         token.part == Part::place || token.part == Part::duration;
}

}  // namespace

bool is_contact_pronoun(const Sentence& sentence, std::size_t at, bool with) {
  const Token& token = sentence.token(at);
  const Token& after = sentence.token(at + 1);
  const Token& before = sentence.before(at);
  if (token.is("he") || token.is("she")) {
    const bool made_contact = is(after, WordClass::reached) && is(after, WordClass::encounter) &&
                              !kind_of_word(after.folded).empty();
    return made_contact;
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
         (sentence.word(at - 3, "introduced") || sentence.word(at - 3, "introducing") ||
          sentence.word(at - 3, "introduces"));
}

}  // namespace kith::capture

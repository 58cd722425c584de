// Looks at the words around a place where a name may stand.
#include "capture/name_slot.hpp"

namespace kith::capture {

bool clause_begins(const Sentence& sentence, std::size_t at) {
  const Token& token = sentence.token(at);
  if (at == 0 || token.line_before) {
    return true;
  }
  const Token& before = sentence.before(at);
  const bool ends = before.kind == TokenKind::sign && before.folded != "," &&
                    before.folded != "/" && before.folded != "&" && before.folded != "+" &&
                    before.folded != "\"" && before.folded != "'";
  return ends && !(before.is_sign('.') && sentence.is(at - 2, WordClass::title));
}

bool list_goes_on(const Sentence& sentence, std::size_t at) {
  const Token& before = sentence.before(at);
  const bool joins = before.is_sign(',') || before.is_sign('/') || before.is_sign('&') ||
                     before.is_sign('+') || before.is("and") || before.is("plus") || before.is("n");
  if (!joins || at < 2) {
    return false;
  }
  std::size_t previous = at - 2;
  if (before.is("and") && sentence.token(previous).is_sign(',') && previous > 0) {
    --previous;
  }
  const Token& token = sentence.token(previous);
  return token.part == Part::person || (token.is("me") && !before.is_sign(','));
}

namespace {

// "coffee: ana", "pints mon: jack": names follow the colon after what is a headline.
bool is_headline(const Sentence& sentence, std::size_t colon) {
  bool kind = false;
  for (std::size_t at = colon; at-- > 0;) {
    const Token& token = sentence.token(at);
    const bool is_kind = !kind_of_word(token.folded).empty();
    kind = kind || is_kind;
    const bool day = token.part == Part::date || is(token, WordClass::calendar) ||
                     token.kind == TokenKind::number;
    if (!is_kind && !day) {
      return kind && token.kind == TokenKind::sign;
    }
  }
  return kind;
}

}  // namespace

Slot slot(const Sentence& sentence, std::size_t at) {
  if (at == 0) {
    return Slot::none;
  }
  const Token& before = sentence.before(at);
  if (before.is_sign(':') && at >= 2 && is_headline(sentence, at - 1)) {
    return Slot::strong;
  }
  if (list_goes_on(sentence, at)) {
    return Slot::strong;
  }
  if (!before.is_word() && before.kind != TokenKind::number) {
    return Slot::none;
  }
  if (is(before, WordClass::with)) {
    return Slot::strong;
  }
  if (before.is("up") && sentence.is(at - 2, WordClass::encounter)) {
    return Slot::weak;  // called up Ana
  }
  if (is(before, WordClass::encounter)) {
    return kind_of_word(before.folded).empty() || before.folded.ends_with("ed") ? Slot::strong
                                                                                : Slot::weak;
  }
  if (before.is("from") || before.is("to") || before.is("into")) {
    return Slot::weak;
  }
  return kind_of_word(before.folded).empty() ? Slot::none : Slot::weak;
}

bool acts(const Sentence& sentence, std::size_t after) {
  return sentence.is(after, WordClass::reached) ||
         (sentence.word(after, "and") &&
          (sentence.word(after + 1, "i") || sentence.word(after + 1, "me")));
}

}  // namespace kith::capture

// Looks at the words around a place where a name may stand.
#include "capture/name_slot.hpp"

#include <algorithm>

#include "capture/clauses.hpp"

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
  const bool pronoun = token.is("me") || token.is("him") || token.is("her") || token.is("them");
  return token.part == Part::person || (pronoun && !before.is_sign(','));
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
  if (is(before, WordClass::with) || is_left_message(sentence, at)) {
    return Slot::strong;
  }
  if (before.is("to") && at >= 3 && is_greeting(sentence, at - 3)) {
    return Slot::strong;
  }
  if (before.is("into") && at >= 2 &&
      (sentence.word(at - 2, "bumped") || sentence.word(at - 2, "ran"))) {
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
    // "a text from mark", "wrote to hope"
    const Token& what = sentence.token(at >= 2 ? at - 2 : sentence.size());
    const bool said = what.is("talked") || what.is("spoke") || what.is("wrote") ||
                      what.is("replied") || what.is("chatted") || what.is("speaking") ||
                      what.is("talking");
    const std::string_view kind = kind_of_word(what.folded);
    const bool sent = kind == "message" || kind == "email" || kind == "letter" || kind == "call";
    return said || (sent && !before.is("into")) ? Slot::strong : Slot::weak;
  }
  return kind_of_word(before.folded).empty() ? Slot::none : Slot::weak;
}

bool list_may_end(const Sentence& sentence, std::size_t after) {
  const Token& next = sentence.token(after);
  return after >= sentence.size() || !next.is_word() || next.part != Part::open || next.is("and") ||
         next.is("at") || next.is("in") || next.is("on") || is(next, WordClass::calendar);
}

bool is_called(const Sentence& sentence, std::size_t at, std::size_t after) {
  constexpr std::string_view kVerbs[] = {"call", "ring", "text", "visit", "see", "meet", "ping"};
  const bool begins = at > 0 && (clause_begins(sentence, at - 1) || sentence.word(at - 2, "to"));
  return begins &&
         std::ranges::find(kVerbs, sentence.before(at).folded) != std::ranges::end(kVerbs) &&
         (list_may_end(sentence, after) || sentence.is(after, WordClass::function));
}

bool acts(const Sentence& sentence, std::size_t after) {
  const Token& verb = sentence.token(after);
  const Token& object = sentence.token(after + 1);
  // "drew drew me a map": whatever it was, somebody did it to me.
  const bool to_me = verb.is_word() && (object.is("me") || object.is("us")) &&
                     !is(verb, WordClass::function) && !is(verb, WordClass::action) &&
                     !is(verb, WordClass::with);
  return sentence.is(after, WordClass::reached) || to_me ||
         (sentence.word(after, "and") &&
          (sentence.word(after + 1, "i") || sentence.word(after + 1, "me")));
}

bool calendar_word_is_name(const Sentence& sentence, std::size_t at, std::size_t after) {
  const Slot here = slot(sentence, at);
  const Token& token = sentence.token(at);
  const Token& before = sentence.before(at);
  if (sentence.token(after).kind == TokenKind::number || before.kind == TokenKind::number ||
      before.is("on") || before.is("in") || before.is("last") || before.is("next") ||
      before.is("this")) {
    return false;
  }
  if (is(before, WordClass::with) || list_goes_on(sentence, at)) {
    return token.capital || here == Slot::strong;
  }
  const bool weekday = token.folded.ends_with("day");
  if (here == Slot::strong) {
    return token.capital && !weekday;
  }
  // "gave june her present": a month has no present; "may" and "march" are verbs too.
  if (here == Slot::weak && is(before, WordClass::encounter) &&
      (token.is("june") || token.is("april") || token.is("august") ||
       (token.capital && !weekday))) {
    return true;
  }
  return token.capital && acts(sentence, after) && clause_begins(sentence, at);
}

}  // namespace kith::capture

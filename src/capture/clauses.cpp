// Splits a sentence at its signs and where something to do begins, and says what each part is for.
#include "capture/clauses.hpp"

#include <algorithm>
#include <array>

namespace kith::capture {

bool is_filler(const Token& token) {
  constexpr std::string_view kFillers[] = {"and", "then", "so", "but", "also"};
  return token.is_word() && std::ranges::find(kFillers, token.folded) != std::ranges::end(kFillers);
}

namespace {

class ClauseFinder {
 public:
  explicit ClauseFinder(Sentence& sentence) : sentence_(sentence) {}

  void run() {
    std::size_t begin = 0;
    for (std::size_t at = 0; at <= sentence_.size(); ++at) {
      const bool end = at == sentence_.size();
      if (!end && !is_boundary(at) && !begins_clause(at, begin)) {
        continue;
      }
      if (begin < at) {
        ranges_.push_back({begin, at});
      }
      begin = !end && is_boundary(at) ? at + 1 : at;
    }
    for (std::size_t index = 0; index < ranges_.size(); ++index) {
      add(index);
    }
  }

 private:
  // --- where clauses end ------------------------------------------------------------------------

  bool is_boundary(std::size_t at) const {
    const Token& token = sentence_.token(at);
    if (token.kind != TokenKind::sign || token.part != Part::open) {
      return false;
    }
    if (token.folded == ",") {
      return !joins_names(at);
    }
    if (token.folded == ".") {
      // Not the full stop of "approx." or of a number, but of a sentence.
      return at + 1 >= sentence_.size() || sentence_.token(at + 1).space_before;
    }
    if (token.folded == "-") {
      return token.space_before;
    }
    constexpr std::string_view kSigns = ";:!?()[]";
    return token.folded.size() > 1 ? is_dash_or_picture(token)
                                   : kSigns.find(token.folded[0]) != std::string_view::npos;
  }

  // Folding makes every dash a hyphen; what is longer is an emoji, an ellipsis, a bullet.
  static bool is_dash_or_picture(const Token& token) {
    return token.folded == "..." || token.folded == "\u00b7" || token.folded == "\u2022" ||
           token.folded == "\u2192";
  }

  // The comma of a list of names: "with Ana, Bo and Chen", not "with Ana, Bo got married".
  bool joins_names(std::size_t at) const {
    if (at == 0 || sentence_.token(at - 1).part != Part::person) {
      return false;
    }
    std::size_t next = at + 1;
    if (sentence_.word(next, "and")) {
      ++next;
    }
    const NameHit* name = sentence_.name_at(next);
    if (name == nullptr || name->possessive) {
      return false;
    }
    while (name != nullptr) {
      next = name->range.last;
      const Token& joiner = sentence_.token(next);
      const bool joins = joiner.is_sign(',') || joiner.is_sign('&') || joiner.is("and");
      name = joins ? sentence_.name_at(next + 1) : nullptr;
    }
    const Token& after = sentence_.token(next);
    if (sentence_.name_at(at - 1) != nullptr && sentence_.name_at(at - 1)->range.first == 0) {
      return true;  // "Mark, Will and Grace came for dinner"
    }
    return !(is(after, WordClass::verb) || is(after, WordClass::reached));
  }

  // "lunch with Bo and send him the deck by friday", "need to call him tomorrow": something to do
  // may begin without a sign, if a day ahead follows.
  bool begins_clause(std::size_t at, std::size_t begin) const {
    if (at == begin || sentence_.token(at).part != Part::open) {
      return false;
    }
    const Token& token = sentence_.token(at);
    if (is_filler(token)) {
      const Token& next = sentence_.token(at + 1);
      if (others_will(at + 1) && day_follows(at)) {
        return true;
      }
      const bool subject = next.is("he") || next.is("she") || next.is("they") || next.is("it");
      if (subject) {
        return true;
      }
      const bool verb = is(next, WordClass::action) && next.part == Part::open &&
                        !sentence_.is(at - 1, WordClass::action);
      return (verb || opener_at(at + 1) || starts_strong_opener(at + 1)) && day_follows(at);
    }
    if (is_filler(sentence_.before(at))) {
      return false;
    }
    return starts_strong_opener(at) && !is_denied(at) && day_follows(at);
  }

  // "and Bo will send me", "and Bo's going to".
  bool others_will(std::size_t at) const {
    const NameHit* name = sentence_.name_at(at);
    return name != nullptr && !name->possessive &&
           promise_opening(sentence_, {at, sentence_.size()}).has_value();
  }

  bool is_denied(std::size_t at) const {
    const Token& before = sentence_.before(at);
    return before.is("no") || before.is("not") || before.is("dont") || before.is("doesnt") ||
           before.is("didnt");
  }

  bool day_follows(std::size_t at) const {
    std::size_t end = at;
    while (end < sentence_.size() && !is_boundary(end)) {
      ++end;
    }
    return day_ahead(sentence_, {at, end}) != nullptr;
  }

  std::optional<std::size_t> opener_at(std::size_t at) const {
    for (const std::string_view phrase : promise_openers()) {
      if (const auto after = sentence_.phrase_at(at, phrase)) {
        return after;
      }
    }
    return std::nullopt;
  }

  // Openers that cannot belong to what happened: "remind me", "i'll", but not "to" or "should".
  bool starts_strong_opener(std::size_t at) const {
    constexpr std::array<std::string_view, 13> kStrong{"remind me",
                                                       "i ll",
                                                       "i will",
                                                       "i need to",
                                                       "i must",
                                                       "i should",
                                                       "i have to",
                                                       "i promised",
                                                       "i owe",
                                                       "need to",
                                                       "gotta",
                                                       "todo",
                                                       "must"};
    return std::ranges::any_of(kStrong, [&](std::string_view phrase) {
      return sentence_.phrase_at(at, phrase).has_value();
    });
  }

  // --- what they are for ------------------------------------------------------------------------

  void add(std::size_t index) {
    const TokenRange range = ranges_[index];
    const ClauseRole role = role_of(index);
    sentence_.clauses.push_back({.range = range, .role = role});
    if (role == ClauseRole::event && says_something(range)) {
      event_found_ = true;
    }
    for (std::size_t at = range.first; at < range.last; ++at) {
      people_found_ = people_found_ || sentence_.token(at).part == Part::person;
    }
  }

  // A kind or a person: "forgot to log this" and "quick one" say neither, and what happened is yet
  // to come.
  bool says_something(TokenRange range) const {
    for (std::size_t at = range.first; at < range.last; ++at) {
      const Token& token = sentence_.token(at);
      if (token.part == Part::person || !kind_of_word(token.folded).empty() ||
          (token.is_word() && !kind_of_word(mended(token.folded).value_or("")).empty())) {
        return true;
      }
    }
    return false;
  }

  // Names of people, words of contact, "with": what somebody did together with somebody.
  bool is_contact(TokenRange range) const {
    for (std::size_t at = range.first; at < range.last; ++at) {
      if (is_over_a_meal(sentence_, at) || is(sentence_.token(at), WordClass::stage)) {
        return true;
      }
    }
    for (std::size_t at = range.first; at < range.last; ++at) {
      const Token& token = sentence_.token(at);
      if (token.part == Part::person || token.part == Part::date) {
        continue;
      }
      if (is(token, WordClass::subordinate) || is(token, WordClass::about)) {
        return false;
      }
      const bool kind = !kind_of_word(token.folded).empty() ||
                        !kind_of_word(mended(token.folded).value_or("")).empty();
      if (kind || is(token, WordClass::with) || is(token, WordClass::encounter) ||
          (is(token, WordClass::reached) && !token.is("got")) ||
          is(token, WordClass::first_person)) {
        return true;
      }
    }
    return false;
  }

  // "Rob got robbed on friday. Spent an hour on the phone with him": news comes first, and what
  // happened after it.
  bool is_news_before(std::size_t index) const {
    const TokenRange range = ranges_[index];
    return tells_of_others(sentence_, range) && !is_contact(range) && contact_follows(index);
  }

  bool contact_follows(std::size_t index) const {
    for (std::size_t later = index + 1; later < ranges_.size(); ++later) {
      if (is_contact(ranges_[later]) && !(promise_opening(sentence_, ranges_[later]) &&
                                          day_ahead(sentence_, ranges_[later]) != nullptr)) {
        return true;
      }
    }
    return false;
  }

  // "send her the notes tomorrow, the glossary by 1 july": the verb is said once.
  bool continues_promise(TokenRange range) const {
    if (sentence_.clauses.empty() || sentence_.clauses.back().role != ClauseRole::follow_up ||
        day_ahead(sentence_, range) == nullptr) {
      return false;
    }
    bool thing = false;
    for (std::size_t at = range.first; at < range.last; ++at) {
      const Token& token = sentence_.token(at);
      if (token.part == Part::date || is_filler(token) || is(token, WordClass::article) ||
          is(token, WordClass::possessive)) {
        continue;
      }
      if (token.part != Part::open || is(token, WordClass::function) ||
          is(token, WordClass::verb) || is(token, WordClass::encounter) ||
          is(token, WordClass::ahead)) {
        return false;
      }
      thing = thing || token.is_word();
    }
    return thing;
  }

  ClauseRole role_of(std::size_t index) const {
    const TokenRange range = ranges_[index];
    const auto opening = promise_opening(sentence_, range);
    const bool ahead = day_ahead(sentence_, range) != nullptr;
    if (opening && ahead &&
        (event_found_ || opening->strong || (opening->by_others && contact_follows(index)))) {
      return ClauseRole::follow_up;
    }
    // "must call Bo", some day: not done yet.
    if (opening && opening->strong && !ahead && ranges_.size() > 1 && !opening->by_others &&
        !sentence_.phrase_at(range.first, "got to")) {
      return ClauseRole::remark;
    }
    if (continues_promise(range)) {
      return ClauseRole::follow_up;
    }
    if (!event_found_) {
      return is_news_before(index) || tells_of_occasion(sentence_, range) ? ClauseRole::remark
                                                                          : ClauseRole::event;
    }
    if (continues_event(range)) {
      return ClauseRole::event;
    }
    for (std::size_t at = range.first; at < range.last; ++at) {
      if (is_told_by_phone(sentence_, at)) {
        return ClauseRole::narration;
      }
    }
    return tells_of_others(sentence_, range) ? ClauseRole::remark : ClauseRole::narration;
  }

  // "…, with Bo", "…, at Chez Odette", "…, yesterday", "…, 30 min", "…, Bo and Chen".
  bool continues_event(TokenRange range) const {
    std::size_t at = range.first;
    while (at < range.last && is_filler(sentence_.token(at))) {
      ++at;
    }
    const Token& first = sentence_.token(at);
    if (is(first, WordClass::with) || first.is("at") || first.is("in") ||
        first.kind == TokenKind::at) {
      return true;
    }
    // "drinks with the gang: Ana, Bo and Chen"
    const NameHit* family = range.first >= 2 ? sentence_.name_at(range.first - 2) : nullptr;
    const bool list_of_all = sentence_.before(range.first).is_sign(':') ||
                             (sentence_.before(range.first).is_sign('(') && family != nullptr &&
                              family->candidates.empty());  // "the Stones (Paul and Nora)"
    for (; at < range.last; ++at) {
      const Token& token = sentence_.token(at);
      const bool taken = token.part == Part::date || token.part == Part::time ||
                         token.part == Part::duration || token.part == Part::tag;
      // "coffee, Ana": names alone, where nobody has been named yet.
      const bool name = (!people_found_ || list_of_all) &&
                        (token.part == Part::person || token.is("and") ||
                         is(token, WordClass::first_person) || token.kind == TokenKind::sign);
      if (!taken && !name) {
        return false;
      }
    }
    return true;
  }

  Sentence& sentence_;
  std::vector<TokenRange> ranges_{};
  bool event_found_ = false;
  bool people_found_ = false;
};

}  // namespace

void find_clauses(Sentence& sentence) { ClauseFinder{sentence}.run(); }

bool is_over_a_meal(const Sentence& sentence, std::size_t at) {
  const Token& before = sentence.before(at);
  if (sentence.phrase_at(at, "on the phone") || sentence.phrase_at(at, "over the phone") ||
      sentence.phrase_at(at, "by phone") || sentence.phrase_at(at, "by text")) {
    return true;
  }
  const std::string_view kind = kind_of_word(sentence.token(at).folded);
  if ((before.is("on") || before.is("via") || before.is("by")) &&
      (kind == "video" || kind == "message" || kind == "email")) {
    return true;  // "told me on facetime"
  }
  return (before.is("over") || before.is("during") || before.is("before") || before.is("after")) &&
         !kind_of_word(sentence.token(at).folded).empty();
}

bool tells_of_others(const Sentence& sentence, TokenRange range) {
  std::size_t at = range.first;
  while (at < range.last && is_filler(sentence.token(at))) {
    ++at;
  }
  const Token& first = sentence.token(at);
  if (is(first, WordClass::third_person) || is(first, WordClass::subordinate) ||
      is(first, WordClass::relation)) {
    return true;
  }
  const NameHit* name = sentence.name_at(at);
  if (name == nullptr) {
    return false;
  }
  std::size_t verb = name->range.last;
  while (sentence.token(verb).is("and") && sentence.name_at(verb + 1) != nullptr) {
    verb = sentence.name_at(verb + 1)->range.last;  // "Chen and Sam were there"
  }
  const Token& after = sentence.token(verb);
  const bool is_or_has = !sentence.token(name->range.last - 1).tail.empty();  // Ana's at work
  return name->possessive || is_or_has || is(after, WordClass::verb) ||
         is(after, WordClass::reached) || is(after, WordClass::encounter);
}

}  // namespace kith::capture

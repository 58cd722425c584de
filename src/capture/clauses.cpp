// Splits a sentence at its signs and where something to do begins, and says what each part is for.
#include "capture/clauses.hpp"

#include <algorithm>
#include <array>

namespace kith::capture {

namespace {

constexpr std::array<std::string_view, 5> kFillers{"and", "then", "so", "but", "also"};

bool is_filler(const Token& token) {
  return token.is_word() && std::ranges::find(kFillers, token.folded) != kFillers.end();
}

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
        add({begin, at});
      }
      begin = !end && is_boundary(at) ? at + 1 : at;
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
      const bool subject = next.is("he") || next.is("she") || next.is("they") || next.is("it");
      if (subject) {
        return true;
      }
      const bool verb = is(next, WordClass::action) && next.part == Part::open &&
                        !sentence_.is(at - 1, WordClass::action);
      return (verb || opener_at(at + 1)) && day_follows(at);
    }
    if (is_filler(sentence_.before(at))) {
      return false;
    }
    return starts_strong_opener(at) && day_follows(at);
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
    constexpr std::array<std::string_view, 12> kStrong{"remind me",
                                                       "i ll",
                                                       "i will",
                                                       "i need to",
                                                       "i must",
                                                       "i should",
                                                       "i have to",
                                                       "i promised",
                                                       "need to",
                                                       "gotta",
                                                       "todo",
                                                       "must"};
    return std::ranges::any_of(kStrong, [&](std::string_view phrase) {
      return sentence_.phrase_at(at, phrase).has_value();
    });
  }

  // --- what they are for ------------------------------------------------------------------------

  void add(TokenRange range) {
    const ClauseRole role = role_of(range);
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

  ClauseRole role_of(TokenRange range) const {
    const auto opening = promise_opening(sentence_, range);
    const bool ahead = day_ahead(sentence_, range) != nullptr;
    if (opening && ahead && (event_found_ || opening->strong)) {
      return ClauseRole::follow_up;
    }
    if (!event_found_) {
      return ClauseRole::event;
    }
    if (continues_event(range)) {
      return ClauseRole::event;
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
    for (; at < range.last; ++at) {
      const Token& token = sentence_.token(at);
      const bool taken = token.part == Part::date || token.part == Part::time ||
                         token.part == Part::duration || token.part == Part::tag;
      // "coffee, Ana": names alone, where nobody has been named yet.
      const bool name = !people_found_ && (token.part == Part::person || token.is("and") ||
                                           token.kind == TokenKind::sign);
      if (!taken && !name) {
        return false;
      }
    }
    return true;
  }

  Sentence& sentence_;
  bool event_found_ = false;
  bool people_found_ = false;
};

}  // namespace

void find_clauses(Sentence& sentence) { ClauseFinder{sentence}.run(); }

const DatePhrase* day_ahead(const Sentence& sentence, TokenRange range) {
  for (const DatePhrase& phrase : sentence.dates) {
    if (!range.contains(phrase.range.first) || !phrase.future) {
      continue;
    }
    const bool until = phrase.range.first > range.first &&
                       is(sentence.before(phrase.range.first), WordClass::date_stop);
    if (*phrase.future >= sentence.today && !until) {
      return &phrase;
    }
  }
  return nullptr;
}

std::optional<PromiseOpening> promise_opening(const Sentence& sentence, TokenRange range) {
  std::size_t at = range.first;
  const auto skip_fillers = [&] {
    while (at < range.last &&
           (is_filler(sentence.token(at)) || sentence.token(at).kind == TokenKind::sign ||
            sentence.token(at).part == Part::tag)) {
      ++at;
    }
  };
  skip_fillers();
  // "she'll send me the contract by friday", "Bo promised to call next week": owed to me.
  PromiseOpening opening;
  const Token& first = sentence.token(at);
  const NameHit* name = sentence.name_at(at);
  const bool others = first.is("he") || first.is("she") || first.is("they") ||
                      (name != nullptr && !name->possessive);
  if (others) {
    std::size_t verb = name != nullptr ? name->range.last : at + 1;
    const Token& auxiliary = sentence.token(verb);
    if (first.tail == "ll") {
      verb = name != nullptr ? name->range.last : at + 1;
    } else if (auxiliary.is("will")) {
      ++verb;
    } else if (const auto after = sentence.phrase_at(verb, "promised to")) {
      verb = *after;
    } else if (const auto later = sentence.phrase_at(verb, "is going to")) {
      verb = *later;
    } else if (const auto offered = sentence.phrase_at(verb, "offered to")) {
      verb = *offered;
    } else {
      return std::nullopt;
    }
    // What they will do is owed only if it is done for me: "she'll be in Nairobi" is not.
    if (!is(sentence.token(verb), WordClass::action) || sentence.word(verb, "be") ||
        sentence.word(verb, "have") || sentence.word(verb, "go") || verb >= range.last) {
      return std::nullopt;
    }
    return PromiseOpening{.verb = verb, .owed_by = Owner::them};
  }
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view phrase : promise_openers()) {
      if (const auto after = sentence.phrase_at(at, phrase)) {
        opening.strong = opening.strong || (phrase != "to" && phrase != "will" &&
                                            phrase != "please" && phrase != "should");
        at = *after;
        again = true;
        break;
      }
    }
    skip_fillers();
  }
  if (at >= range.last) {
    return std::nullopt;
  }
  const Token& verb = sentence.token(at);
  if (verb.part == Part::person && !opening.strong) {
    return std::nullopt;
  }
  if (!is(verb, WordClass::action) && !(opening.strong && verb.is_word())) {
    return std::nullopt;
  }
  opening.verb = at;
  return opening;
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
  const Token& after = sentence.token(name->range.last);
  return name->possessive || is(after, WordClass::verb) || is(after, WordClass::reached) ||
         is(after, WordClass::encounter);
}

}  // namespace kith::capture

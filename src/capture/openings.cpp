// How clauses begin that say what is to do, and by which day.
#include <algorithm>

#include "capture/clauses.hpp"

namespace kith::capture {

namespace {

bool mentions_me(const Sentence& sentence, TokenRange range) {
  for (std::size_t at = range.first; at < range.last; ++at) {
    if (is(sentence.token(at), WordClass::first_person) || sentence.word(at, "back")) {
      return true;
    }
  }
  return false;
}

// "she'll call her mother": done for somebody else; but "he'll pay his half" is done for me.
bool is_for_others(const Sentence& sentence, std::size_t verb) {
  const Token& object = sentence.token(verb + 1);
  if (sentence.name_at(verb + 1) != nullptr || object.is("him") || object.is("them")) {
    return true;
  }
  const bool own = is(object, WordClass::possessive) && !is(object, WordClass::first_person);
  return own && is(sentence.token(verb), WordClass::encounter) &&
         !kind_of_word(sentence.token(verb).folded).empty();
}

std::optional<std::size_t> after_any(const Sentence& sentence,
                                     std::size_t at,
                                     std::initializer_list<std::string_view> phrases) {
  for (const std::string_view phrase : phrases) {
    if (const auto after = sentence.phrase_at(at, phrase)) {
      return after;
    }
  }
  return std::nullopt;
}

const DatePhrase* day_ahead_in(const Sentence& sentence, TokenRange range) {
  const auto found = std::ranges::find_if(sentence.dates, [&](const DatePhrase& phrase) {
    return range.contains(phrase.range.first) && phrase.future && *phrase.future >= sentence.today;
  });
  return found == sentence.dates.end() ? nullptr : &*found;
}

// "she'll send me the contract by friday", "Bo owes me the estimate": owed to me.
std::optional<PromiseOpening> what_they_owe(const Sentence& sentence,
                                            TokenRange range,
                                            std::size_t subject) {
  const NameHit* name = sentence.name_at(subject);
  const std::size_t next = name != nullptr ? name->range.last : subject + 1;
  const std::string& tail = sentence.token(next - 1).tail;
  if (const auto thing =
          after_any(sentence,
                    next,
                    {"owes me", "owe me", "owes us", "owe us", "promised me", "promised us"})) {
    if (!sentence.word(*thing, "to")) {
      return PromiseOpening{.verb = *thing, .owed_by = Owner::them, .by_others = true};
    }
    return PromiseOpening{.verb = *thing + 1, .owed_by = Owner::them, .by_others = true};
  }
  const TokenRange rest{next, range.last};
  // "she asked me to send the deck by friday": owed by me.
  if (const auto verb =
          after_any(sentence,
                    next,
                    {"asked me to", "wants me to", "needs me to", "told me to", "expects me to"})) {
    return PromiseOpening{.verb = *verb, .by_others = true};
  }
  std::optional<std::size_t> verb;
  if (tail == "ll") {
    verb = next;
  } else if (tail == "s" || tail == "re") {
    verb = after_any(sentence, next, {"going to", "gonna", "supposed to", "due to", "to"});
  } else if (name != nullptr && sentence.word(next, "to")) {
    verb = next + 1;  // "Bo to send numbers by monday"
  } else {
    verb = after_any(sentence,
                     next,
                     {"will",
                      "promised to",
                      "is going to",
                      "are going to",
                      "is gonna",
                      "offered to",
                      "agreed to",
                      "has promised to",
                      "said he d",
                      "said she d",
                      "said they d",
                      "said he ll",
                      "said she ll",
                      "said they ll",
                      "says he ll",
                      "says she ll",
                      "says they ll",
                      "said he will",
                      "said she will",
                      "says he will",
                      "says she will",
                      "gonna",
                      "ll",
                      "said he would",
                      "said she would",
                      "said they would",
                      "hes going to",
                      "shes going to"});
  }
  // "he sends the draft by thursday"
  const std::string& does = sentence.token(next).folded;
  if (!verb && name == nullptr && does.size() > 3 && does.ends_with('s') &&
      is(std::string_view{does}.substr(0, does.size() - 1), WordClass::gives) &&
      day_ahead_in(sentence, rest) != nullptr && !is_for_others(sentence, next)) {
    return PromiseOpening{.verb = next, .owed_by = Owner::them, .by_others = true};
  }
  if (!verb && mentions_me(sentence, rest)) {
    verb = after_any(sentence, next, {"has to", "needs to", "should", "must", "wants to", "is to"});
  }
  if (!verb || *verb >= range.last) {
    return std::nullopt;
  }
  // What they will do is owed only if it is done for me: "she'll be in Nairobi" is not.
  const Token& what = sentence.token(*verb);
  const bool for_me = mentions_me(sentence, {*verb, range.last});
  const bool given = is(what, WordClass::gives) && !is_for_others(sentence, *verb);
  const bool excluded = what.is("be") || what.is("have") || what.is("go");
  if (!is(what, WordClass::action) || excluded || !(for_me || given)) {
    return std::nullopt;
  }
  return PromiseOpening{.verb = *verb, .owed_by = Owner::them, .by_others = true};
}

// "told Ana I'd send it", "promised her to call": what I said to somebody.
std::optional<std::size_t> after_what_i_said(const Sentence& sentence, std::size_t at) {
  if (sentence.word(at, "i")) {
    ++at;
  }
  const bool promised = sentence.word(at, "promised");
  if (!promised && !sentence.word(at, "told")) {
    return std::nullopt;
  }
  const NameHit* name = sentence.name_at(at + 1);
  const Token& whom = sentence.token(at + 1);
  if (name == nullptr && !is(whom, WordClass::third_person)) {
    return std::nullopt;
  }
  const std::size_t next = name != nullptr ? name->range.last : at + 2;
  if (const auto after = after_any(sentence, next, {"i d", "i ll", "i would", "i will"})) {
    return after;
  }
  if (!promised) {
    return std::nullopt;
  }
  return sentence.word(next, "to") ? next + 1 : next;
}

// "she'll send the answer until friday" says who learned English late; "she'll stay until friday"
// says everybody.
bool is_done_until(const Sentence& sentence, TokenRange range) {
  const auto opening = promise_opening(sentence, range);
  return opening && !is(sentence.token(opening->verb), WordClass::open_end);
}

}  // namespace

const DatePhrase* day_ahead(const Sentence& sentence, TokenRange range) {
  for (const DatePhrase& phrase : sentence.dates) {
    if (!range.contains(phrase.range.first) || !phrase.future || *phrase.future < sentence.today) {
      continue;
    }
    const std::size_t first = phrase.range.first;
    if (first == range.first || !is(sentence.before(first), WordClass::date_stop)) {
      return &phrase;
    }
    const bool until = sentence.word(first - 1, "until") || sentence.word(first - 1, "till") ||
                       sentence.word(first - 1, "til") || sentence.word(first - 1, "before");
    if (until && is_done_until(sentence, range)) {
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
  const Token& first = sentence.token(at);
  const NameHit* name = sentence.name_at(at);
  if (first.is("he") || first.is("she") || first.is("they") ||
      (name != nullptr && !name->possessive)) {
    return what_they_owe(sentence, range, at);
  }
  PromiseOpening opening;
  if (const auto thing = after_any(sentence, at, {"i owe", "owe", "still owe", "i still owe"})) {
    // "I owe her the photos": what is named after whom.
    const NameHit* whom = sentence.name_at(*thing);
    const std::size_t next = whom != nullptr ? whom->range.last
                             : is(sentence.token(*thing), WordClass::third_person) ? *thing + 1
                                                                                   : *thing;
    if (next < range.last) {
      return PromiseOpening{.verb = next, .strong = true};
    }
  }
  if (const auto after = after_what_i_said(sentence, at)) {
    if (*after < range.last) {
      return PromiseOpening{.verb = *after, .strong = true};
    }
  }
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view phrase : promise_openers()) {
      if (const auto after = sentence.phrase_at(at, phrase)) {
        const bool weak = phrase == "to" || phrase == "please" || phrase == "should";
        opening.strong = opening.strong || !weak;
        at = *after;
        again = true;
        break;
      }
    }
    skip_fillers();
    // "remind me 2 send it"
    if (opening.strong && sentence.token(at).is("2") &&
        is(sentence.token(at + 1), WordClass::action)) {
      ++at;
    }
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
  // "call w/ her today" is what happened, in the words of a list.
  const DatePhrase* day = opening.strong ? nullptr : day_ahead_in(sentence, range);
  if (day != nullptr && day->past == sentence.today &&
      is(sentence.token(at + 1), WordClass::with) && !kind_of_word(verb.folded).empty()) {
    return std::nullopt;
  }
  opening.verb = at;
  return opening;
}

}  // namespace kith::capture

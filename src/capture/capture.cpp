// Reading a sentence, step by step: each step claims its words, and the later ones read the rest.
#include <algorithm>

#include "capture/clauses.hpp"
#include "capture/decide.hpp"
#include "capture/names.hpp"
#include "capture/parts.hpp"
#include "capture/promises.hpp"
#include "capture/roles.hpp"
#include "capture/sentence.hpp"
#include "capture/when.hpp"
#include <kith/capture/capture.hpp>
#include <kith/error.hpp>
#include <kith/text/clean.hpp>

namespace kith::capture {

namespace {

// Words after which a day is not the day it happened.
bool is_other_day(const Sentence& sentence, const DatePhrase& phrase) {
  const std::size_t first = phrase.range.first;
  // "texted Bo about saturday"; but "about a week ago" is one day.
  if (sentence.word(first, "about") && !sentence.word(phrase.range.last - 1, "ago")) {
    return true;
  }
  if (sentence.token(phrase.range.last).is_sign(':')) {
    return false;  // "one from thursday: …"
  }
  // "before meeting Bo tomorrow"
  constexpr std::size_t kReach = 4;
  for (std::size_t at = first; at > 0 && first - at < kReach; --at) {
    if (sentence.word(at - 1, "before") && sentence.token(at).folded.ends_with("ing")) {
      return true;
    }
  }
  return first > 0 && is(sentence.before(first), WordClass::date_stop);
}

// "her exam is on friday", "grace period ends nov 15": what comes after such a verb need not be
// past. A day that is past either way ("yesterday") is.
bool is_of_what_is(const Sentence& sentence, const Clause& clause, const DatePhrase& phrase) {
  const bool past_for_sure = phrase.past && phrase.future == phrase.past;
  if (past_for_sure && *phrase.past <= sentence.today) {
    return false;
  }
  const Token& after = sentence.token(phrase.range.last);
  if (after.is("is") || after.is("will")) {
    return true;  // "march 3 is her big day"
  }
  for (std::size_t at = clause.range.first; at < phrase.range.first; ++at) {
    const Token& token = sentence.token(at);
    if (token.part == Part::open &&
        (is(token, WordClass::ahead) || token.tail == "ll" ||
         (token.tail == "s" && token.part != Part::person && !sentence.is_possessive(at)))) {
      return true;
    }
  }
  return false;
}

// "his flight's on 3 october, back 1 november": nearer ahead than behind.
bool lies_ahead(const Sentence& sentence, const DatePhrase& phrase) {
  using std::chrono::sys_days;
  constexpr std::chrono::days kFarBack{30};
  return phrase.past && phrase.future && *phrase.future > sentence.today &&
         sys_days{sentence.today} - sys_days{*phrase.past} > kFarBack &&
         sys_days{*phrase.future} - sys_days{sentence.today} <
             sys_days{sentence.today} - sys_days{*phrase.past};
}

bool is_contact_word(const Token& token) {
  return is(token, WordClass::with) || is(token, WordClass::encounter) ||
         !kind_of_word(token.folded).empty();
}

// How surely the days of a clause are that of what happened: 2 if the clause says what that was,
// or is nothing but a day.
int weight_of(const Sentence& sentence, const Clause& clause) {
  bool only_days = true;
  for (std::size_t at = clause.range.first; at < clause.range.last; ++at) {
    const Token& token = sentence.token(at);
    if (is_contact_word(token)) {
      return 2;
    }
    only_days = only_days && (token.part == Part::date || token.kind == TokenKind::sign ||
                              token.part == Part::time);
  }
  return only_days ? 2 : 1;
}

// The day of what happened: the first day in the past that the account of it names, best in the
// clause that says what it was; a day ahead only if there is no other, for what is planned.
Read<Date> find_day(const Sentence& sentence) {
  const DatePhrase* planned = nullptr;
  const DatePhrase* past = nullptr;
  int best = 0;
  for (const Clause& clause : sentence.clauses) {
    if (clause.role != ClauseRole::event && clause.role != ClauseRole::narration) {
      continue;
    }
    const int weight = weight_of(sentence, clause);
    const auto opening = promise_opening(sentence, clause.range);
    const DatePhrase* promised =
        opening && opening->by_others ? day_ahead(sentence, clause.range) : nullptr;
    for (const DatePhrase& phrase : sentence.dates) {
      if (&phrase == promised || !clause.range.contains(phrase.range.first) ||
          is_other_day(sentence, phrase) || is_told(sentence, phrase.range.first) ||
          is_of_what_is(sentence, clause, phrase) ||
          (clause.role == ClauseRole::narration && lies_ahead(sentence, phrase))) {
        continue;
      }
      if (phrase.past && *phrase.past <= sentence.today) {
        if (weight > best) {
          best = weight;
          past = &phrase;
        }
      } else if (planned == nullptr && clause.role == ClauseRole::event) {
        planned = &phrase;
      }
    }
  }
  if (past != nullptr) {
    return {*past->past, sentence.span(past->range)};
  }
  if (planned != nullptr) {
    return {planned->past ? *planned->past : *planned->future, sentence.span(planned->range)};
  }
  return {sentence.today, {}};
}

}  // namespace

Draft read_sentence(std::string_view written, Date today, const People& people) {
  if (written.size() > kLongestSentence) {
    throw DataError("sentence: longer than 20,000 bytes", "log it in parts, one a line");
  }
  Sentence sentence{.text = text::clean_text(written), .today = today};
  if (sentence.text.empty()) {
    throw DataError("sentence: there is nothing in it",
                    "write it like 'coffee with Ana yesterday'");
  }
  sentence.tokens = tokenize(sentence.text);

  Draft draft{.text = sentence.text};
  draft.tags = find_tags(sentence);
  find_names(sentence, people);
  find_dates(sentence);
  draft.time = find_time(sentence);
  draft.duration = find_duration(sentence);
  draft.place = find_place(sentence);
  find_clauses(sentence);
  if (draft.place && !is_place_of_event(sentence, draft.place->span)) {
    draft.place.reset();
  }
  draft.date = find_day(sentence);
  draft.kind = find_kind(sentence);
  draft.people = assign_roles(sentence);
  decide_unclear(sentence, people, draft.people);
  draft.follow_ups = find_follow_ups(sentence, draft.people);
  draft.facts = find_facts(sentence, draft.people);
  draft.unanswered = is_unanswered(sentence);
  return draft;
}

}  // namespace kith::capture

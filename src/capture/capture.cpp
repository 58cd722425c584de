// Reading a sentence, step by step: each step claims its words, and the later ones read the rest.
#include <algorithm>

#include "capture/clauses.hpp"
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
  return first > 0 && is(sentence.before(first), WordClass::date_stop);
}

// The day of what happened: the first day in the past that the account of it names; a day ahead
// only if there is no other, for what is planned.
Read<Date> find_day(const Sentence& sentence) {
  const DatePhrase* planned = nullptr;
  for (const Clause& clause : sentence.clauses) {
    if (clause.role != ClauseRole::event && clause.role != ClauseRole::narration) {
      continue;
    }
    for (const DatePhrase& phrase : sentence.dates) {
      if (!clause.range.contains(phrase.range.first) || is_other_day(sentence, phrase) ||
          is_told(sentence, phrase.range.first)) {
        continue;
      }
      if (phrase.past && *phrase.past <= sentence.today) {
        return {*phrase.past, sentence.span(phrase.range)};
      }
      if (planned == nullptr && clause.role == ClauseRole::event) {
        planned = &phrase;
      }
    }
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
  draft.follow_ups = find_follow_ups(sentence, draft.people);
  draft.facts = find_facts(sentence, draft.people);
  draft.unanswered = is_unanswered(sentence);
  return draft;
}

}  // namespace kith::capture

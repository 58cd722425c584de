// Follow-ups and facts from their clauses.
#include "capture/promises.hpp"

#include <algorithm>

#include "capture/clauses.hpp"
#include <kith/text/clean.hpp>

namespace kith::capture {

namespace {

// The first participant: "him" and "her" mean the one you were with.
std::optional<std::size_t> companion(const std::vector<Who>& people) {
  const auto found =
      std::ranges::find_if(people, [](const Who& who) { return who.role == Role::participant; });
  return found == people.end() ? std::nullopt
                               : std::optional{static_cast<std::size_t>(found - people.begin())};
}

// Who a clause names, else the companion.
std::optional<std::size_t> person_of(const Sentence& sentence,
                                     TokenRange range,
                                     const std::vector<Who>& people) {
  for (std::size_t at = range.first; at < range.last; ++at) {
    const NameHit* hit = sentence.name_at(at);
    if (hit == nullptr) {
      continue;
    }
    for (std::size_t i = 0; i < people.size(); ++i) {
      const bool same = people[i].span == sentence.span(hit->range) ||
                        (!hit->candidates.empty() && people[i].candidates == hit->candidates);
      if (same) {
        return i;
      }
    }
  }
  return companion(people);
}

// The tokens of `range` as written, without the date phrase, tags and the signs around them.
std::string text_without(const Sentence& sentence, TokenRange range, const DatePhrase* day) {
  std::string text;
  std::optional<std::size_t> previous;
  for (std::size_t at = range.first; at < range.last; ++at) {
    const Token& token = sentence.token(at);
    if (token.part == Part::tag || (day != nullptr && day->range.contains(at))) {
      continue;
    }
    if (previous) {
      // What stands between two neighbours may be a hyphen or an apostrophe.
      const TextSpan& last = sentence.token(*previous).span;
      text += *previous + 1 == at ? sentence.text.substr(last.end, token.span.begin - last.end)
                                  : std::string{" "};
    }
    text += sentence.text.substr(token.span.begin, token.span.end - token.span.begin);
    previous = at;
  }
  const auto is_edge = [](char c) { return c == ' ' || c == ',' || c == '-' || c == '.'; };
  while (!text.empty() && is_edge(text.back())) {
    text.pop_back();
  }
  text = text::clean_line(text);
  for (const std::string_view before : {" until", " till", " til", " before", " by"}) {
    if (day != nullptr && text.ends_with(before)) {
      text.erase(text.rfind(before));
    }
  }
  return text;
}

}  // namespace

std::vector<DraftFollowUp> find_follow_ups(const Sentence& sentence,
                                           const std::vector<Who>& people) {
  std::vector<DraftFollowUp> found;
  std::string verb;  // of the clause before: "send her the notes tomorrow, the glossary by july"
  for (const Clause& clause : sentence.clauses) {
    auto opening = promise_opening(sentence, clause.range);
    const bool continued = !opening && clause.role == ClauseRole::follow_up && !verb.empty();
    if (continued) {
      opening = PromiseOpening{.verb = clause.range.first, .owed_by = found.back().owed_by};
    }
    const bool theirs = opening && opening->by_others;
    if (!opening || (clause.role != ClauseRole::follow_up && !theirs)) {
      continue;
    }
    const DatePhrase* day = day_ahead(sentence, clause.range);
    if (day == nullptr) {
      continue;
    }
    DraftFollowUp follow_up{.due = *day->future, .owed_by = opening->owed_by};
    follow_up.text = text_without(sentence, {opening->verb, clause.range.last}, day);
    const std::string_view does = sentence.token(opening->verb).folded;
    const bool stem = does.ends_with('s') && follow_up.text.size() >= does.size() &&
                      is(does.substr(0, does.size() - 1), WordClass::gives);
    if (theirs && stem) {
      follow_up.text.erase(does.size() - 1, 1);  // "he sends the draft": he will send it
    } else if (theirs && opening->owed_by == Owner::them &&
               !is(sentence.token(opening->verb), WordClass::action)) {
      follow_up.text = "give me " + follow_up.text;  // "Bo owes me the estimate by friday"
    }
    follow_up.who = person_of(sentence, clause.range, people);
    follow_up.span = sentence.span(clause.range);
    if (continued) {
      follow_up.text = verb + ' ' + follow_up.text;
      follow_up.who = found.back().who;
    }
    if (!follow_up.text.empty()) {
      const Token& first = sentence.token(opening->verb);
      verb = continued                      ? verb
             : is(first, WordClass::action) ? sentence.written({opening->verb, opening->verb + 1})
                                            : "";
      found.push_back(std::move(follow_up));
    }
  }
  return found;
}

std::vector<DraftFact> find_facts(const Sentence& sentence, const std::vector<Who>& people) {
  std::vector<DraftFact> found;
  for (const Clause& clause : sentence.clauses) {
    if (clause.role != ClauseRole::remark) {
      continue;
    }
    const FactCue* cue = nullptr;
    for (std::size_t at = clause.range.first; at < clause.range.last && cue == nullptr; ++at) {
      for (const FactCue& candidate : fact_cues()) {
        if (sentence.phrase_at(at, candidate.phrase)) {
          cue = &candidate;
          break;
        }
      }
    }
    const auto who = person_of(sentence, clause.range, people);
    const auto opening = promise_opening(sentence, clause.range);
    const bool promise = opening && day_ahead(sentence, clause.range) != nullptr;
    if (cue == nullptr || !who || promise) {
      continue;
    }
    DraftFact fact{.kind = std::string{cue->kind}, .who = who};
    fact.text = text_without(sentence, clause.range, nullptr);
    fact.span = sentence.span(clause.range);
    found.push_back(std::move(fact));
  }
  return found;
}

}  // namespace kith::capture

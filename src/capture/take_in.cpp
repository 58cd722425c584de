// Finds out who was there from pronouns and from what was said.
#include "capture/take_in.hpp"

#include <algorithm>

#include "capture/clauses.hpp"

namespace kith::capture {

namespace {

// "Rob got robbed. On the phone with him": the pronoun stands for the one person whom the
// sentence has named before it. If it has named several, who is meant stays open.
void take_in_by_pronoun(const Sentence& sentence,
                        const std::vector<std::size_t>& pronouns,
                        std::vector<Who>& people) {
  for (const std::size_t at : pronouns) {
    const std::size_t place = sentence.token(at).span.begin;
    const auto named = [&](const Who& who) { return who.span.begin < place; };
    if (std::ranges::count_if(people, named) == 1) {
      Who& who = *std::ranges::find_if(people, named);
      if (!who.is_new() && who.role != Role::participant) {
        who.role = Role::participant;
        who.role_why = "\"" + sentence.written({at, at + 1}) + "\" stands for them";
      }
    }
  }
}

bool has_any(const Sentence& sentence,
             TokenRange range,
             std::initializer_list<std::string_view> words) {
  for (std::size_t at = range.first; at < range.last; ++at) {
    const Token& token = sentence.token(at);
    if (token.is_word() && std::ranges::find(words, token.folded) != words.end()) {
      return true;
    }
  }
  return false;
}

// "Ana was in town, lunch at Joe's": with nobody else there, the one the news is about was.
void take_in_subject_of_news(const Sentence& sentence, std::vector<Who>& people) {
  if (sentence.clauses.empty() || people.size() != 1 ||
      sentence.clauses.front().role != ClauseRole::remark) {
    return;
  }
  const TokenRange first = sentence.clauses.front().range;
  const NameHit* name = sentence.name_at(first.first);
  if (name != nullptr && has_any(sentence, first, {"town", "over", "here", "round", "around"}) &&
      people.front().span == sentence.span(name->range)) {
    people.front().role = Role::participant;
  }
}

// "Bo mentioned that Ana is away, over lunch": who says something over a meal is there.
void take_in_speaker(const Sentence& sentence, std::vector<Who>& people) {
  bool together = false;
  for (std::size_t at = 0; at < sentence.size(); ++at) {
    together = together || is_over_a_meal(sentence, at);
  }
  const NameHit* name = sentence.name_at(0);
  if (!together || name == nullptr ||
      !has_any(sentence,
               {name->range.last, name->range.last + 1},
               {"mentioned",
                "said",
                "says",
                "told",
                "tells",
                "reckons",
                "admitted",
                "announced",
                "explained",
                "revealed"})) {
    return;
  }
  const auto who = std::ranges::find(people, sentence.span(name->range), &Who::span);
  if (who != people.end()) {
    who->role = Role::participant;
    who->role_why = "spoke with you";
  }
}

}  // namespace

bool anybody_took_part(const std::vector<Who>& people) {
  return std::ranges::any_of(people, [](const Who& who) { return who.role == Role::participant; });
}

void take_in(const Sentence& sentence,
             const std::vector<std::size_t>& pronouns,
             std::vector<Who>& people) {
  take_in_by_pronoun(sentence, pronouns, people);
  if (!pronouns.empty()) {
    return;
  }
  if (!anybody_took_part(people)) {
    take_in_subject_of_news(sentence, people);
  }
  if (!anybody_took_part(people)) {
    take_in_speaker(sentence, people);
  }
}

}  // namespace kith::capture

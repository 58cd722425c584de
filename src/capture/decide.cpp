// Weighs what is known of the people that a name may mean.
#include "capture/decide.hpp"

#include <algorithm>

#include <kith/text/fold.hpp>
#include <kith/text/width.hpp>

namespace kith::capture {

namespace {

// The sentence's words as " coffee with anders falk ", to look for whole words in.
std::string padded_words(const Sentence& sentence) {
  std::string all = " ";
  for (const Token& token : sentence.tokens) {
    if (token.is_word() || token.kind == TokenKind::number) {
      all += token.folded + ' ';
    }
  }
  return all;
}

bool speaks_of(const std::string& words, const std::string& what) {
  const std::string folded = text::fold(what);
  std::string wanted = " ";
  for (const std::string& word : text::words(folded)) {
    wanted += word + ' ';
  }
  return wanted.size() > 3 && words.find(wanted) != std::string::npos;
}

// What the sentence and the person have in common, in words; empty if nothing.
std::string hint_for(const Sentence& sentence,
                     const std::string& words,
                     const People& people,
                     const PersonRef& person,
                     const std::vector<PersonRef>& others) {
  for (const PersonRef& other : others) {
    if (people.seen_together(person, other)) {
      return "seen with " + other.name;
    }
  }
  const Known known = people.known_of(person);
  if (speaks_of(words, known.org)) {
    return "of " + known.org;
  }
  if (speaks_of(words, known.city)) {
    return "in " + known.city;
  }
  for (const Token& token : sentence.tokens) {
    if (token.kind == TokenKind::tag &&
        std::ranges::any_of(known.tags, [&](const std::string& tag) {
          return "#" + text::fold(tag) == token.folded;
        })) {
      return "tagged " + token.folded;
    }
  }
  return {};
}

}  // namespace

void decide_unclear(const Sentence& sentence, const People& people, std::vector<Who>& named) {
  if (std::ranges::none_of(named, &Who::ambiguous)) {
    return;
  }
  std::vector<PersonRef> others;
  for (const Who& who : named) {
    if (who.known()) {
      others.push_back(who.candidates.front());
    }
  }
  const std::string words = padded_words(sentence);
  for (Who& who : named) {
    if (!who.ambiguous() || who.candidates.size() >= People::kMost) {
      continue;  // of too many, not all were looked up
    }
    // Clearly: one has something in common with the sentence, and nobody else has anything.
    const PersonRef* only = nullptr;
    std::string why;
    std::size_t fitting = 0;
    for (const PersonRef& person : who.candidates) {
      std::string hint = hint_for(sentence, words, people, person, others);
      if (!hint.empty()) {
        ++fitting;
        only = &person;
        why = std::move(hint);
      }
    }
    if (fitting == 1) {
      who.why += ", the one " + why;
      who.candidates = {PersonRef{*only}};
    }
  }
}

}  // namespace kith::capture

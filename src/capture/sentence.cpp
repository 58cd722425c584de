// Looking around in a sentence.
#include "capture/sentence.hpp"

#include <algorithm>

namespace kith::capture {

const Token& Sentence::token(std::size_t at) const {
  static const Token kNothing{};
  return at < tokens.size() ? tokens[at] : kNothing;
}

const NameHit* Sentence::name_at(std::size_t at) const {
  const auto found =
      std::ranges::find_if(names, [&](const NameHit& hit) { return hit.range.contains(at); });
  return found == names.end() ? nullptr : &*found;
}

const DatePhrase* Sentence::date_at(std::size_t at) const {
  const auto found = std::ranges::find_if(
      dates, [&](const DatePhrase& phrase) { return phrase.range.contains(at); });
  return found == dates.end() ? nullptr : &*found;
}

bool Sentence::is_possessive(std::size_t at) const {
  if (token(at).tail != "s" || !capture::is(token(at + 1), WordClass::after_is)) {
    return token(at).tail == "s";
  }
  // "Ana's leaving do", "Bo's moving party": the thing is a kind of event.
  if (!kind_of_word(token(at + 2).folded).empty() ||
      std::ranges::any_of(kind_words(token(at + 1).folded), [&](const KindWord& kind) {
        return phrase_at(at + 1, kind.phrase).has_value();
      })) {
    return true;
  }
  // "at Ana's on friday", "popped round to Bo's in Leeds": their place.
  constexpr std::string_view kPlaceBefore[] = {
      "at", "to", "by", "round", "from", "over", "near", "into", "of", "@"};
  std::size_t first = at;
  while (first > 0 &&
         (token(first - 1).capital || capture::is(token(first - 1), WordClass::title)) &&
         token(first - 1).is_word()) {
    --first;
  }
  return first > 0 &&
         std::ranges::find(kPlaceBefore, token(first - 1).folded) != std::ranges::end(kPlaceBefore);
}

TextSpan Sentence::span(TokenRange range) const {
  if (range.empty() || range.last > tokens.size()) {
    return {};
  }
  return {tokens[range.first].span.begin, tokens[range.last - 1].span.end};
}

std::string Sentence::written(TokenRange range) const {
  const TextSpan where = span(range);
  return text.substr(where.begin, where.end - where.begin);
}

std::optional<std::size_t> Sentence::phrase_at(std::size_t at, std::string_view phrase) const {
  while (!phrase.empty()) {
    const std::size_t blank = phrase.find(' ');
    const std::string_view wanted = phrase.substr(0, blank);
    const Token& here = token(at);
    const bool word = here.is_word() || here.kind == TokenKind::number;
    if (!word || here.folded != wanted) {
      return std::nullopt;
    }
    phrase = blank == std::string_view::npos ? std::string_view{} : phrase.substr(blank + 1);
    // A contraction is two words: "i ll", "said he d".
    const std::string_view next = phrase.substr(0, phrase.find(' '));
    if (!here.tail.empty() && !phrase.empty() && next == here.tail) {
      phrase = next.size() == phrase.size() ? std::string_view{} : phrase.substr(next.size() + 1);
    }
    ++at;
  }
  return at;
}

void Sentence::claim(TokenRange range, Part part) {
  for (std::size_t at = range.first; at < range.last && at < tokens.size(); ++at) {
    tokens[at].part = part;
  }
}

}  // namespace kith::capture

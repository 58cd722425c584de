// Finds names by their place alone.
#include "capture/new_names.hpp"

#include <algorithm>

#include <kith/domain/given_names.hpp>
#include <kith/text/width.hpp>

namespace kith::capture {

namespace {

// "with ana and her new boyfriend mike": whose he is stands before.
bool is_kinship(const Sentence& sentence, std::size_t at) {
  if (at < 2 || !sentence.is(at - 1, WordClass::relation) || sentence.word(at - 1, "work") ||
      sentence.word(at - 1, "office") || sentence.word(at - 1, "lot")) {
    return false;
  }
  std::size_t owner = at - 2;
  if (owner > 0 && (sentence.word(owner, "new") || sentence.word(owner, "old"))) {
    --owner;
  }
  return sentence.is(owner, WordClass::possessive);
}

// "met Ana", "bumped into Ana", "walk with Ana": whom else can one have met?
bool asks_for_somebody(const Sentence& sentence, std::size_t at) {
  const Token& before = sentence.before(at);
  const Token& further = sentence.token(at >= 2 ? at - 2 : sentence.size());
  return is(before, WordClass::with) || before.is("met") || is_kinship(sentence, at) ||
         (before.is("into") && (further.is("bumped") || further.is("ran")));
}

}  // namespace

bool may_be_small_name(const Sentence& sentence, std::size_t at, bool surname) {
  const Token& token = sentence.token(at);
  if (!token.is_word() || token.capital || token.shouted || token.part != Part::open ||
      !token.tail.empty() || !token.space_before || text::length(token.folded) < 3) {
    return false;
  }
  constexpr std::string_view kEndings[] = {"ly", "ing", "ed", "wards", "ness", "tion", "less"};
  const bool grammar = std::ranges::any_of(
      kEndings, [&](std::string_view ending) { return token.folded.ends_with(ending); });
  const bool word =
      is_known_word(token.folded) && !(surname && is_only(token.folded, WordClass::name_too));
  return !grammar && !word && kind_words(token.folded).empty() && !mended(token.folded);
}

bool is_adverb(std::string_view word) {
  constexpr std::size_t kShortest = 6;
  constexpr std::string_view kNames[] = {"beverly", "kimberly", "shelly", "waverly"};
  return word.size() >= kShortest && word.ends_with("ly") && !is_common_name(word) &&
         std::ranges::find(kNames, word) == std::ranges::end(kNames);
}

bool ends_small_name(const Sentence& sentence, std::size_t at) {
  const Token& token = sentence.token(at);
  constexpr std::string_view kEnds[] = {"at",
                                        "on",
                                        "in",
                                        "and",
                                        "about",
                                        "for",
                                        "last",
                                        "yesterday",
                                        "today",
                                        "tonight",
                                        "this",
                                        "from",
                                        "after",
                                        "before",
                                        "over",
                                        "re",
                                        "who",
                                        "w"};
  return at >= sentence.size() || token.kind == TokenKind::tag || token.kind == TokenKind::at ||
         token.kind == TokenKind::sign || is(token, WordClass::calendar) ||
         (token.is_word() && std::ranges::find(kEnds, token.folded) != std::ranges::end(kEnds));
}

std::optional<TokenRange> small_name(const Sentence& sentence, std::size_t at, Slot here) {
  // "stopped by Ana's with soup": what one brings, once somebody is named.
  const bool kin = is_kinship(sentence, at);
  if (!kin && (here != Slot::strong || !sentence.names.empty())) {
    return std::nullopt;
  }
  if (!asks_for_somebody(sentence, at) || !may_be_small_name(sentence, at) ||
      sentence.token(at).caseless) {
    return std::nullopt;
  }
  constexpr std::size_t kLongest = 3;
  std::size_t last = at + 1;
  while (last < at + kLongest && may_be_small_name(sentence, last, true)) {
    ++last;
  }
  const bool plural = last == at + 1 && sentence.token(at).folded.ends_with("s") &&
                      !is_common_name(sentence.token(at).folded);
  if (plural || !ends_small_name(sentence, last)) {
    return std::nullopt;
  }
  return TokenRange{at, last};
}

bool is_name_of_plain_words(const Sentence& sentence, std::size_t at) {
  const Token& first = sentence.token(at);
  const Token& second = sentence.token(at + 1);
  constexpr std::string_view kNone[] = {"the",  "a",    "my",   "our",   "his",  "her",   "their",
                                        "new",  "old",  "two",  "three", "one",  "all",   "both",
                                        "few",  "some", "more", "most",  "big",  "great", "other",
                                        "same", "good", "me",   "him",   "them", "us"};
  return is(first, WordClass::function) && first.capital && !first.caseless &&
         is(sentence.before(at), WordClass::with) && !sentence.before(at).capital &&
         std::ranges::find(kNone, first.folded) == std::ranges::end(kNone) && second.is_word() &&
         second.capital && second.part == Part::open && second.space_before &&
         !is(second, WordClass::relation) && !is(second, WordClass::calendar) &&
         kind_of_word(second.folded).empty() && first.tail.empty();
}

}  // namespace kith::capture

// Days, times and durations: kith's one reader of them, asked at each word.
#include "capture/when.hpp"

#include <algorithm>
#include <array>

#include <kith/error.hpp>
#include <kith/time/words.hpp>

namespace kith::capture {

namespace {

// The sentence from one token on, with mistyped words put right, and the way back to its tokens.
class Mended {
 public:
  explicit Mended(const Sentence& sentence) {
    std::size_t end = 0;
    for (const Token& token : sentence.tokens) {
      // What lies between two tokens may be a hyphen.
      text_ += sentence.text.substr(end, token.span.begin - end);
      begins_.push_back(text_.size());
      const auto right = token.is_word() && token.part == Part::open && token.tail.empty()
                             ? mended(token.folded)
                             : std::nullopt;
      text_ += right ? *right
                     : sentence.text.substr(token.span.begin, token.span.end - token.span.begin);
      ends_.push_back(text_.size());
      end = token.span.end;
    }
  }

  /// What a phrase that begins at `token` may take: whole words, so that reading a long text takes
  /// time that grows with its length and not with its square.
  std::string_view from(std::size_t token) const {
    constexpr std::size_t kLongestPhrase = 100;
    std::size_t last = token;
    while (last + 1 < ends_.size() && ends_[last + 1] <= begins_[token] + kLongestPhrase) {
      ++last;
    }
    return std::string_view{text_}.substr(begins_[token], ends_[last] - begins_[token]);
  }
  /// The tokens that `length` bytes from token `first` on cover.
  TokenRange covered(std::size_t first, std::size_t length) const {
    std::size_t last = first;
    while (last < ends_.size() && ends_[last] <= begins_[first] + length) {
      ++last;
    }
    return {first, last};
  }

 private:
  std::string text_{};
  std::vector<std::size_t> begins_{};
  std::vector<std::size_t> ends_{};
};

bool all_open(const Sentence& sentence, TokenRange range) {
  for (std::size_t at = range.first; at < range.last; ++at) {
    if (sentence.token(at).part != Part::open) {
      return false;
    }
  }
  return !range.empty();
}

// "sat with Fenna", "we may go": short words that are a verb far more often than a day.
bool is_plain_verb(const Sentence& sentence, TokenRange range) {
  if (range.size() != 1) {
    return false;
  }
  const Token& token = sentence.token(range.first);
  if (token.capital && range.first > 0) {
    return false;
  }
  const Token& after = sentence.token(range.last);
  const Token& before = sentence.before(range.first);
  if (token.is("sat") || token.is("wed") || token.is("sun") || token.is("mar")) {
    constexpr std::array<std::string_view, 13> kAfterVerb{"with",
                                                          "next",
                                                          "down",
                                                          "in",
                                                          "on",
                                                          "by",
                                                          "through",
                                                          "beside",
                                                          "at",
                                                          "around",
                                                          "together",
                                                          "and",
                                                          "up"};
    const bool goes_on = std::ranges::find(kAfterVerb, after.folded) != kAfterVerb.end();
    return (goes_on && !(after.is("with") && range.first == 0)) ||
           is(before, WordClass::first_person) || is(before, WordClass::third_person) ||
           is(before, WordClass::article);
  }
  return token.is("may") || token.is("march");
}

template <class Match>
std::optional<Read<std::chrono::minutes>> find_first(Sentence& sentence, Part part, Match match) {
  const Mended mended_text{sentence};
  for (std::size_t at = 0; at < sentence.size(); ++at) {
    const Token& token = sentence.token(at);
    if (token.part != Part::open || (!token.is_word() && token.kind != TokenKind::number)) {
      continue;
    }
    if (const auto found = match(mended_text.from(at))) {
      const TokenRange range = mended_text.covered(at, found->length);
      if (all_open(sentence, range)) {
        sentence.claim({with_preposition(sentence, at), range.last}, part);
        return Read<std::chrono::minutes>{found->minutes, sentence.span(range)};
      }
    }
  }
  return std::nullopt;
}

// "on 30 feb", "2027-02-29": to take the day for today would log it in silence on the wrong one.
void refuse_impossible(const Sentence& sentence, std::size_t at, std::string_view rest) {
  const std::size_t length = match_impossible_date(rest, sentence.today);
  const std::string_view words = rest.substr(0, length);
  const bool is_iso = std::ranges::count(words, '-') == 2;
  const bool after_on = at > 0 && sentence.token(at - 1).folded == "on";
  if (length > 0 && (is_iso || after_on)) {
    throw DataError(std::string{words} + ": not a day of the calendar",
                    "write it like 2026-11-03, 'last friday' or '3 days ago'");
  }
}

struct Minutes {
  std::chrono::minutes minutes{};
  std::size_t length = 0;
};

}  // namespace

std::size_t with_preposition(const Sentence& sentence, std::size_t first) {
  constexpr std::array<std::string_view, 9> kBefore{
      "on", "by", "at", "in", "the", "around", "about", "for", "this"};
  while (first > 0 && sentence.token(first - 1).part == Part::open &&
         std::ranges::find(kBefore, sentence.token(first - 1).folded) != kBefore.end()) {
    --first;
  }
  return first;
}

void find_dates(Sentence& sentence) {
  const Mended mended_text{sentence};
  for (std::size_t at = 0; at < sentence.size(); ++at) {
    const Token& token = sentence.token(at);
    if (token.part != Part::open || (!token.is_word() && token.kind != TokenKind::number)) {
      continue;
    }
    const std::string_view rest = mended_text.from(at);
    const auto past = match_date(rest, sentence.today, Tense::past);
    const auto future = match_date(rest, sentence.today, Tense::future);
    const std::size_t length = std::max(past ? past->length : 0, future ? future->length : 0);
    const TokenRange range = mended_text.covered(at, length);
    if (length == 0) {
      refuse_impossible(sentence, at, rest);
    }
    if (length == 0 || !all_open(sentence, range) || is_plain_verb(sentence, range)) {
      continue;
    }
    DatePhrase phrase{.range = {with_preposition(sentence, at), range.last}};
    if (past) {
      phrase.past = past->date;
    }
    if (future) {
      phrase.future = future->date;
    }
    sentence.claim(phrase.range, Part::date);
    sentence.dates.push_back(phrase);
    at = range.last - 1;
  }
}

std::optional<Read<std::chrono::minutes>> find_time(Sentence& sentence) {
  return find_first(sentence, Part::time, [](std::string_view rest) {
    const auto match = match_time(rest);
    return match ? std::optional{Minutes{match->since_midnight, match->length}} : std::nullopt;
  });
}

std::optional<Read<std::chrono::minutes>> find_duration(Sentence& sentence) {
  return find_first(sentence, Part::duration, [](std::string_view rest) {
    const auto match = match_duration(rest);
    return match ? std::optional{Minutes{match->duration, match->length}} : std::nullopt;
  });
}

}  // namespace kith::capture

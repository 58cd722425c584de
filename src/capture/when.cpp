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

// 22/02, 10/24, 24.12.: a day of one reading; 3/4 has two, and 24/7 is none.
bool is_day_and_month(const Sentence& sentence, std::size_t at) {
  const Token& token = sentence.token(at);
  const std::size_t mark = token.folded.find_first_of("/.");
  if (token.kind != TokenKind::number || mark == std::string::npos || token.folded == "24/7") {
    return false;
  }
  const auto number = [](std::string_view digits) {
    const bool plain = !digits.empty() && digits.size() <= 2 &&
                       std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
    return plain ? std::stoi(std::string{digits}) : 0;
  };
  const int first = number(std::string_view{token.folded}.substr(0, mark));
  const int second = number(std::string_view{token.folded}.substr(mark + 1));
  if (token.folded[mark] == '.') {
    return first >= 1 && first <= 31 && second >= 1 && second <= 12 &&
           sentence.token(at + 1).is_sign('.') && !sentence.token(at + 1).space_before;
  }
  const bool day_first = first > 12 && first <= 31 && second >= 1 && second <= 12;
  const bool month_first = second > 12 && second <= 31 && first >= 1 && first <= 12;
  return day_first || month_first || (first == second && first >= 1 && first <= 12);
}

// "lunch wed w/ Bo", "pints mon: jack", "Ana, lunch, mon": a weekday cut short stands alone.
bool is_terse_weekday(const Sentence& sentence, std::size_t at) {
  constexpr std::string_view kTerse[] = {"mon", "wed", "sat", "sun"};
  const Token& token = sentence.token(at);
  if (std::ranges::find(kTerse, token.folded) == std::ranges::end(kTerse) || !token.tail.empty()) {
    return false;
  }
  const Token& before = sentence.before(at);
  const Token& after = sentence.token(at + 1);
  const bool at_end = at + 1 >= sentence.size() || after.kind == TokenKind::sign ||
                      after.kind == TokenKind::at || after.kind == TokenKind::tag;
  const bool kind_before = !kind_of_word(before.folded).empty() || before.part == Part::person;
  if (before.is("by") || before.is("until") || before.is("till")) {
    return true;
  }
  if (at == 0 || before.kind == TokenKind::sign) {
    return at_end || !kind_of_word(after.folded).empty();
  }
  const bool goes_on = is(after, WordClass::with) || after.is("at") || after.is("in") ||
                       after.part == Part::person || after.kind == TokenKind::number;
  // "Ana sat with us": who is named did something.
  return kind_before && (at_end || (goes_on && before.part != Part::person));
}

// "boxing day walk", "christmas eve drinks": the whole name of a day needs no "on".
bool is_named_day(const Sentence& sentence, std::size_t at) {
  constexpr std::string_view kDays[] = {"boxing day",
                                        "christmas eve",
                                        "christmas day",
                                        "xmas eve",
                                        "xmas day",
                                        "new years eve",
                                        "new years day",
                                        "new year s eve",
                                        "new year s day",
                                        "valentines day",
                                        "valentine s day"};
  return std::ranges::any_of(
      kDays, [&](std::string_view day) { return sentence.phrase_at(at, day).has_value(); });
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
    auto past = match_date(rest, sentence.today, Tense::past);
    auto future = match_date(rest, sentence.today, Tense::future);
    const bool terse = is_terse_weekday(sentence, at);
    if (!past && !future &&
        (terse || is_day_and_month(sentence, at) || is_named_day(sentence, at))) {
      // The reader of dates wants to be told that it is one.
      const std::string told = "on " + std::string{rest};
      past = match_date(told, sentence.today, Tense::past);
      future = match_date(told, sentence.today, Tense::future);
      for (auto* match : {&past, &future}) {
        if (*match) {
          (*match)->length -= std::min<std::size_t>((*match)->length, 3);
        }
      }
    }
    const std::size_t length = std::max(past ? past->length : 0, future ? future->length : 0);
    const TokenRange range = mended_text.covered(at, length);
    if (length == 0) {
      refuse_impossible(sentence, at, rest);
    }
    if (length == 0 || !all_open(sentence, range) || (!terse && is_plain_verb(sentence, range))) {
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

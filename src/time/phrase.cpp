// Numbers and calendar days written out: 3 nov 2025, 2026-11-03, 25/12/2026.
#include "time/phrase.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "time/calendar.hpp"

namespace kith {
namespace {

constexpr std::size_t kLongestPhrase = 24;  // tokens

/// Years that a number in a sentence may mean: "nov 3 1000 people came" has none.
constexpr int kFirstYearInSentence = 1800;
constexpr int kLastYearInSentence = 2299;

bool is_year(const Phrase& phrase, std::size_t at) {
  const Token& token = phrase.token(at);
  if (!token.is_number() || token.text.size() != 4 || !phrase.may_end_at(at + 1)) {
    return false;
  }
  const int year = read_digits(token.text).value_or(0);
  return phrase.is_whole() || (year >= kFirstYearInSentence && year <= kLastYearInSentence);
}

/// The year after a day and a month, if there is one: "3 nov 2025", "nov 3, 2025", "3-nov-2025".
void read_year(const Phrase& phrase, char separator, Written& written) {
  std::size_t at = phrase.skip_sign(written.next, ',');
  at = separator == 0 ? at : phrase.skip_sign(at, separator);
  if (is_year(phrase, at)) {
    written.year = read_digits(phrase.token(at).text);
    written.next = at + 1;
  }
}

void check(Written& written) {
  constexpr int kSomeLeapYear = 2000;
  if (written.why.empty() &&
      !make_date(written.year.value_or(kSomeLeapYear), written.month, written.day)) {
    written.why = "not a day of the calendar";
  }
}

unsigned small_number(std::string_view digits) {
  return static_cast<unsigned>(read_digits(digits).value_or(0));
}

/// Day and month between slashes come in either order.
void set_unordered(std::string_view first, std::string_view second, Written& written) {
  constexpr unsigned kMonths = 12;
  const unsigned a = small_number(first);
  const unsigned b = small_number(second);
  written.day = b > kMonths ? b : a;
  written.month = b > kMonths ? a : b;
  if (a != b && a >= 1 && b >= 1 && a <= kMonths && b <= kMonths) {
    const std::string year = written.year ? fmt::format("{:04}-", *written.year) : std::string{};
    written.why = "day and month may be either way round";
    written.hint = written.year
                       ? fmt::format("write {0}{1:02}-{2:02} or {0}{2:02}-{1:02}", year, a, b)
                       : "name the month: 3 nov";
  }
}

/// Numbers with one sign between them and nothing else: 2026-11-03.
struct Numbers {
  std::vector<std::string_view> digits{};
  char separator = 0;
  std::size_t next = 0;
};

Numbers glued_numbers(const Phrase& phrase, std::size_t at) {
  Numbers numbers{.digits = {phrase.token(at).text}, .next = at + 1};
  while (numbers.digits.size() < 4) {
    const Token& sign = phrase.token(numbers.next);
    const Token& number = phrase.token(numbers.next + 1);
    const bool goes_on = sign.kind == Token::Kind::sign && sign.is_glued && number.is_number() &&
                         number.is_glued &&
                         (sign.sign == '-' || sign.sign == '/' || sign.sign == '.') &&
                         (numbers.separator == 0 || numbers.separator == sign.sign);
    if (!goes_on) {
      break;
    }
    numbers.separator = sign.sign;
    numbers.digits.push_back(number.text);
    numbers.next += 2;
  }
  return numbers;
}

/// 20261103, as some files have it; too likely to be another number in a sentence.
std::optional<Written> compact(const Phrase& phrase, const Numbers& numbers) {
  constexpr std::size_t kDigits = 8;
  const std::string_view digits = numbers.digits[0];
  if (numbers.digits.size() != 1 || digits.size() != kDigits || !phrase.is_whole()) {
    return std::nullopt;
  }
  return Written{.year = read_digits(digits.substr(0, 4)),
                 .month = small_number(digits.substr(4, 2)),
                 .day = small_number(digits.substr(6, 2)),
                 .next = numbers.next};
}

std::optional<Written> with_year(const Numbers& numbers) {
  const auto& digits = numbers.digits;
  const bool is_small = digits[1].size() <= 2 && (digits[0].size() <= 2 || digits[2].size() <= 2);
  if (!is_small) {
    return std::nullopt;
  }
  Written written{.next = numbers.next};
  if (digits[0].size() == 4) {
    written.year = read_digits(digits[0]);
    written.month = small_number(digits[1]);
    written.day = small_number(digits[2]);
    return written;
  }
  if (digits[0].size() == 3) {
    return std::nullopt;
  }
  if (digits[2].size() == 2) {
    written.why = "the year needs four digits";
    return written;
  }
  if (digits[2].size() != 4) {
    return std::nullopt;
  }
  written.year = read_digits(digits[2]);
  if (numbers.separator == '.') {  // only ever written day first
    written.day = small_number(digits[0]);
    written.month = small_number(digits[1]);
  } else {
    set_unordered(digits[0], digits[1], written);
  }
  return written;
}

std::optional<Written> without_year(const Phrase& phrase, const Numbers& numbers) {
  if (numbers.digits[0].size() > 2 || numbers.digits[1].size() > 2 || numbers.separator == '-') {
    return std::nullopt;
  }
  Written written{.next = numbers.next};
  if (numbers.separator == '/') {
    set_unordered(numbers.digits[0], numbers.digits[1], written);
    return written;
  }
  const Token& stop = phrase.token(written.next);
  const bool has_stop = stop.is_sign('.') && stop.is_glued;
  if (!has_stop && !phrase.is_whole()) {
    return std::nullopt;  // 3.11 may be a version, a price, a time
  }
  written.day = small_number(numbers.digits[0]);
  written.month = small_number(numbers.digits[1]);
  written.next += has_stop ? 1 : 0;
  return written;
}

/// The month of "3 nov" after token `at`; where it stands, and what joins it to the day.
struct MonthAfterDay {
  std::size_t at = 0;
  char separator = 0;
};

MonthAfterDay month_after_day(const Phrase& phrase, std::size_t at) {
  const Token& sign = phrase.token(at);
  if (sign.is_sign('-') || sign.is_sign('/')) {
    return {.at = at + 1, .separator = sign.sign};
  }
  return {.at = phrase.skip(phrase.skip_sign(at, '.'), Role::of)};
}

}  // namespace

Phrase::Phrase(std::string_view text, Scope scope)
    : tokens_(tokens(text, kLongestPhrase)), meanings_(), scope_(scope) {
  meanings_.reserve(tokens_.size());
  for (const Token& token : tokens_) {
    meanings_.push_back(meaning_of(token.folded));
  }
}

const Token& Phrase::token(std::size_t index) const {
  static const Token kBeyond{};
  return index < tokens_.size() ? tokens_[index] : kBeyond;
}

const Meaning& Phrase::meaning(std::size_t index) const {
  static const Meaning kNone{};
  return index < meanings_.size() ? meanings_[index] : kNone;
}

bool Phrase::may_end_at(std::size_t index) const {
  const Token& next = token(index);
  if (!next.is_glued || next.is_end()) {
    return true;
  }
  if (next.kind != Token::Kind::sign || next.sign == '@' || next.sign == '_') {
    return false;
  }
  const Token& beyond = token(index + 1);
  if (next.sign == '-' && beyond.is_number()) {
    return true;  // "nov 3-5", "10:30-11:30": the first of the two
  }
  const bool goes_on = beyond.is_glued && (beyond.is_word() || beyond.is_number());
  return !goes_on || std::string_view{".-/:'"}.find(next.sign) == std::string_view::npos;
}

bool Phrase::ends_at(std::size_t index) const {
  while (token(index).is_sign('.') || token(index).is_sign(',')) {
    ++index;
  }
  return index < tokens_.size() && token(index).is_end();
}

bool Phrase::nothing_counted_at(std::size_t index) const {
  if (!token(index).is_word()) {
    return true;
  }
  switch (meaning(index).role) {
    case Role::small_word:
    case Role::in:
    case Role::at:
    case Role::and_:
    case Role::or_:
    case Role::about:
    case Role::from:
    case Role::after:
    case Role::before:
      return true;
    default:
      return token(index).folded == "w";  // short for "with"
  }
}

std::optional<Number> read_count(const Phrase& phrase, std::size_t at) {
  constexpr std::size_t kMostDigits = 6;
  const Token& token = phrase.token(at);
  if (token.is_number()) {
    const auto value = token.text.size() <= kMostDigits ? read_digits(token.text) : std::nullopt;
    return value ? std::optional{Number{.value = *value, .next = at + 1}} : std::nullopt;
  }
  std::size_t noun = phrase.skip(at, Role::article);
  if (phrase.is(noun, Role::few)) {
    return Number{.value = phrase.meaning(noun).value, .next = phrase.skip(noun + 1, Role::of)};
  }
  if (noun != at) {
    return Number{.value = 1, .next = noun};
  }
  if (!phrase.is(at, Role::number)) {
    return std::nullopt;
  }
  Number number{.value = phrase.meaning(at).value, .next = at + 1};
  const std::size_t ones = phrase.skip_sign(number.next, '-');
  if (number.value >= 20 && number.value % 10 == 0 && phrase.is(ones, Role::number) &&
      phrase.meaning(ones).value < 10) {
    number = {.value = number.value + phrase.meaning(ones).value, .next = ones + 1};
  }
  return number;
}

std::optional<DayNumber> read_day_number(const Phrase& phrase, std::size_t at) {
  if (phrase.is(at, Role::ordinal)) {
    return DayNumber{.value = static_cast<unsigned>(phrase.meaning(at).value),
                     .next = at + 1,
                     .is_ordinal = true};
  }
  const Token& token = phrase.token(at);
  if (!token.is_number() || token.text.size() > 2) {
    return std::nullopt;
  }
  DayNumber day{.value = small_number(token.text), .next = at + 1};
  if (phrase.is(day.next, Role::ordinal_suffix) && phrase.token(day.next).is_glued) {
    day.is_ordinal = true;
    ++day.next;
  }
  return day;
}

std::optional<Written> read_named_month(const Phrase& phrase, std::size_t at) {
  Written written;
  if (phrase.is(at, Role::month)) {
    written.month = static_cast<unsigned>(phrase.meaning(at).value);
    const std::size_t number = phrase.skip(phrase.skip_sign(at + 1, '.'), Role::the);
    const auto day = read_day_number(phrase, number);
    if (!day || !phrase.may_end_at(day->next)) {
      return std::nullopt;
    }
    written.day = day->value;
    written.next = day->next;
    read_year(phrase, 0, written);
    check(written);
    return written;
  }
  const std::size_t number = phrase.skip(at, Role::the);
  const auto day = read_day_number(phrase, number);
  if (!day) {
    return std::nullopt;
  }
  const auto [month, separator] = month_after_day(phrase, day->next);
  if (!phrase.is(month, Role::month)) {
    return std::nullopt;
  }
  written.day = day->value;
  written.month = static_cast<unsigned>(phrase.meaning(month).value);
  written.next = phrase.skip_sign(month + 1, '.');
  if (!phrase.token(written.next).is_number()) {
    written.next = month + 1;  // the full stop ends the sentence
  }
  read_year(phrase, separator, written);
  // "3 may come", "5 march past": only what cannot go on like that is a day.
  const bool is_plain_count = !day->is_ordinal && month == day->next && !written.year;
  const bool is_introduced =
      at > 0 && (phrase.is(at - 1, Role::on) || phrase.is(at - 1, Role::weekday));
  if (!phrase.is_whole() && is_plain_count && !is_introduced &&
      phrase.meaning(month).is_ambiguous && !phrase.nothing_counted_at(written.next)) {
    return std::nullopt;
  }
  check(written);
  return written;
}

std::optional<Written> read_numbers(const Phrase& phrase, std::size_t at, bool is_introduced) {
  if (!phrase.token(at).is_number()) {
    return std::nullopt;
  }
  const Numbers numbers = glued_numbers(phrase, at);
  std::optional<Written> written;
  if (numbers.digits.size() == 1) {
    written = compact(phrase, numbers);
  } else if (numbers.digits.size() == 2 && (phrase.is_whole() || is_introduced)) {
    written = without_year(phrase, numbers);
  } else if (numbers.digits.size() == 3) {
    written = with_year(numbers);
  }
  if (written) {
    check(*written);
  }
  return written;
}

}  // namespace kith

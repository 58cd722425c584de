// Times of day and durations, as they stand in a sentence.
#include <array>
#include <utility>

#include "time/calendar.hpp"
#include "time/phrase.hpp"
#include <kith/time/words.hpp>

namespace kith {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

enum class Half { unsaid, am, pm };

struct HalfDay {
  Half half = Half::unsaid;
  std::size_t next = 0;
};

/// `am`, `pm`, `a.m.`, `p.m.`
HalfDay read_half(const Phrase& phrase, std::size_t at) {
  const std::string& word = phrase.token(at).folded;
  if (word == "am" || word == "pm") {
    return {.half = word == "am" ? Half::am : Half::pm, .next = at + 1};
  }
  const bool is_dotted = (word == "a" || word == "p") && phrase.token(at + 1).is_sign('.') &&
                         phrase.token(at + 2).folded == "m" && phrase.token(at + 2).is_glued;
  if (!is_dotted) {
    return {.next = at};
  }
  const bool has_stop = phrase.token(at + 3).is_sign('.') && phrase.token(at + 3).is_glued;
  return {.half = word == "a" ? Half::am : Half::pm, .next = at + (has_stop ? 4U : 3U)};
}

struct Minute {
  int value = 0;
  std::size_t next = 0;
  char separator = 0;
};

/// `:30` or `.30`, and `:30:15`, whose seconds nobody asked for.
std::optional<Minute> read_minute(const Phrase& phrase, std::size_t at) {
  const Token& sign = phrase.token(at);
  const Token& number = phrase.token(at + 1);
  if ((!sign.is_sign(':') && !sign.is_sign('.')) || !sign.is_glued || !number.is_number() ||
      !number.is_glued || number.text.size() != 2) {
    return std::nullopt;
  }
  Minute minute{.value = *read_digits(number.text), .next = at + 2, .separator = sign.sign};
  const Token& second = phrase.token(at + 3);
  if (phrase.token(at + 2).is_sign(':') && second.is_number() && second.is_glued &&
      second.text.size() == 2) {
    minute.next = at + 4;
  }
  return minute;
}

std::optional<TimeMatch> named_time(const Phrase& phrase) {
  const std::string& word = phrase.token(0).folded;
  if (!phrase.may_end_at(1)) {
    return std::nullopt;
  }
  if (word == "noon" || word == "midday") {
    return TimeMatch{.since_midnight = hours{12}, .length = phrase.token(0).end};
  }
  if (word == "midnight") {
    return TimeMatch{.since_midnight = hours{0}, .length = phrase.token(0).end};
  }
  return std::nullopt;
}

struct Length {
  minutes value{};
  std::size_t next = 0;
};

/// Seconds count as the minute that they begin.
minutes in_minutes(double count, int minutes_each) {
  constexpr double kSecondsInMinute = 60;
  const double exact = minutes_each == 0 ? (count + kSecondsInMinute - 1) / kSecondsInMinute
                                         : count * minutes_each + 0.5;
  return minutes{static_cast<minutes::rep>(exact)};
}

struct Amount {
  double value = 0;
  std::size_t next = 0;
};

/// `2`, `2.5`, `two`, `an`, `half an`, `one and a half`, `a quarter of an`.
std::optional<Amount> read_amount(const Phrase& phrase) {
  if (phrase.is(0, Role::half)) {
    return Amount{.value = 0.5, .next = phrase.skip(1, Role::article)};
  }
  if (phrase.is(0, Role::article) && phrase.is(1, Role::half)) {  // "a half hour"
    return Amount{.value = 0.5, .next = phrase.skip(phrase.skip(2, Role::of), Role::article)};
  }
  const std::size_t quarter = phrase.skip(0, Role::article);
  if (phrase.token(quarter).folded == "quarter" && phrase.is(quarter + 1, Role::of)) {
    return Amount{.value = 0.25, .next = phrase.skip(quarter + 2, Role::article)};
  }
  const auto count = read_count(phrase, 0);
  if (!count) {
    return std::nullopt;
  }
  Amount amount{.value = static_cast<double>(count->value), .next = count->next};
  const Token& sign = phrase.token(1);
  const Token& fraction = phrase.token(2);
  if (phrase.token(0).is_number() && (sign.is_sign('.') || sign.is_sign(',')) && sign.is_glued &&
      fraction.is_number() && fraction.is_glued && fraction.text.size() <= 2) {
    const double scale = fraction.text.size() == 1 ? 10 : 100;
    amount.value += *read_digits(fraction.text) / scale;
    amount.next = 3;
  } else if (phrase.is(amount.next, Role::and_) && phrase.is(amount.next + 1, Role::article) &&
             phrase.is(amount.next + 2, Role::half)) {
    amount.value += 0.5;
    amount.next += 3;
  }
  return amount;
}

/// `90 min`, `2h`, `half an hour`: an amount and its unit. `m` is a minute here, not a month.
std::optional<Length> read_length(const Phrase& phrase) {
  const auto amount = read_amount(phrase);
  if (!amount) {
    return std::nullopt;
  }
  const std::size_t noun = phrase.skip_sign(amount->next, '-');
  const Token& unit = phrase.token(noun);
  if (unit.folded == "m" || unit.folded == "s") {
    const bool belongs = unit.is_glued && phrase.token(0).is_number() && unit.folded == "m";
    return belongs ? std::optional{Length{in_minutes(amount->value, 1), noun + 1}} : std::nullopt;
  }
  const bool is_second = unit.folded == "second" && phrase.token(0).is_number();  // else an ordinal
  if (!phrase.is(noun, Role::clock_unit) && !is_second) {
    return std::nullopt;
  }
  const int minutes_each = is_second ? 0 : phrase.meaning(noun).value;
  return Length{in_minutes(amount->value, minutes_each), noun + 1};
}

/// The minutes after hours: `1h20m`, `1h 20`, `1 hour and 20 minutes`, `an hour and a half`.
void read_more_minutes(const Phrase& phrase, Length& length) {
  if (phrase.is(length.next, Role::and_) && phrase.is(length.next + 1, Role::article) &&
      phrase.is(length.next + 2, Role::half)) {
    length.value += minutes{30};
    length.next += 3;
    return;
  }
  const std::size_t number = phrase.skip(length.next, Role::and_);
  const Token& token = phrase.token(number);
  if (!token.is_number() || token.text.size() > 2 || *read_digits(token.text) >= 60) {
    return;
  }
  std::size_t next = number + 1;
  const bool has_unit = phrase.token(next).folded == "m" ||
                        (phrase.is(next, Role::clock_unit) && phrase.meaning(next).value == 1);
  if (!has_unit) {
    // "2h 3 nov", "2h 3pm", "2h and 20 people": the number belongs to what comes after it.
    const bool is_other = number != length.next || phrase.is(next, Role::month) ||
                          phrase.is(next, Role::ordinal_suffix) || phrase.is(next, Role::unit) ||
                          phrase.is(next, Role::clock_unit) || !phrase.may_end_at(next) ||
                          read_half(phrase, next).half != Half::unsaid;
    if (is_other) {
      return;
    }
  } else {
    ++next;
  }
  length.value += minutes{*read_digits(token.text)};
  length.next = next;
}

}  // namespace

std::optional<TimeMatch> match_time(std::string_view text) {
  const Phrase phrase{text, Scope::sentence};
  const Token& number = phrase.token(0);
  if (!number.is_number()) {
    return named_time(phrase);
  }
  if (number.text.size() > 2) {
    return std::nullopt;
  }
  int hour = *read_digits(number.text);
  const auto minute = read_minute(phrase, 1);
  const auto [half, next] = read_half(phrase, minute ? minute->next : 1);
  const bool is_dotted = minute && minute->separator == '.';
  if (half == Half::unsaid) {
    if (!minute || is_dotted || hour > 23) {
      return std::nullopt;  // 3 and 3.30 are any numbers
    }
  } else if (hour < 1 || hour > 12) {
    return std::nullopt;
  } else {
    hour = hour % 12 + (half == Half::pm ? 12 : 0);
  }
  if ((minute && minute->value > 59) || !phrase.may_end_at(next)) {
    return std::nullopt;
  }
  return TimeMatch{.since_midnight = hours{hour} + minutes{minute ? minute->value : 0},
                   .length = phrase.token(next - 1).end};
}

std::optional<DurationMatch> match_duration(std::string_view text) {
  const Phrase phrase{text, Scope::sentence};
  auto length = read_length(phrase);
  if (!length) {
    return std::nullopt;
  }
  const std::string& unit = phrase.token(length->next - 1).folded;
  if (unit.starts_with('h')) {
    read_more_minutes(phrase, *length);
  }
  if (length->value == minutes{0} || !phrase.may_end_at(length->next)) {
    return std::nullopt;
  }
  return DurationMatch{.duration = length->value, .length = phrase.token(length->next - 1).end};
}

}  // namespace kith

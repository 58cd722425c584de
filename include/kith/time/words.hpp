// Dates, times and spans in people's words: the one reader of DATE and SPAN that every command,
// file format and sentence uses.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string_view>

#include <kith/time/date.hpp>
#include <kith/time/span.hpp>

namespace kith {

/// How to read a day that the words leave open: `friday`, `nov 3`, `the 10th`.
enum class Tense {
  past,   ///< the latest such day up to and including today: what happened
  future  ///< the next such day: what is to do. A weekday is after today, a date may be today
};

/// Reads the whole of `text` as a day: ISO, or words (`today`, `yesterday`, `last friday`,
/// `3 days ago`, `in 2 weeks`, `next month`, `nov 3`, `3 nov 2025`, …), and a span (`2w`) in the
/// future tense. One typing mistake in a word of five letters or more is forgiven.
///
/// - `last friday` is the latest Friday before today; `next friday` the Friday of the next ISO week
///   (on a Sunday five days on, on a Wednesday nine); both whatever the tense.
/// - `this friday`: the latest up to today, or the next from today on, by tense.
/// - `last week`, `next month` move today by as much; `this week` is today, or its Sunday if in the
///   future tense. `end of the week` is its Sunday. A weekend is its Saturday (from Sunday on, in
///   the future tense, today).
/// - Of a weekday beside a date the date wins, but the two have to agree.
/// - `3.11.2026` has the day first. `11/3/2026` is refused, `25/12/2026` and `12/25/2026` are not.
///
/// Throws DataError ("2026-02-30: not a day of the calendar", "soonish: not a date I know").
Date parse_date(std::string_view text, Date today, Tense tense = Tense::past);

/// Reads a date of which parts may be missing: what parse_date reads, and `2019`, `2019-05`,
/// `may 2019`, `spring 2019` (a year), `--05-03`, `05-03`, `3 may` (no year), `last year` (a year).
/// Throws DataError.
PartialDate parse_partial_date(std::string_view text, Date today);

/// Reads `10d`, `2w`, `3m`, `1y`, `daily`, `weekly`, `fortnightly`, `monthly`, `quarterly`,
/// `yearly`, `6 weeks`, `every 6 weeks`, `every other week`, `every month`.
/// Throws DataError; also for a span of nothing and for more than 100 years.
Span parse_span(std::string_view text);

struct DateMatch {
  Date date{};
  std::size_t length = 0;  ///< bytes of the text that the phrase takes
};

/// The longest date phrase that `text` begins with, if it begins with one; it ends at a word
/// boundary. The case of letters does not matter. An `on` (or `at the`, of a weekend) before the
/// day and the part of the day or the `'s` after it belong to the phrase, leading blanks too.
///
/// What stands before `text` is not seen, so what is mostly something else is no date here, though
/// parse_date() reads it:
/// - `sat`, `sun`, `mon`, `wed` alone; with `on`, `last`, `next`, a part of the day, a date or a
///   colon they are (`on sat`, `sat night`, `sat 14 nov`, `sat: lunch`);
/// - a month without a day (`may`, `june`), and `3 may` before a word that goes on otherwise;
/// - `the 3rd` before what it may count (`the 3rd floor`), and `10th` without `the`;
/// - numbers without a year (`3.11.`, `25/12`) unless `on` or a weekday stands before them;
/// - `christmas` without `at` or `on`, `weekend` without `the`, `2w` alone, 20261103.
/// A full weekday name is a date, even where it is someone's name: the caller knows people.
std::optional<DateMatch> match_date(std::string_view text, Date today, Tense tense);
/// The bytes that a day takes which no calendar has ("30 feb", "2027-02-29") at the beginning of
/// `text`; 0 if none stands there.
std::size_t match_impossible_date(std::string_view text, Date today);

struct TimeMatch {
  std::chrono::minutes since_midnight{};
  std::size_t length = 0;
};

/// A time of day that `text` begins with: `3pm`, `3:30 pm`, `15:30`, `noon`, `midnight`. Midnight
/// is 0:00.
std::optional<TimeMatch> match_time(std::string_view text);

struct DurationMatch {
  std::chrono::minutes duration{};
  std::size_t length = 0;
};

/// A duration that `text` begins with: `30m`, `90 min`, `2h`, `1h 20`, `1h20m`, `an hour`,
/// `half an hour`, `2.5 hours`, `90 seconds` (2 minutes: rounded up). Never nothing.
std::optional<DurationMatch> match_duration(std::string_view text);

}  // namespace kith

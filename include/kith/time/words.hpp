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
  future  ///< the next such day after today: what is to do
};

/// Reads the whole of `text` as a day: ISO, or words (`today`, `yesterday`, `last friday`,
/// `3 days ago`, `in 2 weeks`, `next month`, `nov 3`, `3 nov 2025`, …).
/// Throws DataError ("2026-02-30: not a day of the calendar", "soonish: not a date I know").
Date parse_date(std::string_view text, Date today, Tense tense = Tense::past);

/// Reads a date of which parts may be missing: what parse_date reads, and `2019`, `2019-05`,
/// `may 2019`, `spring 2019` (a year), `--05-03`, `05-03`, `3 may` (no year).
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
/// boundary. The case of letters does not matter.
std::optional<DateMatch> match_date(std::string_view text, Date today, Tense tense);

struct TimeMatch {
  std::chrono::minutes since_midnight{};
  std::size_t length = 0;
};

/// A time of day that `text` begins with: `3pm`, `3:30 pm`, `15:30`, `noon`, `midnight`.
std::optional<TimeMatch> match_time(std::string_view text);

struct DurationMatch {
  std::chrono::minutes duration{};
  std::size_t length = 0;
};

/// A duration that `text` begins with: `30m`, `90 min`, `2h`, `1h 20`, `1h20m`, `an hour`,
/// `half an hour`, `2.5 hours`.
std::optional<DurationMatch> match_duration(std::string_view text);

}  // namespace kith

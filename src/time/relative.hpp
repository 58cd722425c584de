// Dates said in words, seen from a today: last friday, in 2 weeks, the 10th, end of next month.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "time/phrase.hpp"
#include <kith/time/date.hpp>
#include <kith/time/span.hpp>
#include <kith/time/words.hpp>

namespace kith {

/// One way to read the beginning of a phrase. Without a date, `why` says what is wrong with it;
/// with one, `why` may say that the phrase contradicts itself.
struct Reading {
  std::size_t next = 0;  ///< the first token that does not belong to it
  std::optional<Date> date{};
  std::string why{};
  std::string hint{};
};

/// All readings of what stands at the beginning, in the order of the rules.
std::vector<Reading> read_dates(const Phrase& phrase, Date today, Tense tense);

/// The day that was written out; `tense` chooses the year if none was.
Reading dated(const Written& written, Date today, Tense tense);

struct CountedSpan {
  Span span{};
  std::size_t next = 0;
};

/// `3 days`, `a couple of weeks`, `2w`, `half a year`, `a week or two` (the week).
std::optional<CountedSpan> read_span(const Phrase& phrase, std::size_t at);

/// `count` units; nothing if that is more than any calendar holds.
std::optional<Span> span_of(int count, Unit unit);

}  // namespace kith

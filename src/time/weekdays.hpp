// Weekdays, weekends, days of the month and holidays: the rules that relative.cpp puts together.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "time/phrase.hpp"
#include "time/relative.hpp"
#include <kith/time/date.hpp>
#include <kith/time/words.hpp>

namespace kith {

/// A phrase and what it is seen from.
struct Asked {
  const Phrase& phrase;
  Date today{};
  Tense tense = Tense::past;
};

using Readings = std::vector<Reading>;

// Each rule adds its readings of what begins at token `at`, if there are any.

/// `friday`, `on friday`, `last friday`, `friday next week`, `friday week`, `friday nov 20`.
void read_weekday(const Asked& asked, std::size_t at, Readings& out);
/// `next week on friday`
void read_week_and_weekday(const Asked& asked, std::size_t at, Readings& out);
/// `the weekend`, `last weekend`
void read_weekend(const Asked& asked, std::size_t at, Readings& out);
/// `the 10th`, `on the 10th of last month`
void read_day_of_month(const Asked& asked, std::size_t at, Readings& out);
/// `at christmas`, `on new year's eve`
void read_holiday(const Asked& asked, std::size_t at, Readings& out);

/// NOUN `after next` or NOUN `before last`, where `role` is the noun's.
struct TwiceAway {
  std::size_t noun = 0;
  std::size_t next = 0;
  int direction = 0;  ///< 1 or -1
};
std::optional<TwiceAway> read_twice_away(const Phrase& phrase, std::size_t at, Role role);

}  // namespace kith

// Finding days, times and durations in a sentence.
#pragma once

#include "capture/sentence.hpp"

namespace kith::capture {

/// Fills sentence.dates, with "on", "by" and the like before them, and claims their tokens.
void find_dates(Sentence& sentence);

/// The first time of day and the first duration among the tokens that are still open.
std::optional<Read<std::chrono::minutes>> find_time(Sentence& sentence);
std::optional<Read<std::chrono::minutes>> find_duration(Sentence& sentence);

/// The first word of the date phrase that begins at token `first`, with "on", "by", "at" before it.
std::size_t with_preposition(const Sentence& sentence, std::size_t first);

}  // namespace kith::capture

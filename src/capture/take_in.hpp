// Those who were there without being named where it says so.
#pragma once

#include <vector>

#include "capture/sentence.hpp"

namespace kith::capture {

bool anybody_took_part(const std::vector<Who>& people);

/// Makes participants of those whom a pronoun of somebody who was there stands for (`pronouns`:
/// their tokens), of the one whom news of a visit is about, and of who said something over a meal.
void take_in(const Sentence& sentence,
             const std::vector<std::size_t>& pronouns,
             std::vector<Who>& people);

}  // namespace kith::capture

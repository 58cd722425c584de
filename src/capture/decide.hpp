// Which of several people a name means, by what else the sentence says.
#pragma once

#include "capture/sentence.hpp"

namespace kith::capture {

/// Leaves one candidate of a name that fits several, if the sentence's other people, places,
/// organisations and tags clearly point at one and at no other; else all of them.
void decide_unclear(const Sentence& sentence, const People& people, std::vector<Who>& named);

}  // namespace kith::capture

// What is to do, and what is worth remembering, in the same breath.
#pragma once

#include "capture/sentence.hpp"

namespace kith::capture {

std::vector<DraftFollowUp> find_follow_ups(const Sentence& sentence,
                                           const std::vector<Who>& people);

std::vector<DraftFact> find_facts(const Sentence& sentence, const std::vector<Who>& people);

}  // namespace kith::capture

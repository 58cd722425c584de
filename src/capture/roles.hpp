// Who took part, and who was only spoken of.
#pragma once

#include "capture/sentence.hpp"

namespace kith::capture {

/// The people of the draft, each once, in the order of the sentence. Names that are neither known
/// nor stand where somebody took part are left out.
std::vector<Who> assign_roles(const Sentence& sentence);

}  // namespace kith::capture

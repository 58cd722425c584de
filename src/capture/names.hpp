// Finding names in a sentence: known ones by all that a person is called, unknown ones by how they
// are written.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "capture/sentence.hpp"

namespace kith::capture {

/// Fills sentence.names: known people, and runs of capitalised words that may be somebody new.
/// Whether a word that is also something else (Will, June, Friday) is a name is decided here, by
/// what stands around it.
void find_names(Sentence& sentence, const People& people);

/// True if a slip of the pen explains `written` for the name `known`; a different ending (Daniel,
/// Daniela) is a different name.
bool plausible_typo(std::string_view written, std::string_view known);

}  // namespace kith::capture

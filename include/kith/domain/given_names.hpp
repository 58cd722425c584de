// Given names: short forms, spellings, and those that many people bear. All words are folded.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kith {

/// Given names that `word` is a short form of: tom -> thomas.
std::vector<std::string> long_forms(std::string_view word);

/// True if `word` is a name that many people bear, so that it is no slip for another.
bool is_common_name(std::string_view word);

/// Other spellings of the given name `word`: kathrine -> catherine, katherine, …
std::vector<std::string> other_spellings(std::string_view word);

}  // namespace kith

// KIND: a word from a known list, or one of the user's own.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kith::cli {

/// `word` as a kind: a known one, or any single lower-case word that is no slip of the pen of a
/// known one. `what` names the list: "fact". Throws DataError.
std::string parse_kind(std::string_view what,
                       std::string_view word,
                       const std::vector<std::string_view>& known);

}  // namespace kith::cli

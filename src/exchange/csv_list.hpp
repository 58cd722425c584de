// Several words in one cell: "climbing; book club".
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kith::exchange {

/// `words` parted by "; "; what parts words is escaped by a backslash inside them.
std::string join_list(const std::vector<std::string>& words);

/// What join_list() was given; also reads lists parted by commas and by Google's " ::: ".
std::vector<std::string> split_list(std::string_view cell);

/// The values of a cell that holds several as Google writes them: "a ::: b".
std::vector<std::string> split_values(std::string_view cell);

}  // namespace kith::exchange

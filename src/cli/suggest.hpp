// "Did you mean": the nearest of the words that would have been right.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kith::cli {

/// Those of `known` that `word` may have meant, nearest first, at most three; empty if none is
/// near.
std::vector<std::string> nearest(std::string_view word, const std::vector<std::string>& known);

/// "did you mean list or link?"; `otherwise` where nothing is near.
std::string did_you_mean(std::string_view word,
                         const std::vector<std::string>& known,
                         std::string_view otherwise);

}  // namespace kith::cli

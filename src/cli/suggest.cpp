// "Did you mean": the nearest of the words that would have been right.
#include "cli/suggest.hpp"

#include <algorithm>
#include <utility>

#include <kith/text/fold.hpp>

namespace kith::cli {

std::vector<std::string> nearest(std::string_view word, const std::vector<std::string>& known) {
  const std::string wanted = text::fold(word);
  const int limit = wanted.size() <= 4 ? 1 : 2;
  std::vector<std::pair<int, std::string>> near;
  for (const std::string& candidate : known) {
    // A word cut short or run on ("remin", "listing") counts as one edit away.
    const bool begins =
        wanted.size() >= 3 &&
        (candidate.starts_with(wanted) || (candidate.size() >= 3 && wanted.starts_with(candidate)));
    const int distance = begins ? 1 : text::edit_distance(wanted, candidate, limit);
    if (distance <= limit) {
      near.emplace_back(distance, candidate);
    }
  }
  std::ranges::stable_sort(near, {}, &std::pair<int, std::string>::first);
  std::vector<std::string> words;
  for (auto& [distance, candidate] : near) {
    if (words.size() < 3) {
      words.push_back(std::move(candidate));
    }
  }
  return words;
}

std::string did_you_mean(std::string_view word,
                         const std::vector<std::string>& known,
                         std::string_view otherwise) {
  const std::vector<std::string> words = nearest(word, known);
  if (words.empty()) {
    return std::string{otherwise};
  }
  std::string question = "did you mean ";
  for (std::size_t i = 0; i < words.size(); ++i) {
    question += (i == 0 ? "" : i + 1 == words.size() ? " or " : ", ") + words[i];
  }
  return question + "?";
}

}  // namespace kith::cli

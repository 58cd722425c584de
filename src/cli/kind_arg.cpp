// KIND: a word from a known list, or one of the user's own.
#include "cli/kind_arg.hpp"

#include <algorithm>

#include "cli/suggest.hpp"
#include <kith/error.hpp>
#include <kith/text/clean.hpp>
#include <kith/text/fold.hpp>

namespace kith::cli {

std::string parse_kind(std::string_view what,
                       std::string_view word,
                       const std::vector<std::string_view>& known) {
  std::string kind = text::fold(word);
  if (std::ranges::find(known, kind) != known.end()) {
    return kind;
  }
  std::string all = "kinds kith knows: ";
  for (const std::string_view one : known) {
    all += (one == known.front() ? "" : ", ") + std::string{one};
  }
  const bool one_word = !kind.empty() && std::ranges::all_of(kind, [](unsigned char c) {
    return c >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  });
  const std::vector<std::string> words(known.begin(), known.end());
  if (!one_word || !nearest(kind, words).empty()) {
    throw DataError(text::printable(word) + ": not a kind of " + std::string{what},
                    did_you_mean(kind, words, all));
  }
  return kind;
}

}  // namespace kith::cli

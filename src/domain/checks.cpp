// What every draft's text goes through before it is stored.
#include "domain/checks.hpp"

#include <algorithm>

#include <fmt/format.h>

#include <kith/domain/person.hpp>
#include <kith/error.hpp>
#include <kith/text/clean.hpp>
#include <kith/text/fold.hpp>
#include <kith/text/width.hpp>

namespace kith {
namespace {

constexpr std::size_t kLongestText = 1'000'000;

void require_utf8(std::string_view what, std::string_view value) {
  if (!text::is_utf8(value)) {
    throw DataError(fmt::format("{}: not UTF-8 text", what), "save or type it as UTF-8");
  }
}

}  // namespace

std::string checked_line(std::string_view what, std::string_view value) {
  require_utf8(what, value);
  std::string line = text::clean_line(value);
  if (text::length(line) > kLongestName) {
    throw DataError(fmt::format("{}: {} characters are too many", what, text::length(line)),
                    fmt::format("keep it to {}", kLongestName));
  }
  return line;
}

std::string checked_text(std::string_view what, std::string_view value) {
  require_utf8(what, value);
  if (value.size() > kLongestText) {
    throw DataError(fmt::format("{}: too long", what), "keep it under a million bytes");
  }
  return text::clean_text(value);
}

std::string checked_words(std::string_view what, std::string_view value) {
  std::string words = checked_text(what, value);
  if (words.empty()) {
    throw DataError(fmt::format("{}: there is nothing in it", what), "say it in a few words");
  }
  return words;
}

std::string checked_word(std::string_view what, std::string_view value) {
  std::string word = checked_line(what, value);
  word.erase(0, std::min(word.find_first_not_of('#'), word.size()));
  if (word.empty() || text::fold(word).find(' ') != std::string::npos) {
    throw DataError(word.empty() ? fmt::format("{}: there is nothing in it", what)
                                 : fmt::format("{}: {} is not one word", what, word),
                    "use one word, or join words with - or _");
  }
  return word;
}

void require_day(std::string_view what, Date date) {
  if (!date.ok() || !PartialDate{date}.is_valid()) {
    throw DataError(fmt::format("{}: not a day of the calendar", what));
  }
}

}  // namespace kith

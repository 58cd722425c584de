// Names in parts, and whole.
#include "exchange/vcard_names.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include <kith/text/clean.hpp>
#include <kith/text/fold.hpp>

namespace kith::exchange {
namespace {

constexpr std::array<std::string_view, 28> kParticles{
    "al",  "af",  "av",  "bin", "bint", "da",  "das", "de",  "del", "della",
    "den", "der", "di",  "do",  "dos",  "du",  "el",  "ibn", "la",  "le",
    "san", "ter", "ten", "van", "vom",  "von", "zu",  "zur"};

std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> words;
  while (!name.empty()) {
    const std::size_t end = std::min(name.find(' '), name.size());
    if (end > 0) {
      words.emplace_back(name.substr(0, end));
    }
    name.remove_prefix(std::min(end + 1, name.size()));
  }
  return words;
}

std::string joined(const std::vector<std::string>& words, std::size_t from, std::size_t to) {
  std::string text;
  for (std::size_t i = from; i < to; ++i) {
    text += (text.empty() ? "" : " ") + words[i];
  }
  return text;
}

/// How many bytes the first character has, if it is a Han character or a Hangul syllable.
std::size_t family_first(std::string_view word) {
  if (word.size() < 6 || word.size() > 12 || word.size() % 3 != 0) {
    return 0;  // two to four such characters are a name
  }
  for (std::size_t i = 0; i < word.size(); i += 3) {
    const auto first = static_cast<unsigned char>(word[i]);
    const auto second = static_cast<unsigned char>(word[i + 1]);
    const bool is_han = first >= 0xE4 && first <= 0xE9;
    const bool is_hangul = first >= 0xEA && first <= 0xED && !(first == 0xEA && second < 0xB0);
    if (!is_han && !is_hangul) {
      return 0;
    }
  }
  return 3;
}

}  // namespace

NameParts parts_of_name(std::string_view name) {
  NameParts parts;
  std::string rest = text::clean_line(name);
  if (const auto comma = rest.find(", "); comma != std::string::npos) {
    parts.suffix = rest.substr(comma + 2);  // as NameParts::display() writes it
    rest.resize(comma);
  }
  const std::vector<std::string> words = words_of(rest);
  if (words.size() < 2) {
    const std::size_t family = words.empty() ? 0 : family_first(words.front());
    parts.family = rest.substr(0, family);
    parts.given = rest.substr(family);
    return parts;
  }
  std::size_t family = words.size() - 1;
  while (family > 1 &&
         std::find(kParticles.begin(), kParticles.end(), text::fold(words[family - 1])) !=
             kParticles.end()) {
    --family;
  }
  parts.given = words.front();
  parts.middle = joined(words, 1, family);
  parts.family = joined(words, family, words.size());
  return parts;
}

bool fits_name(const NameParts& parts, std::string_view name) {
  const std::vector<std::string> there = text::words(text::segmented(text::fold(name)));
  const std::vector<std::string> wanted =
      text::words(text::segmented(text::fold(parts.given + " " + parts.family)));
  return !wanted.empty() && std::all_of(wanted.begin(), wanted.end(), [&](const std::string& word) {
    return std::find(there.begin(), there.end(), word) != there.end();
  });
}

}  // namespace kith::exchange

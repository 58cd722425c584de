// Words in and around names.
#include "exchange/csv_names.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include <kith/text/clean.hpp>
#include <kith/text/fold.hpp>

namespace kith::exchange {
namespace {

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

/// What stands behind a comma and is no given name.
bool is_name_suffix(std::string_view words) {
  constexpr std::array<std::string_view, 38> kSuffixes{
      "phd", "md",   "mba",  "jr",  "sr", "ii", "iii", "iv",  "esq",  "cpa", "pmp", "rn",  "dds",
      "jd",  "llm",  "msc",  "bsc", "ma", "ba", "ms",  "dr",  "prof", "cfa", "inc", "llc", "ltd",
      "co",  "corp", "gmbh", "ag",  "kg", "sa", "bv",  "plc", "spa",  "srl", "oy",  "ab"};
  std::string first = text::fold(words);
  std::erase(first, '.');
  first.erase(std::min(first.size(), first.find_first_of(" ,")));
  return is_one_of(kSuffixes, first);
}

bool is_particle(std::string_view word) {
  constexpr std::array<std::string_view, 20> kParticles{
      "van", "von", "de",  "da",  "di",  "del", "della", "der", "den", "la",
      "le",  "du",  "dos", "das", "ter", "ten", "zu",    "zum", "el",  "al"};
  return is_one_of(kParticles, word);
}

std::string plain(std::string_view word) {
  std::string folded = text::fold(word);
  std::erase_if(folded, [](char c) { return c == '.' || c == ':'; });
  return folded;
}

}  // namespace

bool is_family_first(std::string_view name, bool is_usual) {
  const auto comma = name.find(',');
  if (comma == std::string_view::npos || name.find(',', comma + 1) != std::string_view::npos) {
    return false;
  }
  const std::string before = text::clean_line(name.substr(0, comma));
  const std::string after = text::clean_line(name.substr(comma + 1));
  if (before.empty() || after.empty() || is_name_suffix(after) ||
      name.find_first_of("0123456789@") != std::string_view::npos) {
    return false;
  }
  const std::vector<std::string> family = text::words(text::fold(before));
  const bool is_one_name =
      !family.empty() && std::all_of(family.begin(), family.end() - 1, [](const std::string& word) {
        return is_particle(word);
      });
  return is_usual || (is_one_name && text::words(text::fold(after)).size() <= 3);
}

std::string given_first(std::string_view name) {
  const auto comma = name.find(',');
  return text::clean_line(name.substr(comma + 1)) + " " + text::clean_line(name.substr(0, comma));
}

NameParts parted_name(std::string_view name) {
  NameParts parts{.given = std::string(name)};
  auto blank = name.rfind(' ');
  // "Ana Lim, PhD": the comma belongs to the family name.
  if (const auto comma = name.find(", "); comma != std::string_view::npos) {
    blank = name.substr(0, comma).rfind(' ');
  }
  while (blank != std::string_view::npos && blank > 0) {
    const auto before = name.substr(0, blank).rfind(' ');
    if (before == std::string_view::npos || before == 0 ||
        !is_particle(name.substr(before + 1, blank - before - 1))) {
      break;
    }
    blank = before;
  }
  // Blanks at the edges of a part would not come back.
  if (blank != std::string_view::npos && blank > 0 && blank + 1 < name.size() &&
      name[blank - 1] != ' ' && name[blank + 1] != ' ') {
    parts.given = name.substr(0, blank);
    parts.family = name.substr(blank + 1);
  }
  return parts;
}

bool is_salutation(std::string_view word) {
  constexpr std::array<std::string_view, 26> kSalutations{
      "mr",   "mrs",  "ms",    "miss",   "mx",  "sir",    "madam",    "herr",   "herrn",
      "frau", "hr",   "fr",    "m",      "mme", "mlle",   "monsieur", "madame", "sr",
      "sra",  "srta", "senor", "senora", "sig", "signor", "signora",  "dhr"};
  return is_one_of(kSalutations, plain(word)) || plain(word) == "mevr" || plain(word) == "sig.ra" ||
         plain(word) == "sigra";
}

bool is_name_prefix(std::string_view word) {
  constexpr std::array<std::string_view, 12> kDegrees{"dr",
                                                      "prof",
                                                      "prof dr",
                                                      "dott",
                                                      "dra",
                                                      "rev",
                                                      "hon",
                                                      "ing",
                                                      "dipl-ing",
                                                      "lord",
                                                      "lady",
                                                      "dame"};
  return is_salutation(word) || is_one_of(kDegrees, plain(word));
}

bool is_total(std::string_view name) {
  constexpr std::array<std::string_view, 11> kTotals{"total",
                                                     "totals",
                                                     "grand total",
                                                     "sum",
                                                     "summe",
                                                     "gesamt",
                                                     "totaal",
                                                     "totale",
                                                     "count",
                                                     "anzahl",
                                                     "total contacts"};
  std::string words = plain(name);
  words.erase(words.find_last_not_of("0123456789 =()") + 1);
  return is_one_of(kTotals, words);
}

Relation relation_of(std::string_view word, std::string_view name) {
  constexpr std::array<std::string_view, 9> kPartners{"spouse",
                                                      "partner",
                                                      "domestic partner",
                                                      "husband",
                                                      "wife",
                                                      "boyfriend",
                                                      "girlfriend",
                                                      "fiance",
                                                      "fiancee"};
  constexpr std::array<std::string_view, 18> kFamily{"child",
                                                     "mother",
                                                     "father",
                                                     "parent",
                                                     "brother",
                                                     "sister",
                                                     "sibling",
                                                     "son",
                                                     "daughter",
                                                     "uncle",
                                                     "aunt",
                                                     "cousin",
                                                     "nephew",
                                                     "niece",
                                                     "grandmother",
                                                     "grandfather",
                                                     "relative",
                                                     "family"};
  constexpr std::array<std::string_view, 8> kColleagues{
      "manager", "assistant", "colleague", "coworker", "co-worker", "boss", "report", "employee"};
  Relation relation{.word = text::clean_line(word), .name = text::clean_line(name)};
  const std::string folded = text::fold(word);
  std::string spaced = folded;
  std::ranges::replace(spaced, '_', ' ');
  relation.kind = is_one_of(kPartners, spaced)     ? "partner"
                  : is_one_of(kFamily, spaced)     ? "family"
                  : is_one_of(kColleagues, spaced) ? "colleague"
                  : spaced == "friend"             ? "friend"
                                                   : "knows";
  return relation;
}

}  // namespace kith::exchange

// Given names that are written in several ways: who writes Kathrine may mean Catherine. Source: the
// variants that dictionaries of first names list under one head word (Hanks, Hardcastle & Hodges,
// A Dictionary of First Names, 2006); forms of other languages (Thomas, Tomás) are other names.
#include "capture/vocabulary.hpp"

namespace kith::capture {

namespace {

constexpr std::string_view kSpellings[] = {
    "katherine catherine kathrine katharine kathryn cathryn catharine cathrine",
    "sara sarah",
    "john jon",
    "stephen steven stephan",
    "geoffrey jeffrey",
    "geoff jeff",
    "philip phillip",
    "ann anne",
    "hannah hanna",
    "eric erik erick",
    "marc mark",
    "lewis louis",
    "alan allan allen",
    "brian bryan",
    "sean shaun shawn",
    "isabel isobel isabelle",
    "elizabeth elisabeth",
    "theresa teresa",
    "nicholas nicolas",
    "christopher kristopher",
    "christine kristine",
    "christina kristina",
    "lindsay lindsey",
    "rachel rachael",
    "rebecca rebekah",
    "deborah debora debra",
    "mohammed muhammad mohamed mohammad muhammed mohamad",
    "ahmed ahmad",
    "hussein husain hussain hossein",
    "yusuf yousef youssef yousuf",
    "aisha ayesha aicha",
    "fatima fatimah fatma",
    "ibrahim ebrahim",
    "sophie sofie",
    "sophia sofia",
    "zoe zoey",
    "chloe khloe",
    "caitlin kaitlyn katelyn kaitlin",
    "leah lea",
    "frederick frederic fredrik fredrick",
    "carl karl",
    "oscar oskar",
    "victor viktor",
    "victoria viktoria",
    "jacob jakob",
    "lucas lukas",
    "matthew mathew",
    "matthias mathias",
    "gillian jillian",
    "sergei sergey sergej",
    "dmitri dmitry dimitri dmitrij",
    "alexei alexey aleksei aleksey",
    "natalia nataliya natalya",
    "ekaterina yekaterina",
    "evgeny yevgeny evgeni evgenii",
    "andrei andrey andrej",
    "yuri yuriy iouri",
    "stuart stewart",
    "graham graeme",
    "ian iain",
    "claire clare clair",
    "jane jayne",
    "vivian vivien",
    "laurence lawrence",
    "neil neal niall",
    "derek derrick",
    "tracy tracey",
    "stacy stacey",
    "hayley hailey haley",
    "megan meghan",
    "kelly kelley",
    "leslie lesley",
    "jeremy jeremie",
    "aaron aron",
    "bjorn bjoern",
    "soren soeren",
    "jurgen juergen",
    "guenter gunter gunther guenther",
};

bool has_word(std::string_view words, std::string_view word) {
  const std::size_t at = words.find(word);
  const std::size_t end = at + word.size();
  return at != std::string_view::npos && (at == 0 || words[at - 1] == ' ') &&
         (end == words.size() || words[end] == ' ');
}

}  // namespace

std::vector<std::string> other_spellings(std::string_view word) {
  std::vector<std::string> found;
  for (std::string_view names : kSpellings) {
    if (!has_word(names, word)) {
      continue;
    }
    while (!names.empty()) {
      const std::size_t blank = names.find(' ');
      if (names.substr(0, blank) != word) {
        found.emplace_back(names.substr(0, blank));
      }
      names = blank == std::string_view::npos ? std::string_view{} : names.substr(blank + 1);
    }
  }
  return found;
}

}  // namespace kith::capture

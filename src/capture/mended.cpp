// Mistyped words of kinds and dates, put right.
#include <algorithm>
#include <array>

#include "capture/vocabulary.hpp"
#include <kith/text/fold.hpp>
#include <kith/text/width.hpp>

namespace kith::capture {

namespace {

struct Abbreviation {
  std::string_view written{};
  std::string_view meant{};
};

constexpr std::array kAbbreviations{
    Abbreviation{"nxt", "next"},       Abbreviation{"lst", "last"},
    Abbreviation{"tmrw", "tomorrow"},  Abbreviation{"tmr", "tomorrow"},
    Abbreviation{"tmw", "tomorrow"},   Abbreviation{"tomoz", "tomorrow"},
    Abbreviation{"2moro", "tomorrow"}, Abbreviation{"2mrw", "tomorrow"},
    Abbreviation{"tomo", "tomorrow"},  Abbreviation{"yest", "yesterday"},
    Abbreviation{"yday", "yesterday"}, Abbreviation{"ystrday", "yesterday"},
    Abbreviation{"tonite", "tonight"}, Abbreviation{"2nite", "tonight"},
    Abbreviation{"2day", "today"},     Abbreviation{"wk", "week"},
    Abbreviation{"wks", "weeks"},      Abbreviation{"mth", "month"},
    Abbreviation{"mths", "months"},    Abbreviation{"wkend", "weekend"},
    Abbreviation{"lnch", "lunch"},     Abbreviation{"cofee", "coffee"},
    Abbreviation{"wiht", "with"},      Abbreviation{"wtih", "with"},
    Abbreviation{"wit", "with"},       Abbreviation{"witth", "with"},
};

// What a mistyped word is compared with: words long enough that one slip leaves no doubt.
constexpr auto kRight = std::to_array<std::string_view>({
    "yesterday",  "tomorrow", "tonight",   "today",        "morning",    "afternoon",  "evening",
    "monday",     "tuesday",  "wednesday", "thursday",     "friday",     "saturday",   "sunday",
    "january",    "february", "april",     "august",       "september",  "october",    "november",
    "december",   "coffee",   "breakfast", "lunch",        "dinner",     "drinks",     "brunch",
    "called",     "phoned",   "texted",    "message",      "messaged",   "emailed",    "email",
    "meeting",    "walked",   "visited",   "visit",        "party",      "wedding",    "video",
    "facetime",   "letter",   "postcard",  "birthday",     "concert",    "conference", "weeks",
    "month",      "months",   "weekend",   "supper",       "facetimed",  "whatsapp",   "remind",
    "cappuccino", "espresso", "barbecue",  "housewarming", "exhibition", "graduation", "introduced",
    "voicemail",  "hiking",   "festival",  "christmas",    "fortnight",
});

// Right words that are a slip away from one of those.
constexpr auto kOwnWords = std::to_array<std::string_view>({
    "launch",  "lurch",   "massage",  "super",   "tested",  "diner",   "mourning", "branch",
    "breach",  "welding", "weeding",  "latter",  "litter",  "lighter", "patty",    "parity",
    "pasty",   "mouth",   "mouths",   "convert", "concept", "drunks",  "sundry",   "confidence",
    "toddy",   "rewind",  "caller",   "culled",  "cooled",  "carved",  "waked",    "wedged",
    "visitor", "vision",  "posted",   "phones",  "monthly", "melting", "marching", "decent",
    "drinker", "concern", "concerns", "console", "coffer",  "texture",
});

bool is_known(std::string_view word) {
  return std::ranges::find(kRight, word) != kRight.end() || !kind_of_word(word).empty() ||
         is(word, WordClass::function) || is(word, WordClass::verb) ||
         is(word, WordClass::action) || is(word, WordClass::encounter) ||
         is(word, WordClass::reached) || is(word, WordClass::name_too) ||
         is(word, WordClass::relation) || is(word, WordClass::place_word) ||
         is(word, WordClass::calendar) || is(word, WordClass::subordinate);
}

// A slip of the finger changes the middle of a word far more often than its first letter; and a
// changed ending is grammar ("parties", "months").
bool plausible(std::string_view written, std::string_view right) {
  if (written.front() != right.front()) {
    return false;
  }
  const bool longer = written.size() > right.size() && written.starts_with(right);
  return !longer;
}

}  // namespace

std::optional<std::string> mended(std::string_view word) {
  for (const Abbreviation& entry : kAbbreviations) {
    if (entry.written == word) {
      return std::string{entry.meant};
    }
  }
  const std::size_t length = text::length(word);
  if (length < 5 || is_known(word)) {
    return std::nullopt;
  }
  if (std::ranges::find(kOwnWords, word) != kOwnWords.end()) {
    return std::nullopt;
  }
  const int limit = length >= 8 ? 2 : 1;
  for (const std::string_view right : kRight) {
    if (right.size() >= 5 && plausible(word, right) &&
        text::edit_distance(word, right, limit) <= limit) {
      return std::string{right};
    }
  }
  return std::nullopt;
}

}  // namespace kith::capture

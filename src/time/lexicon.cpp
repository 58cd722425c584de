// The table of English date words, and the words that look like typing mistakes but are none.
#include "time/lexicon.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <kith/text/fold.hpp>

namespace kith {
namespace {

enum class Kind : char { plain, ambiguous };

struct Entry {
  std::string_view word;
  Role role;
  int value = 0;
  Kind kind = Kind::plain;
};

constexpr int of(Unit unit) { return static_cast<int>(unit); }

// clang-format off
constexpr Entry kEnglish[] = {
    {"today", Role::day, 0}, {"tonight", Role::day, 0}, {"tonite", Role::day, 0},
    {"yesterday", Role::day, -1}, {"yday", Role::day, -1},
    {"tomorrow", Role::day, 1}, {"tmrw", Role::day, 1}, {"tmr", Role::day, 1}, {"tmw", Role::day, 1},
    {"tomorow", Role::day, 1}, {"tommorrow", Role::day, 1}, {"tommorow", Role::day, 1},
    {"now", Role::now},

    {"morning", Role::day_part, 0}, {"afternoon", Role::day_part, 0}, {"lunchtime", Role::day_part, 0},
    {"evening", Role::day_part, 1}, {"night", Role::day_part, 1}, {"nite", Role::day_part, 1},

    {"monday", Role::weekday, 0}, {"tuesday", Role::weekday, 1}, {"wednesday", Role::weekday, 2}, {"wensday", Role::weekday, 2},
    {"thursday", Role::weekday, 3}, {"friday", Role::weekday, 4}, {"saturday", Role::weekday, 5},
    {"sunday", Role::weekday, 6},
    {"mon", Role::weekday, 0, Kind::ambiguous}, {"tue", Role::weekday, 1}, {"tues", Role::weekday, 1},
    {"wed", Role::weekday, 2, Kind::ambiguous}, {"weds", Role::weekday, 2},
    {"thu", Role::weekday, 3}, {"thur", Role::weekday, 3}, {"thurs", Role::weekday, 3},
    {"fri", Role::weekday, 4}, {"sat", Role::weekday, 5, Kind::ambiguous},
    {"sun", Role::weekday, 6, Kind::ambiguous},
    {"weekend", Role::weekend},

    {"january", Role::month, 1}, {"february", Role::month, 2},
    {"march", Role::month, 3, Kind::ambiguous}, {"april", Role::month, 4},
    {"may", Role::month, 5, Kind::ambiguous}, {"june", Role::month, 6}, {"july", Role::month, 7},
    {"august", Role::month, 8}, {"september", Role::month, 9}, {"october", Role::month, 10},
    {"november", Role::month, 11}, {"december", Role::month, 12},
    {"jan", Role::month, 1}, {"feb", Role::month, 2}, {"mar", Role::month, 3, Kind::ambiguous},
    {"apr", Role::month, 4}, {"jun", Role::month, 6}, {"jul", Role::month, 7}, {"aug", Role::month, 8},
    {"sep", Role::month, 9}, {"sept", Role::month, 9}, {"oct", Role::month, 10},
    {"nov", Role::month, 11}, {"dec", Role::month, 12},
    {"spring", Role::season}, {"summer", Role::season}, {"autumn", Role::season},
    {"fall", Role::season}, {"winter", Role::season},

    {"d", Role::unit, of(Unit::day)}, {"day", Role::unit, of(Unit::day)},
    {"days", Role::unit, of(Unit::day)},
    {"w", Role::unit, of(Unit::week)}, {"wk", Role::unit, of(Unit::week)},
    {"wks", Role::unit, of(Unit::week)}, {"week", Role::unit, of(Unit::week)},
    {"weeks", Role::unit, of(Unit::week)},
    {"fortnight", Role::unit, of(Unit::fortnight)}, {"fortnights", Role::unit, of(Unit::fortnight)},
    {"m", Role::unit, of(Unit::month)}, {"mo", Role::unit, of(Unit::month)},
    {"mos", Role::unit, of(Unit::month)}, {"mth", Role::unit, of(Unit::month)},
    {"mths", Role::unit, of(Unit::month)}, {"month", Role::unit, of(Unit::month)},
    {"months", Role::unit, of(Unit::month)},
    {"q", Role::unit, of(Unit::quarter)}, {"quarter", Role::unit, of(Unit::quarter)},
    {"quarters", Role::unit, of(Unit::quarter)},
    {"y", Role::unit, of(Unit::year)}, {"yr", Role::unit, of(Unit::year)},
    {"yrs", Role::unit, of(Unit::year)}, {"year", Role::unit, of(Unit::year)},
    {"years", Role::unit, of(Unit::year)},
    {"h", Role::clock_unit, 60}, {"hr", Role::clock_unit, 60}, {"hrs", Role::clock_unit, 60},
    {"hour", Role::clock_unit, 60}, {"hours", Role::clock_unit, 60},
    {"min", Role::clock_unit, 1}, {"mins", Role::clock_unit, 1}, {"minute", Role::clock_unit, 1},
    {"minutes", Role::clock_unit, 1},
    {"sec", Role::clock_unit, 0}, {"secs", Role::clock_unit, 0}, {"seconds", Role::clock_unit, 0},

    {"daily", Role::rhythm, -1}, {"weekly", Role::rhythm, -7}, {"fortnightly", Role::rhythm, -14},
    {"biweekly", Role::rhythm, -14}, {"monthly", Role::rhythm, 1}, {"quarterly", Role::rhythm, 3},
    {"yearly", Role::rhythm, 12}, {"annually", Role::rhythm, 12}, {"annual", Role::rhythm, 12},

    {"a", Role::article, 1}, {"an", Role::article, 1},
    {"one", Role::number, 1}, {"two", Role::number, 2}, {"three", Role::number, 3},
    {"four", Role::number, 4}, {"five", Role::number, 5}, {"six", Role::number, 6},
    {"seven", Role::number, 7}, {"eight", Role::number, 8}, {"nine", Role::number, 9},
    {"ten", Role::number, 10}, {"eleven", Role::number, 11}, {"twelve", Role::number, 12},
    {"thirteen", Role::number, 13}, {"fourteen", Role::number, 14}, {"fifteen", Role::number, 15},
    {"sixteen", Role::number, 16}, {"seventeen", Role::number, 17}, {"eighteen", Role::number, 18},
    {"nineteen", Role::number, 19}, {"twenty", Role::number, 20}, {"thirty", Role::number, 30},
    {"forty", Role::number, 40}, {"fifty", Role::number, 50}, {"sixty", Role::number, 60},
    {"ninety", Role::number, 90},
    {"couple", Role::few, 2}, {"few", Role::few, 3}, {"half", Role::half},
    {"first", Role::ordinal, 1}, {"second", Role::ordinal, 2}, {"third", Role::ordinal, 3},
    {"fourth", Role::ordinal, 4}, {"fifth", Role::ordinal, 5}, {"sixth", Role::ordinal, 6},
    {"seventh", Role::ordinal, 7}, {"eighth", Role::ordinal, 8}, {"ninth", Role::ordinal, 9},
    {"tenth", Role::ordinal, 10}, {"eleventh", Role::ordinal, 11}, {"twelfth", Role::ordinal, 12},
    {"thirteenth", Role::ordinal, 13}, {"fourteenth", Role::ordinal, 14},
    {"fifteenth", Role::ordinal, 15}, {"sixteenth", Role::ordinal, 16},
    {"seventeenth", Role::ordinal, 17}, {"eighteenth", Role::ordinal, 18},
    {"nineteenth", Role::ordinal, 19}, {"twentieth", Role::ordinal, 20},
    {"thirtieth", Role::ordinal, 30},
    {"st", Role::ordinal_suffix}, {"nd", Role::ordinal_suffix}, {"rd", Role::ordinal_suffix},
    {"th", Role::ordinal_suffix},

    {"last", Role::direction, -1}, {"past", Role::direction, -1}, {"previous", Role::direction, -1},
    {"this", Role::direction, 0}, {"next", Role::direction, 1}, {"nxt", Role::direction, 1},
    {"coming", Role::direction, 2}, {"upcoming", Role::direction, 2},
    {"start", Role::edge, 0}, {"beginning", Role::edge, 0}, {"middle", Role::edge, 1},
    {"mid", Role::edge, 1}, {"end", Role::edge, 2},

    {"ago", Role::ago}, {"back", Role::ago}, {"hence", Role::hence}, {"the", Role::the},
    {"on", Role::on}, {"at", Role::at}, {"over", Role::at}, {"in", Role::in}, {"of", Role::of},
    {"from", Role::from}, {"after", Role::after}, {"before", Role::before}, {"time", Role::time},
    {"about", Role::about}, {"around", Role::about}, {"roughly", Role::about},
    {"circa", Role::about}, {"or", Role::or_}, {"and", Role::and_},
    {"every", Role::every}, {"each", Role::every}, {"once", Role::every}, {"per", Role::every},
    {"other", Role::other},
    {"early", Role::early_or_late}, {"earlier", Role::early_or_late},
    {"late", Role::early_or_late}, {"later", Role::early_or_late},

    {"christmas", Role::holiday}, {"xmas", Role::holiday}, {"new", Role::holiday},
    {"boxing", Role::holiday}, {"halloween", Role::holiday}, {"valentine", Role::holiday},
    {"valentines", Role::holiday},

    {"with", Role::small_word}, {"to", Role::small_word},
    {"for", Role::small_word}, {"by", Role::small_word}, {"we", Role::small_word},
    {"i", Role::small_word}, {"he", Role::small_word}, {"she", Role::small_word},
    {"they", Role::small_word}, {"it", Role::small_word}, {"was", Role::small_word},
    {"then", Role::small_word}, {"but", Role::small_word}, {"because", Role::small_word},
    {"so", Role::small_word}, {"re", Role::small_word},
    {"my", Role::small_word}, {"our", Role::small_word}, {"met", Role::small_word},
    {"saw", Role::small_word}, {"had", Role::small_word}, {"went", Role::small_word},
    {"called", Role::small_word},
};

/// One edit away from a date word, but words and names of their own.
constexpr std::string_view kNoTypingMistakes[] = {
    "agust", "eventing", "manday", "quartet", "sundal", "augusta", "auguste", "augusti", "augusto", "frida", "fridah", "fridman", "moaning", "mondal",
    "mondale", "monda", "mondadori", "monody", "mourning", "mouths", "mundy", "munday", "sanday",
    "sunda", "sundae", "sundar", "sundari", "sunder", "sundin", "sundry", "sundby", "toady",
};
// clang-format on

constexpr bool may_be_mistyped(Role role) {
  return role == Role::day || role == Role::day_part || role == Role::weekday ||
         role == Role::weekend || role == Role::month || role == Role::unit;
}

/// A neighbour swap is all that is forgiven in a word of five letters: any other single edit of
/// "march", "april" or "today" is likely to be a name (Marco, Avril, Tosay).
bool is_neighbour_swap(std::string_view word, std::string_view right) {
  if (word.size() != right.size()) {
    return false;
  }
  const auto [a, b] = std::ranges::mismatch(word, right);
  return word.end() - a >= 2 && a[0] == b[1] && a[1] == b[0] &&
         std::equal(a + 2, word.end(), b + 2);
}

bool is_mistyped(std::string_view word, const Entry& entry) {
  constexpr std::size_t kShortest = 5;
  const std::string_view right = entry.word;
  if (right.size() < kShortest || !may_be_mistyped(entry.role) || word.front() != right.front()) {
    return false;
  }
  const bool is_plural = word.size() == right.size() + 1 && word.starts_with(right) &&
                         word.back() == 's';  // "mondays" is a habit, not a day
  if (is_plural) {
    return false;
  }
  if (right.size() == kShortest) {
    return is_neighbour_swap(word, right);
  }
  return text::edit_distance(word, right, 1) <= 1;
}

Meaning meaning(const Entry& entry) {
  return {.role = entry.role, .value = entry.value, .is_ambiguous = entry.kind == Kind::ambiguous};
}

}  // namespace

Meaning meaning_of(std::string_view folded) {
  constexpr std::size_t kShortestForgiven = 5;
  const auto* const exact = std::ranges::find(kEnglish, folded, &Entry::word);
  if (exact != std::end(kEnglish)) {
    return meaning(*exact);
  }
  if (folded.size() < kShortestForgiven ||
      std::ranges::find(kNoTypingMistakes, folded) != std::end(kNoTypingMistakes)) {
    return {};
  }
  const auto* const close = std::ranges::find_if(
      kEnglish, [folded](const Entry& entry) { return is_mistyped(folded, entry); });
  return close == std::end(kEnglish) ? Meaning{} : meaning(*close);
}

}  // namespace kith

// The words that kith knows about sentences, as tables: another language is other tables.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "capture/token.hpp"

namespace kith::capture {

/// What a word does in a sentence; a word may do several things.
enum class WordClass : unsigned {
  none = 0,
  function = 1U << 0,      ///< never a name in small letters: the, of, was, …
  with = 1U << 1,          ///< names after it took part
  third_person = 1U << 2,  ///< he, her, they: what follows is said about somebody
  first_person = 1U << 3,  ///< I, we, me
  about = 1U << 4,         ///< names after it were spoken of
  subordinate = 1U << 5,   ///< that, because, why: what follows is told, not done
  encounter = 1U << 6,     ///< verbs whose object took part: called, met, visited
  reached = 1U << 7,       ///< verbs whose subject took part: rang, texted, came
  action = 1U << 8,        ///< what one can promise to do, in its plain form: send, call, book
  verb = 1U << 9,          ///< other verbs, in the forms that follow a name: is, got, wants
  name_too = 1U << 10,     ///< ordinary words that are also names: will, rose, bill
  calendar = 1U << 11,     ///< months, weekdays and their short forms
  title = 1U << 12,        ///< dr, aunt, uncle: part of a name, and never a name alone
  relation = 1U << 13,     ///< husband, cousin, colleague, neighbours
  article = 1U << 14,      ///< a, an, the
  possessive = 1U << 15,   ///< his, her, my
  place_word = 1U << 16,   ///< generic places, that "at" may have in small letters
  no_place = 1U << 17,     ///< what follows "at" or "in" without being a place: least, person
  particle = 1U << 18,     ///< van, de, al: inside a name in small letters
  after_is = 1U << 20,     ///< what follows an 's that stands for "is" or "has": going, got, not
  presence = 1U << 21,     ///< verbs whose subject was there too: joined, came, hosted
  open_end = 1U << 22,     ///< what lasts until a day, where other things are done by it: stay, be
  gives = 1U << 23,        ///< what somebody does for me without saying so: send, call, confirm
  stage = 1U << 24,        ///< what one goes to because it is somebody's: band, exhibition, talk
  not_a_gift = 1U << 25,   ///< gave her a ride, a hug, a hand
  ahead = 1U << 26,        ///< verbs of what is or will be: a day after them is not the day it was
  not_a_name = 1U << 27,   ///< what "with" may be followed by and is nobody: milk, cake, love
  determiner = 1U << 28,   ///< before the thing given: a, some, my
  home = 1U << 29,         ///< what somebody's place is: place, house, studio
  date_stop = 1U << 19,    ///< until, before, since: a day after it is not the day it happened
};

/// True if the folded `word` does `what`.
bool is(std::string_view word, WordClass what);
/// True if the folded `word` does anything.
bool is_known_word(std::string_view word);
/// True if the folded `word` does `what`, and nothing else.
bool is_only(std::string_view word, WordClass what);
inline bool is(const Token& token, WordClass what) {
  return token.is_word() && is(token.folded, what);
}

/// An interaction kind as people say it; a weak one yields to any other.
struct KindWord {
  std::string_view phrase{};  ///< folded words, at most three
  std::string_view kind{};
  bool weak = false;
};
/// Those that begin with the folded word `first`.
std::span<const KindWord> kind_words(std::string_view first);

/// The kind that a single folded word means, weak ones too; empty if it is none.
std::string_view kind_of_word(std::string_view word);

/// What introduces something to do: "need to", "remind me to", "i'll".
std::span<const std::string_view> promise_openers();

/// "left a voicemail", "no answer": only one side took part.
std::span<const std::string_view> unanswered_phrases();

/// A word that people mistype, put right: brekfast -> breakfast, nxt -> next; only words of kinds
/// and dates. Nothing if it is right, or too short to tell.
std::optional<std::string> mended(std::string_view word);

/// True if the folded word is a city or country, and no ordinary word.
bool is_city_or_country(std::string_view word);
/// Cities and countries of two folded words: new york.
std::span<const std::string_view> places_of_two_words();

struct FactCue {
  std::string_view phrase{};  ///< folded words
  std::string_view kind{};
};
/// Phrases that make a remark plainly a fact of a kind: "got promoted" a success.
std::span<const FactCue> fact_cues();

}  // namespace kith::capture

// Names in small letters, and names made of plain words, of people who are not known yet.
#pragma once

#include "capture/name_slot.hpp"
#include "capture/sentence.hpp"

namespace kith::capture {

/// True if the word at `at`, in small letters, is none that kith knows and may be a name;
/// `surname`: or an ordinary word that is also one (stone, frost).
bool may_be_small_name(const Sentence& sentence, std::size_t at, bool surname = false);

/// "finally", "accidentally": by its ending, if it is no common name.
bool is_adverb(std::string_view word);

/// True if what stands at `at` ends a name: a sign, a preposition, a day, the end.
bool ends_small_name(const Sentence& sentence, std::size_t at);

/// "met ruslan petrenko at", "lunch with marek": the words of a name in small letters that begins
/// at `at`, where somebody's name must follow and nothing makes them anything else.
std::optional<TokenRange> small_name(const Sentence& sentence, std::size_t at, Slot here);

/// "with Someone New", "with An Tran": two capitals in the middle of a sentence are a name,
/// whatever the words mean.
bool is_name_of_plain_words(const Sentence& sentence, std::size_t at);

}  // namespace kith::capture

// Folding: the one form in which text is compared, so that case, accents and width do not matter.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kith::text {

/// `text` for comparing: NFKC, case folded, marks stripped after Latin, Greek and Cyrillic letters
/// (Müller -> muller, 王伟 and Hangul stay), ł đ ø æ œ ð þ ı ħ ŧ ŋ ß spelled plainly, typographic
/// apostrophes and dashes made plain, runs of white space made one blank, trimmed.
/// Never fails: bytes that are not UTF-8 count as U+FFFD.
std::string fold(std::string_view text);

/// Like fold(), but with umlauts and rings spelled out: Müller -> mueller, Åse -> aase, Jørgen ->
/// joergen. The same as fold() where there are none.
std::string fold_spelled_out(std::string_view text);

/// The words of folded text: split at white space and at every character that is neither letter,
/// digit nor mark, except an apostrophe or full stop inside a word, which are dropped
/// (o'brien -> obrien). Hyphenated names give their parts.
std::vector<std::string> words(std::string_view folded);

/// `folded` with a blank around every character of a script written without blanks (Han, Kana,
/// Thai, …), so that a word in the middle of such text can be found.
std::string segmented(std::string_view folded);

/// Edits (insert, delete, replace, swap of neighbours) between two folded words, in characters;
/// `limit + 1` as soon as it is more than `limit`.
int edit_distance(std::string_view a, std::string_view b, int limit);

}  // namespace kith::text

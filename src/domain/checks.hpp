// What every draft's text goes through before it is stored.
#pragma once

#include <string>
#include <string_view>

#include <kith/time/date.hpp>

namespace kith {

/// `value` cleaned to one line. Throws DataError, naming `what`, if it is not UTF-8 or longer than
/// kLongestName characters.
std::string checked_line(std::string_view what, std::string_view value);

/// `value` cleaned, line ends kept. Throws DataError if it is not UTF-8 or over a million bytes.
std::string checked_text(std::string_view what, std::string_view value);

/// checked_text() that has to leave something. Throws DataError if nothing is left.
std::string checked_words(std::string_view what, std::string_view value);

/// A kind or tag: no blanks of any script, no '#' in front. Throws DataError if it is empty or has
/// blanks.
std::string checked_word(std::string_view what, std::string_view value);

/// Throws DataError, naming `what`, if `date` is no day of the calendar in the years 1 to 9999: a
/// day beyond them could be written, but never be read again.
void require_day(std::string_view what, Date date);

/// Letters, digits, blanks, '-' and '_' (of UTF-8, every byte beyond ASCII).
bool is_label_character(char c);

}  // namespace kith

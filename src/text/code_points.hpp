// UTF-8 one character at a time: the one place that knows what bad bytes become.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <utf8proc.h>

namespace kith::text {

inline constexpr char32_t kReplacement = 0xFFFD;

struct CodePoint {
  char32_t value = kReplacement;
  std::size_t length = 1;  ///< bytes it takes in the text; 1 for a bad byte
  bool is_valid = false;
};

/// The character at byte `at` of `text`, which must lie within it; U+FFFD for a bad byte.
CodePoint decode(std::string_view text, std::size_t at);

void append(std::string& out, char32_t c);

/// All characters of `text`. Of a run of combining characters only the first 30 are kept: nobody
/// writes more, and ordering them takes time that grows with the square of the run.
std::u32string code_points(std::string_view text);

std::string encode(std::u32string_view characters);

/// `characters` decomposed and put into canonical order by utf8proc, with its `options`.
std::u32string decomposed(std::u32string_view characters, int options);

/// What decomposed() took apart, composed again.
std::u32string composed(std::u32string_view characters);

bool is_ascii(std::string_view text);
/// Nothing but letters, digits, signs and blanks of ASCII.
bool is_plain_ascii(std::string_view text);
bool is_mark(char32_t c);
/// A mark with a place of its own among others on one letter.
bool is_combining(char32_t c);
bool is_letter(char32_t c);
bool is_digit(char32_t c);

/// Blanks of every kind, line ends included.
bool is_space(char32_t c);

/// Control, bidi and zero-width characters that have no business in a name or a note: they can move
/// the cursor, reorder a line or make two names look alike. ZWJ and ZWNJ are needed to write some
/// scripts and emoji.
bool is_unwanted(char32_t c);

}  // namespace kith::text

// How one logical line comes apart: for the reader of content lines alone.
#pragma once

#include <string>
#include <string_view>

#include <kith/exchange/content_line.hpp>

namespace kith::exchange {

/// How many bytes come before the colon that begins the value; all if there is none.
std::size_t head_length(std::string_view text);

/// True if a property with these parameters has soft line breaks.
bool is_quoted_printable(std::string_view head);

/// Moves whole UTF-16 characters from `bytes` to `out`, in UTF-8. What is no character becomes
/// U+FFFD.
void append_from_utf16(std::string& out, std::string& bytes, bool is_big_endian);

/// Takes a logical line apart; `line` keeps its position. `is_bytes`: its charset is not settled.
void parse_content_line(std::string text, ContentLine& line, bool is_bytes);

}  // namespace kith::exchange

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

/// Takes a logical line apart; `line` keeps its position.
void parse_content_line(std::string text, ContentLine& line);

}  // namespace kith::exchange

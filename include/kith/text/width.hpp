// How wide text is on a terminal, and how to make it fit.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace kith::text {

/// Columns that `text` takes on a terminal: 2 for wide characters and emoji, 0 for marks; of a
/// grapheme cluster, the widest part counts.
std::size_t display_width(std::string_view text);

/// `text` cut at a grapheme boundary to at most `columns`, ending in "…" if something was cut.
std::string shorten(std::string_view text, std::size_t columns);

/// `text` followed by as many blanks as make it `columns` wide; unchanged if it is wider.
std::string pad(std::string_view text, std::size_t columns);

/// How many characters (code points) `text` has.
std::size_t length(std::string_view text);

}  // namespace kith::text

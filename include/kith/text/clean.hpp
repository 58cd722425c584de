// What comes from outside: made valid, and made harmless before it reaches a terminal.
#pragma once

#include <string>
#include <string_view>

namespace kith::text {

/// True if `bytes` is well-formed UTF-8.
bool is_utf8(std::string_view bytes);

/// `text` as it may be stored: NFC, valid UTF-8 (bad bytes become U+FFFD), without control, bidi
/// override and zero-width characters (ZWJ and ZWNJ stay), trimmed. Tabs and line ends become
/// blanks. Of more than 30 combining marks in a row, the rest is dropped.
std::string clean_line(std::string_view text);

/// Like clean_line(), but keeps line ends (as '\n').
std::string clean_text(std::string_view text);

/// `text` as it may be shown in one line of a terminal: nothing in it can move the cursor, change
/// colours, reorder the line or end it.
std::string printable(std::string_view text);
/// The same where it stands: nearly always nothing has to be done.
void make_printable(std::string& text);

/// A JSON document that says the same, with what printable() takes out escaped: JSON itself lets
/// most of it stand, and file names and what another program wrote may have it.
std::string harmless_json(std::string json);

/// True if there is a character in `text` that can be seen by itself: more than blanks, marks that
/// want a letter below them, and what has no shape.
bool is_visible(std::string_view text);

}  // namespace kith::text

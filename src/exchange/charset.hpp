// Text in other charsets than UTF-8.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kith::exchange {

/// `bytes` in UTF-8; nothing if `charset` is not known or the bytes are none of it. Latin-1 is read
/// as windows-1252, which is what programs mean by it.
std::optional<std::string> to_utf8(std::string_view bytes, std::string_view charset);

/// The same for windows-1252, which has a character for nearly every byte (U+FFFD for the others).
std::string from_windows_1252(std::string_view bytes);

/// True if there is nothing but ASCII in it.
bool is_ascii(std::string_view bytes);

/// Appends a character in UTF-8; U+FFFD for what is none.
void append_utf8(std::string& out, char32_t character);

}  // namespace kith::exchange

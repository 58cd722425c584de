// Text in the charset that it names.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kith::exchange {

/// `bytes` in UTF-8; nothing if `charset` is not known or the bytes are none of it. Latin-1 is read
/// as windows-1252, which is what programs mean by it.
std::optional<std::string> to_utf8(std::string_view bytes, std::string_view charset);

/// True if there is nothing but ASCII in it.
bool is_ascii(std::string_view bytes);

}  // namespace kith::exchange

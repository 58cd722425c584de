// Text from outside, made valid and harmless.
#include <algorithm>

#include <fmt/format.h>

#include "text/code_points.hpp"
#include <kith/text/clean.hpp>

namespace kith::text {
namespace {

bool is_line_end(char32_t c) {
  return c == U'\n' || c == U'\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

/// True if filtered() would leave it as it is; sometimes false though it would.
bool is_harmless(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char byte = text[at];
    if (byte >= ' ' && byte < 0x7F) {
      ++at;
      continue;
    }
    const CodePoint c = decode(text, at);
    // (marks that combine may be too many)
    if (!c.is_valid || is_combining(c.value) || is_line_end(c.value) || is_unwanted(c.value)) {
      return false;
    }
    at += c.length;
  }
  return true;
}

/// `text` without what may not be in it; every line end is one `line_end`.
std::u32string filtered(std::string_view text, char32_t line_end) {
  const std::u32string characters = code_points(text);
  std::u32string out;
  out.reserve(characters.size());
  for (std::size_t i = 0; i < characters.size(); ++i) {
    const char32_t c = characters[i];
    if (is_line_end(c)) {
      const bool is_first_of_crlf =
          c == U'\r' && i + 1 < characters.size() && characters[i + 1] == U'\n';
      if (!is_first_of_crlf) {
        out.push_back(line_end);
      }
    } else if (is_space(c)) {
      out.push_back(c < 0x20 ? U' ' : c);
    } else if (!is_unwanted(c)) {
      out.push_back(c);
    }
  }
  return out;
}

template <typename Characters>
Characters trimmed(Characters text) {
  const auto is_blank = [](auto c) { return is_space(static_cast<char32_t>(c)); };
  while (!text.empty() && is_blank(text.back())) {
    text.remove_suffix(1);
  }
  while (!text.empty() && is_blank(text.front())) {
    text.remove_prefix(1);
  }
  return text;
}

std::string cleaned(std::string_view text, char32_t line_end) {
  if (is_plain_ascii(text)) {
    return std::string{trimmed(text)};
  }
  const std::u32string kept = filtered(text, line_end);
  const std::u32string parts =
      decomposed(trimmed(std::u32string_view{kept}), UTF8PROC_STABLE | UTF8PROC_DECOMPOSE);
  return encode(composed(parts));
}

}  // namespace

bool is_utf8(std::string_view bytes) {
  if (is_ascii(bytes)) {
    return true;
  }
  for (std::size_t at = 0; at < bytes.size();) {
    const CodePoint c = decode(bytes, at);
    if (!c.is_valid) {
      return false;
    }
    at += c.length;
  }
  return true;
}

std::string clean_line(std::string_view text) { return cleaned(text, U' '); }

std::string clean_text(std::string_view text) { return cleaned(text, U'\n'); }

std::string printable(std::string_view text) {
  if (is_harmless(text)) {
    return std::string{text};
  }
  return encode(filtered(text, U' '));
}

void make_printable(std::string& text) {
  if (!is_harmless(text)) {
    text = encode(filtered(text, U' '));
  }
}

std::string harmless_json(std::string json) {
  // Of ASCII, JSON escapes all but the last; a line end between values is its own.
  const auto needs_no_look = [](char c) { return static_cast<unsigned char>(c) < 0x7F; };
  if (std::ranges::all_of(json, needs_no_look)) {
    return json;
  }
  std::string out;
  out.reserve(json.size());
  for (std::size_t at = 0; at < json.size();) {
    const CodePoint c = decode(json, at);
    if (c.value >= 0x7F && is_unwanted(c.value)) {
      out += fmt::format("\\u{:04x}", static_cast<unsigned>(c.value));
    } else {
      out.append(json, at, c.length);
    }
    at += c.length;
  }
  return out;
}

bool is_visible(std::string_view text) {
  constexpr char32_t kBrailleBlank = 0x2800;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    if (!is_space(c.value) && !is_mark(c.value) && !is_unwanted(c.value) &&
        c.value != kBrailleBlank &&
        utf8proc_category(static_cast<utf8proc_int32_t>(c.value)) != UTF8PROC_CATEGORY_CF) {
      return true;
    }
    at += c.length;
  }
  return false;
}

}  // namespace kith::text

// UTF-8 one character at a time, and what utf8proc knows about a character.
#include "text/code_points.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace kith::text {
namespace {

constexpr int kLongestRunOfMarks = 30;  // Unicode's "stream-safe" text format sets the same limit

utf8proc_category_t category(char32_t c) {
  return utf8proc_category(static_cast<utf8proc_int32_t>(c));
}

}  // namespace

CodePoint decode(std::string_view text, std::size_t at) {
  const auto first = static_cast<unsigned char>(text[at]);
  if (first < 0x80) {
    return {.value = first, .length = 1, .is_valid = true};
  }
  utf8proc_int32_t c = 0;
  const auto length =
      utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at),
                       static_cast<utf8proc_ssize_t>(std::min<std::size_t>(4, text.size() - at)),
                       &c);
  if (length <= 0) {
    return {};
  }
  return {.value = static_cast<char32_t>(c),
          .length = static_cast<std::size_t>(length),
          .is_valid = true};
}

void append(std::string& out, char32_t c) {
  if (c < 0x80) {
    out.push_back(static_cast<char>(c));
    return;
  }
  std::array<utf8proc_uint8_t, 4> bytes{};
  const auto length = utf8proc_encode_char(static_cast<utf8proc_int32_t>(c), bytes.data());
  out.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(length));
}

std::u32string code_points(std::string_view text) {
  std::u32string out;
  out.reserve(text.size());
  int run = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    at += c.length;
    run = is_combining(c.value) ? run + 1 : 0;
    if (run <= kLongestRunOfMarks) {
      out.push_back(c.value);
    }
  }
  return out;
}

std::string encode(std::u32string_view characters) {
  std::string out;
  out.reserve(characters.size());
  for (const char32_t c : characters) {
    append(out, c);
  }
  return out;
}

std::u32string decomposed(std::u32string_view characters, int options) {
  const std::string bytes = encode(characters);
  const auto* begin = reinterpret_cast<const utf8proc_uint8_t*>(bytes.data());
  const auto size = static_cast<utf8proc_ssize_t>(bytes.size());
  const auto flags = static_cast<utf8proc_option_t>(options);
  std::vector<utf8proc_int32_t> buffer(characters.size() * 2 + 16);
  auto count = utf8proc_decompose(
      begin, size, buffer.data(), static_cast<utf8proc_ssize_t>(buffer.size()), flags);
  if (count > static_cast<utf8proc_ssize_t>(buffer.size())) {
    buffer.resize(static_cast<std::size_t>(count));
    count = utf8proc_decompose(
        begin, size, buffer.data(), static_cast<utf8proc_ssize_t>(buffer.size()), flags);
  }
  // It fails only for text that is not UTF-8, or too big for any memory: then there is no text.
  const auto length = static_cast<std::size_t>(std::max<utf8proc_ssize_t>(count, 0));
  return {buffer.begin(), buffer.begin() + static_cast<std::ptrdiff_t>(length)};
}

std::u32string composed(std::u32string_view characters) {
  std::vector<utf8proc_int32_t> buffer(characters.begin(), characters.end());
  const auto count =
      utf8proc_normalize_utf32(buffer.data(),
                               static_cast<utf8proc_ssize_t>(buffer.size()),
                               static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
  return {buffer.begin(), buffer.begin() + std::max<utf8proc_ssize_t>(count, 0)};
}

namespace {

/// True if `fits_word` holds of each eight bytes, and `fits` of those that are left: most text is
/// plain, and an import looks at megabytes of it several times.
template <class FitsWord, class Fits>
bool all_bytes(std::string_view text, FitsWord fits_word, Fits fits) {
  std::size_t at = 0;
  for (std::uint64_t word = 0; text.size() - at >= sizeof word; at += sizeof word) {
    std::memcpy(&word, text.data() + at, sizeof word);
    if (!fits_word(word)) {
      return false;
    }
  }
  return std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), fits);
}

constexpr std::uint64_t kEachByte = 0x0101'0101'0101'0101;
constexpr std::uint64_t kHighBits = kEachByte * 0x80;

}  // namespace

bool is_ascii(std::string_view text) {
  return all_bytes(
      text,
      [](std::uint64_t word) { return (word & kHighBits) == 0; },
      [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool is_plain_ascii(std::string_view text) {
  return all_bytes(
      text,
      [](std::uint64_t word) {
        const std::uint64_t below_blank = (word - kEachByte * 0x20) & ~word;
        const std::uint64_t above_tilde = (word + kEachByte) | word;
        return ((below_blank | above_tilde) & kHighBits) == 0;
      },
      [](char c) { return c >= ' ' && c < 0x7F; });
}

bool is_combining(char32_t c) {
  return c >= 0x300 &&
         utf8proc_get_property(static_cast<utf8proc_int32_t>(c))->combining_class != 0;
}

bool is_mark(char32_t c) {
  if (c < 0x300) {
    return false;
  }
  const auto kind = category(c);
  return kind >= UTF8PROC_CATEGORY_MN && kind <= UTF8PROC_CATEGORY_ME;
}

bool is_letter(char32_t c) {
  if (c < 0x80) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
  const auto kind = category(c);
  return kind >= UTF8PROC_CATEGORY_LU && kind <= UTF8PROC_CATEGORY_LO;
}

bool is_digit(char32_t c) {
  if (c < 0x80) {
    return c >= '0' && c <= '9';
  }
  const auto kind = category(c);
  return kind >= UTF8PROC_CATEGORY_ND && kind <= UTF8PROC_CATEGORY_NO;
}

bool is_space(char32_t c) {
  if (c < 0x80) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }
  if (c == 0x85) {
    return true;
  }
  const auto kind = category(c);
  return kind >= UTF8PROC_CATEGORY_ZS && kind <= UTF8PROC_CATEGORY_ZP;
}

bool is_unwanted(char32_t c) {
  if (c < 0xA0) {
    return c < 0x20 || c >= 0x7F;
  }
  switch (c) {
    case 0x00AD:  // soft hyphen
    case 0x034F:  // combining grapheme joiner
    case 0x061C:  // Arabic letter mark
    case 0x180E:  // Mongolian vowel separator
    case 0x200B:  // zero-width space
    case 0x200E:  // left-to-right mark
    case 0x200F:  // right-to-left mark
    case 0xFEFF:  // byte order mark
      return true;
    default:
      return (c >= 0x2028 && c <= 0x202E) ||  // line ends; embeddings and overrides
             (c >= 0x2060 && c <= 0x206F) ||  // word joiner, invisible operators, isolates
             (c >= 0xFFF9 && c <= 0xFFFB);    // interlinear annotation
  }
}

}  // namespace kith::text

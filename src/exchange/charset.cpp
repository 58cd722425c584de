// Charsets: windows-1252 by a table of its own, the others by iconv.
#include "exchange/charset.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <iconv.h>

namespace kith::exchange {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

/// What windows-1252 has where Latin-1 has control characters.
constexpr std::array<char16_t, 32> kWindows1252{
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

std::string plain_name(std::string_view charset) {
  std::string name;
  for (const char c : charset) {
    if (c >= 'a' && c <= 'z') {
      name += static_cast<char>(c - 'a' + 'A');
    } else if (c != '-' && c != '_' && c != ' ' && c != '"') {
      name += c;
    }
  }
  return name;
}

bool is_latin_1(const std::string& plain) {
  constexpr std::array<std::string_view, 8> kNames{
      "ISO88591", "LATIN1", "WINDOWS1252", "CP1252", "USASCII", "ASCII", "ANSI", "88591"};
  return std::find(kNames.begin(), kNames.end(), plain) != kNames.end();
}

/// The name under which iconv knows it: phones write shift_jis in many ways, and mean Microsoft's.
std::string iconv_name(std::string_view charset, const std::string& plain) {
  if (plain == "SHIFTJIS" || plain == "SJIS" || plain == "XSJIS" || plain == "WINDOWS31J" ||
      plain == "MSKANJI" || plain == "CP932") {
    return "CP932";
  }
  if (plain == "GB2312" || plain == "GBK") {
    return "GB18030";
  }
  if (plain.starts_with("WINDOWS")) {
    return "CP" + plain.substr(7);
  }
  std::string name(charset);
  std::erase(name, '"');
  return name;
}

/// An open converter to UTF-8, or none.
class Converter {
 public:
  explicit Converter(const std::string& charset) : handle_(iconv_open("UTF-8", charset.c_str())) {}
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;
  ~Converter() {
    if (is_open()) {
      iconv_close(handle_);
    }
  }
  // iconv_t is a pointer, and its failure is -1.
  // NOLINTNEXTLINE(performance-no-int-to-ptr)
  bool is_open() const { return handle_ != reinterpret_cast<iconv_t>(-1); }
  iconv_t get() const { return handle_; }

 private:
  iconv_t handle_;
};

}  // namespace

bool is_ascii(std::string_view bytes) {
  std::size_t at = 0;
  for (; at + sizeof(std::uint64_t) <= bytes.size(); at += sizeof(std::uint64_t)) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data() + at, sizeof word);
    if ((word & 0x8080808080808080U) != 0) {
      return false;
    }
  }
  return std::all_of(bytes.begin() + static_cast<std::ptrdiff_t>(at), bytes.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x80;
  });
}

void append_utf8(std::string& out, char32_t character) {
  if (character > 0x10FFFF || (character >= 0xD800 && character < 0xE000)) {
    character = kReplacement;
  }
  const auto byte = [&out](char32_t value) { out += static_cast<char>(value); };
  if (character < 0x80) {
    byte(character);
  } else if (character < 0x800) {
    byte(0xC0 | character >> 6);
    byte(0x80 | (character & 0x3F));
  } else if (character < 0x10000) {
    byte(0xE0 | character >> 12);
    byte(0x80 | (character >> 6 & 0x3F));
    byte(0x80 | (character & 0x3F));
  } else {
    byte(0xF0 | character >> 18);
    byte(0x80 | (character >> 12 & 0x3F));
    byte(0x80 | (character >> 6 & 0x3F));
    byte(0x80 | (character & 0x3F));
  }
}

std::string from_windows_1252(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 4);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    append_utf8(out, byte >= 0x80 && byte < 0xA0 ? kWindows1252.at(byte - 0x80U) : byte);
  }
  return out;
}

std::optional<std::string> to_utf8(std::string_view bytes, std::string_view charset) {
  const std::string plain = plain_name(charset);
  if (is_latin_1(plain)) {
    return from_windows_1252(bytes);
  }
  const Converter converter(iconv_name(charset, plain));
  if (!converter.is_open()) {
    return std::nullopt;
  }
  std::string in(bytes);  // iconv takes no const
  std::string out;
  char* from = in.data();
  std::size_t left = in.size();
  while (left > 0) {
    std::array<char, 1024> block{};
    char* to = block.data();
    std::size_t room = block.size();
    const std::size_t result = iconv(converter.get(), &from, &left, &to, &room);
    out.append(block.data(), block.size() - room);
    if (result == static_cast<std::size_t>(-1) && errno != E2BIG) {
      return std::nullopt;
    }
  }
  return out;
}

}  // namespace kith::exchange

// Charsets: Windows-1252 by our own table, which is always there; all others by iconv.
#include "exchange/charset.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <iconv.h>

#include <kith/text/encoding.hpp>

namespace kith::exchange {
namespace {

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

std::optional<std::string> to_utf8(std::string_view bytes, std::string_view charset) {
  const std::string plain = plain_name(charset);
  if (is_latin_1(plain)) {
    return text::from_windows_1252(bytes);
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

// Other encodings than UTF-8.
#include <sstream>

#include "support/catch.hpp"
#include <kith/text/encoding.hpp>

namespace kith::text {
namespace {

/// All of a stream of those bytes.
std::string decoded(const std::string& bytes) {
  std::istringstream in(bytes);
  Utf8Source source(in);
  std::string out;
  while (source.append_to(out)) {
  }
  return out;
}

std::string big_endian(const std::u16string& text) {
  std::string bytes;
  for (const char16_t c : text) {
    bytes += static_cast<char>(c >> 8U);
    bytes += static_cast<char>(c & 0xFFU);
  }
  return bytes;
}

std::string little_endian(const std::u16string& text) {
  std::string bytes;
  for (const char16_t c : text) {
    bytes += static_cast<char>(c & 0xFFU);
    bytes += static_cast<char>(c >> 8U);
  }
  return bytes;
}

TEST_CASE("encoding: UTF-16 of either end comes out as UTF-8", "[text][encoding]") {
  const std::u16string text = u"name,note\r\nZoë 王 🍵,x\n";
  const std::string plain = "name,note\r\nZoë 王 🍵,x\n";
  CHECK(decoded("\xFF\xFE" + little_endian(text)) == plain);
  CHECK(decoded("\xFE\xFF" + big_endian(text)) == plain);
  CHECK(decoded(little_endian(text)) == plain);
  CHECK(decoded(big_endian(text)) == plain);
}

TEST_CASE("encoding: UTF-8 keeps its bytes, and loses its mark", "[text][encoding]") {
  CHECK(decoded("\xEF\xBB\xBFZoë\xFF") == "Zoë\xFF");
  CHECK(decoded("") == "");
  CHECK(decoded("\xEF\xBB\xBF") == "");
}

TEST_CASE("encoding: a character may lie across two blocks", "[text][encoding]") {
  for (const std::size_t before : {32'766U, 32'767U, 32'768U, 65'535U, 65'536U}) {
    CAPTURE(before);
    const std::u16string text = std::u16string(before, u'a') + u"🍵z";
    CHECK(decoded("\xFF\xFE" + little_endian(text)) == std::string(before, 'a') + "🍵z");
  }
}

TEST_CASE("encoding: halves of pairs and half characters are replaced", "[text][encoding]") {
  const std::string r = "\xEF\xBF\xBD";
  CHECK(decoded("\xFF\xFE" + little_endian({u'a', 0xD83C, u'b'})) == "a" + r + "b");
  CHECK(decoded("\xFF\xFE" + little_endian({u'a', 0xDF75, u'b'})) == "a" + r + "b");
  CHECK(decoded("\xFF\xFE" + little_endian({u'a', 0xD83C})) == "a" + r);
  CHECK(decoded("\xFF\xFE" + little_endian(u"ab") + "x") == "ab" + r);
}

TEST_CASE("encoding: a few zeros do not make UTF-16", "[text][encoding]") {
  CHECK(guess_encoding(std::string("name,note\0,more\n", 16)) == Encoding::utf8);
  CHECK(guess_encoding("") == Encoding::utf8);
  CHECK(guess_encoding(std::string("\0\0\0\0\0\0\0\0", 8)) == Encoding::utf8);
}

struct Piece {
  std::string bytes{};
  std::string text{};
  std::size_t repaired = 0;
  bool was_8_bit = false;
};

TEST_CASE("encoding: pieces that are no UTF-8 are Windows-1252, unless they mix",
          "[text][encoding]") {
  const std::string r = "\xEF\xBF\xBD";
  const Piece one = GENERATE_COPY(values<Piece>({
      {"M\xFCller", "Müller", 0, true},
      {"\x80 5 \x96 \x93x\x94", "€ 5 – “x”", 0, true},
      {"Ren\xE9", "René", 0, true},
      {"\x81", "\xC2\x81", 0, true},
      {std::string("a\0\xE9", 3), "aé", 1, true},
      {std::string("a\0b", 3), "ab", 1, false},
      {"Zoë\xFF", "Zoë" + r, 1, false},
      {"x\xF0\x9F\x8D", "x" + r + r + r, 3, false},  // cut within its last character
      {"\xC3(", "Ã(", 0, true},
      {"Zoë 🍵", "Zoë 🍵", 0, false},
  }));
  CAPTURE(one.bytes);
  const Utf8Piece piece = utf8_from(one.bytes);
  CHECK(piece.text == one.text);
  CHECK(piece.repaired == one.repaired);
  CHECK(piece.was_8_bit == one.was_8_bit);
}

}  // namespace
}  // namespace kith::text

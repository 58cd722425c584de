// Text from outside, made valid and harmless.
#include <string>
#include <string_view>

#include "support/catch.hpp"
#include <kith/text/clean.hpp>

using namespace kith::text;
using namespace std::string_view_literals;

TEST_CASE("well-formed UTF-8 is told from bytes", "[text][clean]") {
  CHECK(is_utf8(""));
  CHECK(is_utf8("Ada"));
  CHECK(is_utf8("Müller 王伟 🎂"));
  CHECK(is_utf8("A\0b"sv));
  CHECK_FALSE(is_utf8("\xff"));
  CHECK_FALSE(is_utf8("Ad\xC3"));
  CHECK_FALSE(is_utf8("\xC0\xAF"));          // overlong
  CHECK_FALSE(is_utf8("\xED\xA0\x80"));      // half of a surrogate pair
  CHECK_FALSE(is_utf8("\xF4\x90\x80\x80"));  // beyond U+10FFFF
}

TEST_CASE("a clean line is trimmed, composed and one line", "[text][clean]") {
  CHECK(clean_line("  Ada Lovelace ") == "Ada Lovelace");
  CHECK(clean_line("Mu\u0308ller") == "Müller");
  CHECK(clean_line("Ada\tLovelace\nByron\r\nKing") == "Ada Lovelace Byron King");
  CHECK(clean_line("a\u2028b\u0085c") == "a b c");
  CHECK(clean_line("\u00A0\u3000Ada\u00A0") == "Ada");
  CHECK(clean_line("\n\n").empty());
  CHECK(clean_line("").empty());
}

TEST_CASE("control, bidi and zero-width characters do not get in", "[text][clean]") {
  CHECK(clean_line("\x1b[31mAda\x07\x7f") == "[31mAda");
  CHECK(clean_line("A\0da"sv) == "Ada");
  CHECK(clean_line("A\u009Bda") == "Ada");
  CHECK(clean_line("\u202Eada\u202C \u2066x\u2069 \u200E\u200F") == "ada x");
  CHECK(clean_line("\uFEFFA\u200Bd\u2060a\u00AD") == "Ada");
}

TEST_CASE("joiners stay, since scripts and emoji need them", "[text][clean]") {
  CHECK(clean_line("👩‍🚀") == "👩‍🚀");
  CHECK(clean_line("نامه\u200Cای") == "نامه\u200Cای");
  CHECK(clean_line("❤\uFE0F") == "❤\uFE0F");
}

TEST_CASE("bad bytes become replacement characters", "[text][clean]") {
  CHECK(clean_line("Ad\xff") == "Ad\uFFFD");
  CHECK(clean_line("\xC3(") == "\uFFFD(");
  CHECK(is_utf8(clean_line("\xff\xfe\xED\xA0\x80")));
}

TEST_CASE("clean text keeps its lines", "[text][clean]") {
  CHECK(clean_text("one\r\ntwo\rthree\nfour") == "one\ntwo\nthree\nfour");
  CHECK(clean_text("\n one\n\ntwo\t \n") == "one\n\ntwo");
  CHECK(clean_text("a\tb") == "a b");
  CHECK(clean_text("a\x1b[2J\nb") == "a[2J\nb");
}

TEST_CASE("what is printed cannot steer the terminal", "[text][clean]") {
  CHECK(printable("Ada") == "Ada");
  CHECK(printable("  Ada ") == "  Ada ");
  CHECK(printable("a\x1b[31m\tb\nc\rd\x08") == "a[31m b c d");
  CHECK(printable("a\u202Eb\u009Bc\u2028d") == "abc d");
  CHECK(printable("\xff") == "\uFFFD");
  CHECK(printable("שלום مرحبا") == "שלום مرحبا");
  CHECK(printable("Ana · Bo\u00A0Ek — 山田") == "Ana · Bo\u00A0Ek — 山田");
  CHECK(printable("Ana · Bo\tEk\u200B") == "Ana · Bo Ek");
  CHECK(printable("e\u0301 · \u0085") == "e\u0301 ·  ");
  CHECK(printable("Ana · \x7f\xc3") == "Ana · \uFFFD");
}

TEST_CASE("what cannot be seen is told from what can", "[text][clean]") {
  CHECK(is_visible("Ada"));
  CHECK(is_visible("  -"));
  CHECK(is_visible("王"));
  CHECK(is_visible("🎂"));
  CHECK(is_visible("e\u0301"));
  CHECK_FALSE(is_visible(""));
  CHECK_FALSE(is_visible(" \u00A0\u3000\n"));
  CHECK_FALSE(is_visible("\u0301\u0302"));
  CHECK_FALSE(is_visible("\u200B\u200D\u2060\uFEFF"));
  CHECK_FALSE(is_visible("\u2800"));
}

TEST_CASE("JSON is made harmless, and says the same", "[text][clean]") {
  CHECK(harmless_json("{\n  \"a\": 1\n}") == "{\n  \"a\": 1\n}");
  CHECK(harmless_json("[\"Zoë 王伟 👩‍🚀\"]") == "[\"Zoë 王伟 👩‍🚀\"]");
  CHECK(harmless_json("[\"a\u202Eb\u009Bc\x7F\"]") == R"(["a\u202eb\u009bc\u007f"])");
  CHECK(harmless_json("[\"a\u2028b\"]") == R"(["a\u2028b"])");
}

TEST_CASE("a pile of marks is cut short", "[text][clean]") {
  std::string zalgo{"e"};
  for (int i = 0; i < 100'000; ++i) {
    zalgo += i % 2 == 0 ? "\u0301" : "\u0323";
  }
  CHECK(clean_line(zalgo).size() < 100);
  CHECK(printable(zalgo).size() < 100);
}

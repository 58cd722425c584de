// Columns on a terminal.
#include <string>

#include "support/catch.hpp"
#include <kith/text/width.hpp>

using namespace kith::text;

TEST_CASE("width counts columns, not bytes", "[text][width]") {
  CHECK(display_width("") == 0);
  CHECK(display_width("Ada") == 3);
  CHECK(display_width("Müller") == 6);
  CHECK(display_width("Mu\u0308ller") == 6);
  CHECK(display_width("王伟") == 4);
  CHECK(display_width("김지우") == 6);
  CHECK(display_width("Ελένη") == 5);
  CHECK(display_width("ﾊﾝ") == 2);
  CHECK(display_width("…") == 1);
}

TEST_CASE("what a reader sees as one character is as wide as its widest part", "[text][width]") {
  CHECK(display_width("🎂") == 2);
  CHECK(display_width("👩‍🚀") == 2);
  CHECK(display_width("👍🏽") == 2);
  CHECK(display_width("👨‍👩‍👧‍👦") == 2);
  CHECK(display_width("🇵🇹") == 2);
  CHECK(display_width("🇵🇹🇫🇷") == 4);
  CHECK(display_width("हि") >= 1);
}

TEST_CASE("marks and control characters take no column", "[text][width]") {
  CHECK(display_width("\u0301") == 0);
  CHECK(display_width("e\u0301\u0323") == 1);
  CHECK(display_width("a\x1b"
                      "b") == 2);
  CHECK(display_width("\u200B") == 0);
  CHECK(display_width(std::string_view("a\0b", 3)) == 2);
}

TEST_CASE("a bad byte is as wide as what stands for it", "[text][width]") {
  CHECK(display_width("\xff") == 1);
  CHECK(display_width("Ad\xC3") == 3);
}

TEST_CASE("text is shortened at a character", "[text][shorten]") {
  CHECK(shorten("Ada Lovelace", 12) == "Ada Lovelace");
  CHECK(shorten("Ada Lovelace", 11) == "Ada Lovela…");
  CHECK(shorten("Ada Lovelace", 5) == "Ada…");
  CHECK(shorten("Ada", 1) == "…");
  CHECK(shorten("Ada", 0).empty());
  CHECK(shorten("", 0).empty());
  CHECK(shorten("", 5).empty());
  CHECK(shorten("王伟明", 6) == "王伟明");
  CHECK(shorten("王伟明", 5) == "王伟…");
  CHECK(shorten("王伟明", 4) == "王…");
  CHECK(shorten("王伟明", 2) == "…");
  CHECK(shorten("👩‍🚀👩‍🚀", 3) == "👩‍🚀…");
  CHECK(shorten("e\u0301e\u0301e\u0301", 2) == "e\u0301…");
}

TEST_CASE("padding fills up and never cuts", "[text][pad]") {
  CHECK(pad("Ada", 5) == "Ada  ");
  CHECK(pad("王伟", 5) == "王伟 ");
  CHECK(pad("Ada", 3) == "Ada");
  CHECK(pad("Ada", 2) == "Ada");
  CHECK(pad("", 2) == "  ");
}

TEST_CASE("length counts characters", "[text][length]") {
  CHECK(length("") == 0);
  CHECK(length("Ada") == 3);
  CHECK(length("Müller") == 6);
  CHECK(length("王伟") == 2);
  CHECK(length("\xff\xff") == 2);
}

// The layer that vCard and iCalendar share, on what real programs make of it.
#include <sstream>

#include "support/catch.hpp"
#include <kith/exchange/content_line.hpp>
#include <kith/text/clean.hpp>

namespace kith::exchange {
namespace {

std::vector<ContentLine> read(const std::string& text, bool keeps_blanks = false) {
  std::istringstream in(text);
  ContentLineReader reader(in);
  reader.keep_folding_blanks(keeps_blanks);
  std::vector<ContentLine> lines;
  for (ContentLine line; reader.next(line);) {
    lines.push_back(line);
  }
  return lines;
}

ContentLine only(const std::string& text, bool keeps_blanks = false) {
  const std::vector<ContentLine> lines = read(text, keeps_blanks);
  CAPTURE(text);
  REQUIRE(lines.size() == 1);
  return lines.front();
}

std::string utf16(const std::string& ascii, bool is_big, const std::string& mark) {
  std::string out = mark;
  for (const char c : ascii) {
    out += is_big ? std::string{'\0', c} : std::string{c, '\0'};
  }
  return out;
}

TEST_CASE("content line: group, name, parameters and value come apart", "[content_line]") {
  const ContentLine line = only("item1.tel;type=CELL,pref;X-A=\"a;b:c\":+1 555:0100\r\n");
  CHECK(line.group == "item1");
  CHECK(line.name == "TEL");
  CHECK(line.head == "item1.tel;type=CELL,pref;X-A=\"a;b:c\"");
  CHECK(line.value == "+1 555:0100");
  CHECK(line.parameters == std::vector<Parameter>{{"TYPE", {"CELL", "pref"}}, {"X-A", {"a;b:c"}}});
  CHECK(line.has("TYPE", "Pref"));
  CHECK(line.line == 1);
}

TEST_CASE("content line: a list of types in quotes is a list", "[content_line]") {
  const ContentLine line = only("TEL;TYPE=\"work,voice\";TYPE=x:1\n");
  CHECK(line.all_of("TYPE") == std::vector<std::string>{"work", "voice", "x"});
  CHECK(line.has("TYPE", "VOICE"));
}

TEST_CASE("content line: bare parameters are types or encodings", "[content_line]") {
  const ContentLine line = only("TEL;HOME;CELL:1\n");
  CHECK(line.parameters == std::vector<Parameter>{{"TYPE", {"HOME", "CELL"}}});
  CHECK(only("NOTE;QUOTED-PRINTABLE:a=3Bb\n").value == "a;b");
}

TEST_CASE("content line: a quote that is never closed hides no colon", "[content_line]") {
  CHECK(only("TEL;TYPE=\"work:123\n").value == "123");
  CHECK(only("X-DISK;SIZE=5\" disk:a\"b\n").value == "a\"b");
}

TEST_CASE("content line: carets stand for what a parameter cannot hold", "[content_line]") {
  const ContentLine line = only("X;LABEL=\"a^nb^'c^^d^e\":1\n");
  CHECK(line.parameter("LABEL") == "a\nb\"c^d^e");
  CHECK(make_content_line("X", "1", {{"LABEL", {"a\nb\"c^d"}}}).head == "X;LABEL=a^nb^'c^^d");
}

TEST_CASE("content line: lines end in CRLF, LF, CR or twice", "[content_line]") {
  const std::string end = GENERATE("\r\n", "\n", "\r", "\r\r\n");
  const std::vector<ContentLine> lines = read("A:1" + end + " 2" + end + end + "B:3" + end);
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].value == "12");
  CHECK(lines[1].value == "3");
  CHECK(lines[1].line == 4);
}

TEST_CASE("content line: folding may cut a character, and have blank lines in it",
          "[content_line]") {
  CHECK(only("N:M\xC3\r\n \xBCller\r\n").value == "M\xC3\xBCller");
  CHECK(only("N:a\r\n\r\n b\r\n\tc\r\n").value == "abc");
}

TEST_CASE("content line: what 2.1 folds keeps its blank, unless it cut at a length",
          "[content_line]") {
  CHECK(only("N:one\r\n two\r\n", true).value == "one two");
  const std::string long_line = "N:" + std::string(74, 'x');
  CHECK(only(long_line + "\r\n y\r\n", true).value == std::string(74, 'x') + "y");
}

TEST_CASE("content line: soft line breaks join, and stop before the end", "[content_line]") {
  CHECK(only("A;ENCODING=QUOTED-PRINTABLE:=C3=\n=A9 = \nx=0D=0Ay\n").value == "\xC3\xA9 x\\ny");
  const std::vector<ContentLine> lines =
      read("A;ENCODING=QUOTED-PRINTABLE:x=\nEND:VCARD\nB;QUOTED-PRINTABLE:y=\n\nC:1\n");
  REQUIRE(lines.size() == 4);
  CHECK(lines[0].value == "x");
  CHECK(lines[2].value == "y");
}

TEST_CASE("content line: a head may be folded before it is known for soft breaks",
          "[content_line]") {
  CHECK(only("N\n O\n TE;ENCODING=QUO\n TED-PRINTABLE:B=FCro =\nx\n").value == "B\xC3\xBCro x");
}

TEST_CASE("content line: what quoted-printable hid is written as plain text", "[content_line]") {
  const ContentLine line = only("NOTE;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE;WORK:=C3=A9\n");
  CHECK(to_text(line) == "NOTE;TYPE=WORK:\xC3\xA9");
  CHECK(to_text(only("tel;type=Work;WORK:1\n")) == "tel;type=Work;WORK:1");
}

TEST_CASE("content line: charsets by name, by look, or guessed", "[content_line]") {
  CHECK(only("N;CHARSET=ISO-8859-1:M\xFCller\n").value == "M\xC3\xBCller");
  CHECK(only("N;CHARSET=windows-1252:\x80\n").value == "\xE2\x82\xAC");
  CHECK(only("N;CHARSET=SHIFT_JIS;ENCODING=QUOTED-PRINTABLE:=93=FA=96=7B\n").value ==
        "\xE6\x97\xA5\xE6\x9C\xAC");
  CHECK(only("N;CHARSET=ISO-8859-1:M\xC3\xBCller\n").value == "M\xC3\xBCller");
  const ContentLine guessed = only("N:M\xFCller\n");
  CHECK(guessed.value == "M\xC3\xBCller");
  CHECK(guessed.is_guessed);
  CHECK(only("N;CHARSET=no-such:M\xFCller\n").is_guessed);
  CHECK_FALSE(only("N:M\xC3\xBCller\n").is_guessed);
}

TEST_CASE("content line: UTF-16 is known with or without a mark", "[content_line]") {
  const auto [is_big, mark] = GENERATE(
      table<bool, std::string>({{false, "\xFF\xFE"}, {true, "\xFE\xFF"}, {false, ""}, {true, ""}}));
  const std::vector<ContentLine> lines = read(utf16("N:one\r\n two\r\nB:3", is_big, mark));
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].value == "onetwo");
  CHECK(lines[1].name == "B");
}

TEST_CASE("content line: a byte order mark is no part of a name, wherever it is",
          "[content_line]") {
  const std::vector<ContentLine> lines = read(
      "\xEF\xBB\xBF"
      "A:1\n\xEF\xBB\xBF"
      "B:2\n");
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].name == "A");
  CHECK(lines[1].name == "B");
}

TEST_CASE("content line: a file may be indented as a whole", "[content_line]") {
  const std::vector<ContentLine> lines =
      read("  BEGIN:VCARD\n  FN:Ana\n  NOTE:a\n   b\n  END:VCARD\n");
  REQUIRE(lines.size() == 4);
  CHECK(lines[1].value == "Ana");
  CHECK(lines[2].value == "ab");
}

TEST_CASE("content line: what is no property comes out as it is", "[content_line]") {
  const std::vector<ContentLine> lines = read("no property\nA:1\n<b>:2\n");
  REQUIRE(lines.size() == 3);
  CHECK(lines[0].name.empty());
  CHECK(lines[0].value == "no property");
  CHECK(lines[2].value == "<b>:2");
}

TEST_CASE("content line: a property beyond all measure is cut", "[content_line]") {
  std::string text = "A:";
  for (int i = 0; i < 300'000; ++i) {
    text += std::string(60, 'x') + "\n ";
  }
  const std::vector<ContentLine> lines = read(text + "\nB:1\n");
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].is_cut);
  CHECK(lines[0].value.size() < kLongestProperty);
  CHECK_FALSE(lines[1].is_cut);
}

TEST_CASE("content line: text survives escaping", "[content_line]") {
  const std::string text = "a,b;c\\n\nd:e\\";
  CHECK(unescaped(escaped(text)) == text);
  CHECK(escaped("a\r\nb") == "a\\nb");
  CHECK(unescaped("a\\Nb\\:c\\xd\\") == "a\nb:c\\xd\\");
}

TEST_CASE("content line: values are parted at what is not escaped", "[content_line]") {
  CHECK(split_value("a\\;b;c\\\\;;d", ';') ==
        std::vector<std::string_view>{"a\\;b", "c\\\\", "", "d"});
}

TEST_CASE("content line: folded lines are short, whole and read back", "[content_line]") {
  std::string text = "NOTE:";
  for (int i = 0; i < 60; ++i) {
    text +=
        "\xE6\x97\xA5"
        "ab";
  }
  std::string folded;
  write_folded(folded, text);
  std::istringstream in(folded);
  for (std::string line; std::getline(in, line);) {
    CHECK(line.size() <= 76);  // with the CR
    CHECK(line.ends_with('\r'));
    CHECK(text::is_utf8(line));
  }
  CHECK(to_text(only(folded)) == text);
}

}  // namespace
}  // namespace kith::exchange

// Lines that fit the terminal.
#include "cli/render/folded.hpp"

#include <sstream>

#include "support/catch.hpp"
#include <kith/text/width.hpp>

using kith::cli::folded;
using kith::cli::Folding;

TEST_CASE("a line that fits stays as it is", "[cli][folded]") {
  CHECK(folded("", 20).empty());
  CHECK(folded("  two  columns  here, and a few more ", 40) ==
        "  two  columns  here, and a few more ");
  CHECK(folded("\x1b[1mAda Lovelace, Ana Lim, Bo Ek\x1b[0m", 30) ==
        "\x1b[1mAda Lovelace, Ana Lim, Bo Ek\x1b[0m");
}

TEST_CASE("a line that is too long goes on four blanks in", "[cli][folded]") {
  CHECK(folded("Ana Lim · 61 days, you like every 30", 30) ==
        "Ana Lim · 61 days, you like\n    every 30");
}

TEST_CASE("a line with columns goes on under the second", "[cli][folded]") {
  CHECK(folded("2026-03-20  coffee  Ana Lim  about the new job  (12)", 40) ==
        "2026-03-20  coffee  Ana Lim  about the\n            new job  (12)");
  // Where that column is far to the right there would be no room.
  CHECK(folded("a name that is quite long  and what it means", 30) ==
        "a name that is quite long  and\n    what it means");
}

TEST_CASE("a word of ASCII that fits no line stays whole, others are parted", "[cli][folded]") {
  CHECK(folded("see https://example.org/a/very/long/path now", 30) ==
        "see\n    https://example.org/a/very/long/path\n    now");
  CHECK(folded("王伟王伟王伟王伟王伟王伟王伟王伟王伟", 30) ==
        "王伟王伟王伟王伟王伟王伟王伟王\n    伟王伟");
}

TEST_CASE("a long name in hyphens is parted at one, and what is copied never", "[cli][folded]") {
  CHECK(folded("You and \x1b[1mWolfeschlegelstein-Hohenzollern\x1b[0m met.", 30) ==
        "You and\n    \x1b[1mWolfeschlegelstein-\n    Hohenzollern\x1b[0m met.");
  CHECK(folded("uid 0194acda-ba80-7ad3-a4c9-bbb9f8ddbac5", 30) ==
        "uid\n    0194acda-ba80-7ad3-a4c9-bbb9f8ddbac5");
}

TEST_CASE("on less than thirty columns nothing is folded", "[cli][folded]") {
  CHECK(folded("one two three four five six seven", 29) == "one two three four five six seven");
}

TEST_CASE("whatever the width, nothing is lost and all that can fit does", "[cli][folded]") {
  const std::string line =
      "  Zoë 王伟  x 👩‍👩‍👧‍👦 \x1b[1mbold words\x1b[0m here · and there  (7)";
  const auto without_blanks = [](std::string text) {
    std::erase_if(text, [](char c) { return c == ' ' || c == '\n'; });
    return text;
  };
  for (std::size_t columns = 30; columns < 80; ++columns) {
    CAPTURE(columns);
    std::istringstream lines{folded(line, columns)};
    CHECK(without_blanks(lines.str()) == without_blanks(line));
    for (std::string one; std::getline(lines, one);) {
      std::string plain;
      for (std::size_t at = 0; at < one.size(); ++at) {
        at = one[at] == '\x1b' ? one.find('m', at) : at;
        plain += one[at] == 'm' && at > 0 && (one[at - 1] == '1' || one[at - 1] == '0')
                     ? std::string{}
                     : std::string(1, one[at]);
      }
      CHECK(kith::text::display_width(plain) <= columns);
    }
  }
}

TEST_CASE("a stream folds line by line, and passes on what has no end", "[cli][folded]") {
  std::ostringstream out;
  {
    const Folding lines{out, 30};
    out << "one two three four five six seven\nsh"
        << "ort\n"
        << 'x';
    CHECK(out.rdbuf() != nullptr);
  }
  out << "y\n";
  CHECK(out.str() == "one two three four five six\n    seven\nshort\nxy\n");
  std::ostringstream plain;
  {
    const Folding lines{plain, std::nullopt};
    plain << "one two three four five six\n";
  }
  CHECK(plain.str() == "one two three four five six\n");
}

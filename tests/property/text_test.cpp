// What holds for all text, good and bad.
#include <random>
#include <string>

#include "support/catch.hpp"
#include <kith/text/clean.hpp>
#include <kith/text/fold.hpp>
#include <kith/text/width.hpp>

using namespace kith::text;

namespace {

void append_utf8(std::string& out, char32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | (c >> 6));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | (c >> 12));
    out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | (c >> 18));
    out += static_cast<char>(0x80 | ((c >> 12) & 0x3F));
    out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  }
}

char32_t between(std::mt19937& random, char32_t first, char32_t last) {
  return std::uniform_int_distribution<char32_t>{first, last}(random);
}

/// Characters from where it is interesting: scripts, marks, controls, emoji, and bad bytes.
std::string random_text(std::mt19937& random) {
  std::string out;
  const auto size = between(random, 0, 24);
  for (char32_t i = 0; i < size; ++i) {
    switch (between(random, 0, 11)) {
      case 0:
        append_utf8(out, between(random, 0, 0x9F));
        break;
      case 1:
      case 2:
        append_utf8(out, between(random, 0xA0, 0x24F));
        break;
      case 3:
        append_utf8(out, between(random, 0x300, 0x36F));
        break;
      case 4:
        append_utf8(out, between(random, 0x370, 0x52F));
        break;
      case 5:
        append_utf8(out, between(random, 0x590, 0x10FF));
        break;
      case 6:
        append_utf8(out, between(random, 0x1D00, 0x206F));
        break;
      case 7:
        append_utf8(out, between(random, 0x2070, 0xD7FF));
        break;
      case 8:
        append_utf8(out, between(random, 0xE000, 0xFFFF));
        break;
      case 9:
        append_utf8(out, between(random, 0x1F1E6, 0x1FAFF));
        break;
      case 10:
        append_utf8(out, between(random, 0x10000, 0x10FFFF));
        break;
      default:
        out += static_cast<char>(between(random, 0, 255));
        break;
    }
  }
  return out;
}

bool moves_the_terminal(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x20 || byte == 0x7F) {
      return true;
    }
    if (byte == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0) {
      return true;  // C1
    }
  }
  for (const std::string_view bidi : {"\u200E",
                                      "\u200F",
                                      "\u202A",
                                      "\u202B",
                                      "\u202C",
                                      "\u202D",
                                      "\u202E",
                                      "\u2066",
                                      "\u2067",
                                      "\u2068",
                                      "\u2069",
                                      "\u061C",
                                      "\u2028",
                                      "\u2029"}) {
    if (text.find(bidi) != std::string_view::npos) {
      return true;
    }
  }
  return false;
}

}  // namespace

TEST_CASE("folding what is folded changes nothing", "[property][fold]") {
  std::mt19937 random{1};
  for (int i = 0; i < 30'000; ++i) {
    const std::string text = random_text(random);
    const std::string folded = fold(text);
    CAPTURE(text);
    REQUIRE(is_utf8(folded));
    REQUIRE(fold(folded) == folded);
    const std::string spelled = fold_spelled_out(text);
    REQUIRE(fold_spelled_out(spelled) == spelled);
  }
}

TEST_CASE("a single character folds to something stable", "[property][fold]") {
  for (char32_t c = 1; c <= 0x10FFFF; ++c) {
    // Surrogates are no characters; Han, Hangul and the private planes are many of a kind.
    if ((c >= 0x3500 && c <= 0x9F00) || (c >= 0xAD00 && c <= 0xF8FF) ||
        (c >= 0x20100 && c <= 0x2F7FF) || (c >= 0x2FB00 && c <= 0x10FF00)) {
      continue;
    }
    std::string text{"a"};
    append_utf8(text, c);
    const std::string folded = fold(text);
    if (fold(folded) != folded) {
      CAPTURE(static_cast<unsigned>(c), folded);
      FAIL("folds twice");
    }
  }
  SUCCEED();
}

TEST_CASE("a name folds alike composed and decomposed", "[property][fold]") {
  std::mt19937 random{2};
  for (int i = 0; i < 5000; ++i) {
    const std::string text = random_text(random);
    CAPTURE(text);
    REQUIRE(fold(clean_line(text)) == fold(clean_line(clean_line(text))));
  }
}

TEST_CASE("words hold nothing that separates them", "[property][words]") {
  std::mt19937 random{3};
  for (int i = 0; i < 10'000; ++i) {
    for (const std::string& word : words(fold(random_text(random)))) {
      REQUIRE_FALSE(word.empty());
      REQUIRE(word.find_first_of(" '.-,") == std::string::npos);
      REQUIRE(words(word) == std::vector<std::string>{word});
    }
  }
}

TEST_CASE("segmenting twice is segmenting once", "[property][segmented]") {
  std::mt19937 random{4};
  for (int i = 0; i < 10'000; ++i) {
    const std::string once = segmented(fold(random_text(random)));
    CAPTURE(once);
    REQUIRE(segmented(once) == once);
  }
}

TEST_CASE("clean text is valid, and clean already", "[property][clean]") {
  std::mt19937 random{5};
  for (int i = 0; i < 20'000; ++i) {
    const std::string text = random_text(random);
    CAPTURE(text);
    const std::string line = clean_line(text);
    REQUIRE(is_utf8(line));
    REQUIRE(clean_line(line) == line);
    REQUIRE_FALSE(moves_the_terminal(line));
    const std::string lines = clean_text(text);
    REQUIRE(is_utf8(lines));
    REQUIRE(clean_text(lines) == lines);
  }
}

TEST_CASE("nothing printable moves the terminal", "[property][clean]") {
  std::mt19937 random{6};
  for (int i = 0; i < 20'000; ++i) {
    const std::string text = random_text(random);
    CAPTURE(text);
    const std::string shown = printable(text);
    REQUIRE(is_utf8(shown));
    REQUIRE_FALSE(moves_the_terminal(shown));
    REQUIRE(printable(shown) == shown);
  }
}

TEST_CASE("shortened text fits, and padded text fills", "[property][width]") {
  std::mt19937 random{7};
  for (int i = 0; i < 20'000; ++i) {
    const std::string text = printable(random_text(random));
    const std::size_t columns = between(random, 0, 20);
    CAPTURE(text, columns);
    REQUIRE(display_width(shorten(text, columns)) <= columns);
    REQUIRE(is_utf8(shorten(text, columns)));
    const std::size_t width = display_width(text);
    REQUIRE(display_width(pad(text, columns)) == std::max(width, columns));
    if (width <= columns) {
      REQUIRE(shorten(text, columns) == text);
    }
    REQUIRE(length(text) <= text.size());
  }
}

TEST_CASE("edit distance is a distance", "[property][edit_distance]") {
  std::mt19937 random{8};
  const auto word = [&random] {
    std::string out;
    const auto size = between(random, 0, 7);
    for (char32_t i = 0; i < size; ++i) {
      out += static_cast<char>('a' + between(random, 0, 2));
    }
    return out;
  };
  for (int i = 0; i < 20'000; ++i) {
    const std::string a = word();
    const std::string b = word();
    const int limit = static_cast<int>(between(random, 0, 8));
    const int full = edit_distance(a, b, 100);
    CAPTURE(a, b, limit);
    REQUIRE((full == 0) == (a == b));
    REQUIRE(edit_distance(b, a, 100) == full);
    REQUIRE(edit_distance(a, b, limit) == std::min(full, limit + 1));
  }
}

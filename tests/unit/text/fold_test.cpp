// Folding, words and edit distance.
#include <string>
#include <utility>
#include <vector>

#include "support/catch.hpp"
#include <kith/text/fold.hpp>

using namespace kith::text;

TEST_CASE("case, accents and width do not matter", "[text][fold]") {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"", ""},
      {"Ada Lovelace", "ada lovelace"},
      {"MÜLLER", "muller"},
      {"Mu\u0308ller", "muller"},
      {"José Ángel Núñez", "jose angel nunez"},
      {"Łukasz Żółć", "lukasz zolc"},
      {"Đorđe", "dorde"},
      {"Jørgen Æbelø", "jorgen aebelo"},
      {"Cœur", "coeur"},
      {"Þórður Guðmundsson", "thordur gudmundsson"},
      {"Işık İnce", "isik ince"},
      {"Ħal Għargħur", "hal gharghur"},
      {"Straße STRASSE ẞ", "strasse strasse ss"},
      {"Ελένη ΠΑΠΑΔΟΠΟΎΛΟΥ", "ελενη παπαδοπουλου"},
      {"Σίσυφος ΣΊΣΥΦΟΣ", "σισυφοσ σισυφοσ"},
      {"Йорданка Фёдорова", "иорданка федорова"},
      {"Ａｄａ　ｶﾀｶﾅ", "ada カタカナ"},
      {"王伟", "王伟"},
      {"김지우", "김지우"},
      {"ガギグ", "ガギグ"},
      {"हिन्दी", "हिन्दी"},
      {"ﬁancé", "fiance"},
      {"Nguyễn Thị Ánh", "nguyen thi anh"},
  };
  for (const auto& [text, folded] : cases) {
    CAPTURE(text);
    CHECK(fold(text) == folded);
  }
}

TEST_CASE("typographic signs become those of a keyboard", "[text][fold]") {
  CHECK(fold("O’Brien O‘Brien OʼBrien O´Brien") == "o'brien o'brien o'brien o'brien");
  CHECK(fold("Jean–Luc Jean—Luc Jean‑Luc Jean−Luc") == "jean-luc jean-luc jean-luc jean-luc");
}

TEST_CASE("white space of every kind is one blank", "[text][fold]") {
  CHECK(fold("  Ada \t\r\n Lovelace\v ") == "ada lovelace");
  CHECK(fold("\u00A0Ada\u2003\u3000Lovelace\u2028") == "ada lovelace");
  CHECK(fold(" \t ").empty());
}

TEST_CASE("invisible characters do not tell names apart", "[text][fold]") {
  CHECK(fold("A\u200Bda\u00AD") == "ada");
  CHECK(fold("\uFEFFAda") == "ada");
}

TEST_CASE("what is no text folds to something all the same", "[text][fold]") {
  CHECK(fold("\xff") == "\uFFFD");
  CHECK(fold("Ad\xC3") == "ad\uFFFD");
  CHECK(fold("\xED\xA0\x80") == "\uFFFD\uFFFD\uFFFD");  // half of a surrogate pair
  CHECK(fold(std::string_view("A\0b", 3)) == "a b");
  CHECK(fold("\u0301") == "\u0301");
  CHECK(fold("e  \u0301") == "e \u0301");
}

TEST_CASE("very long and very marked names fold in no time", "[text][fold]") {
  CHECK(fold(std::string(10'000, 'A')) == std::string(10'000, 'a'));
  std::string zalgo{"e"};
  for (int i = 0; i < 200'000; ++i) {
    zalgo += i % 2 == 0 ? "\u0301" : "\u0323";
  }
  CHECK(fold(zalgo) == "e");
  CHECK(fold(zalgo.substr(1)).size() <= 60);
}

TEST_CASE("umlauts and rings can be spelled out", "[text][fold]") {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"Müller", "mueller"},
      {"Mu\u0308ller", "mueller"},
      {"MÜLLER", "mueller"},
      {"Åse Østergård", "aase oestergaard"},
      {"A\u030Ase", "aase"},
      {"Jørgen", "joergen"},
      {"Æbelø", "aebeloe"},
      {"Weiß", "weiss"},
      {"Özgür Jäger", "oezguer jaeger"},
      {"Zoë Citroën", "zoe citroen"},
      {"Ada Lovelace", "ada lovelace"},
      {"José", "jose"},
      {"Łukasz", "lukasz"},
      {"ǖ", "ue"},
  };
  for (const auto& [text, folded] : cases) {
    CAPTURE(text);
    CHECK(fold_spelled_out(text) == folded);
  }
}

TEST_CASE("folded text has words", "[text][words]") {
  using Words = std::vector<std::string>;
  CHECK(words("") == Words{});
  CHECK(words("ada lovelace") == Words{"ada", "lovelace"});
  CHECK(words("o'brien") == Words{"obrien"});
  CHECK(words("j.r.r. tolkien") == Words{"jrr", "tolkien"});
  CHECK(words("dr. who, jr.") == Words{"dr", "who", "jr"});
  CHECK(words("jean-baptiste de clercq") == Words{"jean", "baptiste", "de", "clercq"});
  CHECK(words("'quoted'") == Words{"quoted"});
  CHECK(words("a''b") == Words{"a", "b"});
  CHECK(words("r2d2 & co") == Words{"r2d2", "co"});
  CHECK(words("王伟 김지우") == Words{"王伟", "김지우"});
  CHECK(words("हिन्दी") == Words{"हिन्दी"});
  CHECK(words("🎂 party 🎉") == Words{"party"});
  CHECK(words("...'''---") == Words{});
  CHECK(words("a\xff"
              "b") == Words{"a", "b"});
}

TEST_CASE("text without blanks is taken apart", "[text][segmented]") {
  CHECK(segmented("ada lovelace") == "ada lovelace");
  CHECK(segmented("王伟") == "王 伟");
  CHECK(segmented("ada王伟bob") == "ada 王 伟 bob");
  CHECK(segmented("ada 王") == "ada 王");
  CHECK(segmented("カタ") == "カ タ");
  CHECK(segmented("김지우 müller") == "김지우 müller");
  CHECK(segmented("ที่") == "ที่");  // the marks stay with their letter
  CHECK(segmented("").empty());
}

TEST_CASE("edits are counted up to a limit", "[text][edit_distance]") {
  CHECK(edit_distance("", "", 2) == 0);
  CHECK(edit_distance("ada", "ada", 0) == 0);
  CHECK(edit_distance("ada", "adam", 2) == 1);
  CHECK(edit_distance("ada", "da", 2) == 1);
  CHECK(edit_distance("ada", "ida", 2) == 1);
  CHECK(edit_distance("micheal", "michael", 2) == 1);
  CHECK(edit_distance("phillipa", "philippa", 2) == 2);
  CHECK(edit_distance("ca", "abc", 3) == 3);
  CHECK(edit_distance("kitten", "sitting", 3) == 3);
  CHECK(edit_distance("kitten", "sitting", 2) == 3);
  CHECK(edit_distance("ada", "lovelace", 2) == 3);
  CHECK(edit_distance("ada", "bob", 0) == 1);
  CHECK(edit_distance("", "abc", 5) == 3);
  CHECK(edit_distance("abc", "", 2) == 3);
  CHECK(edit_distance("ada", "bob", 1'000'000'000) == 3);
  SECTION("characters count, not bytes") {
    CHECK(edit_distance("王伟", "王薇", 2) == 1);
    CHECK(edit_distance("ελενη", "ελεν", 2) == 1);
    CHECK(edit_distance("王", "a", 2) == 1);
  }
  SECTION("long words are no matter within a small limit") {
    const std::string long_word(100'000, 'a');
    CHECK(edit_distance(long_word, long_word + "b", 2) == 1);
    CHECK(edit_distance(long_word, std::string(100'000, 'b'), 2) == 3);
  }
}

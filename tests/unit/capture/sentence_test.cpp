// What a sentence as a whole is read as, and what is refused.
#include "support/catch.hpp"
#include "support/reading.hpp"
#include <kith/error.hpp>

using namespace kith;
using namespace kith::capture;

TEST_CASE("a sentence gives people, day, kind and place, each with its words", "[capture]") {
  const Draft draft = test::read("coffee with Ana yesterday at Blue Bottle");
  const auto words = [&](TextSpan span) {
    return draft.text.substr(span.begin, span.end - span.begin);
  };
  REQUIRE(draft.people.size() == 1);
  CHECK(words(draft.people[0].span) == "Ana");
  CHECK(words(draft.date.span) == "yesterday");
  CHECK(words(draft.kind.span) == "coffee");
  REQUIRE(draft.place);
  CHECK(words(draft.place->span) == "Blue Bottle");
}

TEST_CASE("follow-ups and facts point at their person", "[capture]") {
  const Draft draft = test::read("lunch with Ana, she got promoted, send her a card by friday");
  REQUIRE(draft.facts.size() == 1);
  CHECK(draft.facts[0].who == 0);
  REQUIRE(draft.follow_ups.size() == 1);
  CHECK(draft.follow_ups[0].who == 0);
}

TEST_CASE("why somebody was recognised is said", "[capture]") {
  CHECK(test::read("coffee with Ana Lim").people[0].why == "full name");
  CHECK(test::read("coffee with Tom").people[0].why == "short for thomas");
  CHECK(test::read("coffee with Kathrine").people[0].why == "another spelling of katherine");
  CHECK(test::read("coffee with Spencr").people[0].why == "a slip for spencer");
  CHECK(test::read("coffee with T. Achebe").people[0].why == "initial and surname");
  CHECK(test::read("coffee with Marek").people[0].why == "nobody of this name");
}

TEST_CASE("a call that nobody answered does not count", "[capture]") {
  CHECK(test::read("called Ana, left a voicemail").unanswered);
  CHECK(test::read("phoned Ana - no answer, will try again tomorrow").unanswered);
  CHECK_FALSE(test::read("called Ana").unanswered);
}

TEST_CASE("an empty sentence and one without end are refused", "[capture]") {
  CHECK_THROWS_AS(test::read(" \t "), DataError);
  CHECK_THROWS_AS(test::read(std::string(20'001, 'a')), DataError);
}

TEST_CASE("hostile text is read without harm", "[capture]") {
  const std::string long_list = [] {
    std::string text = "dinner with ";
    for (int i = 0; i < 1500; ++i) {
      text += "Ana, ";
    }
    return text + "Bo";
  }();
  for (const std::string_view text : {std::string_view{long_list},
                                      std::string_view{"'''''''"},
                                      std::string_view{"with with with with"},
                                      std::string_view{"@@@ @ #"},
                                      std::string_view{"((((coffee))))"},
                                      std::string_view{"coffee with \xff\xfe Ana"},
                                      std::string_view{"Ana's's's"},
                                      std::string_view{"\u202Ecoffee with Ana\u202C"},
                                      std::string_view{"cof\u200Bfee with Ana"},
                                      std::string_view{"by friday by friday by friday"},
                                      std::string_view{"99/99/9999 coffee with Ana"},
                                      std::string_view{", , , and and and"},
                                      std::string_view{"Dr. Dr. Dr. Mrs."},
                                      std::string_view{"\xF0\x9F\x8D\xBA\xF0\x9F\x8D\xBA"},
                                      std::string_view{"a\nb\nc\nd with Ana"}}) {
    CAPTURE(text);
    CHECK_NOTHROW(test::read(text));
  }
}

TEST_CASE("a day that no calendar has is refused, not taken for today", "[capture]") {
  const test::KnownPeople people{"Ana Lim"};
  for (const char* text : {"coffee with Ana on 30 feb",
                           "coffee with Ana on 31 november",
                           "coffee with Ana 2026-02-30",
                           "2026-13-01: coffee with Ana"}) {
    CAPTURE(text);
    CHECK_THROWS_AS(read(text, people), DataError);
  }
  for (const char* text : {"coffee with Ana on 29 feb 2024",
                           "call Ana about 555-01-99",
                           "coffee with Ana, 40 may come"}) {
    CAPTURE(text);
    CHECK_NOTHROW(read(text, people));
  }
}

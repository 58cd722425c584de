// How a sentence falls into words and signs.
#include "capture/token.hpp"

#include "support/catch.hpp"

using namespace kith::capture;

namespace {

std::vector<std::string> folded(std::string_view text) {
  std::vector<std::string> words;
  for (const Token& token : tokenize(text)) {
    words.push_back(token.folded);
  }
  return words;
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("words lose case and accents, and keep what they are", "[capture]") {
  CHECK(folded("Lunch with Zoë") == Words{"lunch", "with", "zoe"});
  CHECK(folded("O’Brien don't") == Words{"obrien", "dont"});
}

TEST_CASE("a possessive and a contraction leave the word they hang on", "[capture]") {
  const Tokens tokens = tokenize("Ana's she'll James'");
  REQUIRE(tokens.size() == 3);
  CHECK(tokens[0].folded == "ana");
  CHECK(tokens[0].tail == "s");
  CHECK(tokens[1].folded == "she");
  CHECK(tokens[1].tail == "ll");
  CHECK(tokens[2].folded == "james");
  CHECK(tokens[2].tail == "s");
}

TEST_CASE("a hyphen joins names, a dash parts clauses", "[capture]") {
  CHECK(folded("Jean-Baptiste") == Words{"jean", "baptiste"});
  CHECK(folded("nov 10 - lunch") == Words{"nov", "10", "-", "lunch"});
}

TEST_CASE("addresses, tags, times and w/ are one token each", "[capture]") {
  CHECK(folded("tom.reyes@example.com, #work_stuff") ==
        Words{"tom.reyes@example.com", ",", "#work_stuff"});
  CHECK(folded("w/ Ana w/o Bo 15:30 1:1") == Words{"with", "ana", "without", "bo", "15:30", "1:1"});
  CHECK(tokenize("#1").front().kind == TokenKind::sign);
}

TEST_CASE("capitals are known in every script that has them", "[capture]") {
  CHECK(tokenize("Ελένη").front().capital);
  CHECK_FALSE(tokenize("ελένη").front().capital);
  CHECK(tokenize("김지우").front().caseless);
}

// A name that fits several people is decided by what else the sentence says, if that is clear; and
// every part says why it was read so.
#include <map>

#include "support/catch.hpp"
#include "support/reading.hpp"

using namespace kith;
using namespace kith::capture;

namespace {

// Two called Anders: one of Malmö and work, one of Novo who is seen with Birte.
class Village : public test::KnownPeople {
 public:
  Village() : KnownPeople{"Anders Falk", "Anders Nygaard", "Birte Iversen", "Ana Lim"} {}

  Known known_of(const PersonRef& person) const override {
    if (person.name == "Anders Falk") {
      return {.city = "Malmö", .tags = {"work"}};
    }
    return {.org = "Novo Nordisk"};
  }

  bool seen_together(const PersonRef& a, const PersonRef& b) const override {
    return a.name == "Anders Nygaard" && b.name == "Birte Iversen";
  }
};

std::string anders(std::string_view text) { return test::who(test::read(text, Village{})); }

}  // namespace

TEST_CASE("other people, places, organisations and tags decide who is meant", "[capture][decide]") {
  CHECK(anders("zoom with Anders and Birte") == "Anders Nygaard, Birte Iversen");
  CHECK(anders("coffee with Anders in Malmö") == "Anders Falk");
  CHECK(anders("coffee with Anders in malmo") == "Anders Falk");
  CHECK(anders("call with Anders about Novo Nordisk") == "Anders Nygaard");
  CHECK(anders("call with Anders #work") == "Anders Falk");
  CHECK(anders("coffee with Birte, talked about Anders") == "Birte Iversen / Anders Nygaard");
}

TEST_CASE("without a clear hint it stays open who is meant", "[capture][decide]") {
  CHECK(anders("zoom with Anders") == "unclear Anders");
  CHECK(anders("zoom with Anders and Ana") == "unclear Anders, Ana Lim");
  CHECK(anders("zoom with Anders and Birte #work") == "unclear Anders, Birte Iversen");
  CHECK(anders("zoom with Anders about Novo") == "unclear Anders");
}

TEST_CASE("the hint is part of why", "[capture][decide]") {
  const Draft draft = test::read("coffee with Anders in Malmö", Village{});
  CHECK(draft.people.at(0).why == "given name or nickname, the one in Malmö");
}

TEST_CASE("every part is explained, with the words it was read from", "[capture][explain]") {
  const Draft draft =
      test::read("coffee with Ana yesterday at Blue Bottle 3pm, send her the deck by friday #work");
  std::map<std::string, std::string> read_as;
  for (const Explanation& one : explain(draft)) {
    CHECK(one.span.end <= draft.text.size());
    CHECK_FALSE(one.why.empty());
    read_as[one.part] =
        draft.text.substr(one.span.begin, one.span.end - one.span.begin) + " -> " + one.read_as;
  }
  CHECK(read_as["kind"] == "coffee -> coffee");
  CHECK(read_as["person"] == "Ana -> Ana Lim took part");
  CHECK(read_as["date"] == "yesterday -> 2026-11-21");
  CHECK(read_as["place"] == "Blue Bottle -> Blue Bottle");
  CHECK(read_as["time"] == "3pm -> 15:00");
  CHECK(read_as["tag"] == "#work -> work");
  CHECK(read_as["follow_up"].ends_with("send her the deck, by 2026-11-27"));
}

TEST_CASE("what was assumed has no words", "[capture][explain]") {
  for (const Explanation& one : explain(test::read("saw Ana"))) {
    CHECK(one.span.empty() == (one.part != "person"));
  }
}

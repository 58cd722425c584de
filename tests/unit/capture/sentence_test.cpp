// What a sentence is read as.
#include <chrono>

#include "support/catch.hpp"
#include "support/known_people.hpp"
#include <kith/capture/capture.hpp>
#include <kith/error.hpp>

using namespace kith;
using namespace kith::capture;
using namespace std::chrono_literals;

namespace {

const Date kToday = 2026y / 11 / 22;  // a Sunday

using Names = std::vector<std::string>;

Names of_role(const Draft& draft, Role role) {
  Names names;
  for (const Who& who : draft.people) {
    if (who.role == role) {
      names.push_back(who.known() ? who.candidates.front().name
                                  : (who.is_new() ? "new " : "unclear ") + who.text);
    }
  }
  return names;
}

Draft read(std::string_view text, const test::KnownPeople& people) {
  return read_sentence(text, kToday, people);
}

Names participants(std::string_view text, const test::KnownPeople& people) {
  return of_role(read(text, people), Role::participant);
}

Names mentions(std::string_view text, const test::KnownPeople& people) {
  return of_role(read(text, people), Role::mention);
}

std::string kind(std::string_view text) { return read(text, {"Ana Lim"}).kind.value; }

std::string place(std::string_view text) {
  const Draft draft = read(text, {"Ana Lim", "Rosa Diaz"});
  return draft.place ? draft.place->value : "";
}

Date date(std::string_view text) { return read(text, {"Ana Lim", "June Whitacre"}).date.value; }

}  // namespace

TEST_CASE("a sentence gives people, day, kind and place, each with its words", "[capture]") {
  const Draft draft = read("coffee with Ana yesterday at Blue Bottle", {"Ana Lim"});
  REQUIRE(draft.people.size() == 1);
  CHECK(draft.people[0].candidates.front().name == "Ana Lim");
  CHECK(draft.people[0].span == TextSpan{12, 15});
  CHECK(draft.date.value == Date{2026y / 11 / 21});
  CHECK(draft.text.substr(draft.date.span.begin, draft.date.span.end - draft.date.span.begin) ==
        "yesterday");
  CHECK(draft.kind.value == "coffee");
  CHECK(draft.kind.span == TextSpan{0, 6});
  REQUIRE(draft.place);
  CHECK(draft.place->value == "Blue Bottle");
}

TEST_CASE("people are known by full name, given name, nickname, surname with a title",
          "[capture]") {
  const test::KnownPeople people{"Ana Lim", "Edith Halloran=Grandma", "Lakshmi Venkataraman"};
  CHECK(participants("lunch with Ana Lim", people) == Names{"Ana Lim"});
  CHECK(participants("lunch with ana", people) == Names{"Ana Lim"});
  CHECK(participants("facetime grandma", people) == Names{"Edith Halloran"});
  CHECK(participants("Dr. Venkataraman rang", people) == Names{"Lakshmi Venkataraman"});
}

TEST_CASE("people are known by short forms, other spellings and small slips", "[capture]") {
  CHECK(participants("Tom emailed the minutes", {"Thomas Achebe"}) == Names{"Thomas Achebe"});
  CHECK(participants("Muller called", {"Dieter Müller"}) == Names{"Dieter Müller"});
  CHECK(participants("Mueller called", {"Dieter Müller"}) == Names{"Dieter Müller"});
  CHECK(participants("met up with Micheal", {"Michael Adjei"}) == Names{"Michael Adjei"});
  CHECK(participants("coffee with Spencr", {"Spencer Bean"}) == Names{"Spencer Bean"});
  CHECK(participants("obrien texted", {"Maeve O'Brien"}) == Names{"Maeve O'Brien"});
  CHECK(participants("coffee with 王伟", {"王伟"}) == Names{"王伟"});
}

TEST_CASE("a name that is only near to a known one is somebody else", "[capture]") {
  CHECK(participants("coffee with Marta", {"Maria Silva"}) == Names{"new Marta"});
  CHECK(participants("coffee with Daniela", {"Daniel Kowal"}) == Names{"new Daniela"});
  CHECK(participants("coffee with Carla", {"Carlo Riva"}) == Names{"new Carla"});
  CHECK(participants("walk with Yevgenia Sokol", {"Yevgenia Maltseva"}) ==
        Names{"new Yevgenia Sokol"});
}

TEST_CASE("a name that fits several stays open", "[capture]") {
  const test::KnownPeople people{"Anders Nygaard", "Anders Falk", "Birte Iversen"};
  CHECK(participants("zoom with Anders and Birte", people) ==
        Names{"unclear Anders", "Birte Iversen"});
  CHECK(participants("zoom with Anders F", people) == Names{"Anders Falk"});
  CHECK(participants("zoom with Anders Falk", people) == Names{"Anders Falk"});
}

TEST_CASE("words that are names too are told apart by what stands around them", "[capture]") {
  const test::KnownPeople people{
      "Will Castor", "June Whitacre", "Friday Ekong", "Dawn Hennessy", "Ana Lim"};
  CHECK(participants("call with Ana, will try again tomorrow", people) == Names{"Ana Lim"});
  CHECK(participants("Will called", people) == Names{"Will Castor"});
  CHECK(participants("coffee with June at Verve", people) == Names{"June Whitacre"});
  CHECK(participants("coffee with Ana in June", people) == Names{"Ana Lim"});
  CHECK(participants("lunch with Friday Ekong", people) == Names{"Friday Ekong"});
  CHECK(participants("lunch with Ana on friday", people) == Names{"Ana Lim"});
  CHECK(participants("we left at dawn with Ana", people) == Names{"Ana Lim"});
  CHECK(participants("visited Dawn in Cork", people) == Names{"Dawn Hennessy"});
}

TEST_CASE("lists of people", "[capture]") {
  const test::KnownPeople people{"Ana Lim", "Bo Ek", "Chen Wu"};
  const Names all{"Ana Lim", "Bo Ek", "Chen Wu"};
  CHECK(participants("dinner with Ana, Bo and Chen", people) == all);
  CHECK(participants("dinner w/ Ana & Bo & Chen", people) == all);
  CHECK(participants("zoom w/ Ana/Bo/Chen re the plan", people) == all);
  CHECK(participants("Dinner: Ana, Bo, Chen.", people) == all);
  CHECK(participants("me and Ana got lunch", people) == Names{"Ana Lim"});
  CHECK(participants("yesterday: coffee, Ana", people) == Names{"Ana Lim"});
  CHECK(participants("Ana and I walked the dogs", people) == Names{"Ana Lim"});
}

TEST_CASE("who is only spoken of is a mention", "[capture]") {
  const test::KnownPeople people{"Ana Lim", "Bo Ek"};
  CHECK(participants("coffee with Ana, talked about Bo", people) == Names{"Ana Lim"});
  CHECK(mentions("coffee with Ana, talked about Bo", people) == Names{"Bo Ek"});
  CHECK(mentions("emailed Ana about hiring Bo", people) == Names{"Bo Ek"});
  CHECK(mentions("lunch with Ana, she knows Bo from uni", people) == Names{"Bo Ek"});
  CHECK(participants("told Ana about Bo's new job", people) == Names{"Ana Lim"});
  CHECK(mentions("Ana told me that Bo is ill", people) == Names{"Bo Ek"});
  CHECK(mentions("lunch with Ana, Bo got married", people) == Names{"Bo Ek"});
  CHECK(mentions("met Bo's sister and Ana", people) == Names{"Bo Ek"});
}

TEST_CASE("somebody new is offered only where somebody took part", "[capture]") {
  const test::KnownPeople people{"Ana Lim"};
  CHECK(participants("lunch with Marek Nowak", people) == Names{"new Marek Nowak"});
  CHECK(participants("lunch with marek on friday", people) == Names{"new marek"});
  CHECK(participants("party, met his cousin Adjoa Lamptey", people) == Names{"new Adjoa Lamptey"});
  CHECK(participants("coffee with the new neighbours", people).empty());
  CHECK(participants("Great evening with Ana and her husband", people) == Names{"Ana Lim"});
  CHECK(participants("lunch with Ana, she met Marek in Paris", people) == Names{"Ana Lim"});
  CHECK(participants("call with HR", people).empty());
}

TEST_CASE("the day is that of what happened", "[capture]") {
  CHECK(date("coffee with Ana") == kToday);
  CHECK(date("last friday drinks with Ana") == Date{2026y / 11 / 20});
  CHECK(date("tues 10 nov - meeting with Ana") == Date{2026y / 11 / 10});
  CHECK(date("dinner w Ana 2 weeks ago") == Date{2026y / 11 / 8});
  CHECK(date("Oct 17, 2026 - visited Ana") == Date{2026y / 10 / 17});
  CHECK(date("drinks with Ana tonight, she quit on wednesday") == kToday);
  CHECK(date("dinner with Ana, she'll be in Nairobi until february") == kToday);
  CHECK(date("Texted Ana, her exam is next week") == kToday);
  CHECK(date("wedding, sat with Ana") == kToday);
}

TEST_CASE("times and durations", "[capture]") {
  const Draft draft = read("coffee at 3pm with Ana, 1h 20", {"Ana Lim"});
  REQUIRE(draft.time);
  CHECK(draft.time->value == 15h);
  REQUIRE(draft.duration);
  CHECK(draft.duration->value == 80min);
}

TEST_CASE("kinds come from the words people use", "[capture]") {
  CHECK(kind("coffee with Ana") == "coffee");
  CHECK(kind("rang Ana") == "call");
  CHECK(kind("phone call with Ana") == "call");
  CHECK(kind("vidoe call with Ana") == "video");
  CHECK(kind("Ana texted") == "message");
  CHECK(kind("met Ana for a pint") == "drinks");
  CHECK(kind("gave Ana a plant") == "gift");
  CHECK(kind("email from Ana about the wedding") == "email");
  CHECK(kind("postcard from Ana!") == "letter");
  CHECK(kind("1:1 with Ana") == "meeting");
  CHECK(kind("hung out w Ana") == "other");
}

TEST_CASE("places come after at, in and @", "[capture]") {
  CHECK(place("lunch at Tampopo with Ana") == "Tampopo");
  CHECK(place("breakfast @Sunny Side w/ Ana") == "Sunny Side");
  CHECK(place("visited Ana in Cork on the 10th") == "Cork");
  CHECK(place("coffee at blue bottle with ana") == "blue bottle");
  CHECK(place("lunch with Ana at Cafe Rosa") == "Cafe Rosa");
  CHECK(place("coffee with Ana at 3pm").empty());
  CHECK(place("met Ana in person").empty());
  CHECK(place("dinner with Ana, she lives in Paris").empty());
  CHECK(place("lunch with tom@example.com").empty());
}

TEST_CASE("tags stand anywhere", "[capture]") {
  const Draft draft = read("#Work call Ana #long_one", {"Ana Lim"});
  REQUIRE(draft.tags.size() == 2);
  CHECK(draft.tags[0].value == "Work");
  CHECK(draft.tags[1].value == "long_one");
}

TEST_CASE("something to do needs a verb and a day ahead", "[capture]") {
  const Draft draft = read(
      "meeting with Ana, need to (1) book flights by wednesday (2) send her the "
      "plan by dec 2",
      {"Ana Lim"});
  REQUIRE(draft.follow_ups.size() == 2);
  CHECK(draft.follow_ups[0].text == "book flights");
  CHECK(draft.follow_ups[0].due == Date{2026y / 11 / 25});
  CHECK(draft.follow_ups[1].text == "send her the plan");
  CHECK(draft.follow_ups[1].due == Date{2026y / 12 / 2});
  CHECK(draft.follow_ups[1].who == 0);
  CHECK(read("lunch with Ana, send her the deck", {"Ana Lim"}).follow_ups.empty());
}

TEST_CASE("what they promised is owed to me; what was promised in the past is not", "[capture]") {
  const Draft theirs = read("lunch with Ana, she'll send me the draft by friday", {"Ana Lim"});
  REQUIRE(theirs.follow_ups.size() == 1);
  CHECK(theirs.follow_ups[0].owed_by == Owner::them);
  CHECK(read("call with Ana, she was meant to send the forms by last friday", {"Ana Lim"})
            .follow_ups.empty());
}

TEST_CASE("a follow-up needs no comma before it", "[capture]") {
  const Draft draft = read("lunch with Ana and send her the deck by friday", {"Ana Lim"});
  CHECK(draft.kind.value == "lunch");
  REQUIRE(draft.follow_ups.size() == 1);
  CHECK(draft.follow_ups[0].text == "send her the deck");
}

TEST_CASE("plain news is a fact of its kind", "[capture]") {
  const Draft draft = read("lunch with Ana, she wants to open a bakery", {"Ana Lim"});
  REQUIRE(draft.facts.size() == 1);
  CHECK(draft.facts[0].kind == "hope");
  CHECK(draft.facts[0].who == 0);
  CHECK(read("lunch with Ana, risotto", {"Ana Lim"}).facts.empty());
}

TEST_CASE("a call that nobody answered does not count", "[capture]") {
  CHECK(read("called Ana, left a voicemail", {"Ana Lim"}).unanswered);
  CHECK_FALSE(read("called Ana", {"Ana Lim"}).unanswered);
}

TEST_CASE("an empty sentence and one without end are refused", "[capture]") {
  CHECK_THROWS_AS(read(" \t ", {}), DataError);
  CHECK_THROWS_AS(read(std::string(20'001, 'a'), {}), DataError);
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

// People: contact points, memberships, cadences, and what may be stored.
#include "support/catch.hpp"
#include <kith/domain/person.hpp>
#include <kith/error.hpp>

using namespace kith;

TEST_CASE("a contact point may carry a label", "[domain][contact]") {
  const auto read = [](std::string_view text) {
    return parse_contact_point(ContactKind::email, text);
  };
  CHECK(read("ana@example.org") == ContactPoint{ContactKind::email, "ana@example.org", ""});
  CHECK(read("work=ana@example.org") ==
        ContactPoint{ContactKind::email, "ana@example.org", "work"});
  CHECK(read("=a=b@example.org") == ContactPoint{ContactKind::email, "a=b@example.org", ""});
  CHECK(parse_contact_point(ContactKind::url, "https://example.org/?a=b").label.empty());
}

TEST_CASE("a contact point survives being written and read back", "[domain][contact]") {
  const std::string value = GENERATE("ana@example.org", "a=b@example.org", "https://x.org/?q=1");
  const std::string label = GENERATE("", "home", "büro 2");
  const ContactPoint point{ContactKind::email, value, label};
  CHECK(parse_contact_point(ContactKind::email, to_string(point)) == point);
}

TEST_CASE("one address in two spellings is one address", "[domain][contact]") {
  CHECK(same_value(ContactKind::email, "Ana@Example.org", "ana@example.org"));
  CHECK(same_value(ContactKind::phone, "+49 (0)30 1234", "0049 30-1234"));
  CHECK_FALSE(same_value(ContactKind::phone, "+49 30 1234", "+49 30 1235"));
  CHECK(same_value(
      ContactKind::url, "https://www.linkedin.com/in/Jos%C3%A9/?x=1", "linkedin.com/in/josé"));
  CHECK(same_value(ContactKind::handle, "@Ana", "ana"));
}

TEST_CASE("the same contact point, nickname or tag is not kept twice", "[domain][person]") {
  Person ana{.name = "Ana"};
  CHECK(ana.add_point({ContactKind::email, "ana@example.org", ""}));
  CHECK_FALSE(ana.add_point({ContactKind::email, "ANA@example.org", ""}));
  CHECK(ana.add_point({ContactKind::email, "ana@example.org", "work"}));  // fills in the label
  CHECK(ana.contact_points.size() == 1);
  CHECK(ana.contact_points[0].label == "work");
  CHECK(ana.add_nickname("Annie"));
  CHECK_FALSE(ana.add_nickname("ANNIE"));
  CHECK(ana.add_tag("#climbing"));
  CHECK_FALSE(ana.add_tag("Climbing"));
  CHECK(ana.tags == std::vector<std::string>{"climbing"});
}

TEST_CASE("organisation and title are those of the membership that lasts", "[domain][person]") {
  Person ana{.name = "Ana"};
  ana.memberships = {{"Old Ltd", "Intern", {}, PartialDate(2019, {}, {})}};
  CHECK(ana.org().empty());
  ana.set_title("Engineer");
  ana.set_org("Acme");
  CHECK(ana.org() == "Acme");
  CHECK(ana.title() == "Engineer");
  CHECK(ana.memberships.size() == 2);
  ana.set_org("");
  ana.set_title("");
  CHECK(ana.memberships.size() == 1);
}

TEST_CASE("a person's own cadence wins over the circle's", "[domain][cadence]") {
  Person ana{.name = "Ana"};
  CHECK_FALSE(ana.cadence().has_value());
  ana.circle = Circle::friends;
  CHECK(ana.cadence() == Cadence{91});
  ana.own_cadence = Cadence{14};
  CHECK(ana.cadence() == Cadence{14});
}

TEST_CASE("a cadence is from a day to a hundred years", "[domain][cadence]") {
  CHECK_THROWS_AS(Cadence{0}, DataError);
  CHECK_THROWS_AS(Cadence{-3}, DataError);
  CHECK_THROWS_AS(Cadence{36'526}, DataError);
  CHECK(Cadence{Span{.months = 1}}.days() == 30);
}

TEST_CASE("what cannot be stored is refused in words", "[domain][person]") {
  const auto refusal = [](const Person& person) {
    try {
      checked(person);
      return std::string("accepted");
    } catch (const DataError& error) {
      return error.message();
    }
  };
  CHECK(refusal({.name = "  "}) == "name: there is nothing in it");
  CHECK(refusal({.name = "Ana \xff"}) == "name: not UTF-8 text");
  CHECK(refusal({.name = std::string(1001, 'x')}) == "name: 1001 characters are too many");
  CHECK(refusal({.name = std::string(1000, 'x')}) == "accepted");
  CHECK(refusal({.name = "Ana", .birthday = PartialDate(2026, 2, 29)}) ==
        "birthday: not a day of the calendar");
  CHECK(refusal({.name = "Ana", .birthday = PartialDate({}, 2, 29)}) == "accepted");
  Person ana{.name = "Ana"};
  ana.contact_points = {{ContactKind::email, "nobody", ""}};
  CHECK(refusal(ana) == "nobody: not an e-mail address");
  ana.contact_points = {{ContactKind::phone, "call me", ""}};
  CHECK(refusal(ana) == "call me: not a phone number");
  ana.contact_points = {};
  ana.tags = {"two words"};
  CHECK(refusal(ana) == "tag: two words is not one word");
}

TEST_CASE("what comes with control characters is stored without them", "[domain][person]") {
  const Person ana = checked({.name = "\x1b[31mAna\x07\nLim\t "});
  CHECK(ana.name == "[31mAna Lim");
}

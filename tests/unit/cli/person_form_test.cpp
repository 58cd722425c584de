// The editor's form: what is written reads back, and what is wrong is named with its line.
#include "cli/person_form.hpp"

#include "support/catch.hpp"
#include <kith/error.hpp>

using namespace kith;
using namespace std::chrono_literals;

namespace {

const Date kToday{2026y / 3 / 20};

PersonRef nobody(std::string_view who) {
  throw NotFoundError(std::string{who} + ": no such person");
}

Person full() {
  Person person{.name = "Ada Lovelace", .city = "London", .met = "at a lecture:\nnumber \\1"};
  person.nicknames = {"Enchantress", "Countess"};
  person.contact_points = {{ContactKind::email, "ada@example.org", "home"},
                           {ContactKind::phone, "+44 20 7946 0018", ""},
                           {ContactKind::url, "https://example.org/?a=b", ""}};
  person.memberships = {{"Royal Society", "Countess", PartialDate{1833, {}, {}}, {}},
                        {"", "Poet", {}, PartialDate{1830, 5, {}}}};
  person.timezone = "Europe/London";
  person.birthday = PartialDate{std::nullopt, 12, 10};
  person.met_on = PartialDate{1833, 6, 5};
  person.introduced_by = PersonRef{PersonId{7}, {}, "Mary Somerville"};
  person.circle = Circle::close;
  person.own_cadence = Cadence{14};
  person.tracked_since = Date{2026y / 1 / 1};
  person.tags = {"math", "engines"};
  person.standing = Standing::paused;
  person.snoozed_until = Date{2026y / 6 / 1};
  return checked(person);
}

std::string refusal(const std::string& form) {
  try {
    cli::read_form(form, Person{.name = "Ada"}, kToday, nobody);
  } catch (const DataError& error) {
    return error.message();
  }
  return "taken";
}

}  // namespace

TEST_CASE("a form reads back as the person it was written from", "[cli][form]") {
  CHECK(cli::read_form(cli::write_form(full()), full(), kToday, nobody) == full());
  const Person bare = checked(Person{.name = "Ada"});
  CHECK(cli::read_form(cli::write_form(bare), bare, kToday, nobody) == bare);
}

TEST_CASE("what is left out of a form is forgotten", "[cli][form]") {
  const Person left = cli::read_form("name: Ada\n", full(), kToday, nobody);
  CHECK(left.contact_points.empty());
  CHECK(left.memberships.empty());
  CHECK_FALSE(left.introduced_by);
  CHECK_FALSE(left.tracked_since);
  CHECK(left.standing == Standing::active);
}

TEST_CASE("a form names the line that is wrong", "[cli][form]") {
  CHECK(refusal("name: Ada\nctiy: Rome\n") == "line 2: ctiy: unknown key");
  CHECK(refusal("# x\n\nname\n") == "line 3: name: a key and a colon are missing");
  CHECK(refusal("name: Ada\nname: Eve\n") == "line 2: name: comes twice");
  CHECK(refusal("circle: inmost\n") == "line 1: inmost: none of the words that fit");
  CHECK(refusal("name: Ada\nvia: nobody\n") == "line 2: nobody: no such person");
  CHECK(refusal("name: Ada\nbirthday: 2025-02-30\n").starts_with("line 2: 2025-02-30"));
  CHECK(refusal("name: Ada\xff\n") == "line 1: not valid UTF-8");
  CHECK(refusal("city: Rome\n") != "taken");  // the name is gone
}

TEST_CASE("whoever introduced you is looked up only where that line changed", "[cli][form]") {
  int asked = 0;
  const auto find = [&](std::string_view who) {
    ++asked;
    return PersonRef{PersonId{9}, {}, std::string{who}};
  };
  Person read = cli::read_form("name: Ada\nvia: Mary Somerville\n", full(), kToday, find);
  CHECK(asked == 0);
  CHECK(read.introduced_by == full().introduced_by);
  read = cli::read_form("name: Ada\nvia: Charles\n", full(), kToday, find);
  CHECK(asked == 1);
  CHECK(read.introduced_by->id == PersonId{9});
}

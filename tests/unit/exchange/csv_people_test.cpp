// People in CSV files of any program, and kith's own.
#include "support/catch.hpp"
#include "support/imports.hpp"
#include <kith/error.hpp>

namespace kith::exchange {
namespace {

using test::ImportHouse;
using namespace std::chrono_literals;

TEST_CASE("csv import: columns are told by their names, however they are spelled",
          "[csv][import]") {
  ImportHouse house;
  house.csv(
      "Full Name;E-mail Address;Mobile Phone;COMPANY;Job Title;Home City;Birth Date;Notes;Tags\n"
      "Ana Lim;ana@example.org;+41 79 1;Acme;CTO;Bern;14.05.1988;likes tea;a b, climbing\n");
  const Person ana = house.only("Ana Lim");
  CHECK(ana.points(ContactKind::email).at(0).value == "ana@example.org");
  CHECK(ana.points(ContactKind::phone).at(0) ==
        ContactPoint{ContactKind::phone, "+41 79 1", "mobile"});
  CHECK(ana.org() == "Acme");
  CHECK(ana.title() == "CTO");
  CHECK(ana.city == "Bern");
  CHECK(ana.birthday == PartialDate(1988y / 5 / 14));
  CHECK(ana.tags == std::vector<std::string>{"a-b", "climbing"});
  CHECK(house.store.facts().of(ana.id).at(0).text == "likes tea");
}

TEST_CASE("csv import: numbered columns and their labels belong together", "[csv][import]") {
  ImportHouse house;
  house.csv(
      "First Name,Last Name,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - "
      "Value,Labels\n"
      "Ana,Lim,* Work,a@x.example ::: b@x.example,Home,c@x.example,* myContacts ::: Friends\n");
  const Person ana = house.only("Ana Lim");
  CHECK(ana.points(ContactKind::email) ==
        std::vector<ContactPoint>{{ContactKind::email, "a@x.example", "work"},
                                  {ContactKind::email, "b@x.example", "work"},
                                  {ContactKind::email, "c@x.example", "home"}});
  CHECK(ana.tags == std::vector<std::string>{"Friends"});
}

TEST_CASE("csv import: --map says which column holds what", "[csv][import]") {
  ImportHouse house;
  const std::string text = "Wer,Name,Wo\nAna Lim,not this,Acme\n";
  house.csv(text, parse_column_map({"name=Wer", "org=wo"}));
  CHECK(house.only("Ana Lim").org() == "Acme");
  CHECK_THROWS_AS(house.csv(text, parse_column_map({"name=Who"})), DataError);
  CHECK_THROWS_AS(parse_column_map({"shoe=Wer"}), UsageError);
  CHECK_THROWS_AS(parse_column_map({"name"}), UsageError);
}

TEST_CASE("csv import: the same file again adds and updates nothing", "[csv][import]") {
  ImportHouse house;
  const std::string text =
      "name,email,org,notes\nAna Lim,ana@example.org,Acme,tea\nBen Ray,,Beta,\nCleo,,,\n";
  CHECK(house.csv(text).people == ImportCount{.imported = 3});
  CHECK(house.csv(text).people == ImportCount{.unchanged = 3});
}

TEST_CASE("csv import: people who are there are found by what agrees", "[csv][import]") {
  ImportHouse house;
  Person ana{.name = "Ana Lim"};
  ana.add_point({ContactKind::email, "ana@example.org", ""});
  Person ben{.name = "Ben Ray"};
  ben.add_point({ContactKind::phone, "+41 79 123 45 67", ""});
  Person cleo{.name = "Cleo Fay"};
  cleo.set_org("Acme");
  Person dan{.name = "Dan Poe", .birthday = PartialDate({}, 5, 3)};
  for (const Person& person : {ana, ben, cleo, dan, Person{.name = "Eve Orr"}}) {
    house.add(person);
  }
  const ImportReport report = house.csv(
      "name,email,phone,org,birthday,city\n"
      "Anna Lim,ANA@example.org,,,,Bern\n"
      "Benjamin Ray,,0041 79 123 45 67,,,Bern\n"
      "cleo fay,,,ACME,,Bern\n"
      "Dan Poe,,,,--05-03,Bern\n"
      "Eve Orr,,,Beta,,Bern\n");
  CHECK(report.people == ImportCount{.imported = 1, .updated = 4});
  REQUIRE(report.possible_doubles.size() == 1);
  CHECK(report.possible_doubles[0].line == 6);
  CHECK(house.only("Ana Lim").city == "Bern");
}

TEST_CASE("csv import: two of one file who share an address are two people", "[csv][import]") {
  ImportHouse house;
  const std::string text =
      "name,email,phone\nAna Lim,lims@example.org,1234567\nBea Lim,lims@example.org,1234567\n";
  CHECK(house.csv(text).people == ImportCount{.imported = 2});
  CHECK(house.csv(text).people == ImportCount{.unchanged = 2});
}

TEST_CASE("csv import: the same person twice in one file comes in once", "[csv][import]") {
  ImportHouse house;
  const std::string text =
      "name,email,city\nAna Lim,ana@example.org,\nAna Lim,ana@example.org,Bern\n";
  const ImportReport report = house.csv(text);
  CHECK(report.people.imported == 1);
  CHECK(report.repeated == 1);
  CHECK(house.only("Ana Lim").city == "Bern");
  CHECK(house.csv(text).people == ImportCount{.unchanged = 1});
}

TEST_CASE("csv import: what cannot be understood is said, and the row still comes in",
          "[csv][import]") {
  ImportHouse house;
  const ImportReport report = house.csv(
      "name,email,circle,birthday,every,shoe size\nAna "
      "Lim,nowhere,square,soonish,often,38\n,,,,,\n");
  CHECK(report.people.imported == 1);
  CHECK(report.remarks.size() == 5);
  CHECK(house.only("Ana Lim").contact_points.empty());
}

TEST_CASE("csv import: whoever has no name is called by what there is", "[csv][import]") {
  ImportHouse house;
  const ImportReport report =
      house.csv("first name,email,org,phone\n,x@example.org,,\n,,Acme,\n,,,555 1234\n");
  CHECK(report.people.imported == 3);
  CHECK(house.only("x@example.org").points(ContactKind::email).size() == 1);
  CHECK(house.only("Acme").org() == "Acme");
}

TEST_CASE("csv import: a file that names nobody is refused", "[csv][import]") {
  ImportHouse house;
  CHECK_THROWS_AS(house.csv("a,b\n1,2\n"), DataError);
  CHECK_THROWS_AS(house.csv(""), DataError);
}

TEST_CASE("csv import: introducers are found wherever they stand in the file", "[csv][import]") {
  ImportHouse house;
  const ImportReport report =
      house.csv("name,introduced by\nAna Lim,Ben Ray\nBen Ray,\nCleo Fay,Nobody\n");
  CHECK(house.only("Ana Lim").introduced_by->name == "Ben Ray");
  CHECK_FALSE(house.only("Cleo Fay").introduced_by);
  CHECK(report.remarks.size() == 1);
}

TEST_CASE("csv export: everything a person has in CSV comes back", "[csv][export]") {
  ImportHouse house;
  const Person ben = house.add("Ben Ray");
  Person ana{.name = "=Ana, \"the\" Lim", .nicknames = {"A; B", "Anni, really"}};
  ana.add_point({ContactKind::email, "a@example.org", "work"});
  ana.add_point({ContactKind::email, "b@example.org", ""});
  ana.add_point({ContactKind::phone, "+41 79 1", "mobile"});
  ana.add_point({ContactKind::address, "Way 1\\2, 3000 Bern", "home"});
  ana.memberships = {{.org = "Acme", .title = "CTO", .from = PartialDate({2019}, {}, {})},
                     {.org = "Old", .title = "", .from = {}, .to = PartialDate({2018}, {5}, {})}};
  ana.city = "Bern";
  ana.timezone = "Europe/Zurich";
  ana.birthday = PartialDate({}, 2, 29);
  ana.met = "at the fair,\nin the rain";
  ana.met_on = PartialDate({2019}, {}, {});
  ana.introduced_by = ben.ref();
  ana.circle = Circle::friends;
  ana.own_cadence = Cadence(45);
  ana.tags = {"climbing", "a;b"};
  ana.standing = Standing::paused;
  ana.archived = true;
  ana = house.add(ana);

  ImportHouse other;
  CHECK(other.csv(house.to_csv()).people == ImportCount{.imported = 2});
  Person back = other.only("=Ana, \"the\" Lim");
  CHECK(back.introduced_by->name == "Ben Ray");
  back.id = ana.id;
  back.introduced_by = ana.introduced_by;
  back.created_at = ana.created_at;
  back.updated_at = ana.updated_at;
  CHECK(back == ana);
  CHECK(other.to_csv() == house.to_csv());
}

}  // namespace
}  // namespace kith::exchange

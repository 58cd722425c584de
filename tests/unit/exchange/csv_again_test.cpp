// A newer file of the same address book: who is meant, and what follows it.
#include "support/catch.hpp"
#include "support/imports.hpp"
#include <kith/error.hpp>

namespace kith::exchange {
namespace {

using test::ImportHouse;
using test::lines_of;
using Lines = std::vector<std::string>;

const std::string kHead =
    "First Name,Last Name,Organization Name,Organization Title,Birthday,Notes,Labels,E-mail 1 - "
    "Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value\n";

TEST_CASE("csv again: somebody who had nothing but a name gets an e-mail address, and stays one",
          "[csv][again]") {
  ImportHouse house;
  house.google(kHead + "Ana,Lim,,,,,,,,,,,\n");
  const ImportReport report = house.google(kHead + "Ana,Lim,Acme,,,,,,ana@example.org,,,,\n");
  CHECK(report.people == ImportCount{.updated = 1});
  CHECK(house.only("Ana Lim").points(ContactKind::email).size() == 1);
  // And then one that stands before it.
  CHECK(house.google(kHead + "Ana,Lim,Beta,,,,,,new@example.org,,ana@example.org,,\n").people ==
        ImportCount{.updated = 1});
  CHECK(house.only("Ana Lim").points(ContactKind::email).size() == 2);
  CHECK(house.only("Ana Lim").org() == "Beta");
}

TEST_CASE("csv again: a namesake who turns up later is somebody else", "[csv][again]") {
  ImportHouse house;
  house.google(kHead + "Ana,Lim,,,,,,,,,,,\n");
  const ImportReport report =
      house.google(kHead + "Ana,Lim,,,,,,,other@example.org,,,,\nAna,Lim,,,,,,,,,,,\n");
  CHECK(report.people == ImportCount{.imported = 1, .unchanged = 1});
  CHECK(house.store.people().count() == 2);
}

TEST_CASE("csv again: a new family name is followed where the address is the same",
          "[csv][again]") {
  ImportHouse house;
  house.google(kHead + "Jane,Doe,Acme,,,,,,jane@example.org,,,,\n");
  CHECK(house.google(kHead + "Jane,Smith,Beta,,,,,,jane@example.org,,,,\n").people ==
        ImportCount{.updated = 1});
  CHECK(house.only("Jane Smith").org() == "Beta");
  CHECK(house.google(kHead + "Jane,Smith,Beta,,,,,,jane@example.org,,,,\n").people ==
        ImportCount{.unchanged = 1});
}

TEST_CASE("csv again: an address that went to somebody else renames nobody", "[csv][again]") {
  ImportHouse house;
  house.google(kHead + "Ana,Lim,Acme,,,,,,info@example.org,,,,\n");
  house.google(kHead + "Ben,Ray,Acme,,,,,,info@example.org,,,,\n");
  CHECK(house.only("Ana Lim").org() == "Acme");
}

TEST_CASE("csv again: what was written here stays, what the file owns follows it", "[csv][again]") {
  ImportHouse house;
  house.google(kHead + "Ana,Lim,Acme,CTO,1988-06-15,likes tea,Club,,ana@example.org,,,,\n");
  Person ana = house.only("Ana Lim");
  ana.birthday = PartialDate({1987}, 6, 15);
  house.store.write("edit", [&] { return house.store.people().update(ana); });
  const ImportReport report = house.google(
      kHead + "Ana,Lim,Beta,CEO,1989-06-15,likes rain,Club ::: New,,ana@example.org,,,,\n");
  CHECK(report.people == ImportCount{.updated = 1});
  ana = house.only("Ana Lim");
  CHECK(ana.birthday == PartialDate({1987}, 6, 15));
  CHECK(ana.title() == "CEO");
  CHECK(ana.tags == Lines{"Club", "New"});
  CHECK(house.store.facts().of(ana.id).size() == 2);
}

TEST_CASE("csv again: the day of the last contact is told once, and a later one is another",
          "[csv][again]") {
  ImportHouse house;
  house.csv("Name,Email,Last contacted\nAna Lim,ana@example.org,2026-01-05\n");
  const Person ana = house.only("Ana Lim");
  CHECK(house.csv("Name,Email,Last contacted\nAna Lim,ana@example.org,2026-01-05\n")
            .records.at("interactions")
            .unchanged == 1);
  house.csv("Name,Email,Last contacted\nAna Lim,ana@example.org,2026-02-05\n");
  CHECK(house.store.people().last_seen(ana.id, house.clock.today()) ==
        Date{std::chrono::year{2026}, std::chrono::month{2}, std::chrono::day{5}});
}

TEST_CASE("csv again: google's own files alone are google's", "[csv][again]") {
  ImportHouse house;
  CHECK_THROWS_AS(house.google("Name,Email\nAna Lim,ana@example.org\n"), DataError);
  CHECK_THROWS_AS(house.google("a,b\n1,2\n"), DataError);
  CHECK(house.store.people().count() == 0);
}

}  // namespace
}  // namespace kith::exchange

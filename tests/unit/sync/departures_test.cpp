// Cards that are gone on one side: who is put away, who comes back, and when nobody is.
#include <string>

#include "support/catch.hpp"
#include "support/synced.hpp"
#include <kith/doubles/merge.hpp>
#include <kith/error.hpp>

namespace {

using namespace kith;
using namespace kith::test;
using sync::Moved;

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("deleted there is archived here, archived or deleted here is deleted there", "[sync]") {
  SyncedHouse house;
  const Person ana = house.add("Ana Lim");
  Person bo = house.add("Bo Ray");
  const Person cy = house.add("Cy Fox");
  const Person di = house.add("Di Roe");
  house.log({ana}, 2026y / 1 / 3);
  house.sync();
  house.erase(house.file_with("Ana Lim"));
  bo.archived = true;
  house.update(bo);
  house.store.write("rm", [&] { house.store.people().remove(cy.id); });
  const auto report = house.sync();
  CHECK(report.contacts->from_there == Moved{.deleted = 1});
  CHECK(report.contacts->to_there == Moved{.deleted = 2});
  CHECK(lines_of(report) == Lines{"Ana Lim: was deleted there: archived here"});
  CHECK(house.now(ana).archived);
  CHECK(house.files().size() == 1);
  CHECK_FALSE(house.now(di).archived);
  CHECK(house.sync().contacts->items == 1);
  // Taken back here, out it goes again.
  Person back = house.now(ana);
  back.archived = false;
  house.update(back);
  CHECK(house.sync().contacts->to_there == Moved{.added = 1});
}

TEST_CASE("an edit wins over a deletion, on whichever side", "[sync]") {
  SyncedHouse house;
  Person ana = house.add("Ana Lim");
  Person bo = house.add("Bo Ray");
  const Person cy = house.add("Cy Fox");
  house.add("Di Roe");
  house.sync();
  house.erase(house.file_with("Ana Lim"));
  ana.city = "Bern";
  house.update(ana);
  house.replace(house.file_with("Bo Ray"), "FN:", "TITLE:CTO\r\nFN:");
  bo.archived = true;
  house.update(bo);
  house.replace(house.file_with("Cy Fox"), "FN:", "TITLE:CEO\r\nFN:");
  house.store.write("rm", [&] { house.store.people().remove(cy.id); });
  const auto report = house.sync();
  CHECK(report.contacts->to_there.added == 1);
  CHECK(report.contacts->to_there.deleted == 0);
  CHECK(house.files().size() == 4);
  CHECK_FALSE(house.now(ana).archived);
  CHECK_FALSE(house.now(bo).archived);
  CHECK(house.now(bo).title() == "CTO");
  CHECK(house.only("Cy Fox").title() == "CEO");
  CHECK(report.notes.size() == 3);
  const auto before = house.marks();
  house.sync();
  CHECK(house.marks() == before);
}

TEST_CASE("an emptied folder deletes nobody", "[sync]") {
  SyncedHouse house;
  const Person ana = house.add("Ana Lim");
  const Person bo = house.add("Bo Ray");
  house.sync();
  const auto files = house.files();
  for (const auto& [name, content] : files) {
    house.erase(name);
  }
  CHECK_THROWS_AS(house.sync(), ConflictError);
  CHECK_FALSE(house.now(ana).archived);
  CHECK(house.files().empty());
  SECTION("they can be written again") {
    CHECK(house.sync({.missing = sync::Missing::restore}).contacts->to_there == Moved{.added = 2});
    CHECK(house.files() == files);
  }
  SECTION("or be meant") {
    CHECK(house.sync({.missing = sync::Missing::remove}).contacts->from_there ==
          Moved{.deleted = 2});
    CHECK(house.now(bo).archived);
  }
}

TEST_CASE("most of many files gone at once is no deletion either, a few are", "[sync]") {
  SyncedHouse house;
  for (int i = 0; i < 9; ++i) {
    house.add("Person " + std::to_string(i));
  }
  house.sync();
  for (const int i : {0, 1, 2}) {
    house.erase(house.file_with("FN:Person " + std::to_string(i)));
  }
  CHECK(house.sync().contacts->from_there == Moved{.deleted = 3});
  for (const int i : {3, 4, 5, 6}) {
    house.erase(house.file_with("FN:Person " + std::to_string(i)));
  }
  CHECK_THROWS_AS(house.sync(), ConflictError);
  CHECK(house.store.totals().archived == 3);
}

TEST_CASE("a known file that breaks is not taken for a deletion", "[sync]") {
  SyncedHouse house;
  const Person ana = house.add("Ana Lim");
  house.add("Bo Ray");
  house.sync();
  const std::string file = house.file_with("Ana Lim");
  const std::string whole = house.content(file);
  house.put(file, "");
  CHECK(house.sync().contacts->from_there == Moved{});
  CHECK_FALSE(house.now(ana).archived);
  CHECK(house.content(file).empty());
  house.put(file, whole);
  CHECK(house.sync().notes.empty());
  CHECK(house.content(file) == whole);
}

TEST_CASE("of two who turned out to be one, one card stays, taken apart, both are back", "[sync]") {
  SyncedHouse house;
  const Person ana = house.add("Ana Lim");
  const Person other = house.add("Ana M. Lim");
  house.add("Bo Ray");
  house.sync();
  house.store.write("merge", [&] { return doubles::merge(house.store, ana.id, other.id); });
  // What was written on the phone meanwhile is not lost with the card that goes.
  const std::string file = to_string(other.uid) + ".vcf";
  std::string text = house.content(file);
  text.insert(text.find("END:VCARD"), "TEL:+1 555 0100\r\n");
  house.put(file, text);
  const auto report = house.sync();
  CHECK(report.contacts->to_there == Moved{.changed = 1, .deleted = 1});
  CHECK(house.files().size() == 2);
  CHECK(house.only("Ana Lim").points(ContactKind::phone).size() == 1);
  CHECK(house.content(to_string(ana.uid) + ".vcf").find("555 0100") != std::string::npos);
  CHECK(house.sync().contacts->to_there == Moved{});

  house.store.write("split", [&] { return doubles::split(house.store, other.uid); });
  CHECK(house.sync().contacts->to_there == Moved{.added = 1, .changed = 1});
  CHECK(house.files().size() == 3);
  CHECK(house.sync().contacts->to_there == Moved{});
}

TEST_CASE("whoever takes one of two merged cards away on the phone loses nobody", "[sync]") {
  SyncedHouse house;
  const Person ana = house.add("Ana Lim");
  const Person other = house.add("Ana M. Lim");
  house.add("Bo Ray");
  house.sync();
  house.store.write("merge", [&] { return doubles::merge(house.store, ana.id, other.id); });
  std::filesystem::remove(house.folder / (to_string(ana.uid) + ".vcf"));
  house.sync();
  CHECK_FALSE(house.only("Ana Lim").archived);
  CHECK(house.files().size() == 2);
  CHECK(house.sync().contacts->to_there == Moved{});
}

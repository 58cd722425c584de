// The doctor's look at what is derived, and at the way back.
#include <algorithm>

#include <sqlite3.h>

#include "support/catch.hpp"
#include "support/people.hpp"
#include "support/temp_dir.hpp"
#include <kith/domain/fact.hpp>
#include <kith/domain/interaction.hpp>
#include <kith/store/doctor.hpp>
#include <kith/store/fact_repo.hpp>
#include <kith/store/interaction_repo.hpp>
#include <kith/store/person_repo.hpp>
#include <kith/store/store.hpp>

using namespace kith;
using namespace kith::test;

namespace {

/// A file with two people, two interactions and a fact; and what the doctor says of it.
struct Patient {
  TempDir folder{TempDir::quick()};
  FixedClock clock{2026y / 3 / 20};
  std::filesystem::path file = folder / "kith.db";

  Patient() {
    Store store(file, clock);
    store.write("begin", [&] {
      for (const char* name : {"Ana Lim", "Ben O'Brien"}) {
        const Person one = store.people().add(Person{.name = name});
        store.interactions().add(
            Interaction{.date = 2026y / 3 / 1, .people = {one.ref()}, .text = "tea über alles"});
        store.facts().add(Fact{.person = one.ref(), .text = "likes tea, tea and more tea"});
      }
    });
  }

  /// Behind kith's back.
  void run(const std::string& sql) const {
    sqlite3* db = nullptr;
    REQUIRE(sqlite3_open(file.c_str(), &db) == SQLITE_OK);
    CAPTURE(sql);
    CHECK(sqlite3_exec(db, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(db);
  }

  std::string says(const std::string& check) const {
    const std::vector<Finding> all = examine(file, Key{}, clock);
    const auto found = std::ranges::find(all, check, &Finding::check);
    return found == all.end() ? "nothing" : found->what;
  }
};

constexpr const char* kFound = "everything that is noted can be found";
constexpr const char* kOneLost = "1 record is not found by what is written there";

}  // namespace

TEST_CASE("the doctor sees each word that is not where it is written", "[store][doctor]") {
  const Patient patient;
  REQUIRE(patient.says("search") == kFound);

  SECTION("a word that went") {
    patient.run("UPDATE interaction SET text = 'über alles' WHERE id = 1");
    CHECK(patient.says("search") == kOneLost);
  }
  SECTION("a word that came") {
    patient.run("INSERT INTO search(rowid, body) VALUES(3, 'coffee')");
    CHECK(patient.says("search") == kOneLost);
  }
  SECTION("words that changed places") {
    patient.run("UPDATE interaction SET text = 'alles über tea' WHERE id = 1");
    CHECK(patient.says("search") == kOneLost);
  }
  SECTION("a word that is there once too often") {
    patient.run("UPDATE fact SET text = 'likes tea, tea and more' WHERE id = 2");
    CHECK(patient.says("search") == kOneLost);
  }
  SECTION("words that two records have exchanged") {
    patient.run(
        "UPDATE interaction SET text = 'likes tea, tea and more tea' WHERE id = 1;"
        "UPDATE fact SET text = 'tea über alles' WHERE id = 2");
    CHECK(patient.says("search") == "2 records are not found by what is written there");
  }
  SECTION("a record that nobody wrote") {
    patient.run("INSERT INTO search(rowid, body) VALUES(99, 'coffee')");
    CHECK(patient.says("search") == kOneLost);
  }
  SECTION("all of them") {
    patient.run("INSERT INTO search(search) VALUES('delete-all')");
    CHECK(patient.says("search") == "6 records are not found by what is written there");
  }
  SECTION("what only looks another way is the same") {
    patient.run("UPDATE interaction SET text = 'TEA - uber ALLES!' WHERE id = 1");
    CHECK(patient.says("search") == kFound);
  }
}

TEST_CASE("the doctor counts uids that two records share, of whatever kind", "[store][doctor]") {
  const Patient patient;
  CHECK(patient.says("uids") == "no two records share one");
  patient.run("UPDATE fact SET uid = (SELECT uid FROM person WHERE id = 1) WHERE id = 2");
  CHECK(patient.says("uids") == "1 record shares a uid with another");
  patient.run("UPDATE interaction SET uid = (SELECT uid FROM person WHERE id = 1) WHERE id = 3");
  CHECK(patient.says("uids") == "2 records share a uid with another");
  patient.run("UPDATE person SET uid = zeroblob(16) WHERE id = 2");
  CHECK(patient.says("uids") == "3 records share a uid with another");
}

TEST_CASE("the doctor takes changes back that are larger than a page", "[store][doctor]") {
  const Patient patient;
  {
    Store store(patient.file, patient.clock);
    store.write("much", [&] {
      for (int i = 0; i < 300; ++i) {
        store.people().add(
            Person{.name = "Person " + std::to_string(i), .met = std::string(500, 'x')});
      }
    });
    store.write("more", [&] {
      store.people().for_each({}, PersonOrder::uid, [&](const ListedPerson& listed) {
        Person person = listed.person;
        person.city = "Lisbon";
        store.people().update(person);
        return true;
      });
    });
  }
  CHECK(patient.says("history") == "3 changes can be taken back");
  patient.run("UPDATE person SET met = 'another' WHERE name = 'Person 7'");
  CHECK(patient.says("history") ==
        "1 change can be taken back; change 2 cannot, since the data were changed without kith");
}

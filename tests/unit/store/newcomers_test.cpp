// Many new people at once: the same rows, the same journal and the same indexes as one by one.
#include <algorithm>

#include "store/changeset.hpp"
#include "store/database_file.hpp"
#include "support/catch.hpp"
#include "support/dump.hpp"
#include "support/people.hpp"
#include "support/temp_dir.hpp"
#include <kith/domain/uid.hpp>
#include <kith/error.hpp>
#include <kith/store/doctor.hpp>
#include <kith/store/newcomers.hpp>

using namespace kith;
using namespace kith::test;

namespace {

const FixedClock kClock(2026y / 3 / 20);

PartialDate partial(std::optional<int> year,
                    std::optional<unsigned> month = {},
                    std::optional<unsigned> day = {}) {
  PartialDate date;
  date.year = year;
  date.month = month;
  date.day = day;
  return date;
}

/// Somebody with something in every table; of every third, little.
Person somebody(int number) {
  const std::string word = "w" + std::to_string(number);
  Person person{.name = "Ana " + word};
  person.uid = make_uid(kClock.now(), 0, static_cast<std::uint64_t>(number));
  if (number % 3 == 0) {
    return person;
  }
  person.nicknames = {"Nick " + word, "O'" + word};
  person.contact_points = {{ContactKind::email, word + "@example.org", "work"},
                           {ContactKind::url, "https://example.org/" + word, ""}};
  person.memberships = {{.org = "Org " + word, .title = "Head", .from = partial(2020)},
                        {.org = "Old", .to = partial(2019, 2)}};
  person.city = "Zürich";
  person.timezone = "Europe/Zurich";
  person.birthday = partial({}, 2, 29);
  person.met = std::string(number % 2 == 0 ? 130 : 20'000, 'x');  // lengths of two and three bytes
  person.met_on = partial(1999);
  person.circle = Circle::friends;
  person.own_cadence = Cadence{40};
  person.tags = {"tag" + word};
  person.standing = Standing::paused;
  person.snoozed_until = 1969y / 1 / 2;
  person.archived = number % 5 == 0;
  return person;
}

Origin origin_of(const Person& person) {
  return {.source = "csv",
          .key = "key of " + person.name,
          .person = person.id,
          .said = {{"name", person.name}, {"met", "\"quoted\"\n\x01 ü \xff"}}};
}

void add_one_by_one(Store& store, int begin, int end) {
  for (int number = begin; number < end; ++number) {
    store.origins().put(origin_of(store.people().add(somebody(number))));
  }
}

void add_together(Store& store, int begin, int end) {
  for (int number = begin; number < end; ++number) {
    store.newcomers().put(origin_of(store.newcomers().add(somebody(number))));
  }
}

/// What the journal holds of the last change, a line a row.
std::vector<std::string> last_change(const std::filesystem::path& file) {
  const auto db = open_database(file, {});
  Query query(*db, "SELECT changes FROM change ORDER BY id DESC LIMIT 1");
  query.step();
  std::vector<std::string> rows;
  for_each_row(*db, query.blob(0), [&](const ChangedRow& row) {
    std::string line = std::string(row.table) + ' ' + row.key();
    for (int column = 0; column < row.columns; ++column) {
      line += '|' + row.token_after(column).value_or("-");
    }
    rows.push_back(line);
  });
  std::sort(rows.begin(), rows.end());
  return rows;
}

void require_sound(const std::filesystem::path& file) {
  for (const Finding& finding : examine(file, {}, kClock)) {
    INFO(finding.check << ": " << finding.what);
    CHECK(finding.health != Health::broken);
    CHECK(finding.health != Health::damaged);
    CHECK((finding.check != "history" || finding.health == Health::sound));
  }
}

}  // namespace

TEST_CASE("people written together leave the rows, indexes and journal of one by one",
          "[store][newcomers]") {
  const TempDir folder;
  const auto one_by_one = folder / "one.db";
  const auto together = folder / "together.db";
  constexpr int kPeople = 40;  // more than go into a statement
  {
    Store store(one_by_one, kClock);
    store.write("import", [&] { add_one_by_one(store, 0, kPeople); });
  }
  {
    Store store(together, kClock);
    store.write("import", [&] { add_together(store, 0, kPeople); });
  }
  CHECK(dump(together) == dump(one_by_one));
  CHECK(last_change(together) == last_change(one_by_one));
  require_sound(together);
}

TEST_CASE("a write of several pieces is one change, and is taken back as one",
          "[store][newcomers][journal]") {
  const TempDir folder;
  const auto file = folder / "kith.db";
  Store store(file, kClock);
  store.write("add", [&] { store.people().add({.name = "Bo Ek"}); });
  const Tables before = dump(file);
  // The last one is long: what the journal holds of it waits in a file, and is in several pieces.
  const int people = GENERATE(10, 900);
  store.write("import", [&] {
    Person first;
    for (int number = 0; number < people; number += 10) {
      first = store.newcomers().add(somebody(number));
      add_together(store, number + 1, number + 10);
      store.settle();
      // A row that an earlier piece has inserted changes in a later one.
      first.name += " Lim";
      first.nicknames = {"Second"};
      store.people().update(first);
      store.facts().add({.person = first.ref(), .kind = "other", .text = "likes tea"});
    }
  });
  CHECK(store.people().count() == static_cast<std::size_t>(people + 1));
  CHECK(store.names().find("ana w0 lim").people.size() == 1);
  CHECK(store.texts().people("second", 1000).size() == static_cast<std::size_t>(people / 10));
  REQUIRE(store.journal().history(10).size() == 2);
  require_sound(file);
  const Tables after = dump(file);

  store.journal().undo(1);
  CHECK(dump(file) == before);
  CHECK(store.names().find("ana").people.empty());
  CHECK(store.texts().find("tea", 9).empty());
  store.journal().redo(1);
  CHECK(dump(file) == after);
  CHECK(store.texts().people("second", 1000).size() == static_cast<std::size_t>(people / 10));
  require_sound(file);
}

TEST_CASE("what fails after some pieces leaves nothing, and the next write is as ever",
          "[store][newcomers]") {
  const TempDir folder;
  const auto file = folder / "kith.db";
  Store store(file, kClock);
  const auto fail_late = [&] {
    add_together(store, 0, 300);
    store.settle();
    add_together(store, 300, 600);
    store.settle();
    add_together(store, 600, 610);
    throw DataError("no");
  };
  CHECK_THROWS_AS(store.write("import", fail_late), DataError);
  store.rehearse([&] {
    add_together(store, 0, 20);
    store.settle();
    CHECK(store.people().count() == 20);
    CHECK(store.names().find("nick w1").people.size() == 1);
    add_together(store, 20, 22);
  });
  CHECK(store.people().count() == 0);
  CHECK(store.journal().history(9).empty());
  CHECK(store.newcomers().waiting() == 0);

  store.write("add", [&] { store.people().add(somebody(1)); });
  CHECK(store.texts().people("zurich", 9).size() == 1);
  require_sound(file);
}

TEST_CASE("a long write without a file to wait in is taken back, too", "[store][newcomers]") {
  House house;
  house.store.write("import", [&] {
    add_together(house.store, 0, 100);
    house.store.settle();
    add_together(house.store, 100, 200);
  });
  CHECK(house.store.people().count() == 200);
  house.store.journal().undo(1);
  CHECK(house.store.people().count() == 0);
  house.store.journal().redo(1);
  CHECK(names(house.store.names().find("nick w199").people) ==
        std::vector<std::string>{"Ana w199"});
}

TEST_CASE("somebody whose uid is taken is refused before they wait", "[store][newcomers]") {
  House house;
  const Person ana = house.add("Ana Lim");
  house.store.write("import", [&] {
    CHECK_THROWS_AS(house.store.newcomers().add({.uid = ana.uid, .name = "Bo"}), ConflictError);
    CHECK_THROWS_AS(house.store.newcomers().add({.name = " "}), DataError);
    house.store.newcomers().add({.name = "Cy Dahl"});
  });
  CHECK(house.store.people().count() == 2);
  CHECK(names(house.store.names().find("cy").people) == std::vector<std::string>{"Cy Dahl"});
}

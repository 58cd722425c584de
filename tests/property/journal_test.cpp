// What holds for any sequence of changes: all of them can be taken back, and made again, and the
// derived tables always agree with the log.
#include <random>

#include <sqlite3.h>

#include "support/catch.hpp"
#include "support/dump.hpp"
#include "support/people.hpp"
#include "support/temp_dir.hpp"
#include <kith/doubles/merge.hpp>
#include <kith/error.hpp>
#include <kith/store/merge_repo.hpp>

using namespace kith;
using namespace kith::test;
namespace fs = std::filesystem;

namespace {

const FixedClock kClock(2026y / 3 / 20);

/// Somebody who uses kith at random.
class Hand {
 public:
  Hand(Store& store, unsigned seed) : store_(store), random_(seed) {}

  void act() {
    switch (below(11)) {
      case 0:
      case 1:
        add();
        break;
      case 2:
        edit();
        break;
      case 3:
      case 4:
        log();
        break;
      case 5:
        note();
        break;
      case 6:
        remind();
        break;
      case 7:
        tie();
        break;
      case 8:
        merge();
        break;
      case 9:
        split();
        break;
      default:
        remove();
    }
  }

 private:
  std::size_t below(std::size_t n) { return random_() % n; }
  std::string word() {
    static const std::vector<std::string> words{
        "Ana", "Bo", "Müller", "O'Brien", "王伟", "Łucja", "van", "Berg", "Élodie", "Sam"};
    return words[below(words.size())];
  }
  Date day() { return add_days(2026y / 3 / 20, -static_cast<int>(below(800))); }
  std::vector<Person> everybody() {
    std::vector<Person> people;
    store_.people().for_each(
        {.archived = PersonFilter::Archived::all}, PersonOrder::name, [&](const ListedPerson& one) {
          people.push_back(one.person);
          return true;
        });
    return people;
  }
  std::optional<Person> somebody() {
    const std::vector<Person> people = everybody();
    return people.empty() ? std::nullopt : std::optional(people[below(people.size())]);
  }

  void add() {
    Person draft{.name = word() + ' ' + word() + ' ' + std::to_string(below(1000))};
    decorate(draft);
    store_.write("add", [&] { return store_.people().add(draft); });
  }
  void decorate(Person& person) {
    if (below(2) == 0) {
      person.add_nickname(word());
      person.add_tag("t" + std::to_string(below(3)));
    }
    if (below(2) == 0) {
      person.add_point({ContactKind::email, "a" + std::to_string(below(50)) + "@example.org", "w"});
      person.set_org("Org " + std::to_string(below(3)));
    }
    if (below(3) == 0) {
      person.circle = kCircles[below(4)];
    }
    person.archived = below(8) == 0;
  }
  void edit() {
    if (auto person = somebody()) {
      decorate(*person);
      person->name = below(3) == 0 ? word() : person->name;
      if (auto other = somebody(); other && other->id != person->id) {
        person->introduced_by = other->ref();
      }
      store_.write("edit", [&] { return store_.people().update(*person); });
    }
  }
  void log() {
    Interaction draft{.date = day(), .text = word() + " and " + word()};
    for (std::size_t i = below(4); i > 0; --i) {
      if (auto person = somebody()) {
        (below(4) == 0 ? draft.mentions : draft.people).push_back(person->ref());
      }
    }
    draft.unanswered = below(5) == 0;
    draft.tags = {"x"};
    store_.write("log", [&] { return store_.interactions().add(draft); });
  }
  void note() {
    if (auto person = somebody()) {
      store_.write("note", [&] {
        return store_.facts().add({.person = person->ref(), .text = word(), .date = day()});
      });
    }
  }
  void remind() {
    if (auto person = somebody()) {
      store_.write("remind", [&] {
        return store_.follow_ups().add({.person = person->ref(), .text = word(), .due = day()});
      });
    }
  }
  void tie() {
    auto a = somebody();
    auto b = somebody();
    if (a && b && a->id != b->id && !store_.links().tied(a->id, b->id, "friend")) {
      store_.write("link", [&] {
        return store_.links().add({.a = a->ref(), .b = b->ref(), .kind = "friend"});
      });
    }
  }
  void merge() {
    auto a = somebody();
    auto b = somebody();
    if (a && b && a->id != b->id) {
      store_.write("merge", [&] { return doubles::merge(store_, a->id, b->id); });
    }
  }
  void split() {
    std::vector<Uid> merged;
    store_.merges().for_each([&](const KeptMerge& one) { merged.push_back(one.uid); });
    if (!merged.empty()) {
      store_.write("split", [&] { return doubles::split(store_, merged[below(merged.size())]); });
    }
  }
  void remove() {
    const std::vector<Interaction> log = store_.interactions().latest({}, 5);
    if (!log.empty() && below(2) == 0) {
      store_.write("rm", [&] { store_.interactions().remove(log[below(log.size())].id); });
    } else if (auto person = somebody()) {
      store_.write("rm", [&] { store_.people().remove(person->id); });
    }
  }

  Store& store_;
  std::mt19937 random_;
};

}  // namespace

TEST_CASE("any sequence of changes, undone, leaves the same bytes, and redone, the same again",
          "[property][journal]") {
  const auto seed = static_cast<unsigned>(GENERATE(range(1, 9)));
  CAPTURE(seed);
  const TempDir dir;
  const fs::path file = dir / "kith.db";
  Store store(file, kClock);
  Hand hand(store, seed);
  std::vector<Tables> states{dump(file)};
  std::size_t steps = 0;
  for (int i = 0; i < 60; ++i) {
    hand.act();
    if (const std::size_t now = store.journal().history(1000).size(); now > steps) {
      steps = now;
      states.push_back(dump(file));
    }
  }
  for (std::size_t i = steps; i > 0; --i) {
    store.journal().undo(1);
    REQUIRE((dump(file) == states[i - 1]));
  }
  for (std::size_t i = 1; i <= steps; ++i) {
    store.journal().redo(1);
    REQUIRE((dump(file) == states[i]));
  }
  store.journal().undo(steps);
  CHECK((dump(file) == states.front()));
}

TEST_CASE("whatever happened, the derived tables agree with the log", "[property][store]") {
  const auto seed = static_cast<unsigned>(GENERATE(range(20, 26)));
  CAPTURE(seed);
  const TempDir dir;
  const fs::path file = dir / "kith.db";
  Store store(file, kClock);
  Hand hand(store, seed);
  for (int i = 0; i < 80; ++i) {
    hand.act();
    if (i % 7 == 0 && !store.journal().history(1).empty()) {
      store.journal().undo(1);
    }
  }
  sqlite3* db = nullptr;
  REQUIRE(sqlite3_open_v2(file.c_str(), &db, SQLITE_OPEN_READWRITE, nullptr) == SQLITE_OK);
  const auto number = [&](const char* sql) {
    sqlite3_stmt* statement = nullptr;
    REQUIRE(sqlite3_prepare_v2(db, sql, -1, &statement, nullptr) == SQLITE_OK);
    REQUIRE(sqlite3_step(statement) == SQLITE_ROW);
    const auto value = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    return value;
  };
  CHECK(number("SELECT count(*) FROM pragma_foreign_key_check") == 0);
  // Rhythm, computed anew from the log.
  CHECK(number(R"sql(SELECT count(*) FROM (
      SELECT coalesce(circle, ''), coalesce(cadence_days, 0),
        coalesce((SELECT max(x.date) FROM participant x JOIN interaction i ON i.id = x.interaction
                  WHERE x.person = p.id AND i.unanswered = 0), tracked_since), id
      FROM person p WHERE archived = 0 AND standing = 'active'
        AND (circle IS NOT NULL OR cadence_days IS NOT NULL)
      EXCEPT SELECT circle, cadence, last, person FROM rhythm))sql") == 0);
  CHECK(number("SELECT (SELECT count(*) FROM rhythm) - (SELECT count(*) FROM person"
               " WHERE archived = 0 AND standing = 'active'"
               " AND (circle IS NOT NULL OR cadence_days IS NOT NULL))") == 0);
  CHECK(number("SELECT count(*) FROM name_key WHERE person NOT IN (SELECT id FROM person)") == 0);
  CHECK(number("SELECT count(*) FROM person WHERE id NOT IN (SELECT person FROM name_key"
               " WHERE kind = 0)") == 0);
  CHECK(number("SELECT count(*) FROM name_typo WHERE word NOT IN (SELECT key FROM name_key"
               " WHERE kind = 2)") == 0);
  CHECK(number("SELECT (SELECT count(*) FROM search_person) - (SELECT count(*) FROM person)") == 0);
  // Every row of the full-text index belongs to something, and everything has one.
  CHECK(number(R"sql(SELECT (SELECT count(*) FROM search_docsize) -
      (SELECT count(*) FROM person) - (SELECT count(*) FROM interaction) -
      (SELECT count(*) FROM fact) - (SELECT count(*) FROM follow_up))sql") == 0);
  CHECK(
      sqlite3_exec(
          db, "INSERT INTO search(search) VALUES('integrity-check')", nullptr, nullptr, nullptr) ==
      SQLITE_OK);
  sqlite3_close(db);
}

// The file itself: its settings, migration, marks, what is left of a creation that failed, and that
// the questions asked most go through an index.
#include <sys/stat.h>
#include <unistd.h>

#include <sqlite3.h>

#include "store/schema.hpp"
#include "support/catch.hpp"
#include "support/people.hpp"
#include "support/temp_dir.hpp"
#include <kith/error.hpp>

using namespace kith;
using namespace kith::test;
namespace fs = std::filesystem;

namespace {

const FixedClock kClock(2026y / 3 / 20);

/// SQLite's own look at a file, behind kith's back.
class Raw {
 public:
  explicit Raw(const fs::path& file) { REQUIRE(sqlite3_open(file.c_str(), &db_) == SQLITE_OK); }
  Raw(const Raw&) = delete;
  Raw& operator=(const Raw&) = delete;
  ~Raw() { sqlite3_close(db_); }

  void run(const std::string& sql) {
    CAPTURE(sql);
    CHECK(sqlite3_exec(db_, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
  }
  /// True if SQLite refuses the statement.
  bool refuses(const std::string& sql) {
    return sqlite3_exec(db_, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK;
  }
  /// All values of one column of a query's answer, a line each.
  std::string ask(const std::string& sql, int column = 0) {
    CAPTURE(sql);
    sqlite3_stmt* statement = nullptr;
    REQUIRE(sqlite3_prepare_v2(db_, sql.c_str(), -1, &statement, nullptr) == SQLITE_OK);
    std::string all;
    while (sqlite3_step(statement) == SQLITE_ROW) {
      const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, column));
      all += std::string{text == nullptr ? "NULL" : text} + '\n';
    }
    sqlite3_finalize(statement);
    return all;
  }
  std::string plan(const std::string& sql) { return ask("EXPLAIN QUERY PLAN " + sql, 3); }

 private:
  sqlite3* db_ = nullptr;
};

std::string refusal(const fs::path& file) {
  try {
    Store store(file, kClock);
    return "opened";
  } catch (const StoreError& error) {
    return error.what();
  }
}

Person add(Store& store, std::string_view name) {
  return store.write("add", [&] { return store.people().add(Person{.name = std::string{name}}); });
}

bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

}  // namespace

TEST_CASE("a new file carries kith's mark, its version, and write-ahead logging", "[store][file]") {
  const TempDir dir;
  { Store store(dir / "kith.db", kClock); }
  Raw raw(dir / "kith.db");
  CHECK(raw.ask("PRAGMA application_id") == std::to_string(0x6b697468) + "\n");
  CHECK(raw.ask("PRAGMA user_version") == std::to_string(newest_schema()) + "\n");
  CHECK(raw.ask("PRAGMA journal_mode") == "wal\n");
  CHECK(raw.ask("PRAGMA integrity_check") == "ok\n");
  CHECK(
      raw.ask("SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND sql LIKE 'CREATE TABLE%'"
              " AND name NOT LIKE 'search%' AND sql NOT LIKE '%STRICT%'") == "0\n");
}

TEST_CASE("the journal's companions are as private as the file", "[store][file]") {
  const TempDir dir;
  const mode_t before = ::umask(0);
  Store store(dir / "kith.db", kClock);
  add(store, "Ana");
  ::umask(before);
  for (const char* suffix : {"", "-wal", "-shm"}) {
    CAPTURE(suffix);
    struct stat status {};
    REQUIRE(::stat((dir / "kith.db").concat(suffix).c_str(), &status) == 0);
    CHECK((status.st_mode & 0777U) == 0600);
  }
}

TEST_CASE("a folder that was there keeps its mode", "[store][file]") {
  const TempDir dir;
  fs::create_directory(dir / "shared");
  fs::permissions(dir / "shared", fs::perms(0755));
  Store store(dir / "shared/kith/kith.db", kClock);
  CHECK(fs::status(dir / "shared").permissions() == fs::perms(0755));
  CHECK(fs::status(dir / "shared/kith").permissions() == fs::perms(0700));
}

TEST_CASE("a marked file of version 0 is brought up to date, and is complete", "[store][migrate]") {
  const TempDir dir;
  Raw(dir / "kith.db").run("PRAGMA application_id = 1802073192; VACUUM");
  {
    Store store(dir / "kith.db", kClock);
    const Person ana = add(store, "Ana");
    CHECK(store.people().get(ana.id) == ana);
  }
  CHECK(Raw(dir / "kith.db").ask("PRAGMA user_version") == std::to_string(newest_schema()) + "\n");
}

TEST_CASE("a migration that fails leaves the file as it was", "[store][migrate]") {
  const TempDir dir;
  const fs::path file = dir / "kith.db";
  Raw(file).run("PRAGMA application_id = 1802073192; CREATE TABLE link(mine)");  // is in the way
  const std::string before = read_file(file);
  CHECK_THROWS(Store(file, kClock));
  CHECK(Raw(file).ask("PRAGMA user_version") == "0\n");
  CHECK(Raw(file).ask("SELECT name FROM sqlite_schema") == "link\n");
  CHECK(read_file(file) == before);
}

TEST_CASE("a wrong mark or an impossible version is refused, and the file left",
          "[store][migrate]") {
  const TempDir dir;
  const fs::path file = dir / "kith.db";
  const auto refused = [&](const std::string& pragma, std::string_view reason) {
    { Store store(file, kClock); }
    Raw(file).run(pragma + "; PRAGMA wal_checkpoint(TRUNCATE)");
    const std::string before = read_file(file);
    CAPTURE(pragma);
    CHECK(has(refusal(file), reason));
    CHECK(read_file(file) == before);
    fs::remove(file);
  };
  refused("PRAGMA application_id = 0", "no database of kith's");
  refused("PRAGMA application_id = 1802073193", "no database of kith's");
  refused("PRAGMA user_version = " + std::to_string(newest_schema() + 1), "newer kith");
  refused("PRAGMA user_version = 2147483647", "newer kith");
  refused("PRAGMA user_version = -1", "damaged");
}

TEST_CASE("what a killed program left of a creation does no harm", "[store][file]") {
  const TempDir dir;
  const fs::path file = dir / "kith.db";
  const std::string draft = file.string() + ".new-" + std::to_string(::getpid());
  for (const char* suffix : {"", "-wal", "-journal"}) {
    write_file(draft + suffix, "half of something");
  }
  Store store(file, kClock);
  add(store, "Ana");
  CHECK(store.people().count() == 1);
  for (const char* suffix : {"", "-wal", "-journal", "-shm"}) {
    CAPTURE(suffix);
    CHECK_FALSE(fs::exists(draft + suffix));
  }
  CHECK(Raw(file).ask("PRAGMA integrity_check") == "ok\n");
}

TEST_CASE("a link to a database leads to it", "[store][file]") {
  const TempDir dir;
  { Store store(dir / "real.db", kClock); }
  fs::create_symlink(dir / "real.db", dir / "kith.db");
  {
    Store store(dir / "kith.db", kClock);
    add(store, "Ana");
  }
  CHECK(Store(dir / "real.db", kClock).people().count() == 1);
  fs::create_symlink(dir / "gone.db", dir / "dangling.db");
  CHECK(refusal(dir / "dangling.db") != "opened");
}

TEST_CASE("the database itself refuses what would break it", "[store][file]") {
  const TempDir dir;
  const fs::path file = dir / "kith.db";
  {
    Store store(file, kClock);
    const Person ana = add(store, "Ana");
    add(store, "Bo");
    store.write("log", [&] {
      store.interactions().add({.date = 2026y / 3 / 1, .people = {ana.ref()}, .text = "tea"});
    });
  }
  Raw raw(file);
  raw.run("PRAGMA foreign_keys = ON");
  for (const char* sql :
       {"DELETE FROM person WHERE id = 1",
        "UPDATE person SET name = '' WHERE id = 1",
        "UPDATE person SET circle = 'outer' WHERE id = 1",
        "UPDATE person SET cadence_days = 0 WHERE id = 1",
        "UPDATE person SET uid = x'00' WHERE id = 1",
        "UPDATE person SET uid = (SELECT uid FROM person WHERE id = 2) WHERE id = 1",
        "UPDATE person SET created_at = 'now' WHERE id = 1",
        "UPDATE person SET birthday_month = 13 WHERE id = 1",
        "UPDATE interaction SET date = date + 1",  // participant repeats it
        "UPDATE interaction SET time = 1440",
        "UPDATE interaction SET kind = ''",
        "DELETE FROM interaction",
        "INSERT INTO link(uid, a, b, kind, created_at)"
        " VALUES(randomblob(16), 1, 1, 'friend', 0)",
        "INSERT INTO mention(interaction, person, position) VALUES(1, 99, 0)",
        "INSERT INTO nickname(person, nickname, position) VALUES(99, 'x', 0)"}) {
    CAPTURE(sql);
    CHECK(raw.refuses(sql));
  }
}

TEST_CASE("what another program writes is seen at once", "[store][file]") {
  const TempDir dir;
  Store one(dir / "kith.db", kClock);
  Store two(dir / "kith.db", kClock);
  const Person ana = add(one, "Ana Lim");
  CHECK(two.people().get(ana.id) == ana);
  CHECK(two.names().find("lim").people.size() == 1);
  Person wanted = ana;
  wanted.name = "Ana Sousa";
  two.write("edit", [&] { return two.people().update(wanted); });
  CHECK(one.names().find("lim").people.empty());
  CHECK(one.texts().find("sousa", 9).size() == 1);
  const Uid uid = add(two, "Bo").uid;
  CHECK(one.people().find(uid).has_value());
}

TEST_CASE("the questions asked each day go through an index, not through everybody",
          "[store][plan]") {
  const TempDir dir;
  {
    Store store(dir / "kith.db", kClock);
    add(store, "Ana");
  }
  Raw raw(dir / "kith.db");
  struct Question {
    const char* sql;
    const char* through;
  };
  const std::vector<Question> questions{
      // due: one group of rhythms, open follow-ups, birthdays, dated facts, successes
      {"SELECT person FROM rhythm WHERE circle = 'close' AND cadence = 0 AND last BETWEEN 1 AND 2"
       " ORDER BY last, person",
       "SEARCH rhythm USING PRIMARY KEY"},
      {"SELECT circle, cadence FROM rhythm WHERE (circle, cadence) > ('', 1)"
       " ORDER BY circle, cadence LIMIT 1",
       "SEARCH rhythm USING PRIMARY KEY"},
      {"SELECT person FROM rhythm WHERE person >= 5 ORDER BY person", "INDEX rhythm_person"},
      {"SELECT * FROM follow_up f WHERE f.status = 'open' AND f.due <= 5 ORDER BY f.due, f.id",
       "INDEX follow_up_open (due<?)"},
      {"SELECT id FROM person WHERE (circle IS NOT NULL OR cadence_days IS NOT NULL) = 1"
       " AND birthday_month = 1 AND birthday_day BETWEEN 2 AND 3 AND archived = 0 AND standing = 'active'",
       "INDEX person_birthday (<expr>=? AND birthday_month=? AND birthday_day>? AND birthday_day<?)"},
      {"SELECT * FROM fact WHERE date BETWEEN 1 AND 2 ORDER BY date, id", "INDEX fact_date"},
      {"SELECT * FROM fact WHERE kind = 'success' AND date IS NULL AND created_at >= 5",
       "INDEX fact_success"},
      // PERSON
      {"SELECT person FROM name_key WHERE kind = 2 AND key = 'ana'",
       "SEARCH name_key USING PRIMARY KEY (kind=? AND key=?)"},
      {"SELECT person FROM name_key WHERE kind = 2 AND key >= 'a' AND key < 'b' LIMIT 9",
       "SEARCH name_key USING PRIMARY KEY (kind=? AND key>? AND key<?)"},
      {"SELECT word FROM name_typo WHERE key = 'an'", "SEARCH name_typo USING PRIMARY KEY (key=?)"},
      {"SELECT id FROM person WHERE uid = x'00'", "SEARCH person USING"},
      // the log: newest first, of all and of one person; last seen
      {"SELECT * FROM interaction i WHERE i.date BETWEEN 1 AND 9"
       " ORDER BY i.date DESC, i.time DESC NULLS LAST, i.id DESC",
       "INDEX interaction_date (date>? AND date<?)"},
      {"SELECT * FROM participant x CROSS JOIN interaction i ON i.id = x.interaction"
       " WHERE x.date BETWEEN 1 AND 9 AND x.person = 1"
       " ORDER BY x.date DESC, i.time DESC NULLS LAST, x.interaction DESC",
       "SEARCH x USING PRIMARY KEY (person=? AND date>? AND date<?)"},
      {"SELECT p.date FROM participant p WHERE p.person = 1 AND p.date <= 9 AND NOT EXISTS"
       "(SELECT 1 FROM interaction WHERE id + 0 = +p.interaction AND unanswered = 1)"
       " ORDER BY p.date DESC LIMIT 1",
       "SEARCH interaction USING INDEX interaction_unanswered (<expr>=?)"},
      {"SELECT person, position FROM participant WHERE interaction = 1",
       "COVERING INDEX participant_interaction"},
      // what hangs on a person
      {"SELECT * FROM fact WHERE person = 1", "INDEX fact_person"},
      {"SELECT * FROM follow_up WHERE person = 1", "INDEX follow_up_person"},
      {"SELECT * FROM mention WHERE person = 1", "INDEX mention_person"},
      {"SELECT * FROM origin WHERE person = 1", "INDEX origin_person"},
      {"SELECT * FROM link l WHERE l.a = 1 OR l.b = 1", "INDEX link_b"},
      // full text
      {"SELECT rowid FROM search WHERE search MATCH 'x' AND rowid > 0 ORDER BY rowid DESC LIMIT 9",
       "SCAN search VIRTUAL TABLE INDEX"}};
  for (const Question& question : questions) {
    const std::string plan = raw.plan(question.sql);
    CAPTURE(question.sql, plan);
    CHECK(has(plan, question.through));
    if (!has(plan, "VIRTUAL TABLE")) {
      CHECK_FALSE(has(plan, "SCAN"));
    }
    // A day's own order is a short sort within the day; nothing else is sorted.
    CHECK_FALSE(has(plan, "USE TEMP B-TREE FOR ORDER BY"));
  }
}

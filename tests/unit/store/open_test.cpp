// Opening, creating and refusing database files.
#include <sys/stat.h>
#include <unistd.h>

#include <sqlite3.h>

#include "support/catch.hpp"
#include "support/people.hpp"
#include "support/temp_dir.hpp"
#include <kith/error.hpp>

using namespace kith;
using namespace kith::test;
namespace fs = std::filesystem;

namespace {

const FixedClock kClock(2026y / 3 / 20);

unsigned mode_of(const fs::path& file) {
  struct stat status {};
  ::stat(file.c_str(), &status);
  return status.st_mode & 0777U;
}

/// Runs SQL on a file behind kith's back.
void with_sqlite(const fs::path& file, const char* sql) {
  sqlite3* db = nullptr;
  REQUIRE(sqlite3_open(file.c_str(), &db) == SQLITE_OK);
  char* message = nullptr;
  const int code = sqlite3_exec(db, sql, nullptr, nullptr, &message);
  INFO((message == nullptr ? "" : message));
  CHECK(code == SQLITE_OK);
  sqlite3_free(message);
  sqlite3_close(db);
}

/// Takes root's privileges away for as long as it lives, and gives the folder to whoever is left:
/// permissions mean nothing to root.
class Commoner {
 public:
  explicit Commoner(const fs::path& folder) : user_(::geteuid()) {
    constexpr uid_t kNobody = 65534;
    if (user_ != 0) {
      return;
    }
    REQUIRE(::chown(folder.c_str(), kNobody, kNobody) == 0);
    for (const auto& entry : fs::directory_iterator(folder)) {
      REQUIRE(::chown(entry.path().c_str(), kNobody, kNobody) == 0);
    }
    REQUIRE(::seteuid(kNobody) == 0);
  }
  Commoner(const Commoner&) = delete;
  Commoner& operator=(const Commoner&) = delete;
  ~Commoner() {
    if (user_ == 0 && ::seteuid(0) != 0) {
      std::abort();
    }
  }

 private:
  uid_t user_;
};

std::string refusal(const fs::path& file) {
  try {
    Store store(file, kClock);
    return "opened";
  } catch (const StoreError& error) {
    return error.what();
  }
}

}  // namespace

TEST_CASE("a new database and its folders are private, whatever the umask", "[store][open]") {
  const TempDir dir;
  const mode_t before = ::umask(0);
  const fs::path file = dir / "a/b/kith.db";
  {
    Store store(file, kClock);
    store.write("add", [&] { return store.people().add(Person{.name = "Ana"}); });
    CHECK(mode_of(file.string() + "-wal") == 0600);
  }
  ::umask(before);
  CHECK(mode_of(dir / "a") == 0700);
  CHECK(mode_of(dir / "a/b") == 0700);
  CHECK(mode_of(file) == 0600);
  CHECK(std::distance(fs::directory_iterator(dir / "a/b"), {}) == 1);  // nothing else is left
}

TEST_CASE("what was written is there when the file is opened again", "[store][open]") {
  const TempDir dir;
  Person ana;
  {
    Store store(dir / "kith.db", kClock);
    ana = store.write("add", [&] { return store.people().add(Person{.name = "Ana"}); });
  }
  Store store(dir / "kith.db", kClock);
  CHECK(store.people().get(ana.id) == ana);
  CHECK(store.journal().history(9).size() == 1);
}

TEST_CASE("two programs can have the database open at once", "[store][open]") {
  const TempDir dir;
  Store one(dir / "kith.db", kClock);
  Store two(dir / "kith.db", kClock);
  one.write("add", [&] { return one.people().add(Person{.name = "Ana"}); });
  two.write("add", [&] { return two.people().add(Person{.name = "Bo"}); });
  CHECK(one.people().count() == 2);
}

TEST_CASE("a file that is no database of kith's is refused and left as it is", "[store][open]") {
  const TempDir dir;
  const fs::path file = dir / "kith.db";
  const auto stays = [&](const std::string& content, std::string_view reason) {
    write_file(file, content);
    CHECK(refusal(file).find(reason) != std::string::npos);
    CHECK(read_file(file) == content);
    fs::remove(file);
  };
  stays("", "empty file");
  stays("Dear diary, today I met nobody.", "no database of kith's");
  stays(std::string(8192, '\0'), "no database of kith's");

  with_sqlite(file, "CREATE TABLE other(x); INSERT INTO other VALUES(1)");
  const std::string foreign = read_file(file);
  CHECK(refusal(file).find("no database of kith's") != std::string::npos);
  CHECK(read_file(file) == foreign);
}

TEST_CASE("a folder in place of the file is refused", "[store][open]") {
  const TempDir dir;
  CHECK(refusal(dir.path()).find("is a folder") != std::string::npos);
}

TEST_CASE("a newer database is refused untouched", "[store][open]") {
  const TempDir dir;
  const fs::path file = dir / "kith.db";
  { Store store(file, kClock); }
  with_sqlite(file, "PRAGMA user_version = 9999; PRAGMA wal_checkpoint(TRUNCATE)");
  const std::string before = read_file(file);
  CHECK(refusal(file).find("newer kith") != std::string::npos);
  CHECK(read_file(file) == before);
}

TEST_CASE("a truncated database is refused", "[store][open]") {
  const TempDir dir;
  const fs::path file = dir / "kith.db";
  { Store store(file, kClock); }
  write_file(file, read_file(file).substr(0, 5000));
  CHECK(refusal(file) != "opened");
}

TEST_CASE("a locked database is an error with a way out", "[store][open]") {
  const TempDir dir;
  const fs::path file = dir / "kith.db";
  Store store(file, kClock);
  sqlite3* other = nullptr;
  REQUIRE(sqlite3_open(file.c_str(), &other) == SQLITE_OK);
  REQUIRE(sqlite3_exec(other, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr) == SQLITE_OK);
  try {
    store.write("add", [&] { return store.people().add(Person{.name = "Ana"}); });
    FAIL("written in spite of the lock");
  } catch (const StoreError& error) {
    CHECK(error.message().find("another program is using it") != std::string::npos);
    CHECK(error.hint() == "try again in a moment");
  }
  sqlite3_close(other);
  CHECK(store.people().count() == 0);
}

TEST_CASE("a database that can only be read is read, and not written", "[store][open]") {
  const TempDir dir;
  const fs::path file = dir / "kith.db";
  {
    Store store(file, kClock);
    store.write("add", [&] { return store.people().add(Person{.name = "Ana"}); });
  }
  fs::permissions(file, fs::perms::owner_read);
  const Commoner commoner(dir.path());
  Store store(file, kClock);
  CHECK(store.people().count() == 1);
  CHECK_THROWS_AS(store.write("add", [&] { return store.people().add(Person{.name = "Bo"}); }),
                  StoreError);
}

TEST_CASE("a file or folder without permission is refused in words", "[store][open]") {
  const TempDir dir;
  const fs::path file = dir / "kith.db";
  { Store store(file, kClock); }
  fs::permissions(file, fs::perms::none);
  fs::create_directory(dir / "closed");
  const Commoner commoner(dir.path());
  CHECK(refusal(file) != "opened");
  fs::permissions(dir / "closed", fs::perms::owner_read | fs::perms::owner_exec);
  CHECK(refusal(dir / "closed/kith.db").find("cannot be made") != std::string::npos);
  CHECK(refusal(dir / "closed/deeper/kith.db").find("cannot be made") != std::string::npos);
}

TEST_CASE("no half-made database is left where the folder cannot be written", "[store][open]") {
  CHECK(refusal("/proc/kith/kith.db").find("cannot be made") != std::string::npos);
  CHECK(refusal("/dev/null/kith.db").find("cannot be") != std::string::npos);
}

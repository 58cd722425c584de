// A file of the version before: brought up to date, with all that was in it and the way back.
#include "store/changeset.hpp"
#include "store/schema.hpp"
#include "support/catch.hpp"
#include "support/people.hpp"
#include "support/temp_dir.hpp"
#include <kith/error.hpp>

using namespace kith;
using namespace kith::test;

namespace {

const FixedClock kClock(2026y / 3 / 20);

/// A database as the first released shape had it: two people, a recorded change that tied them, and
/// one that took another tie away.
void make_first(const std::filesystem::path& file) {
  write_file(file, "");
  Connection db(file, Access::read_write, Key{});
  db.execute("PRAGMA foreign_keys = ON");
  migrate(db, 1);
  db.execute(R"sql(
    INSERT INTO person(uid, name, created_at, updated_at)
    VALUES(x'01890a5d000070008000000000000001', 'Ana Lim', 0, 0),
          (x'01890a5d000070008000000000000002', 'Bo Ek', 0, 0);
    INSERT INTO link(uid, a, b, kind, created_at)
    VALUES(x'01890a5d000070008000000000000003', 1, 2, 'friend', 0))sql");
  const auto record = [&](const char* label, const char* sql) {
    Transaction transaction(db, "BEGIN IMMEDIATE");
    const Recorder recorder(db);
    db.execute(sql);
    Query(db, "INSERT INTO change(at, label, changes) VALUES(0, ?1, ?2)")
        .with(label, recorder.changeset())
        .run();
    transaction.commit();
  };
  record("link", R"sql(
    INSERT INTO link(uid, a, b, kind, created_at)
    VALUES(x'01890a5d000070008000000000000004', 1, 2, 'knows', 0))sql");
  record("unlink", "DELETE FROM link WHERE kind = 'friend'");
  REQUIRE(schema_version(db) == 1);
}

std::vector<std::string> kinds(Store& store) {
  std::vector<std::string> found;
  store.links().for_each_by_uid([&](const Link& link) { found.push_back(link.kind); });
  return found;
}
using Kinds = std::vector<std::string>;

}  // namespace

TEST_CASE("a file of the first shape is brought up to date, with all that is in it",
          "[store][migration]") {
  const TempDir dir;
  make_first(dir / "kith.db");
  {
    Store store(dir / "kith.db", kClock);
    CHECK(store.people().count() == 2);
    CHECK(kinds(store) == Kinds{"knows"});
    CHECK(store.journal().history(9).size() == 2);
  }
  Connection db(dir / "kith.db", Access::read_write, Key{});
  CHECK(schema_version(db) == newest_schema());
}

TEST_CASE("changes recorded before a column came can be undone and made again",
          "[store][migration]") {
  const TempDir dir;
  make_first(dir / "kith.db");
  Store store(dir / "kith.db", kClock);
  store.journal().undo(1);  // an insert of fewer columns than the table has
  CHECK(kinds(store) == Kinds{"friend", "knows"});
  store.journal().undo(1);  // a delete
  CHECK(kinds(store) == Kinds{"friend"});
  CHECK(store.journal().redo(2).size() == 2);
  CHECK(kinds(store) == Kinds{"knows"});
}

TEST_CASE("what a migrated file gets is what a new one has", "[store][migration]") {
  const auto shape = [](Connection& db) {
    std::string all;
    Query query(db, "SELECT name, coalesce(sql, '') FROM sqlite_schema ORDER BY name");
    while (query.step()) {
      all += query.text(0) + ": " + query.text(1) + "\n";
    }
    return all;
  };
  Connection stepwise;
  for (int version = 1; version <= newest_schema(); ++version) {
    migrate(stepwise, version);
    CHECK(schema_version(stepwise) == version);
  }
  Connection fresh;
  migrate(fresh);
  CHECK(shape(stepwise) == shape(fresh));
}

TEST_CASE("whoever brought two together is kept, and forgotten with them", "[store][link]") {
  House house;
  const Person ana = house.add("Ana Lim");
  const Person bo = house.add("Bo Ek");
  const Person cy = house.add("Cy Dahl");
  house.store.write("link", [&] {
    house.store.links().add({.a = ana.ref(), .b = bo.ref(), .kind = "knows", .via = cy.ref()});
  });
  REQUIRE(house.store.links().of(ana.id).size() == 1);
  CHECK(house.store.links().of(ana.id).front().via == cy.ref());
  house.store.write("rm", [&] { house.store.people().remove(cy.id); });
  REQUIRE(house.store.links().of(ana.id).size() == 1);
  CHECK_FALSE(house.store.links().of(ana.id).front().via.has_value());
  house.store.journal().undo(1);
  CHECK(house.store.links().of(ana.id).front().via == cy.ref());
}

TEST_CASE("nobody brings themselves together with somebody", "[store][link]") {
  House house;
  const PersonRef ana = house.add("Ana Lim").ref();
  const PersonRef bo = house.add("Bo Ek").ref();
  CHECK_THROWS_AS(checked(Link{.a = ana, .b = bo, .via = bo}), ConflictError);
}

// A file of the version before: brought up to date, with all that was in it and the way back.
#include "store/changeset.hpp"
#include "store/index_keeper.hpp"
#include "store/schema.hpp"
#include "support/catch.hpp"
#include "support/dump.hpp"
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

/// What the commands of the first released kith did, one write each.
const std::vector<std::pair<const char*, const char*>>& first_writes() {
  static const std::vector<std::pair<const char*, const char*>> writes{
      {"add Ana", R"sql(
        INSERT INTO person(uid, name, city, created_at, updated_at)
        VALUES(x'01890a5d000070008000000000000001', 'Ána Lim', 'Porto', 0, 0);
        INSERT INTO nickname VALUES(1, '小林', 0);
        INSERT INTO contact_point VALUES(1, 'email', 'ana@example.org', 'home', 0);
        INSERT INTO membership(person, position, org) VALUES(1, 0, 'Acme');
        INSERT INTO person_tag VALUES(1, 'climbing', 0))sql"},
      {"add Bo", R"sql(
        INSERT INTO person(uid, name, cadence_days, tracked_since, created_at, updated_at)
        VALUES(x'01890a5d000070008000000000000002', 'Bo O''Brien', 30, 20000, 0, 0))sql"},
      {"edit Ana", R"sql(
        UPDATE person SET circle = 'close', tracked_since = 20001, city = '', updated_at = 5
        WHERE id = 1;
        DELETE FROM nickname WHERE person = 1;
        INSERT INTO contact_point VALUES(1, 'phone', '030 1234', '', 1))sql"},
      {"log", R"sql(
        INSERT INTO interaction(id, uid, date, kind, place, text, created_at, updated_at)
        VALUES(1, x'01890a5d000070008000000000000003', 20010, 'coffee', 'Rosa''s', 'été', 0, 0);
        INSERT INTO participant VALUES(1, 20010, 1, 0);
        INSERT INTO participant VALUES(2, 20010, 1, 1);
        INSERT INTO interaction_tag VALUES(1, 'work', 0))sql"},
      {"note", R"sql(
        INSERT INTO fact(id, uid, person, kind, text, created_at, updated_at)
        VALUES(2, x'01890a5d000070008000000000000004', 1, 'hope', 'to fly', 0, 0))sql"},
      {"remind", R"sql(
        INSERT INTO follow_up(id, uid, person, text, due, series_start, owed_by, status,
                              created_at, updated_at)
        VALUES(3, x'01890a5d000070008000000000000005', 2, 'write', 20020, 20020, 'me', 'open', 0, 0))sql"},
      {"done",
       "UPDATE follow_up SET status = 'done', done_on = 20021, updated_at = 7 WHERE id = 3"},
      {"intro", R"sql(
        INSERT INTO link(uid, a, b, kind, since_year, created_at)
        VALUES(x'01890a5d000070008000000000000006', 1, 2, 'introduced', 2019, 0);
        INSERT INTO link(uid, a, b, kind, created_at)
        VALUES(x'01890a5d000070008000000000000007', 1, 2, 'friend', 0))sql"},
      {"import", R"sql(
        INSERT INTO origin(source, key, person) VALUES('csv', 'bo', 2);
        INSERT INTO setting VALUES('k', 'v'))sql"},
      {"unlink", "DELETE FROM link WHERE kind = 'friend'"},
      {"rm Bo", R"sql(
        DELETE FROM follow_up WHERE person = 2;
        DELETE FROM link WHERE b = 2;
        DELETE FROM origin WHERE person = 2;
        DELETE FROM participant WHERE person = 2;
        DELETE FROM person WHERE id = 2)sql"},
      {"rm 1", R"sql(
        DELETE FROM participant WHERE interaction = 1;
        DELETE FROM interaction_tag WHERE interaction = 1;
        DELETE FROM interaction WHERE id = 1)sql"}};
  return writes;
}

/// A database of the first shape after so many of these writes, recorded and indexed as kith does.
void write_first(const std::filesystem::path& file, std::size_t count) {
  write_file(file, "");
  Connection db(file, Access::read_write, Key{});
  db.execute("PRAGMA foreign_keys = ON");
  migrate(db, 1);
  IndexKeeper keeper(db, kClock);
  for (std::size_t i = 0; i < count; ++i) {
    Transaction transaction(db, "BEGIN IMMEDIATE");
    const Recorder recorder(db);
    db.execute(first_writes()[i].second);
    const Bytes changes = recorder.changeset();
    keeper.follow(changes);
    Query(db, "INSERT INTO change(at, label, changes) VALUES(0, ?1, ?2)")
        .with(first_writes()[i].first, changes)
        .run();
    transaction.commit();
  }
  REQUIRE(schema_version(db) == 1);
}

}  // namespace

TEST_CASE("every kind of change that the first kith recorded is undone and made again by this one",
          "[store][migration]") {
  const TempDir dir;
  const std::size_t count = first_writes().size();
  std::vector<Tables> states;
  for (std::size_t i = 0; i <= count; ++i) {
    const std::filesystem::path file = dir / ("after" + std::to_string(i) + ".db");
    write_first(file, i);
    { const Store brought_up_to_date(file, kClock); }
    states.push_back(dump(file));
  }
  const std::filesystem::path file = dir / "kith.db";
  write_first(file, count);
  for (std::size_t i = count; i > 0; --i) {
    CAPTURE(first_writes()[i - 1].first);
    Store(file, kClock).journal().undo(1);
    REQUIRE((dump(file) == states[i - 1]));
  }
  for (std::size_t i = 1; i <= count; ++i) {
    CAPTURE(first_writes()[i - 1].first);
    Store(file, kClock).journal().redo(1);
    REQUIRE((dump(file) == states[i]));
  }
  // Out of turn, and among changes that this kith has recorded.
  Store store(file, kClock);
  store.write("note", [&] {
    store.facts().add({.person = store.people().ref(PersonId{1}), .text = "of today"});
  });
  store.journal().undo_change(ChangeId{5});
  CHECK(store.facts().of(PersonId{1}).size() == 1);
  CHECK_THROWS_AS(store.journal().undo_change(ChangeId{4}), ConflictError);  // "rm 1" came after
  store.journal().redo(1);
  store.journal().undo(count + 1);
  CHECK((dump(file) == states.front()));
}

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

TEST_CASE("a hope that an older kith noted is open, comes true, and both can be undone",
          "[store][migration]") {
  const TempDir dir;
  const std::filesystem::path file = dir / "kith.db";
  write_first(file, 5);  // the last of them notes a hope
  Store store(file, kClock);
  Fact hope = store.facts().of(PersonId{1}).at(0);
  CHECK(hope.status == HopeStatus::open);
  hope.status = HopeStatus::fulfilled;
  hope.done_on = 2026y / 3 / 19;
  store.write("done", [&] { store.facts().update(hope); });
  CHECK(store.facts().ended_within(2026y / 3 / 19, 2026y / 3 / 19).size() == 1);
  store.journal().undo(1);
  CHECK(store.facts().find(hope.id)->status == HopeStatus::open);
  store.journal().undo(1);  // an insert of fewer columns than the table has
  CHECK(store.facts().of(PersonId{1}).empty());
  store.journal().redo(2);
  CHECK(store.facts().find(hope.id)->done_on == Date{2026y / 3 / 19});
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

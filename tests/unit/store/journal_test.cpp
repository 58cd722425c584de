// History, undo and redo: everything can be taken back, and nothing else is.
#include "support/catch.hpp"
#include "support/people.hpp"
#include <kith/error.hpp>

using namespace kith;
using namespace kith::test;

TEST_CASE("history lists each write with its label, newest first", "[store][journal]") {
  House house;
  const Person ana = house.add("Ana Lim");
  house.log({ana}, 2026y / 3 / 19, "coffee with Ana");
  const std::vector<Change> history = house.store.journal().history(10);
  REQUIRE(history.size() == 2);
  CHECK(history[0].label == "log coffee with Ana");
  CHECK(history[1].label == "add Ana Lim");
  CHECK_FALSE(history[0].undone);
  CHECK(house.store.journal().history(1).size() == 1);
}

TEST_CASE("a write that changes nothing leaves no trace in history", "[store][journal]") {
  House house;
  const Person ana = house.add("Ana Lim");
  house.store.write("edit", [&] { return house.store.people().update(ana); });
  CHECK(house.store.journal().history(10).size() == 1);
}

TEST_CASE("the journal knows which change was written last, if it made one", "[store][journal]") {
  House house;
  CHECK_FALSE(house.store.journal().last_written());
  const Person ana = house.add("Ana Lim");
  CHECK(house.store.journal().last_written() == house.store.journal().history(1).front().id);
  house.store.write("edit", [&] { return house.store.people().update(ana); });
  CHECK_FALSE(house.store.journal().last_written());
  house.add("Bo Ek");
  const auto last = house.store.journal().last_written();
  CHECK(last == house.store.journal().history(1).front().id);
  house.store.rehearse([&] { return house.store.people().add({.name = "Cy Dahl"}); });
  CHECK(house.store.journal().last_written() == last);
  CHECK_THROWS(house.store.write("fails", [] { throw DataError("no"); }));
  CHECK_FALSE(house.store.journal().last_written());
}

TEST_CASE("undo takes back the latest change, redo makes it again", "[store][journal]") {
  House house;
  const Person ana = house.add("Ana Lim");
  house.log({ana}, 2026y / 3 / 19, "tea and plans");

  const std::vector<Change> undone = house.store.journal().undo(1);
  REQUIRE(undone.size() == 1);
  CHECK(undone[0].label == "log tea and plans");
  CHECK(house.store.interactions().latest({}, 9).empty());
  CHECK(house.store.texts().find("plans", 9).empty());
  CHECK_FALSE(house.store.people().last_seen(ana.id, 2026y / 3 / 20).has_value());

  house.store.journal().undo(1);
  CHECK(house.store.people().count() == 0);
  CHECK(house.store.names().find("ana").people.empty());
  CHECK_THROWS_AS(house.store.journal().undo(1), NotFoundError);

  CHECK(house.store.journal().redo(1).front().label == "add Ana Lim");
  CHECK(house.store.people().get(ana.id) == ana);
  CHECK(house.store.journal().redo(1).front().label == "log tea and plans");
  CHECK(house.store.texts().find("plans", 9).size() == 1);
  CHECK_THROWS_AS(house.store.journal().redo(1), NotFoundError);
}

TEST_CASE("an undo of more steps than there are changes nothing", "[store][journal]") {
  House house;
  house.add("Ana Lim");
  CHECK_THROWS_AS(house.store.journal().undo(2), NotFoundError);
  CHECK(house.store.people().count() == 1);
}

TEST_CASE("a deleted person comes back with all that hung on them", "[store][journal]") {
  House house;
  Person draft{.name = "Ana Lim"};
  draft.nicknames = {"Annie"};
  draft.contact_points = {{ContactKind::email, "ana@example.org", "work"}};
  draft.memberships = {{"Acme", "Engineer", {}, {}}};
  draft.tags = {"climbing", "lisbon"};
  draft.circle = Circle::close;
  const Person ana = house.add(draft);
  const Person bo = house.add(Person{.name = "Bo Ek", .introduced_by = ana.ref()});
  const Interaction alone = house.log({ana}, 2026y / 3 / 1, "a walk");
  const Interaction both = house.log({ana, bo}, 2026y / 3 / 2, "dinner for three");
  house.store.write("note", [&] {
    house.store.facts().add({.person = ana.ref(), .kind = "hope", .text = "open a bakery"});
    house.store.follow_ups().add(
        {.person = ana.ref(), .text = "send the book", .due = 2026y / 4 / 1});
  });

  house.store.write("rm Ana Lim", [&] { house.store.people().remove(ana.id); });
  CHECK_FALSE(house.store.interactions().find(alone.id).has_value());
  CHECK(names(house.store.interactions().find(both.id)->people) ==
        std::vector<std::string>{"Bo Ek"});
  CHECK_FALSE(house.store.people().get(bo.id).introduced_by.has_value());

  house.store.journal().undo(1);
  CHECK(house.store.people().get(ana.id) == ana);
  CHECK(house.store.people().get(bo.id).introduced_by->name == "Ana Lim");
  CHECK(house.store.interactions().find(alone.id)->people.size() == 1);
  CHECK(house.store.interactions().find(both.id)->people.size() == 2);
  CHECK(house.store.facts().of(ana.id).size() == 1);
  CHECK(house.store.follow_ups().of(ana.id).size() == 1);
  CHECK(house.store.rhythms().find(ana.id)->last == 2026y / 3 / 2);
  CHECK(house.store.texts().find("bakery", 9).size() == 1);
}

TEST_CASE("an undo that would tread on a later change says so and changes nothing",
          "[store][journal]") {
  House house;
  Person ana = house.add("Ana Lim");
  house.log({ana}, 2026y / 3 / 19);
  const ChangeId adding = house.store.journal().history(9).back().id;
  CHECK_THROWS_AS(house.store.journal().undo_change(adding), ConflictError);
  CHECK(house.store.people().count() == 1);
  CHECK(house.store.interactions().latest({}, 9).size() == 1);

  ana.city = "Lisbon";
  ana = house.store.write("edit", [&] { return house.store.people().update(ana); });
  const ChangeId first = house.store.journal().history(1).front().id;
  ana.city = "Porto";
  house.store.write("edit", [&] { return house.store.people().update(ana); });
  CHECK_THROWS_AS(house.store.journal().undo_change(first), ConflictError);
  CHECK(house.store.people().get(ana.id).city == "Porto");
}

TEST_CASE("a change that nothing later touched can be taken back out of order",
          "[store][journal]") {
  House house;
  const Person ana = house.add("Ana Lim");
  const Person bo = house.add("Bo Ek");
  house.log({ana}, 2026y / 3 / 18, "first");
  const ChangeId first = house.store.journal().history(1).front().id;
  house.log({bo}, 2026y / 3 / 19, "second");
  CHECK(house.store.journal().undo_change(first).label == "log first");
  REQUIRE(house.store.interactions().latest({}, 9).size() == 1);
  CHECK(house.store.interactions().latest({}, 9)[0].text == "second");
  CHECK_THROWS_AS(house.store.journal().undo_change(first), ConflictError);
}

TEST_CASE("redo refuses what something new has taken the place of", "[store][journal]") {
  House house;
  house.add("Ana Lim");
  house.store.journal().undo(1);
  house.add("Bo Ek");  // takes the row that Ana had
  CHECK_THROWS_AS(house.store.journal().redo(1), ConflictError);
  CHECK(house.store.people().count() == 1);
  CHECK(names(house.store.names().find("bo").people) == std::vector<std::string>{"Bo Ek"});
}

TEST_CASE("a failed write leaves nothing behind", "[store][journal]") {
  House house;
  CHECK_THROWS_AS(house.store.write("add two",
                                    [&] {
                                      house.store.people().add(Person{.name = "Ana Lim"});
                                      house.store.people().add(Person{.name = ""});
                                    }),
                  DataError);
  CHECK(house.store.people().count() == 0);
  CHECK(house.store.names().find("ana").people.empty());
  CHECK(house.store.journal().history(9).empty());
}

TEST_CASE("a rehearsal shows what would be, and leaves nothing behind", "[store][journal]") {
  House house;
  const Person ana =
      house.store.rehearse([&] { return house.store.people().add(Person{.name = "Ana Lim"}); });
  CHECK(ana.name == "Ana Lim");
  CHECK(house.store.people().count() == 0);
  CHECK(house.store.journal().history(9).empty());
}

// Undo and redo: many steps, out of order, against later changes, over large writes and restarts.
#include <functional>
#include <limits>
#include <memory>
#include <tuple>

#include "support/catch.hpp"
#include "support/people.hpp"
#include "support/temp_dir.hpp"
#include <kith/error.hpp>

using namespace kith;
using namespace kith::test;

namespace {

std::vector<std::string> labels(const std::vector<Change>& changes) {
  std::vector<std::string> found;
  for (const Change& change : changes) {
    found.push_back(change.label);
  }
  return found;
}
using Labels = std::vector<std::string>;

void set(House& house, std::string_view value) {
  house.store.write("set " + std::string{value}, [&] { house.store.settings().set("k", value); });
}

std::string value(House& house) { return house.store.settings().get("k").value_or("none"); }

ChangeId latest(House& house) { return house.store.journal().history(1).front().id; }

/// What refuses an undo of `id`, with everything as it was before the attempt.
std::string conflict(House& house, ChangeId id) {
  const std::vector<Change> before = house.store.journal().history(99);
  try {
    house.store.journal().undo_change(id);
    return "undone";
  } catch (const ConflictError& error) {
    CHECK(house.store.journal().history(99) == before);
    CHECK_FALSE(error.hint().empty());
    return error.message();
  }
}

template <class Change>
Person edit(House& house, Person person, Change change) {
  change(person);
  return house.store.write("edit", [&] { return house.store.people().update(person); });
}

}  // namespace

TEST_CASE("several steps go back and forth in one go, each in its order", "[store][journal]") {
  House house;
  for (const char* one : {"a", "b", "c", "d"}) {
    set(house, one);
  }
  CHECK(labels(house.store.journal().undo(3)) == Labels{"set d", "set c", "set b"});
  CHECK(value(house) == "a");
  CHECK(labels(house.store.journal().redo(2)) == Labels{"set b", "set c"});
  CHECK(value(house) == "c");
  CHECK(labels(house.store.journal().undo(1)) == Labels{"set c"});
  CHECK(labels(house.store.journal().redo(2)) == Labels{"set c", "set d"});
  CHECK(value(house) == "d");
  CHECK(house.store.journal().history(99).size() == 4);
}

TEST_CASE("history tells what stands and what was taken back", "[store][journal]") {
  House house;
  set(house, "a");
  set(house, "b");
  const std::vector<Change> undone = house.store.journal().undo(1);
  CHECK(undone.front().undone);
  const std::vector<Change> history = house.store.journal().history(9);
  REQUIRE(history.size() == 2);
  CHECK(history[0].undone);
  CHECK_FALSE(history[1].undone);
  CHECK(history[0] == undone.front());
  CHECK(history[0].at == Instant{std::chrono::sys_days{2026y / 3 / 20}});
  CHECK(house.store.journal().history(0).empty());
  CHECK_FALSE(house.store.journal().redo(1).front().undone);
}

TEST_CASE("no steps, too many steps and unknown changes are refused, and nothing moves",
          "[store][journal]") {
  House house;
  Journal& journal = house.store.journal();
  CHECK_THROWS_AS(journal.undo(1), NotFoundError);
  CHECK_THROWS_AS(journal.redo(1), NotFoundError);
  set(house, "a");
  set(house, "b");
  CHECK_THROWS_AS(journal.undo(0), NotFoundError);
  CHECK_THROWS_AS(journal.undo(3), NotFoundError);
  CHECK_THROWS_AS(journal.undo(std::numeric_limits<std::size_t>::max()), NotFoundError);
  CHECK_THROWS_AS(journal.undo_change(ChangeId{99}), NotFoundError);
  journal.undo(1);
  CHECK_THROWS_AS(journal.redo(0), NotFoundError);
  CHECK_THROWS_AS(journal.redo(2), NotFoundError);
  CHECK(value(house) == "a");
}

TEST_CASE("a change on what was taken back leaves redo to refuse, not to overwrite",
          "[store][journal]") {
  House house;
  set(house, "a");
  set(house, "b");
  house.store.journal().undo(1);
  set(house, "c");
  CHECK_THROWS_AS(house.store.journal().redo(1), ConflictError);
  CHECK(value(house) == "c");
  house.store.journal().undo(1);
  CHECK(labels(house.store.journal().redo(1)) == Labels{"set c"});  // undone last, redone first
  CHECK(value(house) == "c");
}

TEST_CASE("of several steps, one that conflicts takes none", "[store][journal]") {
  House house;
  set(house, "a");
  const ChangeId first = latest(house);
  house.add("Ana Lim");
  house.store.journal().undo_change(first);
  house.store.journal().undo(1);
  set(house, "x");
  CHECK_THROWS_AS(house.store.journal().redo(2), ConflictError);  // Ana, then a
  CHECK(house.store.people().count() == 0);
  CHECK(house.store.names().find("ana").people.empty());
  CHECK(value(house) == "x");
  CHECK(labels(house.store.journal().redo(1)) == Labels{"add Ana Lim"});
}

TEST_CASE("a change of what was changed since is not undone", "[store][journal][conflict]") {
  House house;
  Person ana = house.add("Ana Lim");
  ana = edit(house, ana, [](Person& p) { p.city = "Lisbon"; });
  const ChangeId moved = latest(house);
  ana = edit(house, ana, [](Person& p) { p.city = "Porto"; });
  const std::string refusal = conflict(house, moved);
  CHECK(refusal.find("undo 2 (edit)") == 0);
  CHECK(refusal.find("changed since") != std::string::npos);
  CHECK(house.store.people().get(ana.id) == ana);
}

TEST_CASE("a change of what was deleted since is not undone", "[store][journal][conflict]") {
  House house;
  const Person ana = house.add("Ana Lim");
  edit(house, ana, [](Person& p) { p.tags = {"x"}; });
  const ChangeId tagged = latest(house);
  const FollowUp task = house.store.write("remind", [&] {
    return house.store.follow_ups().add({.person = ana.ref(), .text = "x", .due = 2026y / 4 / 1});
  });
  const ChangeId reminded = latest(house);
  house.store.write("drop", [&] { house.store.follow_ups().remove(task.id); });
  CHECK(conflict(house, reminded) != "undone");
  house.store.write("rm", [&] { house.store.people().remove(ana.id); });
  CHECK(conflict(house, tagged) != "undone");
  CHECK(house.store.people().count() == 0);
}

TEST_CASE("adding somebody on whom things hang by now is not undone",
          "[store][journal][conflict]") {
  House house;
  const Person ana = house.add("Ana Lim");
  const ChangeId adding = latest(house);
  const Person bo = house.add("Bo Ek");
  const std::vector<std::function<void()>> hangs{
      [&] { house.store.facts().add({.person = ana.ref(), .text = "x"}); },
      [&] {
        house.store.follow_ups().add({.person = ana.ref(), .text = "x", .due = 2026y / 4 / 1});
      },
      [&] { house.store.links().add({.a = bo.ref(), .b = ana.ref()}); },
      [&] { house.store.interactions().add({.date = 2026y / 3 / 1, .mentions = {ana.ref()}}); },
      [&] { house.store.interactions().add({.date = 2026y / 3 / 1, .people = {ana.ref()}}); },
      [&] {
        house.store.origins().put({"csv", "1", ana.id, {}});
      }};
  for (std::size_t i = 0; i < hangs.size(); ++i) {
    CAPTURE(i);
    house.store.write("hang", hangs[i]);
    CHECK(conflict(house, adding) != "undone");
    CHECK(house.store.people().get(ana.id) == ana);
    house.store.journal().undo(1);
  }
  house.store.journal().undo_change(adding);
  CHECK(house.store.people().count() == 1);
}

TEST_CASE("a deletion is not undone where something new has taken the place",
          "[store][journal][conflict]") {
  House house;
  const Person ana = house.add("Ana Lim");
  const Person bo = house.add("Bo Ek");
  house.store.write(
      "link", [&] { house.store.links().add({.a = ana.ref(), .b = bo.ref(), .kind = "friend"}); });
  house.store.write("unlink", [&] { house.store.links().remove_between(ana.id, bo.id); });
  const ChangeId unlinked = latest(house);
  house.store.write(
      "link", [&] { house.store.links().add({.a = ana.ref(), .b = bo.ref(), .kind = "friend"}); });
  CHECK(conflict(house, unlinked) != "undone");
  CHECK(house.store.links().of(ana.id).size() == 1);
}

TEST_CASE("a value that came back under later changes does not let the earlier one go",
          "[store][journal][conflict]") {
  House house;
  set(house, "a");
  set(house, "b");
  const ChangeId to_b = latest(house);
  set(house, "c");
  set(house, "b");
  CHECK(conflict(house, to_b) != "undone");  // or undoing the last would find "a" where it left "b"
  CHECK(house.store.journal().undo(4).size() == 4);
  CHECK(value(house) == "none");
}

TEST_CASE("somebody new under the number of somebody who went is not given their past",
          "[store][journal][conflict]") {
  House house;
  const Person ana = house.add("Ana Lim");
  house.store.write("note",
                    [&] { house.store.facts().add({.person = ana.ref(), .text = "secret"}); });
  house.store.journal().undo(1);
  house.store.write("rm", [&] { house.store.people().remove(ana.id); });
  const Person bo = house.add("Bo Ek");
  REQUIRE(bo.id == ana.id);
  CHECK_THROWS_AS(house.store.journal().redo(1), ConflictError);
  CHECK(house.store.facts().of(bo.id).empty());
}

TEST_CASE("a number still names one record after a redo", "[store][journal][conflict]") {
  House house;
  const Person ana = house.add("Ana Lim");
  house.store.write("note", [&] { house.store.facts().add({.person = ana.ref(), .text = "x"}); });
  house.store.journal().undo(1);
  house.log({ana}, 2026y / 3 / 1);
  CHECK_THROWS_AS(house.store.journal().redo(1), ConflictError);
  CHECK(house.store.facts().of(ana.id).empty());
}

TEST_CASE("a tie that was made the other way round is not made again",
          "[store][journal][conflict]") {
  House house;
  const PersonRef ana = house.add("Ana Lim").ref();
  const PersonRef bo = house.add("Bo Ek").ref();
  const auto tie = [&](const PersonRef& a, const PersonRef& b) {
    house.store.write("link", [&] { house.store.links().add({.a = a, .b = b, .kind = "friend"}); });
  };
  tie(ana, bo);
  house.store.journal().undo(1);
  tie(bo, ana);
  CHECK_THROWS_AS(house.store.journal().redo(1), ConflictError);
  CHECK(house.store.links().of(ana.id).size() == 1);
}

TEST_CASE("a tie that went over to somebody else is in the way of those that it may double",
          "[store][journal][conflict]") {
  House house;
  const PersonRef ana = house.add("Ana Lim").ref();
  const PersonRef bo = house.add("Bo Ek").ref();
  const PersonRef cy = house.add("Cy Dahl").ref();
  const auto tie = [&](const PersonRef& a, const PersonRef& b) {
    return house.store.write(
        "link", [&] { return house.store.links().add({.a = a, .b = b, .kind = "friend"}); });
  };
  const auto move_to = [&](const PersonRef& b) {
    Link link = house.store.links().of(ana.id).front();  // it goes over as a new row
    link.b = b;
    house.store.write("merge", [&] { house.store.links().update(link); });
  };
  tie(ana, bo);
  tie(ana, cy);
  house.store.journal().undo(1);
  move_to(cy);
  CHECK_THROWS_AS(house.store.journal().redo(1), ConflictError);
  move_to(bo);
  CHECK_THROWS_AS(house.store.journal().redo(1), ConflictError);  // or undo would pass through both
  CHECK(house.store.journal().undo(3).size() == 3);
}

TEST_CASE("changes of different things are taken back in any order", "[store][journal]") {
  House house;
  const Person ana = house.add("Ana Lim");
  const Person bo = house.add("Bo Ek");
  edit(house, ana, [](Person& p) { p.city = "Lisbon"; });
  const ChangeId of_ana = latest(house);
  edit(house, bo, [](Person& p) { p.city = "Oslo"; });
  const ChangeId of_bo = latest(house);
  house.store.journal().undo_change(of_ana);
  CHECK(house.store.people().get(ana.id).city.empty());
  CHECK(house.store.people().get(bo.id).city == "Oslo");
  house.store.journal().undo_change(of_bo);
  CHECK(house.store.people().get(bo.id) == bo);
  house.store.journal().redo(2);
  CHECK(house.store.people().get(ana.id).city == "Lisbon");
  CHECK(house.store.people().get(bo.id).city == "Oslo");
}

TEST_CASE("a label is kept as it is, whatever it is", "[store][journal]") {
  House house;
  const std::vector<std::string> odd{"",
                                     "log 'coffee'; DROP TABLE change",
                                     "two\nlines\ttab",
                                     "王伟 🎉 e\u0301",
                                     std::string("nul\0byte", 8),
                                     "\x1b[31mred",
                                     "{} %s {0}",
                                     std::string(50'000, 'x')};
  for (const std::string& label : odd) {
    house.store.write(label, [&] { house.store.settings().set("k" + label.substr(0, 5), "v"); });
  }
  const std::vector<Change> history = house.store.journal().history(99);
  REQUIRE(history.size() == odd.size());
  for (std::size_t i = 0; i < odd.size(); ++i) {
    CHECK(history[odd.size() - 1 - i].label == odd[i]);
  }
  CHECK(house.store.journal().undo(odd.size()).back().label.empty());
}

TEST_CASE("an import of thousands is one change, taken back and made again whole",
          "[store][journal]") {
  House house;
  const Person ana = house.add(Person{.name = "Ana Lim", .circle = Circle::close});
  house.store.write("import", [&] {
    for (int i = 0; i < 1000; ++i) {
      const Person one = house.store.people().add(
          Person{.name = "Guest" + std::to_string(i), .circle = Circle::wider});
      house.store.interactions().add(
          {.date = 2026y / 1 / 1, .people = {one.ref(), ana.ref()}, .text = "ball"});
    }
  });
  const auto state = [&] {
    return std::tuple{house.store.people().count(),
                      house.store.interactions().latest({}, 5000).size(),
                      house.store.texts().find("ball", 5000).size(),
                      house.store.names().find("guest999").people.size(),
                      house.store.rhythms().find(ana.id)->last};
  };
  const auto full = state();
  CHECK(full == std::tuple{1001U, 1000U, 1000U, 1U, Date{2026y / 1 / 1}});
  CHECK(house.store.journal().undo(1).front().label == "import");
  CHECK(state() == std::tuple{1U, 0U, 0U, 0U, Date{2026y / 3 / 20}});
  house.store.journal().redo(1);
  CHECK(state() == full);
}

TEST_CASE("what was done is undone after the program has ended, and by another program",
          "[store][journal]") {
  const TempDir dir;
  const FixedClock clock(2026y / 3 / 20);
  const auto set_to = [](Store& store, std::string_view value) {
    store.write("set", [&] { store.settings().set("k", value); });
  };
  {
    Store store(dir / "kith.db", clock);
    set_to(store, "a");
    set_to(store, "b");
  }
  {
    Store store(dir / "kith.db", clock);
    Store other(dir / "kith.db", clock);
    other.journal().undo(1);
    CHECK(store.settings().get("k") == "a");
    set_to(store, "c");
    CHECK(other.journal().undo(1).front().id == ChangeId{3});
  }
  Store store(dir / "kith.db", clock);
  CHECK(store.settings().get("k") == "a");
  CHECK(store.journal().redo(1).front().id == ChangeId{3});
  CHECK(store.settings().get("k") == "c");
}

TEST_CASE("a write returns what its work returns, and a throw of any kind undoes it",
          "[store][write]") {
  House house;
  CHECK(house.store.write("x", [] { return std::string("answer"); }) == "answer");
  const auto moved = house.store.write("x", [] { return std::make_unique<int>(7); });
  CHECK(*moved == 7);
  CHECK_THROWS_AS(house.store.write("x",
                                    [&] {
                                      house.store.settings().set("k", "half");
                                      throw 42;
                                    }),
                  int);
  CHECK(value(house) == "none");
  set(house, "whole");  // the store works on
  CHECK(house.store.journal().history(9).size() == 1);
}

TEST_CASE("a rehearsal sees what it does, and leaves ids, indexes and journal as they were",
          "[store][rehearse]") {
  House house;
  const Person ana = house.add("Ana Lim");
  const Interaction first = house.store.rehearse([&] {
    const Interaction made = house.store.interactions().add(
        {.date = 2026y / 3 / 1, .people = {ana.ref()}, .text = "dress"});
    CHECK(house.store.interactions().find(made.id) == made);
    house.store.people().remove(ana.id);
    return made;
  });
  CHECK_FALSE(house.store.interactions().find(first.id).has_value());
  CHECK(house.store.people().get(ana.id) == ana);
  CHECK(house.store.texts().find("dress", 9).empty());
  CHECK(house.log({ana}, 2026y / 3 / 1).id == first.id);
  CHECK_THROWS_AS(house.store.rehearse([&] { house.store.people().get(PersonId{99}); }),
                  NotFoundError);
  CHECK(house.store.journal().history(9).size() == 2);
}

TEST_CASE("reads in one read see one state, whatever is written meanwhile", "[store][read]") {
  const TempDir dir;
  const FixedClock clock(2026y / 3 / 20);
  Store reader(dir / "kith.db", clock);
  Store writer(dir / "kith.db", clock);
  const auto add = [&] {
    writer.write("add", [&] { writer.people().add(Person{.name = "Ana"}); });
  };
  add();
  const bool same = reader.read([&] {
    const std::size_t before = reader.people().count();
    add();
    return reader.people().count() == before;
  });
  CHECK(same);
  CHECK(reader.people().count() == 2);
  CHECK_THROWS_AS(reader.read([&] { reader.people().get(PersonId{99}); }), NotFoundError);
  CHECK(reader.people().count() == 2);
}

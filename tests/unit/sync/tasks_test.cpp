// To-dos in step with follow-ups and check-ins; journal entries with interactions.
#include <string>

#include "support/catch.hpp"
#include "support/synced.hpp"
#include <kith/error.hpp>

namespace {

using namespace kith;
using namespace kith::test;
using sync::Moved;

using Lines = std::vector<std::string>;

std::string todo(const std::string& uid, const std::string& lines) {
  return "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//phone//EN\nBEGIN:VTODO\nUID:" + uid + "\n" +
         lines + "END:VTODO\nEND:VCALENDAR\n";
}

/// A house with one person and one follow-up of hers, in step.
struct Reminded : SyncedHouse {
  Reminded() {
    ana = add("Ana Lim");
    book = remind(ana, "send the book", 2026y / 4 / 1);
    sync();
    file = file_with("BEGIN:VTODO");
  }
  FollowUp now(const FollowUp& follow_up) { return *store.follow_ups().find(follow_up.uid); }
  using SyncedHouse::now;

  void complete(const std::string& day) {
    replace(file,
            "STATUS:NEEDS-ACTION\r\n",
            "STATUS:COMPLETED\r\nCOMPLETED:" + day + "T080000Z\r\nPERCENT-COMPLETE:100\r\n");
  }

  Person ana{};
  FollowUp book{};
  std::string file{};
};

}  // namespace

TEST_CASE("an open follow-up is a to-do of its own, without a rule to repeat", "[sync][tasks]") {
  Reminded house;
  const std::string text = house.content(house.file);
  CHECK(house.file == to_string(house.book.uid) + ".ics");
  CHECK(text.find("SUMMARY:Ana Lim: send the book\r\n") != std::string::npos);
  CHECK(text.find("DUE;VALUE=DATE:20260401\r\n") != std::string::npos);
  CHECK(text.find("RELATED-TO:" + to_string(house.ana.uid)) != std::string::npos);
  CHECK(text.find("RRULE") == std::string::npos);
  const auto before = house.marks();
  const auto again = house.sync();
  CHECK(again.tasks->to_there == Moved{});
  CHECK(again.tasks->items == 1);
  CHECK(house.marks() == before);
}

TEST_CASE("a to-do that is done there is done here, on that day", "[sync][tasks]") {
  Reminded house;
  house.complete("20260318");
  const auto report = house.sync();
  CHECK(report.tasks->from_there == Moved{.changed = 1});
  CHECK(report.tasks->to_there == Moved{});
  CHECK(house.now(house.book).status == FollowUpStatus::done);
  CHECK(house.now(house.book).done_on == 2026y / 3 / 18);
  CHECK(house.sync().tasks->to_there == Moved{});
  // And begun again.
  house.replace(
      house.file, "STATUS:COMPLETED\r\nCOMPLETED:20260318T080000Z\r\n", "STATUS:NEEDS-ACTION\r\n");
  house.sync();
  CHECK(house.now(house.book).status == FollowUpStatus::open);
  CHECK_FALSE(house.now(house.book).done_on);
}

TEST_CASE("one that recurs comes back as another to-do", "[sync][tasks]") {
  Reminded house;
  FollowUp monthly = house.book;
  monthly.every = Span{.months = 1};
  house.store.write("edit", [&] { house.store.follow_ups().update(monthly); });
  house.complete("20260318");
  const auto report = house.sync();
  CHECK(report.tasks->to_there == Moved{.added = 1});
  const auto all = house.store.follow_ups().of(house.ana.id);
  REQUIRE(all.size() == 2);
  CHECK(all[0].status == FollowUpStatus::open);
  CHECK(all[0].due == 2026y / 5 / 1);
  CHECK(house.content(to_string(all[0].uid) + ".ics").find("20260501") != std::string::npos);
  CHECK(house.sync().tasks->to_there == Moved{});
}

TEST_CASE("a to-do that is moved or worded anew there is so here", "[sync][tasks]") {
  Reminded house;
  house.replace(house.file, "DUE;VALUE=DATE:20260401", "DUE;TZID=Europe/Paris:20260405T180000");
  house.replace(house.file, "Ana Lim: send the book", "Ana Lim: send both books");
  const std::string text = house.content(house.file);
  house.sync();
  CHECK(house.now(house.book).due == 2026y / 4 / 5);
  CHECK(house.now(house.book).text == "send both books");
  CHECK(house.content(house.file) == text);
}

TEST_CASE("what happens to a follow-up here happens to its to-do", "[sync][tasks]") {
  Reminded house;
  house.replace(house.file, "END:VTODO", "X-PHONE:kept\r\nEND:VTODO");
  FollowUp moved = house.book;
  SECTION("moved") {
    moved.due = 2026y / 4 / 9;
    house.store.write("snooze", [&] { house.store.follow_ups().update(moved); });
    CHECK(house.sync().tasks->to_there == Moved{.changed = 1});
    CHECK(house.content(house.file).find("DUE;VALUE=DATE:20260409\r\n") != std::string::npos);
    CHECK(house.content(house.file).find("X-PHONE:kept\r\n") != std::string::npos);
  }
  SECTION("done") {
    moved.status = FollowUpStatus::done;
    moved.done_on = 2026y / 3 / 19;
    house.store.write("done", [&] { house.store.follow_ups().update(moved); });
    house.sync();
    CHECK(house.content(house.file).find("STATUS:COMPLETED\r\n") != std::string::npos);
    CHECK(house.content(house.file).find("COMPLETED:20260319T") != std::string::npos);
    CHECK(house.content(house.file).find("X-PHONE:kept\r\n") != std::string::npos);
  }
  SECTION("deleted") {
    house.sync();
    house.store.write("rm", [&] { house.store.follow_ups().remove(moved.id); });
    CHECK(house.sync().tasks->to_there == Moved{.deleted = 1});
    CHECK_FALSE(std::filesystem::exists(house.folder / house.file));
  }
  SECTION("of somebody who is put away") {
    house.sync();
    Person ana = house.now(house.ana);
    ana.archived = true;
    house.add("Bo Ray");
    house.update(ana);
    CHECK(house.sync().tasks->to_there == Moved{.deleted = 1});
    CHECK(house.now(house.book).status == FollowUpStatus::open);
  }
  const auto before = house.marks();
  house.sync();
  CHECK(house.marks() == before);
}

TEST_CASE("a to-do that is deleted there is dropped here, unless it changed here",
          "[sync][tasks]") {
  Reminded house;
  house.remind(house.ana, "call", 2026y / 4 / 3);
  house.sync();
  house.erase(house.file);
  SECTION("dropped") {
    const auto report = house.sync();
    CHECK(report.tasks->from_there == Moved{.deleted = 1});
    CHECK(lines_of(report) == Lines{"Ana Lim: “send the book” was deleted there: dropped here"});
    CHECK(house.now(house.book).status == FollowUpStatus::dropped);
  }
  SECTION("back") {
    FollowUp moved = house.book;
    moved.due = 2026y / 4 / 9;
    house.store.write("snooze", [&] { house.store.follow_ups().update(moved); });
    CHECK(house.sync().tasks->to_there == Moved{.added = 1});
    CHECK(house.now(house.book).status == FollowUpStatus::open);
    CHECK(house.content(house.file_with("20260409")).find("send the book") != std::string::npos);
  }
  const auto before = house.marks();
  CHECK(house.sync().tasks->to_there == Moved{});
  CHECK(house.marks() == before);
}

TEST_CASE("an emptied folder of to-dos drops nothing", "[sync][tasks]") {
  Reminded house;
  const FollowUp call = house.remind(house.ana, "call", 2026y / 4 / 3);
  house.sync();
  house.erase(house.file);
  house.erase(to_string(call.uid) + ".ics");
  CHECK_THROWS_AS(house.sync(), ConflictError);
  CHECK(house.now(call).status == FollowUpStatus::open);
  CHECK(house.sync({.missing = sync::Missing::restore}).tasks->to_there == Moved{.added = 2});
}

TEST_CASE("a due day that moved on both sides goes to the newer", "[sync][tasks]") {
  Reminded house;
  FollowUp moved = house.book;
  moved.due = 2026y / 4 / 9;
  house.store.write("snooze", [&] { house.store.follow_ups().update(moved); });
  const std::string text = house.content(house.file);
  const auto stamp = text.find("LAST-MODIFIED:");
  REQUIRE(stamp != std::string::npos);
  house.replace(house.file, text.substr(stamp, 30), "LAST-MODIFIED:20260401T000000Z");
  house.replace(house.file, "DUE;VALUE=DATE:20260401", "DUE;VALUE=DATE:20260407");
  const auto report = house.sync();
  REQUIRE(report.clashes.size() == 1);
  CHECK(report.clashes[0].field == "due day of “send the book”");
  CHECK(house.now(house.book).due == 2026y / 4 / 7);
  CHECK(house.facts(house.ana).at(0).find("2026-04-09") != std::string::npos);
}

TEST_CASE("a to-do made there for somebody known becomes a follow-up", "[sync][tasks]") {
  SyncedHouse house;
  Person draft{.name = "Ana Lim"};
  draft.add_nickname("Annie");
  const Person ana = house.add(draft);
  house.add("Bo Ray");
  const std::string by_name =
      todo("t1", "SUMMARY:Ana Lim: ask about the garden\nDUE;VALUE=DATE:20260402\n");
  const std::string by_uid = todo(
      "t2", "SUMMARY:the recipe\nDUE:20260403T090000Z\nRELATED-TO:" + to_string(ana.uid) + "\n");
  const std::string plants = todo("t3", "SUMMARY:water the plants\nDUE;VALUE=DATE:20260402\n");
  const std::string stranger = todo("t4", "SUMMARY:Zed Who: hello\nDUE;VALUE=DATE:20260402\n");
  const std::string old = todo("t5", "SUMMARY:Ana Lim: done long ago\nSTATUS:COMPLETED\n");
  const std::string weekly =
      todo("t6", "SUMMARY:Ana Lim: choir\nDUE;VALUE=DATE:20260402\nRRULE:FREQ=WEEKLY\n");
  const std::string event =
      "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:e1\nSUMMARY:Ana Lim: lunch\nEND:VEVENT\nEND:VCALENDAR\n";
  int number = 0;
  for (const auto& text : {by_name, by_uid, plants, stranger, old, weekly, event}) {
    house.put(std::to_string(++number) + ".ics", text);
  }
  house.put("broken.ics", "BEGIN:VCALENDAR\nBEGIN:VTODO\nUID:t9\nSUMMARY:Ana Lim: half");
  const auto before = house.files();
  const auto report = house.sync({.tasks = house.folder.path(), .with_tasks = true});
  CHECK(report.tasks->from_there == Moved{.added = 2});
  CHECK(report.tasks->to_there == Moved{});
  const auto all = house.store.follow_ups().of(ana.id);
  REQUIRE(all.size() == 2);
  CHECK(all[0].text == "ask about the garden");
  CHECK(all[0].due == 2026y / 4 / 2);
  CHECK(all[1].text == "the recipe");
  for (const auto& [name, text] : before) {
    CHECK(house.content(name) == text);
  }
  // Done here, it is done there.
  FollowUp done = all[0];
  done.status = FollowUpStatus::done;
  done.done_on = 2026y / 3 / 20;
  house.store.write("done", [&] { house.store.follow_ups().update(done); });
  house.sync();
  CHECK(house.content("1.ics").find("STATUS:COMPLETED\n") != std::string::npos);
  CHECK(house.content("1.ics").find("SUMMARY:Ana Lim: ask about the garden\n") !=
        std::string::npos);
}

TEST_CASE("a to-do without a day gets one a week ahead", "[sync][tasks]") {
  SyncedHouse house;
  const Person ana = house.add("Ana Lim");
  house.sync();
  house.put("1.ics", todo("t1", "SUMMARY:Ana: write\n"));
  Person named = house.now(ana);
  named.add_nickname("Ana");
  house.update(named);
  house.sync();
  const auto all = house.store.follow_ups().of(ana.id);
  REQUIRE(all.size() == 1);
  CHECK(all[0].text == "write");
  CHECK(all[0].due == 2026y / 3 / 27);
  CHECK(house.content("1.ics").find("DUE;VALUE=DATE:20260327\n") != std::string::npos);
  CHECK(house.content("1.ics").find("SUMMARY:Ana: write\n") != std::string::npos);
}

TEST_CASE("a check-in that is done there is logged, once", "[sync][tasks]") {
  SyncedHouse house;
  Person draft{.name = "Ana Lim", .circle = Circle::friends};
  const Person ana = house.add(draft);
  house.log({ana}, 2025y / 11 / 20);
  CHECK(house.sync().tasks->to_there == Moved{.added = 1});
  const std::string file = house.file_with("BEGIN:VTODO");
  CHECK(file.starts_with("check-in-" + to_string(ana.uid)));
  CHECK(house.content(file).find("SUMMARY:Ana Lim: check in\r\n") != std::string::npos);
  SECTION("done") {
    house.replace(file, "STATUS:NEEDS-ACTION", "STATUS:COMPLETED\r\nCOMPLETED:20260319T080000Z");
    CHECK(house.sync().tasks->from_there == Moved{.changed = 1});
    const auto log = house.store.interactions().latest({.person = ana.id}, 5);
    REQUIRE(log.size() == 2);
    CHECK(log[0].text == "checked in");
    CHECK(log[0].date == 2026y / 3 / 19);
    house.sync();
    CHECK(house.store.interactions().latest({.person = ana.id}, 5).size() == 2);
    CHECK(std::filesystem::exists(house.folder / file));
  }
  SECTION("no longer due, since you met") {
    house.log({ana}, 2026y / 3 / 19);
    CHECK(house.sync().tasks->to_there == Moved{.deleted = 1});
    CHECK_FALSE(std::filesystem::exists(house.folder / file));
  }
  SECTION("taken away there: not now") {
    house.remind(ana, "call", 2026y / 4 / 3);
    house.remind(ana, "write", 2026y / 4 / 4);
    house.sync();
    house.erase(file);
    house.sync();
    CHECK_FALSE(std::filesystem::exists(house.folder / file));
    CHECK(house.store.interactions().latest({.person = ana.id}, 5).size() == 1);
  }
  const auto before = house.marks();
  house.sync();
  CHECK(house.marks() == before);
}

TEST_CASE("interactions go out as journal entries only if they are wanted", "[sync][tasks]") {
  SyncedHouse house;
  const Person ana = house.add("Ana Lim");
  const Interaction coffee = house.log({ana}, 2026y / 3 / 3);
  CHECK(house.sync().journal == std::nullopt);
  CHECK(house.files().size() == 1);
  CHECK(house.sync({.with_journal = true}).journal->to_there == Moved{.added = 1});
  const std::string text = house.content(to_string(coffee.uid) + ".ics");
  CHECK(text.find("BEGIN:VJOURNAL\r\n") != std::string::npos);
  CHECK(text.find("SUMMARY:Coffee with Ana Lim\r\n") != std::string::npos);
  CHECK(text.find("DTSTART;VALUE=DATE:20260303\r\n") != std::string::npos);
  house.put("j.ics",
            "BEGIN:VCALENDAR\nBEGIN:VJOURNAL\nUID:j1\nDTSTART;VALUE=DATE:20260310\n"
            "SUMMARY:Walk with Ana Lim\nCATEGORIES:walk\nEND:VJOURNAL\nEND:VCALENDAR\n");
  CHECK(house.sync({.with_journal = true}).journal->from_there == Moved{.added = 1});
  const auto log = house.store.interactions().latest({.person = ana.id}, 5);
  REQUIRE(log.size() == 2);
  CHECK(log[0].kind == "walk");
  CHECK(log[0].date == 2026y / 3 / 10);
  // Deleted here, deleted there; deleted there, kept here and not written again.
  house.store.write("rm", [&] { house.store.interactions().remove(log[0].id); });
  CHECK(house.sync({.with_journal = true}).journal->to_there == Moved{.deleted = 1});
  house.log({ana}, 2026y / 3 / 4);
  house.sync({.with_journal = true});
  house.erase(to_string(coffee.uid) + ".ics");
  house.sync({.with_journal = true});
  CHECK(house.store.interactions().has(coffee.uid));
  CHECK_FALSE(std::filesystem::exists(house.folder / (to_string(coffee.uid) + ".ics")));
  const auto before = house.marks();
  house.sync({.with_journal = true});
  CHECK(house.marks() == before);
}

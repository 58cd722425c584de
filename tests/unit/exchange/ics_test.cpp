// Calendars: which days a rule means, what a file tells, what kith writes of what comes up.
#include <fstream>
#include <sstream>

#include "exchange/ical_component.hpp"
#include "exchange/ical_recurrence.hpp"
#include "exchange/ical_writer.hpp"
#include "support/catch.hpp"
#include "support/imports.hpp"
#include "support/log_sink.hpp"
#include <kith/error.hpp>
#include <kith/exchange/ics.hpp>
#include <kith/exchange/ics_export.hpp>

namespace kith::exchange {
namespace {

using test::House;
using test::KeptLog;
using namespace std::chrono_literals;
using Strings = std::vector<std::string>;

/// The days of a rule from `first` to the end of 2026, in one line without the years.
std::string days(const std::string& rule, Date first, Date last = 2026y / 12 / 31) {
  const auto parsed = parse_recurrence(rule);
  if (!parsed) {
    return "not understood";
  }
  std::string line;
  for (const Date day : days_of(*parsed, first, last, 20)) {
    line += (line.empty() ? "" : " ") + to_string(day).substr(5);
  }
  return line;
}

TEST_CASE("recurrence: every so many days, weeks, months, years", "[ics]") {
  CHECK(days("FREQ=DAILY;COUNT=3", 2026y / 3 / 30) == "03-30 03-31 04-01");
  CHECK(days("FREQ=DAILY;INTERVAL=10;UNTIL=20260331", 2026y / 3 / 1) == "03-01 03-11 03-21 03-31");
  CHECK(days("FREQ=DAILY;BYDAY=SA,SU;COUNT=4", 2026y / 3 / 7) == "03-07 03-08 03-14 03-15");
  CHECK(days("FREQ=WEEKLY;COUNT=3", 2026y / 3 / 4) == "03-04 03-11 03-18");
  CHECK(days("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR;COUNT=4", 2026y / 3 / 4) ==
        "03-04 03-06 03-16 03-20");
  CHECK(days("FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", 1997y / 8 / 5) ==
        "08-05 08-17 08-19 08-31");
  CHECK(days("FREQ=MONTHLY;COUNT=3", 2026y / 1 / 31) == "01-31 03-31 05-31");
  CHECK(days("FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3", 2026y / 1 / 31) == "01-31 02-28 03-31");
  CHECK(days("FREQ=MONTHLY;BYDAY=2TU,-1FR;COUNT=4", 2026y / 1 / 13) == "01-13 01-30 02-10 02-27");
  CHECK(days("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3", 2026y / 1 / 30) ==
        "01-30 02-27 03-31");
  CHECK(days("freq=yearly;count=2", 2025y / 5 / 1) == "05-01 05-01");
  CHECK(days("FREQ=YEARLY;BYMONTH=11;BYDAY=4TH;COUNT=2", 2025y / 11 / 27) == "11-27 11-26");
  CHECK(days("FREQ=YEARLY", 2024y / 2 / 29, 2032y / 1 / 1) == "02-29 02-29");
}

TEST_CASE("recurrence: the end is kept, however long a rule runs", "[ics]") {
  CHECK(days_of(*parse_recurrence("FREQ=DAILY"), 1990y / 1 / 1, 2026y / 1 / 1, 100).size() == 100);
  CHECK(days("FREQ=DAILY", 2027y / 1 / 1).empty());
  CHECK(days("FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2", 2026y / 1 / 31) == "01-31");
  CHECK(days("FREQ=DAILY;INTERVAL=1000;COUNT=1000", 2020y / 1 / 1) == "01-01 09-27 06-23");
}

TEST_CASE("recurrence: what is not understood is said to be so", "[ics]") {
  for (const char* rule : {"",
                           "COUNT=3",
                           "FREQ=HOURLY",
                           "FREQ=YEARLY;BYWEEKNO=20",
                           "FREQ=YEARLY;BYDAY=20MO",
                           "FREQ=DAILY;INTERVAL=0",
                           "FREQ=DAILY;COUNT=x",
                           "FREQ=DAILY;BYDAY=XX",
                           "FREQ=DAILY;UNTIL=2026"}) {
    CAPTURE(rule);
    CHECK_FALSE(parse_recurrence(rule).has_value());
  }
}

TEST_CASE("ics: moments and durations", "[ics]") {
  const WallClock later = [](std::chrono::sys_seconds at) {
    const auto here = at + 2h;
    const auto day = std::chrono::floor<std::chrono::days>(here);
    return DayAndTime{Date{day}, std::chrono::floor<std::chrono::minutes>(here - day)};
  };
  CHECK(parse_moment("20260301", later)->time == std::nullopt);
  CHECK(parse_moment("2026-03-01T09:30:00", later)->time == 570min);
  CHECK(parse_moment("20260301T233000Z", later)->date == 2026y / 3 / 2);
  CHECK(parse_moment("20260301T233000Z", later)->time == 90min);
  CHECK_FALSE(parse_moment("20260230", later).has_value());
  CHECK_FALSE(parse_moment("soon", later).has_value());
  CHECK(parse_ical_duration("PT1H30M") == 90min);
  CHECK(parse_ical_duration("P1DT2H") == 26h);
  CHECK(parse_ical_duration("PT0S") == std::nullopt);
}

KeptLog read(std::istream& in) {
  KeptLog log;
  read_ics(in,
           {.today = 2026y / 3 / 20,
            .me = {"me@example.org"},
            .kind_of =
                [](std::string_view text) {
                  return std::string(text.starts_with("Lunch") ? "lunch" : "other");
                }},
           log);
  return log;
}

KeptLog read(const std::string& text) {
  std::istringstream in(text);
  return read(in);
}

TEST_CASE("ics: the fixture's meetings, days of a series, journals", "[ics]") {
  std::ifstream in(std::string(KITH_TEST_DATA) + "/ics/meetings.ics");
  const KeptLog log = read(in);
  CHECK(log.happened() ==
        Strings{"2026-02-20 other: Walked to the lake\nSun at last | Ana Lim",
                "2026-03-10 meeting: Project review, part 2 | Ana Lim, Ray, Ben",
                "2026-02-02 lunch: Lunch with Zo\xC3\xAB | Zo\xC3\xAB Okoye",
                "2026-02-05 lunch: Lunch with Zo\xC3\xAB | Zo\xC3\xAB Okoye",
                "2026-02-12 lunch: Lunch with Zo\xC3\xAB | Zo\xC3\xAB Okoye",
                "2026-02-19 lunch: Lunch with Zo\xC3\xAB | Zo\xC3\xAB Okoye",
                "2026-02-17 lunch: Lunch with Zo\xC3\xAB, a day later | Zo\xC3\xAB Okoye"});
  const Interaction& review = log.log[1].interaction;
  CHECK(review.time == 14h);
  CHECK(review.duration == 90min);
  CHECK(review.place == "Room 5 Second floor");
  CHECK(review.tags == Strings{"work", "acme-project"});
  CHECK(log.log[2].interaction.duration == 30min);
  REQUIRE(log.to_do.size() == 2);
  CHECK(log.to_do[0].follow_up.text == "Send the slides");
  CHECK(log.to_do[0].person.email == "ana@example.org");
  CHECK(log.to_do[1].follow_up.text == "return the drill");
  CHECK(log.to_do[1].person.name == "Ben Ray");
  CHECK(log.to_do[1].follow_up.done_on == 2026y / 3 / 6);
  CHECK(log.said() == Strings{"0: passed over, events, journals and to-dos with nobody in them: 1",
                              "0: left out, events that lie ahead: 1"});
}

TEST_CASE("ics: broken calendars", "[ics]") {
  CHECK_THROWS_AS(read(""), DataError);
  CHECK_THROWS_AS(read("name,email\n"), DataError);
  CHECK(read("BEGIN:VCALENDAR\nBEGIN:VEVENT\nATTENDEE:mailto:a@b.c\nEND:VEVENT\n").said() ==
        Strings{"0: left out, events, journals and to-dos without a day that can be read: 1"});
  CHECK(
      read("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260301\nATTENDEE:mailto:a@b.c\n").log.empty());
  CHECK(read("BEGIN:VCALENDAR\nEND:VEVENT\nEND:VCALENDAR\nEND:VCALENDAR\n").log.empty());
  const KeptLog odd = read(
      "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260301\nRRULE:FREQ=SECONDLY\nATTENDEE:mailto:a@b.c\n"
      "END:VEVENT\nEND:VCALENDAR\n");
  CHECK(odd.log.size() == 1);
  CHECK(odd.said() == Strings{"2: a rule of repeating that is not understood, only the first day "
                              "came in: FREQ=SECONDLY"});
}

TEST_CASE("ics: content lines are folded between characters", "[ics]") {
  std::ostringstream out;
  write_ical_line(out,
                  "SUMMARY",
                  ical_text(std::string(40, 'x') + ",;\\\n" + "\xC3\xAB" + std::string(80, 'y')));
  std::istringstream lines(out.str());
  for (std::string line; std::getline(lines, line);) {
    CHECK(line.size() <= 76);
    CHECK(line.ends_with('\r'));
  }
  CHECK(out.str().find("\\,\\;\\\\\\n") != std::string::npos);
}

TEST_CASE("ics: what comes up is written, once a day each, and comes back as what it was",
          "[ics]") {
  test::ImportHouse house;
  const Person ana = house.add(
      Person{.name = "Ana, Lim", .birthday = PartialDate({}, 2, 29), .own_cadence = Cadence(10)});
  house.add(
      Person{.name = "Gone", .birthday = PartialDate({1980}, 5, 1), .standing = Standing::dead});
  house.add(Person{.name = "Away", .birthday = PartialDate({1980}, 5, 1), .archived = true});
  house.add(Person{.name = "Ben",
                   .birthday = PartialDate({1980}, 5, 1),
                   .own_cadence = Cadence(9),
                   .standing = Standing::paused});
  house.log({ana}, 2026y / 3 / 15);
  house.store.write("remind", [&] {
    house.store.follow_ups().add(
        {.person = ana.ref(), .text = "the book", .due = 2026y / 4 / 1, .owed_by = Owner::them});
    house.store.follow_ups().add({.person = ana.ref(),
                                  .text = "old",
                                  .due = 2026y / 2 / 1,
                                  .status = FollowUpStatus::done,
                                  .done_on = 2026y / 2 / 1});
  });
  std::ostringstream out;
  const std::size_t people = house.store.read(
      [&] { return write_ics(out, house.store, {.archived = PersonFilter::Archived::all}); });
  const std::string text = out.str();
  CHECK(people == 2);
  CHECK(text.find("DTSTART;VALUE=DATE:19720229\r\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1\r\n") !=
        std::string::npos);
  CHECK(text.find("SUMMARY:Ana\\, Lim owes you: the book\r\nDUE;VALUE=DATE:20260401\r\n") !=
        std::string::npos);
  CHECK(text.find("SUMMARY:Ana\\, Lim: check in\r\n") != std::string::npos);
  CHECK(text.find("DUE;VALUE=DATE:20260325\r\n") != std::string::npos);
  CHECK(text.find("SUMMARY:Ben: birthday\r\nDESCRIPTION:born 1980\r\n") != std::string::npos);
  CHECK(text.find("Ben: check in") == std::string::npos);
  CHECK(text.find("Gone") == std::string::npos);
  CHECK(text.find("Away") == std::string::npos);
  CHECK(text.find("old") == std::string::npos);

  const ImportReport report = house.store.write("import", [&] {
    std::istringstream in(text);
    Importer importer = house.importer_of("ics");
    read_ics(in, {.today = 2026y / 3 / 20}, importer);
    return importer.finish("kith.ics");
  });
  CHECK(report.records.at("follow_ups") == ImportCount{.unchanged = 1});
  const KeptLog back = read(text);
  REQUIRE(back.to_do.size() == 1);
  CHECK(back.to_do[0].follow_up.text == "the book");
  CHECK(back.to_do[0].follow_up.owed_by == Owner::them);
}

}  // namespace
}  // namespace kith::exchange

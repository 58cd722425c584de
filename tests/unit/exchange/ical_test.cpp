// Calendars: read component by component, and changed without touching the rest.
#include <string>
#include <vector>

#include "exchange/ical_todo.hpp"
#include "support/catch.hpp"
#include <kith/exchange/ical.hpp>

namespace {

using namespace kith;
using namespace std::chrono_literals;
using exchange::IcalComponent;
using exchange::IcalFile;
using exchange::TodoState;

const FixedClock kClock{2026y / 3 / 20};

std::vector<IcalComponent> all_of(const std::string& text) { return IcalFile(text).components(); }

std::string todo(const std::string& lines) {
  return "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VTODO\n" + lines + "END:VTODO\nEND:VCALENDAR\n";
}

TodoState state(const std::string& lines) {
  return exchange::todo_state(all_of(todo(lines)).at(0), kClock);
}

}  // namespace

TEST_CASE("a calendar gives its components, without alarms and time zones", "[ical]") {
  const auto all = all_of(
      "BEGIN:VCALENDAR\r\nPRODID:x\r\nBEGIN:VTIMEZONE\r\nTZID:x\r\nEND:VTIMEZONE\r\n"
      "BEGIN:VEVENT\r\nSUMMARY:Lunch\\, with\r\n  Ana\r\n"
      "BEGIN:VALARM\r\nTRIGGER:-PT15M\r\nEND:VALARM\r\nUID:e1\r\nEND:VEVENT\r\n"
      "begin:vtodo\r\nUID:t1\r\nend:vtodo\r\nEND:VCALENDAR\r\n");
  REQUIRE(all.size() == 2);
  CHECK(all[0].name == "VEVENT");
  CHECK(all[0].text("SUMMARY") == "Lunch, with Ana");
  CHECK(all[0].text("UID") == "e1");
  CHECK(all[0].find("TRIGGER") == nullptr);
  CHECK(all[1].name == "VTODO");
  CHECK(all[1].is_closed);
}

TEST_CASE("a calendar that ends early gives what is there, and says that it is open", "[ical]") {
  const auto cut = all_of("BEGIN:VCALENDAR\nBEGIN:VTODO\nUID:t1\nBEGIN:VALARM\nTRIGGER:x\n");
  REQUIRE(cut.size() == 1);
  CHECK_FALSE(cut[0].is_closed);
  const auto unclosed = all_of("BEGIN:VCALENDAR\nBEGIN:VTODO\nUID:t1\nEND:VCALENDAR\n");
  REQUIRE(unclosed.size() == 1);
  CHECK_FALSE(unclosed[0].is_closed);
  CHECK(all_of("").empty());
  CHECK(all_of("END:VTODO\nEND:VCALENDAR\nx\n").empty());
  CHECK(all_of("BEGIN:VTODO\nUID:no calendar\nEND:VTODO\n").empty());
}

TEST_CASE("a to-do says when it is due and whether it is done", "[ical]") {
  CHECK(state("SUMMARY:Ana: book\nDUE;VALUE=DATE:20260401\n") ==
        TodoState{"Ana: book", 2026y / 4 / 1, FollowUpStatus::open, {}});
  CHECK(state("DUE;TZID=Europe/Berlin:20260401T093000\n").due == 2026y / 4 / 1);
  CHECK(state("STATUS:COMPLETED\nCOMPLETED:20260319T080000Z\n").ended_on == 2026y / 3 / 19);
  CHECK(state("STATUS:completed\n").status == FollowUpStatus::done);
  CHECK(state("PERCENT-COMPLETE:100\n").status == FollowUpStatus::done);
  CHECK(state("STATUS:IN-PROCESS\nPERCENT-COMPLETE:50\n").status == FollowUpStatus::open);
  CHECK(state("STATUS:NEEDS-ACTION\nCOMPLETED:20260319T080000Z\n").status == FollowUpStatus::open);
  CHECK(state("STATUS:CANCELLED\n").status == FollowUpStatus::dropped);
  CHECK_FALSE(state("DUE:soon\n").due);
  CHECK_FALSE(state("DUE;VALUE=DATE:20260230\n").due);
}

TEST_CASE("only the property that changes is rewritten", "[ical]") {
  const std::string before =
      "BEGIN:VCALENDAR\nPRODID:-//other//EN\nBEGIN:VTODO\nX-OTHER;A=b:kept as \n it is\nUID:t1\n"
      "SUMMARY:Ana: book\nDUE;VALUE=DATE:20260401\nBEGIN:VALARM\nSUMMARY:ring\nEND:VALARM\n"
      "END:VTODO\nEND:VCALENDAR\n";
  IcalFile file(before);
  CHECK(file.text() == before);
  const TodoState was = exchange::todo_state(file.components().at(0), kClock);
  TodoState now = was;
  now.summary = "Ana: the book, at last";
  bring_to(file, 0, was, now, kClock.now());
  CHECK(file.text() ==
        "BEGIN:VCALENDAR\nPRODID:-//other//EN\nBEGIN:VTODO\nX-OTHER;A=b:kept as \n it is\nUID:t1\n"
        "SUMMARY:Ana: the book\\, at last\nDUE;VALUE=DATE:20260401\n"
        "DTSTAMP:20260320T000000Z\nLAST-MODIFIED:20260320T000000Z\nBEGIN:VALARM\nSUMMARY:ring\n"
        "END:VALARM\nEND:VTODO\nEND:VCALENDAR\n");
  CHECK(exchange::todo_state(file.components().at(0), kClock) == now);
}

TEST_CASE("a to-do that ends and begins again leaves no trace of its end", "[ical]") {
  IcalFile file(todo("UID:t1\nSTATUS:NEEDS-ACTION\nSEQUENCE:4\nDTSTAMP:20260101T000000Z\n"));
  const TodoState open = exchange::todo_state(file.components().at(0), kClock);
  TodoState done = open;
  done.status = FollowUpStatus::done;
  done.ended_on = 2026y / 3 / 18;
  bring_to(file, 0, open, done, kClock.now());
  CHECK(exchange::todo_state(file.components().at(0), kClock) == done);
  CHECK(file.text().find("COMPLETED:20260318T120000Z\n") != std::string::npos);
  CHECK(file.text().find("SEQUENCE:5\n") != std::string::npos);
  bring_to(file, 0, done, open, kClock.now());
  CHECK(exchange::todo_state(file.components().at(0), kClock) == open);
  CHECK(file.text().find("COMPLETED") == std::string::npos);
}

TEST_CASE("a new due day takes away a start that would not fit it", "[ical]") {
  for (const std::string start : {"DTSTART:20260401T080000Z", "DTSTART;VALUE=DATE:20260415"}) {
    CAPTURE(start);
    IcalFile file(todo("UID:t1\n" + start + "\nDUE;VALUE=DATE:20260420\n"));
    TodoState now = exchange::todo_state(file.components().at(0), kClock);
    const TodoState was = now;
    now.due = 2026y / 4 / 10;
    bring_to(file, 0, was, now, kClock.now());
    CHECK(file.text().find("DTSTART") == std::string::npos);
    CHECK(file.text().find("DUE;VALUE=DATE:20260410\n") != std::string::npos);
  }
}

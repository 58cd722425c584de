// Content lines and to-dos.
#include "exchange/ical_writer.hpp"

#include <fmt/format.h>

#include <kith/exchange/content_line.hpp>

namespace kith::exchange {
namespace {

std::string_view status_word(FollowUpStatus status) {
  switch (status) {
    case FollowUpStatus::open:
      return "NEEDS-ACTION";
    case FollowUpStatus::done:
      return "COMPLETED";
    case FollowUpStatus::dropped:
      return "CANCELLED";
  }
  return "NEEDS-ACTION";
}

}  // namespace

std::string ical_text(std::string_view text) { return escaped(text); }

std::string ical_date(Date date) {
  return fmt::format("{:04}{:02}{:02}",
                     static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

std::string ical_instant(Instant instant) {
  std::string text = to_string(instant);  // 2026-12-01T09:30:00Z
  std::erase(text, '-');
  std::erase(text, ':');
  return text;
}

void write_ical_line(std::ostream& out, std::string_view start, std::string_view value) {
  std::string line(start);
  line += ':';
  line += value;
  std::string folded;
  write_folded(folded, line);
  out << folded;
}

Todo todo_of(const FollowUp& follow_up) {
  const bool is_theirs = follow_up.owed_by == Owner::them;
  return {.uid = to_string(follow_up.uid),
          .summary = follow_up.person.name + (is_theirs ? " owes you: " : ": ") + follow_up.text,
          .due = follow_up.due,
          .status = follow_up.status,
          .done_on = follow_up.done_on,
          .categories = {"follow-up"},
          .person_uid = to_string(follow_up.person.uid),
          .changed_at = follow_up.updated_at};
}

void write_todo(std::ostream& out, const Todo& todo) {
  write_ical_line(out, "BEGIN", "VTODO");
  write_ical_line(out, "UID", todo.uid);
  write_ical_line(out, "DTSTAMP", ical_instant(todo.changed_at));
  write_ical_line(out, "LAST-MODIFIED", ical_instant(todo.changed_at));
  write_ical_line(out, "SUMMARY", ical_text(todo.summary));
  if (!todo.description.empty()) {
    write_ical_line(out, "DESCRIPTION", ical_text(todo.description));
  }
  write_ical_line(out, "DUE;VALUE=DATE", ical_date(todo.due));
  write_ical_line(out, "STATUS", status_word(todo.status));
  if (todo.status == FollowUpStatus::done) {
    write_ical_line(out, "PERCENT-COMPLETE", "100");
    // kith knows the day alone: noon in UTC is that day nearly everywhere.
    write_ical_line(out, "COMPLETED", ical_date(todo.done_on.value_or(todo.due)) + "T120000Z");
  }
  // One line for each: todoman loses a line with several.
  for (const std::string& category : todo.categories) {
    write_ical_line(out, "CATEGORIES", ical_text(category));
  }
  if (!todo.person_uid.empty()) {
    write_ical_line(out, "RELATED-TO", todo.person_uid);
    write_ical_line(out, "X-KITH-PERSON", todo.person_uid);
  }
  write_ical_line(out, "END", "VTODO");
}

void begin_calendar(std::ostream& out) {
  write_ical_line(out, "BEGIN", "VCALENDAR");
  write_ical_line(out, "VERSION", "2.0");
  write_ical_line(out, "PRODID", "-//kith//kith//EN");
}

void end_calendar(std::ostream& out) { write_ical_line(out, "END", "VCALENDAR"); }

}  // namespace kith::exchange

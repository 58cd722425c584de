// iCalendar (RFC 5545), written: content lines, and a to-do as every client reads it.
#pragma once

#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include <kith/domain/follow_up.hpp>
#include <kith/time/clock.hpp>
#include <kith/time/date.hpp>

namespace kith::exchange {

/// `text` as the value of a text property: backslash, comma, semicolon and line ends escaped.
std::string ical_text(std::string_view text);
/// "20261201"
std::string ical_date(Date date);
/// "20261201T093000Z"
std::string ical_instant(Instant instant);

/// Writes one content line, folded at 75 octets and never through a character, ended by CRLF.
/// `start` is the name with its parameters; `value` is escaped already where it has to be.
void write_ical_line(std::ostream& out, std::string_view start, std::string_view value);

/// One to-do: one due day. It never repeats by itself, since clients differ in what they make of a
/// finished one that does; the next day of a series is a to-do of its own.
struct Todo {
  std::string uid{};
  std::string summary{};
  std::string description{};
  Date due{};
  FollowUpStatus status = FollowUpStatus::open;
  std::optional<Date> done_on{};
  std::vector<std::string> categories{};
  std::string person_uid{};  ///< whom it is about: RELATED-TO, and X-KITH-PERSON where that is lost
  Instant changed_at{};
  bool operator==(const Todo&) const = default;
};

/// The to-do of a follow-up, under the follow-up's own uid.
Todo todo_of(const FollowUp& follow_up);

/// Writes BEGIN:VTODO to END:VTODO.
void write_todo(std::ostream& out, const Todo& todo);

/// Writes what stands before and after the components of a calendar.
void begin_calendar(std::ostream& out);
void end_calendar(std::ostream& out);

}  // namespace kith::exchange

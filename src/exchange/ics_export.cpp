// Birthdays, follow-ups and check-ins as a calendar.
#include "kith/exchange/ics_export.hpp"

#include <algorithm>

#include "exchange/ical_writer.hpp"
#include <kith/domain/silence.hpp>
#include <kith/store/follow_up_repo.hpp>
#include <kith/store/rhythm_repo.hpp>

namespace kith::exchange {
namespace {

constexpr std::size_t kProgressEvery = 64;
constexpr int kLeapYear = 1972;  // the first that clocks counting from 1970 have
constexpr unsigned kFebruary = 2;
constexpr unsigned kLeapDay = 29;

void write_birthday(std::ostream& out, const Person& person) {
  const PartialDate& birthday = person.birthday;
  const bool on_leap_day = *birthday.month == kFebruary && *birthday.day == kLeapDay;
  const Date first{std::chrono::year(birthday.year.value_or(kLeapYear)),
                   std::chrono::month(*birthday.month),
                   std::chrono::day(*birthday.day)};
  write_ical_line(out, "BEGIN", "VEVENT");
  write_ical_line(out, "UID", "birthday-" + to_string(person.uid));
  write_ical_line(out, "DTSTAMP", ical_instant(person.updated_at));
  write_ical_line(out, "DTSTART;VALUE=DATE", ical_date(first));
  write_ical_line(
      out, "RRULE", on_leap_day ? "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1" : "FREQ=YEARLY");
  write_ical_line(out, "SUMMARY", ical_text(person.name + ": birthday"));
  if (birthday.year) {
    write_ical_line(out, "DESCRIPTION", "born " + std::to_string(*birthday.year));
  }
  write_ical_line(out, "CATEGORIES", "birthday");
  write_ical_line(out, "TRANSP", "TRANSPARENT");
  write_ical_line(out, "RELATED-TO", to_string(person.uid));
  write_ical_line(out, "END", "VEVENT");
}

void write_check_in(std::ostream& out, const Person& person, Date last, Cadence cadence) {
  Date due = add_days(last, cadence.days());
  if (person.snoozed_until) {
    due = std::max(due, *person.snoozed_until);
  }
  write_todo(out,
             {.uid = "check-in-" + to_string(person.uid) + "-" + ical_date(due),
              .summary = person.name + ": check in",
              .description =
                  "last " + to_string(last) + ", every " + std::to_string(cadence.days()) + " days",
              .due = due,
              .categories = {"check-in"},
              .person_uid = to_string(person.uid),
              .changed_at = person.updated_at});
}

}  // namespace

std::size_t write_ics(std::ostream& out,
                      Store& store,
                      const PersonFilter& filter,
                      const ImportProgress& progress) {
  begin_calendar(out);
  std::size_t written = 0;
  std::size_t seen = 0;
  store.people().for_each(filter, PersonOrder::uid, [&](const ListedPerson& listed) {
    const Person& person = listed.person;
    if (progress && ++seen % kProgressEvery == 0) {
      progress(seen);
    }
    if (is_aside(person)) {
      return true;
    }
    bool has_any = false;
    if (person.birthday.month && person.birthday.day) {
      write_birthday(out, person);
      has_any = true;
    }
    for (const FollowUp& follow_up : store.follow_ups().of(person.id)) {
      if (follow_up.status == FollowUpStatus::open) {
        write_todo(out, todo_of(follow_up));
        has_any = true;
      }
    }
    const auto cadence = person.cadence();
    const auto rhythm = store.rhythms().find(person.id);
    if (person.standing == Standing::active && cadence && rhythm) {
      write_check_in(out, person, rhythm->last, *cadence);
      has_any = true;
    }
    written += has_any ? 1 : 0;
    return out.good();
  });
  end_calendar(out);
  return written;
}

}  // namespace kith::exchange

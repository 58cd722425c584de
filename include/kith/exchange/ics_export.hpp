// What comes up, as a calendar: birthdays, follow-ups, check-ins.
#pragma once

#include <ostream>

#include <kith/exchange/import_report.hpp>
#include <kith/store/person_repo.hpp>
#include <kith/store/store.hpp>

namespace kith::exchange {

/// Writes an iCalendar file of the people who fit: a birthday as an event of every year (29
/// February on the last day of February), an open follow-up and the next check-in as a to-do of one
/// day each. Nothing of people who are archived, former or dead, and no check-ins with the paused.
/// The same data is the same bytes. Returns how many people it is about.
std::size_t write_ics(std::ostream& out,
                      Store& store,
                      const PersonFilter& filter,
                      const ImportProgress& progress = {});

}  // namespace kith::exchange

// The CSV files of two address books that everybody's program reads: Google Contacts and Outlook.
#pragma once

#include <istream>
#include <ostream>
#include <string_view>

#include <kith/exchange/contact_document.hpp>
#include <kith/exchange/import_report.hpp>
#include <kith/store/person_repo.hpp>
#include <kith/store/store.hpp>
#include <kith/time/date.hpp>

namespace kith::exchange {

/// The word under which Google's origins are kept.
inline constexpr std::string_view kGoogleSource = "google";

/// Reads what Google Contacts exports: the header of 2012 to 2023, and that of 2024 on. Throws
/// DataError where the header is another.
void read_google_csv(std::istream& in, Date today, LogSink& sink);

/// Writes the people who fit, by name, in the columns of Google Contacts of 2024 on. What Google has
/// no column for is left out: see docs/formats.md. Returns how many people there were.
std::size_t write_google_csv(std::ostream& out,
                             Store& store,
                             const PersonFilter& filter,
                             const ImportProgress& progress = {});

/// The same in the columns of Outlook, whose names are English. Contact points for which it has no
/// column more stand in the notes.
std::size_t write_outlook_csv(std::ostream& out,
                              Store& store,
                              const PersonFilter& filter,
                              const ImportProgress& progress = {});

}  // namespace kith::exchange

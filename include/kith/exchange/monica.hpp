// Monica 4's export of an account as JSON.
#pragma once

#include <istream>

#include <kith/exchange/contact_document.hpp>
#include <kith/exchange/friends.hpp>
#include <kith/time/date.hpp>

namespace kith::exchange {

/// Reads an export of Monica 4 (format 1.0-preview.1): contacts; notes, gifts, debts, pets and life
/// events as facts; calls, conversations and activities as interactions; reminders and tasks as
/// follow-ups; relationships as ties. Contacts that Monica calls partial, which are only named by
/// others, become facts of those. Pictures and files are left out, and said. Throws DataError with
/// line and column where it is no JSON, or something else than such an export.
void read_monica(std::istream& in, Date today, const KindOf& kind_of, LogSink& sink);

}  // namespace kith::exchange

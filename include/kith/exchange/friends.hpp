// The Markdown file of the `friends` program, in and out.
#pragma once

#include <functional>
#include <istream>
#include <ostream>
#include <string>
#include <string_view>

#include <kith/exchange/contact_document.hpp>
#include <kith/exchange/import_report.hpp>
#include <kith/store/person_repo.hpp>
#include <kith/store/store.hpp>
#include <kith/time/date.hpp>

namespace kith::exchange {

/// Which kind of interaction a sentence tells of: "other" if it does not say. Handed in, since the
/// reader of sentences is another room.
using KindOf = std::function<std::string(std::string_view sentence)>;

/// Takes one sentence about what could not be written as it is.
using Complaint = std::function<void(const std::string&)>;

/// Reads a friends.md: people with nicknames, home and tags; activities as interactions; notes as
/// facts of everybody they name. Its four lists may come in any order, with blank lines anywhere.
/// Words for dates are read as of `today`. Throws DataError where none of its headings is there;
/// StoreError where reading fails.
void read_friends(std::istream& in, Date today, const KindOf& kind_of, LogSink& sink);

/// Writes a friends.md of the people who fit, by name: what read_friends() brings back. What the
/// file cannot hold as it is, is written as near as it can be, and `complain` told. Returns how
/// many people there were.
std::size_t write_friends(std::ostream& out,
                          Store& store,
                          const PersonFilter& filter,
                          const Complaint& complain,
                          const ImportProgress& progress = {});

}  // namespace kith::exchange

// The address book of abook, in and out.
#pragma once

#include <istream>
#include <ostream>

#include <kith/exchange/contact_document.hpp>
#include <kith/exchange/import_report.hpp>
#include <kith/store/person_repo.hpp>
#include <kith/store/store.hpp>

namespace kith::exchange {

/// Reads abook's file: a section a person. Bytes that are not UTF-8 are read as Latin-1, which
/// abook's files had for long. Throws DataError where no section is there.
void read_abook(std::istream& in, DocumentSink& sink);

/// Writes one that abook reads: a person a section, by name. Returns how many there were.
std::size_t write_abook(std::ostream& out,
                        Store& store,
                        const PersonFilter& filter,
                        const ImportProgress& progress = {});

}  // namespace kith::exchange

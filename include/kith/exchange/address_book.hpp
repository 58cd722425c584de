// A printable address book: one page that needs nothing else.
#pragma once

#include <ostream>

#include <kith/exchange/import_report.hpp>
#include <kith/store/person_repo.hpp>
#include <kith/store/store.hpp>

namespace kith::exchange {

/// Writes an HTML page with how to reach the people who fit, by first letter; not the dead, and the
/// archived only if they alone are asked for. Nothing in a name or address can become markup, and
/// the page loads nothing. Returns how many people are in it.
std::size_t write_address_book(std::ostream& out,
                               Store& store,
                               const PersonFilter& filter,
                               const ImportProgress& progress = {});

}  // namespace kith::exchange

// People as JSContact (RFC 9553).
#pragma once

#include <ostream>

#include <kith/exchange/import_report.hpp>
#include <kith/store/person_repo.hpp>
#include <kith/store/store.hpp>

namespace kith::exchange {

/// Writes an array of Cards, one a line, by uid; ties only between people who are in it. Facts and
/// how you met are notes. Memory does not grow with what is told of people. Returns how many there
/// were.
std::size_t write_jscontact(std::ostream& out,
                            Store& store,
                            const PersonFilter& filter,
                            const ImportProgress& progress = {});

}  // namespace kith::exchange

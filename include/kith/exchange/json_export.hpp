// Everything as one JSON document: what `kith import json` restores.
#pragma once

#include <optional>
#include <ostream>

#include <kith/exchange/import_report.hpp>
#include <kith/store/person_repo.hpp>
#include <kith/store/store.hpp>
#include <kith/time/clock.hpp>

namespace kith::exchange {

enum class Detail { everything, redacted };

/// Writes `{"format":"kith","version":1,…}`, a record a line, each list in an order that depends on
/// the data alone. With a filter, the people who fit and what concerns them: interactions in which
/// they took part, and of other people in those nothing. Memory does not grow with the data.
/// To be used inside Store::read(), so that it is one state of the data. Redacted, it leaves out
/// what was confided: facts, follow-ups, what interactions tell and where they were, how you met,
/// and what sources said. Returns how many people there were; stops early when `out` fails.
std::size_t write_kith_json(std::ostream& out,
                            Store& store,
                            const std::optional<PersonFilter>& filter,
                            const ImportProgress& progress = {},
                            Detail detail = Detail::everything);

}  // namespace kith::exchange

// The doctor's look at the full-text index.
#pragma once

#include <cstddef>

namespace kith {

class Clock;
class Connection;

/// How many records are not found by the words that are written there, or by words that are not.
/// Memory does not grow with their number, as long as few are.
std::size_t count_lost_records(Connection& db, const Clock& clock);

}  // namespace kith

// Whether a success was celebrated: read from the log, stored nowhere.
#pragma once

#include <optional>

#include <kith/domain/fact.hpp>
#include <kith/store/store.hpp>

namespace kith {

/// The first day, from the day of a success until a week later (and not after `today`), on which
/// you were in touch with whom it is of; nothing if you were not.
std::optional<Date> celebrated_on(Store& store, const Fact& success, Date today);

}  // namespace kith

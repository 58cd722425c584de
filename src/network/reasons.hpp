// Why two people are tied, as a sentence that can be checked with `kith show`.
#pragma once

#include <string>
#include <vector>

#include <kith/domain/person.hpp>
#include <kith/store/store.hpp>

namespace kith::network {

/// "you had lunch with Ana Lim 12 days ago"; empty if you never met.
std::string how_you_know(Store& store, const PersonRef& person, Date today);

/// "Ana Lim introduced you to Bo Ek", "Bo Ek works with Chen Wu", "Ana Lim and Bo Ek were together
/// on a walk 3 months ago": the most telling reason of all. Empty if there is no tie.
std::string how_they_know(Store& store, const PersonRef& one, const PersonRef& other, Date today);

/// The reasons along a chain, one a hop; `from_you` if its first hop is from you to the first.
std::vector<std::string> reasons_along(Store& store,
                                       const std::vector<PersonRef>& people,
                                       bool from_you,
                                       Date today);

/// "today", "yesterday", "12 days ago", "3 months ago", "4 years ago".
std::string ago(Date day, Date today);

}  // namespace kith::network

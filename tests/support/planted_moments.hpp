// A log with moments planted in it, and the truth about them kept apart: what a review must tell,
// and beside it what comes near and is none.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include <kith/review/review.hpp>
#include <kith/store/store.hpp>

namespace kith::test {

/// A moment as far as truth goes: kind, day, whose.
using PlantedMoment = std::tuple<std::string, std::string, std::set<std::string>>;

struct PlantedLog {
  review::Period period{};               ///< the year that the moments lie in
  Date today{};                          ///< some weeks before its end
  std::multiset<PlantedMoment> truth{};  ///< people by uid
  std::size_t decoys = 0;                ///< what comes near
};

/// Fills an empty store. Days are random; so many of each kind are planted.
PlantedLog plant_moments(Store& store, std::uint64_t seed, int of_each);

/// What a review tells, in the form of the truth.
std::multiset<PlantedMoment> told(const review::Review& review);

}  // namespace kith::test

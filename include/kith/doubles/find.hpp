// People who may be one and the same.
#pragma once

#include <string>
#include <vector>

#include <kith/domain/person.hpp>
#include <kith/store/store.hpp>

namespace kith::doubles {

/// Two people who may be one.
struct Pair {
  PersonRef a{};
  PersonRef b{};
  double confidence = 0;               ///< that they are one, 0 to 1
  std::vector<std::string> reasons{};  ///< what speaks for it, the strongest first
  std::vector<std::string> doubts{};   ///< what speaks against it
};

/// Below this, a pair is no likely double.
inline constexpr double kLikely = 0.5;

/// Pairs of at least `least` confidence, likeliest first. Not compared pair by pair: only those who
/// share something (an address, a number, a name or one much like it, a birthday and a name) are
/// looked at, so the time grows with the number of people.
///
/// Certainly two, and left out: who took part in the same interaction, who are tied to each other,
/// and whom you said not to be the same.
std::vector<Pair> find(Store& store, double least = kLikely);

/// True if the two are certainly not one, for one of the reasons above.
bool are_certainly_two(Store& store, PersonId a, PersonId b);

}  // namespace kith::doubles

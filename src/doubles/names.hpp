// How alike two names are, and how much that says.
#pragma once

#include <string>

#include "doubles/profile.hpp"

namespace kith::doubles {

/// What two names say about whether two people are one, as the logarithm of odds.
struct Likeness {
  double weight = 0;     ///< of how they differ, or that they do not
  double rarity = 0;     ///< of the name: below 0 where more people bear it than can be told apart
  std::string reason{};  ///< why they may be one; empty if there is none
  std::string doubt{};
};

/// Of all the names that the two go by, those that are most alike. What few people are called says
/// much, what many are called little.
Likeness compare_names(const Profile& a, const Profile& b, const Frequencies& frequencies);

}  // namespace kith::doubles

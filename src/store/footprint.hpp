// What a change rests on and what it leaves: whether it can change places with another.
#pragma once

#include <map>
#include <set>
#include <string>

#include "store/connection.hpp"

namespace kith {

/// Two changes whose footprints do not meet can be taken back and made again in any order, and the
/// same rows come of it. SQLite's own check when a changeset is applied is of values alone: it does
/// not see that a row went and another came under its number, nor a value that went and came back.
class Footprint {
 public:
  Footprint(Connection& db, const Bytes& changeset);
  bool meets(const Footprint& other) const;

 private:
  std::map<std::string, std::set<int>>
      rows_{};                       ///< the columns of each row; kWhole: it came or went
  std::set<std::string> tables_{};   ///< where rows came or went, or were made unlike others anew
  std::set<std::string> moved_{};    ///< where a row's unique values became others: a merge does it
  std::set<std::string> parents_{};  ///< rows that rows of this change belong to
};

}  // namespace kith

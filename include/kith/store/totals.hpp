// How much there is of everything.
#pragma once

#include <cstddef>

namespace kith {

struct Totals {
  std::size_t people = 0;  ///< the archived among them
  std::size_t archived = 0;
  std::size_t interactions = 0;
  std::size_t facts = 0;
  std::size_t follow_ups = 0;
  std::size_t links = 0;
  bool operator==(const Totals&) const = default;
};

}  // namespace kith

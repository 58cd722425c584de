// Chooses among many moments: a year of a thousand people is no list to scroll through.
#include <algorithm>
#include <map>

#include <kith/review/review.hpp>

namespace kith::review {
namespace {

/// How many of each kind: in turns, so that the rare ones are not drowned by the frequent.
std::map<MomentKind, std::size_t> shares(const std::map<MomentKind, std::size_t>& counts,
                                         std::size_t most) {
  std::map<MomentKind, std::size_t> chosen;
  bool is_full = false;
  for (std::size_t left = most; left > 0 && !is_full;) {
    is_full = true;
    for (const auto& [kind, count] : counts) {
      if (left > 0 && chosen[kind] < count) {
        ++chosen[kind];
        --left;
        is_full = false;
      }
    }
  }
  return chosen;
}

}  // namespace

std::vector<Moment> most_telling(const Review& review, std::size_t most) {
  if (review.moments.size() <= most) {
    return review.moments;
  }
  std::map<MomentKind, std::size_t> counts;
  for (const Moment& one : review.moments) {
    ++counts[one.kind];
  }
  std::map<MomentKind, std::size_t> chosen = shares(counts, most);
  std::map<MomentKind, std::size_t> seen;
  std::vector<Moment> told;
  for (const Moment& one : review.moments) {
    // Of n, k at equal distances: those at which the share grows by one.
    const std::size_t at = seen[one.kind]++;
    const std::size_t of = counts[one.kind];
    const std::size_t share = chosen[one.kind];
    if ((at + 1) * share / of > at * share / of) {
      told.push_back(one);
    }
  }
  return told;
}

}  // namespace kith::review

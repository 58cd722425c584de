// Finds chains level by level. From somebody else: from both ends at once, since the circles around
// two ends together are far smaller than one that reaches from end to end. From you: from the other
// end alone, since you are one hop from nearly everybody.
//
// A walk of at most one hop more than the shortest cannot come by anybody twice (without the loop
// it would be shorter than the shortest), so that the best walks of exactly so many hops, which are
// easy to keep, are chains.
#include "network/chains.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <unordered_map>
#include <utility>

namespace kith::network {
namespace {

constexpr std::size_t kFar = std::numeric_limits<std::size_t>::max();

/// Asks each person's ties once.
class Asked {
 public:
  explicit Asked(TieSource& source) : source_(source) {}

  const std::vector<Step>& ties_of(PersonId person) {
    auto known = ties_.find(person);
    if (known == ties_.end()) {
      known = ties_.emplace(person, source_.ties_of(person)).first;
      for (const Step& step : known->second) {
        uids_.emplace(step.to, step.uid);
      }
    }
    return known->second;
  }
  std::optional<std::int64_t> yours(PersonId person) {
    const auto [known, is_new] = yours_.try_emplace(person);
    if (is_new) {
      if (const auto weight = source_.yours(person)) {
        known->second = cost_of(*weight);
      }
    }
    return known->second;
  }
  /// True if `a` comes before `b` by the uids along the chain. An end has no uid, and none is
  /// needed there: all chains share it.
  bool is_before(const std::vector<PersonId>& a, const std::vector<PersonId>& b) const {
    return std::lexicographical_compare(
        a.begin(), a.end(), b.begin(), b.end(), [&](PersonId x, PersonId y) {
          return uid_of(x).bytes < uid_of(y).bytes;
        });
  }

 private:
  Uid uid_of(PersonId person) const {
    const auto known = uids_.find(person);
    return known == uids_.end() ? Uid{} : known->second;
  }

  TieSource& source_;
  std::unordered_map<PersonId, std::vector<Step>> ties_{};
  std::unordered_map<PersonId, std::optional<std::int64_t>> yours_{};
  std::unordered_map<PersonId, Uid> uids_{};
};

/// A walk from an end to somebody.
struct Walk {
  std::int64_t cost = 0;
  std::vector<PersonId> people{};  ///< the end first
};

/// All that is around one end of the chain, level by level.
class Side {
 public:
  using Level = std::unordered_map<PersonId, std::vector<Walk>>;

  Side(Asked& asked, PersonId end, std::size_t most, bool is_start)
      : asked_(asked), most_(most), is_start_(is_start) {
    level_[end].push_back({.cost = 0, .people = {end}});
    distance_[end] = 0;
  }

  /// The best walks of exactly hops() hops, by where they lead.
  const Level& level() const { return level_; }
  std::size_t hops() const { return hops_; }
  /// People who are exactly hops() away: none means that there are no more.
  std::size_t frontier() const { return frontier_; }

  void expand() {
    Level next;
    frontier_ = 0;
    for (const auto& [person, walks] : level_) {
      for (const Step& step : asked_.ties_of(person)) {
        const auto [seen, is_new] = distance_.try_emplace(step.to, hops_ + 1);
        frontier_ += is_new ? 1 : 0;
        if (seen->second < hops_) {
          continue;  // a way back: of no chain that is wanted
        }
        std::vector<Walk>& there = next[step.to];
        for (const Walk& walk : walks) {
          there.push_back({.cost = walk.cost + cost_of(step.weight), .people = walk.people});
          there.back().people.push_back(step.to);
          if (there.size() > 4 * most_) {
            keep_best(there);
          }
        }
      }
    }
    for (auto& [person, walks] : next) {
      keep_best(walks);
    }
    level_ = std::move(next);
    ++hops_;
  }

 private:
  void keep_best(std::vector<Walk>& walks) const {
    std::ranges::sort(walks, [&](const Walk& x, const Walk& y) {
      if (x.cost != y.cost) {
        return x.cost < y.cost;
      }
      if (is_start_) {
        return asked_.is_before(x.people, y.people);
      }
      return asked_.is_before({x.people.rbegin(), x.people.rend()},
                              {y.people.rbegin(), y.people.rend()});
    });
    walks.resize(std::min(walks.size(), most_));
  }

  Asked& asked_;
  std::size_t most_;
  bool is_start_;
  Level level_{};
  std::unordered_map<PersonId, std::size_t> distance_{};
  std::size_t hops_ = 0;
  std::size_t frontier_ = 1;
};

class Search {
 public:
  Search(TieSource& source, PersonId to, std::size_t limit, std::size_t most_hops)
      : asked_(source), limit_(limit), most_hops_(most_hops), end_(asked_, to, limit, false) {}

  std::vector<Chain> from_you() {
    std::size_t fewest = kFar;
    while (end_.hops() < most_hops_) {
      for (const auto& [person, walks] : end_.level()) {
        if (const auto cost = asked_.yours(person)) {
          for (const Walk& walk : walks) {
            add({walk.people.rbegin(), walk.people.rend()}, end_.hops() + 1, *cost + walk.cost);
          }
        }
      }
      if (!found_.empty()) {
        fewest = std::min(fewest, end_.hops());
      }
      if (found_.size() >= limit_ || end_.hops() > fewest ||
          (end_.frontier() == 0 && found_.empty())) {
        break;
      }
      end_.expand();
    }
    return best();
  }

  std::vector<Chain> from(PersonId person) {
    Side start(asked_, person, limit_, true);
    while (!meet(start)) {
      if (start.hops() + end_.hops() >= most_hops_ || start.frontier() == 0 ||
          end_.frontier() == 0) {
        return {};
      }
      smaller(start).expand();
    }
    if (found_.size() < limit_ && start.hops() + end_.hops() < most_hops_) {
      smaller(start).expand();
      meet(start);
    }
    return best();
  }

 private:
  Side& smaller(Side& start) { return start.level().size() <= end_.level().size() ? start : end_; }

  /// Joins the walks of both sides where they meet; false if they do not.
  bool meet(const Side& start) {
    bool met = false;
    for (const auto& [person, walks] : start.level()) {
      const auto other = end_.level().find(person);
      if (other == end_.level().end()) {
        continue;
      }
      met = true;
      for (const Walk& first : walks) {
        for (const Walk& second : other->second) {
          std::vector<PersonId> people = first.people;
          people.insert(people.end(), second.people.rbegin() + 1, second.people.rend());
          add(std::move(people), start.hops() + end_.hops(), first.cost + second.cost);
        }
      }
    }
    return met;
  }

  void add(std::vector<PersonId> people, std::size_t hops, std::int64_t cost) {
    found_.push_back({.people = std::move(people), .hops = hops, .cost = cost});
  }

  std::vector<Chain> best() {
    std::ranges::sort(found_, [&](const Chain& x, const Chain& y) {
      return std::pair(x.hops, x.cost) != std::pair(y.hops, y.cost)
                 ? std::pair(x.hops, x.cost) < std::pair(y.hops, y.cost)
                 : asked_.is_before(x.people, y.people);
    });
    found_.resize(std::min(found_.size(), limit_));
    return std::move(found_);
  }

  Asked asked_;
  std::size_t limit_;
  std::size_t most_hops_;
  Side end_;
  std::vector<Chain> found_{};
};

}  // namespace

std::int64_t cost_of(double weight) {
  constexpr double kUnit = 1e6;
  return static_cast<std::int64_t>(std::llround(kUnit * std::log2(1 + 1 / weight)));
}

std::vector<Chain> find_chains(TieSource& source,
                               std::optional<PersonId> from,
                               PersonId to,
                               std::size_t limit,
                               std::size_t most_hops) {
  if (limit == 0 || from == to) {
    return {};
  }
  Search search(source, to, limit, most_hops);
  return from ? search.from(*from) : search.from_you();
}

}  // namespace kith::network

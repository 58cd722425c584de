// Planted communities: base ties by community, region and chance, then triangles closed.
#include "network/planted.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_set>
#include <utility>

#include "network/chance.hpp"

namespace kith::test {

namespace {

using network::Chance;
using network::Node;

class Planter {
 public:
  Planter(std::size_t people, double ties_each, std::uint64_t seed)
      : chance_(seed),
        people_(people),
        wanted_(static_cast<std::size_t>(static_cast<double>(people) * ties_each / 2)),
        friends_(people) {
    settle();
    second_memberships();
    regions();
    sociable();
  }

  Planted grow() {
    while (ties_.size() < wanted_ * 6 / 10) {
      base_tie();
    }
    for (std::size_t tries = 0; ties_.size() < wanted_ && tries < wanted_ * 50; ++tries) {
      const Node a = somebody();
      if (!friends_[a].empty()) {
        const Node b = any_of(friends_[a]);
        tie(a, any_of(friends_[b]));
      }
    }
    for (Node node = 0; node < people_; ++node) {
      while (friends_[node].empty()) {
        tie(node, any_of(homes_[home_[node]]));
      }
    }
    return shuffled();
  }

 private:
  void settle() {
    const std::size_t most = people_ <= 600 ? 60 : std::max<std::size_t>(20, people_ / 50);
    while (home_.size() < people_) {
      const auto drawn = static_cast<std::size_t>(8 * std::pow(1 - chance_.share(), -1 / 1.2));
      const std::size_t size = std::min({drawn, most, people_ - home_.size()});
      homes_.emplace_back();
      for (std::size_t i = 0; i < size; ++i) {
        homes_.back().push_back(static_cast<Node>(home_.size()));
        home_.push_back(static_cast<std::uint32_t>(homes_.size() - 1));
      }
    }
  }

  void second_memberships() {
    second_.assign(people_, kNone);
    for (Node node = 0; node < people_; ++node) {
      if (chance_.below(5) == 0) {
        second_[node] = static_cast<std::uint32_t>(chance_.below(homes_.size()));
        homes_[second_[node]].push_back(node);
      }
    }
  }

  void regions() {
    const auto root = static_cast<std::size_t>(std::sqrt(static_cast<double>(homes_.size())));
    regions_.resize(std::max<std::size_t>(2, root / 2));
    for (std::size_t home = 0; home < homes_.size(); ++home) {
      region_of_.push_back(static_cast<std::uint32_t>(chance_.below(regions_.size())));
    }
    for (Node node = 0; node < people_; ++node) {
      regions_[region_of_[home_[node]]].push_back(node);
    }
  }

  // How readily each ties: log-normal, as a running sum to draw from.
  void sociable() {
    double sum = 0;
    for (Node node = 0; node < people_; ++node) {
      const double normal = std::sqrt(-2 * std::log(chance_.share() + 1e-300)) *
                            std::cos(2 * 3.14159265358979 * chance_.share());
      sum += std::exp(0.8 * normal);
      sociable_.push_back(sum);
    }
  }

  Node somebody() {
    const auto at = std::ranges::lower_bound(sociable_, chance_.share() * sociable_.back());
    return static_cast<Node>(at - sociable_.begin());
  }

  Node any_of(const std::vector<Node>& some) { return some[chance_.below(some.size())]; }

  void tie(Node a, Node b) {
    const std::uint64_t key = (std::uint64_t{std::min(a, b)} << 32) | std::max(a, b);
    if (a != b && ties_.insert(key).second) {
      friends_[a].push_back(b);
      friends_[b].push_back(a);
    }
  }

  void base_tie() {
    const Node a = somebody();
    const std::vector<Node>& region = regions_[region_of_[home_[a]]];
    const double kind = chance_.share();
    if (kind < 0.70) {
      const std::vector<Node>& home = homes_[home_[a]];
      tie(a, any_of(home));
      if (home.size() < 14 && chance_.below(2) == 0) {
        tie(a, any_of(region));
      }
    } else if (kind < 0.80 && second_[a] != kNone) {
      tie(a, any_of(homes_[second_[a]]));
    } else if (kind < 0.95) {
      tie(a, any_of(region));
    } else {
      tie(a, somebody());
    }
  }

  Planted shuffled() {
    const std::vector<Node> place = chance_.order(people_);
    Planted planted;
    planted.community.resize(people_);
    planted.region.resize(people_);
    for (Node node = 0; node < people_; ++node) {
      planted.community[place[node]] = home_[node];
      planted.region[place[node]] = region_of_[home_[node]];
    }
    std::vector<std::uint64_t> keys(ties_.begin(), ties_.end());
    std::ranges::sort(keys);
    for (const std::uint64_t key : keys) {
      const auto a = static_cast<Node>(key >> 32);
      const auto b = static_cast<Node>(key & 0xffffffffU);
      const double most = home_[a] == home_[b] ? 12 : 5;
      const double weight = 1 + std::floor(chance_.share() * chance_.share() * most);
      planted.ties.push_back(
          {.a = std::min(place[a], place[b]), .b = std::max(place[a], place[b]), .weight = weight});
    }
    std::ranges::sort(planted.ties, {}, [](const network::Tie& tie) {
      return std::pair{tie.a, tie.b};
    });
    return planted;
  }

  static constexpr std::uint32_t kNone = 0xffffffff;

  Chance chance_;
  std::size_t people_;
  std::size_t wanted_;
  std::vector<std::uint32_t> home_{};    // each person's community
  std::vector<std::uint32_t> second_{};  // or none
  std::vector<std::vector<Node>> homes_{};
  std::vector<std::uint32_t> region_of_{};  // of each community
  std::vector<std::vector<Node>> regions_{};
  std::vector<double> sociable_{};
  std::vector<std::vector<Node>> friends_;
  std::unordered_set<std::uint64_t> ties_{};
};

}  // namespace

Planted planted(std::size_t people, double ties_each, std::uint64_t seed) {
  return Planter{people, ties_each, seed}.grow();
}

double nmi(std::span<const std::uint32_t> one, std::span<const std::uint32_t> other) {
  std::map<std::pair<std::uint32_t, std::uint32_t>, double> both;
  std::map<std::uint32_t, double> ones;
  std::map<std::uint32_t, double> others;
  for (std::size_t i = 0; i < one.size(); ++i) {
    both[{one[i], other[i]}] += 1;
    ones[one[i]] += 1;
    others[other[i]] += 1;
  }
  const auto n = static_cast<double>(one.size());
  const auto entropy = [&](const std::map<std::uint32_t, double>& counts) {
    double sum = 0;
    for (const auto& [label, count] : counts) {
      sum -= count / n * std::log(count / n);
    }
    return sum;
  };
  double shared = 0;
  for (const auto& [pair, count] : both) {
    shared += count / n * std::log(count * n / (ones[pair.first] * others[pair.second]));
  }
  const double sum = entropy(ones) + entropy(others);
  return sum > 0 ? 2 * shared / sum : 1;
}

}  // namespace kith::test

// Matching by overlap: of all pairs of an old and a new community the ones that are most alike
// first.
#include "network/lasting.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>
#include <unordered_map>
#include <utility>

#include <kith/network/palette.hpp>

namespace kith::network {

namespace {

// Less in common than this (people of both by people of either) is another community.
constexpr double kLeastAlike = 0.2;
constexpr std::size_t kFewPeople = 4;
constexpr std::size_t kMuchLarger = 10;

struct Alike {
  double share = 0;
  int id = 0;
  std::uint32_t part = 0;
};

/// For each part of `now` the id of an old one, or 0. `last` has each person's old id, or 0.
std::vector<int> matched(const Partition& now,
                         const std::vector<int>& last,
                         const std::vector<bool>& quiet) {
  std::map<std::pair<int, std::uint32_t>, std::size_t> both;
  std::map<int, std::size_t> old_sizes;
  std::vector<std::size_t> new_sizes(now.count, 0);
  for (Node node = 0; node < now.of.size(); ++node) {
    if (quiet[node]) {
      continue;
    }
    ++new_sizes[now.of[node]];
    if (last[node] != 0) {
      ++old_sizes[last[node]];
      ++both[{last[node], now.of[node]}];
    }
  }
  std::vector<Alike> pairs;
  for (const auto& [pair, people] : both) {
    const std::size_t either = old_sizes[pair.first] + new_sizes[pair.second] - people;
    const double share = static_cast<double>(people) / static_cast<double>(either);
    if (share >= kLeastAlike) {
      pairs.push_back({share, pair.first, pair.second});
    }
  }
  std::ranges::sort(pairs, [](const Alike& a, const Alike& b) {
    return std::tuple{-a.share, a.id, a.part} < std::tuple{-b.share, b.id, b.part};
  });
  std::vector<int> ids(now.count, 0);
  for (const Alike& pair : pairs) {
    if (ids[pair.part] == 0 && std::ranges::find(ids, pair.id) == ids.end()) {
      ids[pair.part] = pair.id;
    }
  }
  return ids;
}

template <std::size_t kPlaces>
class LeastUsed {
 public:
  void use(std::size_t place) { ++used_[place % kPlaces]; }
  std::size_t next() {
    const auto least = std::ranges::min_element(used_);
    ++*least;
    return static_cast<std::size_t>(least - used_.begin());
  }

 private:
  std::array<std::size_t, kPlaces> used_{};
};

/// People that are not quiet in each part.
std::vector<std::size_t> sizes_of(const Partition& parts, const std::vector<bool>& quiet) {
  std::vector<std::size_t> sizes(parts.count, 0);
  for (Node node = 0; node < parts.of.size(); ++node) {
    sizes[parts.of[node]] += quiet[node] ? 0 : 1;
  }
  return sizes;
}

/// Parts that anybody is in, largest first; of one size in their order.
std::vector<std::uint32_t> largest_first(const std::vector<std::size_t>& sizes) {
  std::vector<std::uint32_t> order;
  for (std::uint32_t part = 0; part < sizes.size(); ++part) {
    if (sizes[part] > 0) {
      order.push_back(part);
    }
  }
  std::ranges::stable_sort(order, std::greater{}, [&](auto part) { return sizes[part]; });
  return order;
}

class Matcher {
 public:
  Matcher(const Levels& levels,
          const std::vector<bool>& quiet,
          const Remembered& last,
          const MapMemory& memory)
      : levels_(levels), quiet_(quiet), last_(last) {
    result_.next_id = memory.next_id;
    for (const MapMemory::Community& community : memory.communities) {
      known_.emplace(community.id, &community);
      result_.next_id = std::max(result_.next_id, community.id + 1);
    }
  }

  Lasting match() {
    regions();
    communities();
    put_in_order();
    everybody();
    return std::move(result_);
  }

 private:
  std::vector<int> ids(const Partition& parts, int MapMemory::Dot::*level) const {
    std::vector<int> last(quiet_.size(), 0);
    for (Node node = 0; node < last.size(); ++node) {
      const MapMemory::Dot* dot = last_.dots[node];
      last[node] = dot != nullptr && known_.contains(dot->*level) ? dot->*level : 0;
    }
    return matched(parts, last, quiet_);
  }

  // What is known of it; a new id if it is new.
  const MapMemory::Community* take_over(Community& community, int id) {
    const MapMemory::Community* known = id != 0 ? known_.at(id) : nullptr;
    community.id = known != nullptr ? id : result_.next_id++;
    if (known != nullptr) {
      community.name = known->name;
      community.named = !known->name.empty();
    }
    return known;
  }

  void regions() {
    const std::vector<int> last = ids(levels_.regions, &MapMemory::Dot::region);
    const std::vector<std::size_t> sizes = sizes_of(levels_.regions, quiet_);
    const std::vector<std::uint32_t> order = largest_first(sizes);
    LeastUsed<kHues> hues;
    for (const std::uint32_t part : order) {
      if (last[part] != 0) {
        hues.use(known_.at(last[part])->hue);
      }
    }
    region_of_part_.assign(levels_.regions.count, 0);
    for (const std::uint32_t part : order) {
      Community region{.people = sizes[part]};
      const MapMemory::Community* known = take_over(region, last[part]);
      region.hue = known != nullptr ? known->hue : hues.next();
      region.region = region.id;
      region_of_part_[part] = region.id;
      result_.regions.push_back(std::move(region));
    }
  }

  void communities() {
    const std::vector<int> last = ids(levels_.communities, &MapMemory::Dot::community);
    const std::vector<std::size_t> sizes = sizes_of(levels_.communities, quiet_);
    const std::vector<std::uint32_t> order = largest_first(sizes);
    std::unordered_map<int, LeastUsed<kShades>> shades;
    for (const std::uint32_t part : order) {
      if (last[part] != 0) {
        shades[region_id(part)].use(known_.at(last[part])->shade);
      }
    }
    community_of_part_.assign(levels_.communities.count, 0);
    for (const std::uint32_t part : order) {
      Community community{.region = region_id(part), .people = sizes[part]};
      const MapMemory::Community* known = take_over(community, last[part]);
      community.shade = known != nullptr ? known->shade : shades[community.region].next();
      community_of_part_[part] = community.id;
      result_.communities.push_back(std::move(community));
    }
  }

  int region_id(std::uint32_t community) const {
    return region_of_part_[levels_.region_of[community]];
  }

  void put_in_order() {
    const auto by_size = [](const Community& community) {
      return std::pair{community.people, -community.id};
    };
    std::ranges::sort(result_.regions, std::greater{}, by_size);
    if (const auto count = std::ranges::count(quiet_, true); count > 0) {
      Community quiet{.hue = kQuietHue, .people = static_cast<std::size_t>(count)};
      result_.communities.push_back(quiet);
      result_.regions.push_back(std::move(quiet));
    }
    for (std::size_t place = 0; place < result_.regions.size(); ++place) {
      region_at_[result_.regions[place].id] = place;
    }
    std::ranges::sort(result_.communities, {}, [&](const Community& community) {
      const std::size_t region = region_at_.at(community.region);
      return std::tuple{region, -static_cast<double>(community.people), community.id};
    });
    for (std::size_t place = 0; place < result_.communities.size(); ++place) {
      Community& community = result_.communities[place];
      community.hue = result_.regions[region_at_.at(community.region)].hue;
      community_at_[community.id] = place;
    }
  }

  void everybody() {
    for (Node node = 0; node < quiet_.size(); ++node) {
      const int region = quiet_[node] ? 0 : region_of_part_[levels_.regions.of[node]];
      const int community = quiet_[node] ? 0 : community_of_part_[levels_.communities.of[node]];
      result_.region_of.push_back(region_at_.at(region));
      result_.community_of.push_back(community_at_.at(community));
    }
  }

  const Levels& levels_;
  const std::vector<bool>& quiet_;
  const Remembered& last_;
  std::unordered_map<int, const MapMemory::Community*> known_{};
  std::vector<int> region_of_part_{};     // ids
  std::vector<int> community_of_part_{};  // ids
  std::unordered_map<int, std::size_t> region_at_{};
  std::unordered_map<int, std::size_t> community_at_{};
  Lasting result_{};
};

Partition parts_by_id(const std::vector<const MapMemory::Dot*>& dots, int MapMemory::Dot::*level) {
  std::unordered_map<int, Node> first;
  std::vector<std::uint32_t> labels(dots.size());
  for (Node node = 0; node < dots.size(); ++node) {
    const int id = dots[node] != nullptr ? dots[node]->*level : 0;
    labels[node] = id != 0 ? first.try_emplace(id, node).first->second : node;
  }
  return numbered(std::move(labels));
}

}  // namespace

std::vector<bool> quiet_people(const WeightedGraph& graph) {
  const Partition whole{.of = std::vector<std::uint32_t>(graph.size(), 0), .count = 1};
  const std::vector<std::vector<Node>> islands = members_of(hanging_together(graph, whole));
  std::size_t largest = 0;
  for (const std::vector<Node>& island : islands) {
    largest = std::max(largest, island.size());
  }
  std::vector<bool> quiet(graph.size(), false);
  for (const std::vector<Node>& island : islands) {
    const bool is_small = island.size() < kFewPeople && island.size() * kMuchLarger < largest;
    if (island.size() == 1 || is_small) {
      for (const Node node : island) {
        quiet[node] = true;
      }
    }
  }
  return quiet;
}

std::vector<std::optional<Point>> Remembered::places() const {
  std::vector<std::optional<Point>> places(dots.size());
  for (std::size_t node = 0; node < dots.size(); ++node) {
    if (dots[node] != nullptr) {
      places[node] = Point{dots[node]->x, dots[node]->y};
    }
  }
  return places;
}

Seen Remembered::seen() const {
  Levels levels{.regions = parts_by_id(dots, &MapMemory::Dot::region),
                .communities = parts_by_id(dots, &MapMemory::Dot::community)};
  levels.region_of.resize(levels.communities.count);
  for (Node node = 0; node < dots.size(); ++node) {
    levels.region_of[levels.communities.of[node]] = levels.regions.of[node];
  }
  Seen seen{.levels = std::move(levels)};
  for (const MapMemory::Dot* dot : dots) {
    seen.is_known.push_back(dot != nullptr && dot->community != 0);
  }
  return seen;
}

Remembered remembered(const Network& network, const MapMemory& memory) {
  std::unordered_map<std::int64_t, const MapMemory::Dot*> by_person;
  for (const MapMemory::Dot& dot : memory.dots) {
    by_person.emplace(raw(dot.person), &dot);
  }
  Remembered result;
  for (const Member& member : network.members) {
    const auto found = by_person.find(raw(member.person.id));
    result.dots.push_back(found != by_person.end() ? found->second : nullptr);
    result.count += found != by_person.end() ? 1 : 0;
  }
  return result;
}

Lasting lasting(const Levels& levels,
                const std::vector<bool>& quiet,
                const Remembered& remembered,
                const MapMemory& memory) {
  return Matcher{levels, quiet, remembered, memory}.match();
}

}  // namespace kith::network

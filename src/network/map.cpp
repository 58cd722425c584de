// Putting a map together: communities, what lasts of the last map, names, bridges, places.
#include <algorithm>
#include <bit>
#include <cmath>
#include <tuple>
#include <utility>

#include "network/bridges.hpp"
#include "network/communities.hpp"
#include "network/lasting.hpp"
#include "network/layout.hpp"
#include "network/names.hpp"
#include <kith/network/map.hpp>

namespace kith::network {

namespace {

// More ties than this are a grey cloud (and a huge file): each person's strongest ones show more.
constexpr std::size_t kMostTies = 50'000;
constexpr double kRoomForYou = 36;

/// FNV-1a over numbers.
class Fingerprint {
 public:
  void add(std::uint64_t number) {
    for (int byte = 0; byte < 8; ++byte) {
      hash_ = (hash_ ^ ((number >> (8 * byte)) & 0xff)) * 0x100000001b3ULL;
    }
  }
  /// Never 0, which says that nothing was drawn.
  std::uint64_t get() const { return std::max<std::uint64_t>(hash_, 1); }

 private:
  std::uint64_t hash_ = 0xcbf29ce484222325ULL;
};

std::uint64_t fingerprint(const Network& network) {
  Fingerprint print;
  print.add(static_cast<std::uint64_t>(to_day_number(network.day)));
  print.add(network.members.size());
  for (const Member& member : network.members) {
    print.add(static_cast<std::uint64_t>(raw(member.person.id)));
  }
  for (const Tie& tie : network.ties) {
    print.add((std::uint64_t{tie.a} << 32) | tie.b);
    print.add(std::bit_cast<std::uint64_t>(tie.weight));
  }
  return print.get();
}

double radius_for(std::size_t ties) { return 2 + 0.8 * std::sqrt(static_cast<double>(ties)); }

/// The people to draw, with the ties among them, under new places.
struct Chosen {
  std::vector<Node> members{};
  std::vector<Tie> ties{};
};

Chosen chosen(const Network& network, const MapOptions& options) {
  Chosen result;
  if (!options.only) {
    for (Node node = 0; node < network.members.size(); ++node) {
      result.members.push_back(node);
    }
    result.ties = network.ties;
    return result;
  }
  result.members = *options.only;
  std::ranges::sort(result.members);
  result.members.erase(std::unique(result.members.begin(), result.members.end()),
                       result.members.end());
  std::vector<std::optional<Node>> place(network.members.size());
  for (Node dot = 0; dot < result.members.size(); ++dot) {
    place[result.members[dot]] = dot;
  }
  for (Tie tie : network.ties) {
    if (place[tie.a] && place[tie.b]) {
      tie.a = *place[tie.a];
      tie.b = *place[tie.b];
      result.ties.push_back(tie);
    }
  }
  return result;
}

/// Each person's strongest ties: as many for each as keeps all below kMostTies. Ties of equal
/// weight in their order.
std::vector<Tie> strongest(const std::vector<Tie>& ties, std::size_t people) {
  if (ties.size() <= kMostTies) {
    return ties;
  }
  std::vector<std::size_t> order(ties.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    order[i] = i;
  }
  std::ranges::stable_sort(order, std::greater{}, [&](std::size_t i) { return ties[i].weight; });
  // What rank a tie has among those of either of its people, whichever is better.
  std::vector<std::size_t> seen(people, 0);
  std::vector<std::pair<std::size_t, std::size_t>> ranked;
  for (const std::size_t i : order) {
    const std::size_t of_a = seen[ties[i].a]++;
    const std::size_t of_b = seen[ties[i].b]++;
    ranked.emplace_back(std::min(of_a, of_b), i);
  }
  std::ranges::stable_sort(ranked, {}, [](const auto& one) { return one.first; });
  ranked.resize(kMostTies);
  std::ranges::sort(ranked, {}, [](const auto& one) { return one.second; });
  std::vector<Tie> kept;
  kept.reserve(ranked.size());
  for (const auto& [rank, i] : ranked) {
    kept.push_back(ties[i]);
  }
  return kept;
}

/// Whole pixels and hundredths: what a file tells, and what the store gives back as it was.
double rounded(double value) { return std::round(value * 100) / 100; }

/// All away from the middle by as much: what did not overlap does not then.
void make_room_for_you(std::vector<Dot>& dots) {
  double widest = 0;
  for (const Dot& dot : dots) {
    widest = std::max(widest, dot.radius);
  }
  const double room = kRoomForYou + widest;
  for (Dot& dot : dots) {
    const double distance = std::hypot(dot.at.x, dot.at.y);
    const Point way = distance > 0 ? Point{dot.at.x / distance, dot.at.y / distance} : Point{0, -1};
    dot.at.x += way.x * room;
    dot.at.y += way.y * room;
  }
}

void order_labels(std::vector<Dot>& dots) {
  std::vector<std::size_t> order(dots.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    order[i] = i;
  }
  std::ranges::sort(order, {}, [&](std::size_t i) {
    return std::tuple{!dots[i].bridge, -static_cast<double>(dots[i].ties), -dots[i].between, i};
  });
  for (std::size_t rank = 0; rank < order.size(); ++rank) {
    dots[order[rank]].label_order = rank;
  }
}

/// Those of `all` that anybody in `dots` is in, with how many are; `which` is changed to match.
void keep_drawn(std::vector<Community>& all, std::vector<Dot>& dots, std::size_t Dot::*which) {
  std::vector<std::size_t> people(all.size(), 0);
  for (const Dot& dot : dots) {
    ++people[dot.*which];
  }
  std::vector<std::size_t> place(all.size(), 0);
  std::vector<Community> kept;
  for (std::size_t i = 0; i < all.size(); ++i) {
    place[i] = kept.size();
    if (people[i] > 0) {
      kept.push_back(std::move(all[i]));
      kept.back().people = people[i];
    }
  }
  for (Dot& dot : dots) {
    dot.*which = place[dot.*which];
  }
  all = std::move(kept);
}

void measure(Map& map) {
  for (const Dot& dot : map.dots) {
    const bool is_first = &dot == &map.dots.front();
    const Point least{dot.at.x - dot.radius, dot.at.y - dot.radius};
    const Point most{dot.at.x + dot.radius, dot.at.y + dot.radius};
    map.least.x = is_first ? least.x : std::min(map.least.x, least.x);
    map.least.y = is_first ? least.y : std::min(map.least.y, least.y);
    map.most.x = is_first ? most.x : std::max(map.most.x, most.x);
    map.most.y = is_first ? most.y : std::max(map.most.y, most.y);
  }
}

std::vector<Point> places_of(const Chosen& who,
                             const Lasting& groups,
                             const std::vector<double>& radii,
                             const std::vector<std::optional<Point>>& last) {
  const WeightedGraph graph{Graph{who.members.size(), who.ties}};
  Groups near;
  std::vector<std::optional<Point>> places;
  for (const Node member : who.members) {
    near.community.push_back(static_cast<std::uint32_t>(groups.community_of[member]));
    near.region.push_back(static_cast<std::uint32_t>(groups.region_of[member]));
    places.push_back(last[member]);
  }
  std::vector<Point> found = laid_out(graph, near, radii, places);
  for (Point& point : found) {
    point = {rounded(point.x), rounded(point.y)};
  }
  return found;
}

MapMemory memory_of(const Network& network, const Map& map, int next_id) {
  MapMemory memory{.fingerprint = fingerprint(network), .next_id = next_id};
  for (const Dot& dot : map.dots) {
    memory.dots.push_back({.person = network.members[dot.member].person.id,
                           .x = dot.at.x,
                           .y = dot.at.y,
                           .region = map.regions[dot.region].id,
                           .community = map.communities[dot.community].id});
  }
  for (const std::vector<Community>* level : {&map.regions, &map.communities}) {
    for (const Community& community : *level) {
      if (community.id != 0) {
        memory.communities.push_back({.id = community.id,
                                      .region = community.region,
                                      .hue = community.hue,
                                      .shade = community.shade,
                                      .name = community.named ? community.name : ""});
      }
    }
  }
  std::ranges::sort(memory.dots, {}, [](const MapMemory::Dot& dot) { return raw(dot.person); });
  std::ranges::sort(memory.communities, {}, &MapMemory::Community::id);
  return memory;
}

}  // namespace

Drawn draw(const Network& network, const MapMemory& last, const MapOptions& options) {
  const Graph graph{network.members.size(), network.ties};
  const WeightedGraph weighted{graph};
  const Remembered known = remembered(network, last);
  const bool is_unchanged =
      known.count == network.members.size() && last.fingerprint == fingerprint(network);
  const Seen before = known.seen();
  const Levels levels =
      is_unchanged ? before.levels : communities_of(weighted, known.any() ? &before : nullptr);
  Lasting groups = lasting(levels, quiet_people(weighted), known, last);
  give_names(network, weighted, groups);

  const Chosen who = chosen(network, options);
  Drawn drawn;
  Map& map = drawn.map;
  map.day = network.day;
  const Graph shown{who.members.size(), who.ties};
  const std::vector<double> between = betweenness(shown);
  std::vector<double> radii;
  Partition parts{.of = {}, .count = 0};
  for (Node place = 0; place < who.members.size(); ++place) {
    const Node member = who.members[place];
    const std::size_t ties = shown.of(place).size();
    radii.push_back(rounded(radius_for(ties)));
    parts.of.push_back(static_cast<std::uint32_t>(
        groups.regions.size() > 2 ? groups.region_of[member] : groups.community_of[member]));
    map.dots.push_back({.member = member,
                        .radius = radii.back(),
                        .region = groups.region_of[member],
                        .community = groups.community_of[member],
                        .ties = ties,
                        .between = between[place]});
  }
  for (const Node bridge : bridges(shown, parts, between)) {
    map.dots[bridge].bridge = true;
  }
  const std::vector<std::optional<Point>> places = known.places();
  if (is_unchanged && !options.only) {
    for (Dot& dot : map.dots) {
      dot.at = *places[dot.member];
    }
  } else if (options.placed) {
    const std::vector<Point> found = places_of(who, groups, radii, places);
    for (std::size_t place = 0; place < found.size(); ++place) {
      map.dots[place].at = found[place];
    }
  }
  order_labels(map.dots);
  map.regions = std::move(groups.regions);
  map.communities = std::move(groups.communities);
  keep_drawn(map.regions, map.dots, &Dot::region);
  keep_drawn(map.communities, map.dots, &Dot::community);
  map.ties = strongest(who.ties, who.members.size());
  drawn.memory = options.only || !options.placed ? last : memory_of(network, map, groups.next_id);
  if (options.you) {
    make_room_for_you(map.dots);
    map.you = Point{};
  }
  measure(map);
  return drawn;
}

}  // namespace kith::network

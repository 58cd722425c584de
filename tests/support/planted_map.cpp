// Clouds on a spiral: regions around the middle, communities around their region's.
#include "support/planted_map.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <random>
#include <string>

#include <kith/network/palette.hpp>

namespace kith::test {
namespace {

using namespace std::chrono_literals;
using network::Node;

constexpr std::array kFirst{"Ana",   "Ben",   "Chiara", "Dmitri", "Élodie", "Farid",
                            "Grete", "Hiro",  "Ines",   "Jonas",  "Kofi",   "Lea",
                            "Mateo", "Nadia", "Olaf",   "Priya",  "Quin",   "Rosa",
                            "Søren", "Tyler", "Uma",    "Vera",   "Wei",    "Zoë"};
constexpr std::array kLast{"Lim",    "Ray",     "Okafor",  "Novák",    "Müller", "Haddad",
                           "Sato",   "Silva",   "Meyer",   "Rossi",    "Kaya",   "Jensen",
                           "Dubois", "Łukasik", "Hughes",  "Tanaka",   "Costa",  "Weber",
                           "Iyer",   "Brown",   "Fischer", "Marković", "Chen",   "Ferrari"};
constexpr std::array kPlaces{"Climbing",
                             "Acme",
                             "Basel",
                             "University",
                             "Choir",
                             "Blue Bottle",
                             "Hackspace",
                             "Sailing club",
                             "Neighbours",
                             "Lisbon",
                             "Book club",
                             "Old job",
                             "Band",
                             "Parents",
                             "Chess"};
constexpr double kTurn = 2.399963;  // the golden angle: no two directions alike

/// Standard distributions differ from library to library; this does not.
class Dice {
 public:
  explicit Dice(std::uint32_t seed) : engine_(seed) {}
  std::size_t below(std::size_t n) { return engine_() % n; }
  double share() { return static_cast<double>(engine_()) / 4294967296.0; }
  double bell() {
    double sum = 0;
    for (int i = 0; i < 12; ++i) {
      sum += share();
    }
    return sum - 6;
  }

 private:
  std::mt19937 engine_;
};

std::string place_name(std::size_t i) {
  const std::string name = kPlaces[i % kPlaces.size()];
  return i < kPlaces.size() ? name : name + " " + std::to_string(i / kPlaces.size() + 1);
}

}  // namespace

PlantedMap planted_map(std::size_t people, double ties, std::uint32_t seed) {
  PlantedMap made;
  Dice dice{seed};
  network::Map& map = made.map;
  map.day = made.network.day = 2026y / 11 / 22;
  const std::size_t regions = std::clamp<std::size_t>(people / 60, people == 0 ? 0 : 1, 14);
  const std::size_t inside =
      std::max<std::size_t>(1, people / (40 * std::max<std::size_t>(regions, 1)));
  const double reach = 15 * std::sqrt(static_cast<double>(people) + 1);
  std::vector<network::Point> centres;
  for (std::size_t r = 0; r < regions; ++r) {
    const int id = static_cast<int>(r) + 1;
    map.regions.push_back({.id = id, .region = id, .name = place_name(r), .hue = r});
    const double far =
        reach * std::sqrt((static_cast<double>(r) + 0.4) / static_cast<double>(regions));
    const double angle = kTurn * static_cast<double>(r);
    for (std::size_t c = 0; c < inside; ++c) {
      const double turn = 6.2832 * static_cast<double>(c) / static_cast<double>(inside) + angle;
      const double out = inside == 1 ? 0 : reach * 0.55 / std::sqrt(static_cast<double>(regions));
      centres.push_back({far * std::cos(angle) + out * std::cos(turn),
                         far * std::sin(angle) * 0.8 + out * std::sin(turn)});
      map.communities.push_back({.id = 100 + static_cast<int>(map.communities.size()),
                                 .region = id,
                                 .name = place_name(r + 3 * c + 2),
                                 .hue = r,
                                 .shade = c % network::kShades});
    }
  }
  std::map<std::size_t, std::vector<Node>> members;
  const double cloud =
      5.5 * std::sqrt(static_cast<double>(people) / (static_cast<double>(centres.size()) + 0.1));
  for (std::size_t i = 0; i < people; ++i) {
    // Early communities are larger ones.
    const auto community =
        static_cast<std::size_t>(std::pow(dice.share(), 1.4) * static_cast<double>(centres.size()));
    network::Member member;
    member.person.uid = Uid{};
    member.person.uid.bytes[14] = static_cast<std::uint8_t>(i >> 8);
    member.person.uid.bytes[15] = static_cast<std::uint8_t>(i);
    member.person.name =
        std::string{kFirst[dice.below(kFirst.size())]} + " " + kLast[dice.below(kLast.size())];
    member.org = dice.below(3) == 0 ? "" : place_name(dice.below(40));
    member.city = std::array{"Basel", "Lisbon", "Kraków", ""}[dice.below(4)];
    member.met =
        dice.below(2) == 0 ? "" : "at a party of " + std::string{kFirst[dice.below(kFirst.size())]};
    member.since = add_days(2012y / 1 / 1, static_cast<int>(dice.below(5400)));
    member.last_seen = add_days(map.day, -static_cast<int>(dice.below(900)));
    made.network.members.push_back(member);
    const network::Community& at = map.communities[community];
    map.dots.push_back({.member = static_cast<Node>(i),
                        .at = {centres[community].x + cloud * dice.bell(),
                               centres[community].y + cloud * dice.bell()},
                        .region = static_cast<std::size_t>(at.region) - 1,
                        .community = community});
    members[community].push_back(static_cast<Node>(i));
    ++map.communities[community].people;
    ++map.regions[static_cast<std::size_t>(at.region) - 1].people;
  }
  std::map<std::pair<Node, Node>, network::Tie> tied;
  for (Node i = 0; people > 1 && i < people; ++i) {
    const auto& near = members[map.dots[i].community];
    const auto wanted = static_cast<int>(ties / 2 * (0.3 + 1.4 * dice.share()));
    for (int k = 0; k < wanted; ++k) {
      const bool far = dice.below(7) == 0 || near.size() < 2;
      // Some people are known by many.
      const auto& from = far ? members[dice.below(centres.size())] : near;
      if (from.empty()) {
        continue;
      }
      const Node other = from[static_cast<std::size_t>(std::pow(dice.share(), 2) *
                                                       static_cast<double>(from.size()))];
      if (other == i) {
        continue;
      }
      const auto key = std::minmax(i, other);
      const Date since = std::max(made.network.members[i].since, made.network.members[other].since);
      tied[key] = {.a = key.first,
                   .b = key.second,
                   .weight = std::pow(dice.share(), 3) * 9 + 0.01,
                   .grounds = static_cast<std::uint8_t>(1U << dice.below(4)),
                   .since = since,
                   .last = map.day};
    }
  }
  for (const auto& [pair, tie] : tied) {
    map.ties.push_back(tie);
    ++map.dots[tie.a].ties;
    ++map.dots[tie.b].ties;
  }
  made.network.ties = map.ties;
  std::vector<std::size_t> order(people);
  for (std::size_t i = 0; i < people; ++i) {
    order[i] = i;
    network::Dot& dot = map.dots[i];
    dot.radius = 2.2 + std::sqrt(static_cast<double>(dot.ties));
    map.least = {i == 0 ? dot.at.x - dot.radius : std::min(map.least.x, dot.at.x - dot.radius),
                 i == 0 ? dot.at.y - dot.radius : std::min(map.least.y, dot.at.y - dot.radius)};
    map.most = {i == 0 ? dot.at.x + dot.radius : std::max(map.most.x, dot.at.x + dot.radius),
                i == 0 ? dot.at.y + dot.radius : std::max(map.most.y, dot.at.y + dot.radius)};
  }
  std::ranges::stable_sort(order, std::greater{}, [&](std::size_t i) { return map.dots[i].ties; });
  for (std::size_t i = 0; i < people; ++i) {
    map.dots[order[i]].label_order = i;
    map.dots[order[i]].bridge = i < 5 && people > 10;
  }
  return made;
}

void rename(PlantedMap& planted, std::size_t dot, const std::string& name) {
  planted.network.members[planted.map.dots[dot].member].person.name = name;
}

}  // namespace kith::test

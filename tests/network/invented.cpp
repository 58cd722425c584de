// Invented people, and how good a picture of them is.
#include "network/invented.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>

#include "network/chance.hpp"

namespace kith::test {

namespace {

using namespace std::chrono_literals;
using network::Node;

constexpr Date kToday = 2026y / 11 / 22;

double distance(const network::Dot& a, const network::Dot& b) {
  return std::hypot(a.at.x - b.at.x, a.at.y - b.at.y);
}

}  // namespace

network::Member member(std::int64_t id, std::string name) {
  network::Member member{.person = {.id = PersonId{id}, .name = std::move(name)}};
  return member;
}

network::Network network_of(std::size_t people, std::span<const std::pair<Node, Node>> pairs) {
  network::Network network{.day = kToday};
  for (std::size_t i = 1; i <= people; ++i) {
    network.members.push_back(member(static_cast<std::int64_t>(i), "Person " + std::to_string(i)));
  }
  for (const auto& [a, b] : pairs) {
    network.ties.push_back({.a = std::min(a, b), .b = std::max(a, b), .weight = 1});
  }
  std::ranges::sort(network.ties, {}, [](const network::Tie& tie) {
    return std::pair{tie.a, tie.b};
  });
  return network;
}

network::Network network_of(const Planted& planted) {
  network::Network network = network_of(planted.community.size(), {});
  network.ties = planted.ties;
  network::Chance chance{7};
  for (Node node = 0; node < network.members.size(); ++node) {
    network::Member& somebody = network.members[node];
    if (chance.below(10) < 7) {
      somebody.org = "Company " + std::to_string(planted.community[node]);
    }
    if (chance.below(10) < 8) {
      somebody.city = "City " + std::to_string(planted.region[node]);
    }
  }
  return network;
}

double purity(const network::Map& map, std::span<const std::uint32_t> community) {
  constexpr std::size_t kNearest = 10;
  double sum = 0;
  double asked = 0;
  std::vector<std::pair<double, Node>> near;
  for (Node dot = 0; dot < map.dots.size();
       dot += std::max<Node>(1, static_cast<Node>(map.dots.size() / 400))) {
    near.clear();
    for (Node other = 0; other < map.dots.size(); ++other) {
      if (other != dot) {
        near.push_back({distance(map.dots[dot], map.dots[other]), other});
      }
    }
    std::ranges::nth_element(near, near.begin() + kNearest);
    sum += static_cast<double>(
        std::count_if(near.begin(), near.begin() + kNearest, [&](const auto& one) {
          return community[map.dots[one.second].member] == community[map.dots[dot].member];
        }));
    asked += kNearest;
  }
  return sum / asked;
}

std::size_t overlaps(const network::Map& map) {
  std::vector<const network::Dot*> dots;
  for (const network::Dot& dot : map.dots) {
    dots.push_back(&dot);
  }
  std::ranges::sort(dots, {}, [](const network::Dot* dot) { return dot->at.x; });
  double widest = 0;
  for (const network::Dot* dot : dots) {
    widest = std::max(widest, dot->radius);
  }
  std::size_t count = 0;
  for (std::size_t i = 0; i < dots.size(); ++i) {
    for (std::size_t j = i + 1; j < dots.size() && dots[j]->at.x - dots[i]->at.x < 2 * widest;
         ++j) {
      count += distance(*dots[i], *dots[j]) < dots[i]->radius + dots[j]->radius ? 1 : 0;
    }
  }
  return count;
}

}  // namespace kith::test

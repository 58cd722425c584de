// Places: dots apart, islands beside each other, rings around all.
#include <cmath>
#include <numeric>

#include "network/chance.hpp"
#include "network/overlaps.hpp"
#include "network/packing.hpp"
#include "network/quadtree.hpp"
#include "support/catch.hpp"

using namespace kith::network;

namespace {

double distance(Point a, Point b) { return std::hypot(a.x - b.x, a.y - b.y); }

bool are_apart(const std::vector<Point>& places, const std::vector<double>& radii) {
  for (std::size_t a = 0; a < places.size(); ++a) {
    for (std::size_t b = 0; b < a; ++b) {
      if (distance(places[a], places[b]) < radii[a] + radii[b] + kGap - 1e-9) {
        return false;
      }
    }
  }
  return true;
}

}  // namespace

TEST_CASE("dots are apart, wherever they were", "[network][layout]") {
  const std::uint64_t seed = GENERATE(as<std::uint64_t>{}, 1, 2, 3, 4, 5);
  const double width = GENERATE(0.0, 1.0, 50.0, 2'000.0);
  CAPTURE(seed, width);
  Chance chance{seed};
  std::vector<Point> places;
  std::vector<double> radii;
  for (int i = 0; i < 300; ++i) {
    places.push_back({chance.share() * width, chance.share() * width});
    radii.push_back(2 + 12 * chance.share() * chance.share());
  }
  CHECK(are_apart(without_overlaps(places, radii), radii));
}

TEST_CASE("dots that are apart stay where they are", "[network][layout]") {
  const std::vector<Point> places{{0, 0}, {20, 0}, {0, 30}};
  CHECK(without_overlaps(places, std::vector<double>{5, 5, 5}) == places);
  CHECK(without_overlaps({}, {}).empty());
}

TEST_CASE("the quadtree's push is about the sum of all pushes", "[network][layout]") {
  Chance chance{3};
  std::vector<Vec> places;
  std::vector<float> masses;
  for (int i = 0; i < 500; ++i) {
    places.push_back({static_cast<float>(chance.share()), static_cast<float>(chance.share())});
    masses.push_back(static_cast<float>(1 + chance.below(3)));
  }
  Quadtree tree;
  tree.build(places, masses);
  double off = 0;
  double all = 0;
  for (std::size_t place = 0; place < places.size(); ++place) {
    const Vec at = places[tree.order()[place]];
    Vec exact;
    for (std::size_t other = 0; other < places.size(); ++other) {
      const float dx = at.x - places[other].x;
      const float dy = at.y - places[other].y;
      const float strength = masses[other] / (dx * dx + dy * dy + 1e-4F);
      exact.x += dx * strength;
      exact.y += dy * strength;
    }
    const Vec push = tree.push_at(place);
    off += std::hypot(push.x - exact.x, push.y - exact.y);
    all += std::hypot(exact.x, exact.y);
  }
  CHECK(off < 0.1 * all);
}

TEST_CASE("all in one place still make a quadtree", "[network][layout]") {
  const std::vector<Vec> places(100);
  Quadtree tree;
  tree.build(places, std::vector<float>(100, 1));
  CHECK(tree.push_at(7).x == 0);
  tree.build({}, {});
  CHECK(tree.order().empty());
}

TEST_CASE("islands do not touch, and stay where they were if they can", "[network][layout]") {
  const std::vector<Point> row{{-40, 0}, {-20, 0}, {0, 0}, {20, 0}, {40, 0}};
  const std::vector<Island> islands{{.dots = row},
                                    {.dots = {{0, 0}, {10, 0}}},
                                    {.dots = {{0, 0}}, .last = Point{500, -300}},
                                    {.dots = {{0, 0}}, .last = Point{0, 0}}};
  const std::vector<Point> middles = packed(islands, 10);
  CHECK(middles[0] == Point{});
  CHECK(distance(middles[2], {500, -300}) < 11);
  for (std::size_t a = 0; a < islands.size(); ++a) {
    for (std::size_t b = 0; b < a; ++b) {
      for (const Point& one : islands[a].dots) {
        for (const Point& other : islands[b].dots) {
          CHECK(distance({middles[a].x + one.x, middles[a].y + one.y},
                         {middles[b].x + other.x, middles[b].y + other.y}) >= 10);
        }
      }
    }
  }
  CHECK(distance(middles[1], {}) < 100);
}

TEST_CASE("rings keep their distance from each other and from what is inside",
          "[network][layout]") {
  const double inner = GENERATE(0.0, 3.0, 100.0);
  const std::vector<Point> places = rings(250, inner, 8);
  REQUIRE(places.size() == 250);
  for (std::size_t a = 0; a < places.size(); ++a) {
    CHECK((inner == 0 || std::hypot(places[a].x, places[a].y) >= inner + 8 - 1e-9));
    for (std::size_t b = 0; b < a; ++b) {
      REQUIRE(distance(places[a], places[b]) >= 8 - 1e-6);
    }
  }
}

// The map: the picture of a network, before it is a file of any kind.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <kith/network/network.hpp>
#include <kith/store/map_repo.hpp>

namespace kith::network {

struct Point {
  double x = 0;
  double y = 0;  ///< downwards, as on a screen
  bool operator==(const Point&) const = default;
};

/// A community, at one of two levels: a few regions, and in them the communities that a person
/// would name. Its id lasts as long as enough of its people stay together. People without ties, and
/// islands of two or three beside much larger ones, share a quiet one at both levels: id 0, the hue
/// kQuietHue, last of all.
struct Community {
  int id = 0;             ///< from 1 on; never used for another one; 0: the quiet one
  int region = 0;         ///< the id of the region it lies in; a region's own id
  std::string name{};     ///< the one you gave it, else the most distinctive thing its people share
  bool named = false;     ///< you gave the name
  std::size_t hue = 0;    ///< place in the palette: see palette.hpp; a community has its region's
  std::size_t shade = 0;  ///< place among the shades of its hue; 0 for a region
  std::size_t people = 0;
  bool operator==(const Community&) const = default;
};

/// A person as a dot.
struct Dot {
  Node member = 0;  ///< place in Network::members
  Point at{};
  double radius = 0;            ///< grows with the square root of the number of ties
  std::size_t region = 0;       ///< place in Map::regions
  std::size_t community = 0;    ///< place in Map::communities
  std::size_t ties = 0;         ///< with how many people
  double between = 0;           ///< share of all shortest chains that lead through them: 0 to 1
  bool bridge = false;          ///< among the few who join communities most: ringed
  std::size_t label_order = 0;  ///< 0 is named first where there is no room for all
  bool operator==(const Dot&) const = default;
};

/// No two dots overlap. Units are those of the dots' radii: CSS pixels at the size of 1.
struct Map {
  Date day{};
  std::vector<Dot> dots{};               ///< in the order of Network::members
  std::vector<Tie> ties{};               ///< the ones to draw, between places in `dots`
  std::vector<Community> regions{};      ///< largest first, then by id
  std::vector<Community> communities{};  ///< by region, largest first, then by id
  std::optional<Point> you{};            ///< only where you are drawn
  Point least{};                         ///< the upper left corner of all dots with their radii
  Point most{};                          ///< the lower right one
};

struct MapOptions {
  std::optional<std::vector<Node>> only{};  ///< draws these people alone; their colours stay
  bool you = false;                         ///< draws you in the centre
  bool placed = true;  ///< false: who belongs together and who joins them, but no dot has a place
};

struct Drawn {
  Map map{};
  MapMemory memory{};  ///< for the next time; as it was if `only` some people were drawn or placed
};

/// Draws `network`. Communities, colours, names and places stay as in `last` as far as they can; a
/// network that has not changed since is drawn the same, bit for bit. No people: an empty map.
Drawn draw(const Network& network, const MapMemory& last, const MapOptions& options = {});

}  // namespace kith::network

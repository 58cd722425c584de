// How the last map looked, so that the next one looks like it, and the names you gave communities.
// The only code that names `map_dot`, `map_community` and `community_name`.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <kith/domain/ids.hpp>

namespace kith {

class Connection;

struct MapMemory {
  struct Dot {
    PersonId person{};
    double x = 0;
    double y = 0;
    int region = 0;     ///< a community's id; 0 for none
    int community = 0;  ///< a community's id; 0 for none
    bool operator==(const Dot&) const = default;
  };
  struct Community {
    int id = 0;
    int region = 0;  ///< the region's id; a region's own id
    std::size_t hue = 0;
    std::size_t shade = 0;
    std::string name{};  ///< the one you gave it; empty: none
    bool operator==(const Community&) const = default;
  };
  std::uint64_t fingerprint = 0;  ///< of the people and ties that were drawn; 0: nothing was yet
  int next_id = 1;                ///< for a new community; ids are never used again
  std::vector<Dot> dots{};        ///< by person
  std::vector<Community> communities{};  ///< by id
  bool operator==(const MapMemory&) const = default;
};

class MapRepo {
 public:
  explicit MapRepo(Connection& db) : db_(db) {}

  MapMemory memory() const;
  /// Puts `memory` in the place of what was remembered, but for the names. It is derived: neither
  /// journalled nor exported.
  void remember(const MapMemory& memory);
  /// Names a community for good; an empty name gives it back the one that its people suggest.
  void name(int community, std::string_view name);

 private:
  Connection& db_;
};

}  // namespace kith

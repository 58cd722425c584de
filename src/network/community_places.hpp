// Where communities and regions lie in a picture: medians, so that a stray one moves nothing.
#pragma once

#include <optional>
#include <vector>

#include <kith/network/map.hpp>

namespace kith::network {

class CommunityPlaces {
 public:
  explicit CommunityPlaces(const Map& map);

  /// Dots by community.
  const std::vector<std::vector<std::size_t>>& members() const { return members_; }
  Point middle(std::size_t community) const { return middles_[community]; }
  /// How far half of a community's people lie from its middle, at most.
  double spread(std::size_t community) const { return spreads_[community]; }
  /// Where a region is called out: that one of its larger communities which lies nearest to the
  /// middle of all of it. Nothing if the region has less than two people.
  std::optional<std::size_t> core(std::size_t region) const { return cores_[region]; }

 private:
  std::optional<std::size_t> find_core(const Map& map, std::size_t region) const;

  std::vector<std::vector<std::size_t>> members_{};
  std::vector<Point> middles_{};
  std::vector<double> spreads_{};
  std::vector<std::optional<std::size_t>> cores_{};
};

}  // namespace kith::network

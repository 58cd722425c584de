// Medians of dots.
#include "network/community_places.hpp"

#include <algorithm>
#include <cmath>

namespace kith::network {
namespace {

double median(std::vector<double>& values) {
  if (values.empty()) {
    return 0;
  }
  const auto half = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::ranges::nth_element(values, half);
  return *half;
}

/// The middle of dots.
Point middle_of(const Map& map, const std::vector<std::size_t>& dots) {
  std::vector<double> xs;
  std::vector<double> ys;
  for (const std::size_t i : dots) {
    xs.push_back(map.dots[i].at.x);
    ys.push_back(map.dots[i].at.y);
  }
  return {median(xs), median(ys)};
}

double far(Point a, Point b) { return std::hypot(a.x - b.x, a.y - b.y); }

}  // namespace

CommunityPlaces::CommunityPlaces(const Map& map) : members_(map.communities.size()) {
  for (std::size_t i = 0; i < map.dots.size(); ++i) {
    members_[map.dots[i].community].push_back(i);
  }
  for (const auto& dots : members_) {
    middles_.push_back(middle_of(map, dots));
    std::vector<double> distances;
    distances.reserve(dots.size());
    for (const std::size_t i : dots) {
      distances.push_back(far(map.dots[i].at, middles_.back()));
    }
    spreads_.push_back(median(distances));
  }
  for (std::size_t r = 0; r < map.regions.size(); ++r) {
    cores_.push_back(find_core(map, r));
  }
}

std::optional<std::size_t> CommunityPlaces::find_core(const Map& map, std::size_t region) const {
  std::vector<std::size_t> inside;
  std::vector<std::size_t> dots;
  std::size_t largest = 0;
  for (std::size_t c = 0; c < members_.size(); ++c) {
    if (!members_[c].empty() && map.dots[members_[c].front()].region == region) {
      inside.push_back(c);
      dots.insert(dots.end(), members_[c].begin(), members_[c].end());
      largest = std::max(largest, members_[c].size());
    }
  }
  if (dots.size() < 2) {
    return std::nullopt;
  }
  const Point middle = middle_of(map, dots);
  std::erase_if(inside, [&](std::size_t c) { return 2 * members_[c].size() < largest; });
  return *std::ranges::min_element(
      inside, {}, [&](std::size_t c) { return far(middles_[c], middle); });
}

}  // namespace kith::network

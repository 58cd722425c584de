// Chance that falls the same way on every machine and in every run.
#pragma once

#include <cstddef>
#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

namespace kith::network {

/// splitmix64 (Steele, Lea & Flood 2014).
class Chance {
 public:
  explicit Chance(std::uint64_t seed) : state_(seed) {}

  std::uint64_t bits() {
    state_ += 0x9e3779b97f4a7c15ULL;
    std::uint64_t x = state_;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
    return x ^ (x >> 31);
  }
  std::size_t below(std::size_t count) { return static_cast<std::size_t>(bits() % count); }
  /// From 0 to less than 1.
  double share() { return static_cast<double>(bits() >> 11) * 0x1.0p-53; }
  /// The numbers below `count`, shuffled.
  std::vector<std::uint32_t> order(std::size_t count) {
    std::vector<std::uint32_t> all(count);
    std::iota(all.begin(), all.end(), 0U);
    for (std::size_t left = count; left > 1; --left) {
      std::swap(all[left - 1], all[below(left)]);
    }
    return all;
  }

 private:
  std::uint64_t state_;
};

}  // namespace kith::network

// Chance that falls the same way on every machine: no distribution of the standard library does.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace kith::demo {

/// splitmix64 (Steele, Lea & Flood 2014).
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}

  std::uint64_t bits() {
    state_ += 0x9e3779b97f4a7c15ULL;
    std::uint64_t x = state_;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
    return x ^ (x >> 31);
  }
  /// From `least` to `most`, both included.
  int between(int least, int most) {
    const auto span = static_cast<std::uint64_t>(std::max(most - least, 0)) + 1;
    return least + static_cast<int>(bits() % span);
  }
  std::size_t below(std::size_t count) { return static_cast<std::size_t>(bits() % count); }
  bool chance(int percent) { return between(1, 100) <= percent; }
  template <class Choices>
  const auto& one_of(const Choices& choices) {
    return choices[below(choices.size())];
  }

 private:
  std::uint64_t state_;
};

}  // namespace kith::demo

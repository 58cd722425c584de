// Pairs of people and what adds up between them: a flat hash, whose memory grows with the ties.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include <kith/network/graph.hpp>

namespace kith::network {

class PairTable {
 public:
  /// Adds to the tie of `a` and `b`, two different people. Days are day numbers.
  void add(Node a, Node b, double weight, Ground ground, int since, int last) {
    if (2 * (count_ + 1) > slots_.size()) {
      grow();
    }
    Slot& slot = slot_of(key_of(a, b));
    if (slot.key == kFree) {
      slot = {.key = key_of(a, b), .since = since, .last = last};
      ++count_;
    }
    slot.weight += weight;
    slot.since = std::min(slot.since, since);
    slot.last = std::max(slot.last, last);
    slot.grounds = static_cast<std::uint8_t>(slot.grounds | static_cast<std::uint8_t>(ground));
  }
  /// Marks a tie that is there already.
  void mark(Node a, Node b, Ground ground) {
    if (Slot& slot = slot_of(key_of(a, b)); count_ > 0 && slot.key != kFree) {
      slot.grounds = static_cast<std::uint8_t>(slot.grounds | static_cast<std::uint8_t>(ground));
    }
  }
  /// By a, then b; the table is empty then.
  std::vector<Tie> take() {
    std::erase_if(slots_, [](const Slot& slot) { return slot.key == kFree; });
    std::ranges::sort(slots_, {}, &Slot::key);
    std::vector<Tie> ties;
    ties.reserve(slots_.size());
    constexpr unsigned kHalf = 32;
    for (const Slot& slot : slots_) {
      ties.push_back({.a = static_cast<Node>(slot.key >> kHalf),
                      .b = static_cast<Node>(slot.key),
                      .weight = slot.weight,
                      .grounds = slot.grounds,
                      .since = from_day_number(slot.since),
                      .last = from_day_number(slot.last)});
    }
    slots_.clear();
    count_ = 0;
    return ties;
  }

 private:
  static constexpr std::uint64_t kFree = ~0ULL;
  struct Slot {
    std::uint64_t key = kFree;
    double weight = 0;
    int since = 0;
    int last = 0;
    std::uint8_t grounds = 0;
  };

  static std::uint64_t key_of(Node a, Node b) {
    constexpr unsigned kHalf = 32;
    return static_cast<std::uint64_t>(std::min(a, b)) << kHalf | std::max(a, b);
  }
  /// Where `key` is, or the free slot where it goes. The table is never full.
  Slot& slot_of(std::uint64_t key) {
    if (slots_.empty()) {
      grow();
    }
    std::uint64_t hash = key * 0x9e3779b97f4a7c15ULL;
    hash ^= hash >> 32;
    std::size_t at = hash & (slots_.size() - 1);
    while (slots_[at].key != kFree && slots_[at].key != key) {
      at = (at + 1) & (slots_.size() - 1);
    }
    return slots_[at];
  }
  void grow() {
    constexpr std::size_t kLeast = 1024;
    std::vector<Slot> old(std::max(kLeast, 2 * slots_.size()));
    old.swap(slots_);
    for (const Slot& slot : old) {
      if (slot.key != kFree) {
        slot_of(slot.key) = slot;
      }
    }
  }

  std::vector<Slot> slots_{};  ///< as many as a power of two
  std::size_t count_ = 0;
};

}  // namespace kith::network

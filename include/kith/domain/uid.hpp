// UUIDv7: the name of a record that is never used again and that export and import keep.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <kith/time/clock.hpp>

namespace kith {

struct Uid {
  std::array<std::uint8_t, 16> bytes{};

  bool is_nil() const { return *this == Uid{}; }
  // NOLINTNEXTLINE(modernize-use-nullptr): the check takes a defaulted <=> for a comparison with 0
  auto operator<=>(const Uid&) const = default;
};

/// A new UUIDv7 (RFC 9562): 48 bits of milliseconds, then randomness from the system.
/// Uids made in one process at one instant are in ascending order.
Uid make_uid(Instant now);

/// UUIDv7 with the given 74 random bits in place of the system's: for invented data that must come
/// out the same each time.
Uid make_uid(Instant now, std::uint64_t high, std::uint64_t low);

/// The UUIDv7 of a record that a source names: the same for the same day and name, so that a second
/// reading of the source finds the first one's.
Uid derived_uid(Instant when, std::string_view name);

/// "019347f4-8d2a-7c3b-9e1f-0a2b3c4d5e6f"
std::string to_string(const Uid& uid);

/// Reads the 36-character form of any UUID version, in either case; nothing if it is none.
std::optional<Uid> parse_uid(std::string_view text);

}  // namespace kith

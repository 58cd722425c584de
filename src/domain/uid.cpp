// UUIDv7, RFC 9562 section 5.7: milliseconds first, so that records sort by the time they were
// made.
#include <random>

#include <kith/domain/uid.hpp>

namespace kith {
namespace {

int hex_value(char c) {
  if (c >= '0' && c <= '9') {
    return c - '0';
  }
  if (c >= 'a' && c <= 'f') {
    return c - 'a' + 10;
  }
  if (c >= 'A' && c <= 'F') {
    return c - 'A' + 10;
  }
  return -1;
}

constexpr bool has_dash_before(std::size_t byte) {
  return byte == 4 || byte == 6 || byte == 8 || byte == 10;
}

std::uint64_t random_bits() {
  thread_local std::random_device device;
  return (static_cast<std::uint64_t>(device()) << 32) | device();
}

}  // namespace

Uid make_uid(Instant now, std::uint64_t high, std::uint64_t low) {
  const auto ms = static_cast<std::uint64_t>(now.time_since_epoch().count());
  Uid uid;
  for (std::size_t i = 0; i < 6; ++i) {
    uid.bytes[i] = static_cast<std::uint8_t>(ms >> (40 - 8 * i));
  }
  uid.bytes[6] = static_cast<std::uint8_t>(0x70 | ((high >> 8) & 0x0f));
  uid.bytes[7] = static_cast<std::uint8_t>(high);
  for (std::size_t i = 0; i < 8; ++i) {
    uid.bytes[8 + i] = static_cast<std::uint8_t>(low >> (56 - 8 * i));
  }
  uid.bytes[8] = static_cast<std::uint8_t>(0x80 | (uid.bytes[8] & 0x3f));
  return uid;
}

Uid make_uid(Instant now) {
  // Within one millisecond a counter takes the place of the random bits that sort (RFC 9562 6.2,
  // method 2), so that an import keeps its order.
  thread_local Instant last{};
  thread_local std::uint64_t counter = 0;
  const std::uint64_t fresh = random_bits();
  if (now != last) {
    last = now;
    counter = random_bits() >> 4 & 0x00ff'ffff'ffff'ffff;
  } else {
    counter += 1 + (fresh >> 48);
  }
  // 12 bits of `high` and 30 of `low` hold the counter's top, so it sorts; the rest is random.
  const std::uint64_t high = (counter >> 48) & 0x0fff;
  const std::uint64_t low = ((counter << 14) & 0x3fff'ffff'ffff'c000) | (fresh & 0x3fff);
  return make_uid(now, high, low);
}

Uid derived_uid(Instant when, std::string_view name) {
  // FNV-1a (Fowler, Noll & Vo) from two offsets, each mixed once more as in MurmurHash3.
  const auto hash = [name](std::uint64_t value) {
    for (const char c : name) {
      value = (value ^ static_cast<unsigned char>(c)) * 0x0000'0100'0000'01b3;
    }
    value = (value ^ (value >> 33)) * 0xff51'afd7'ed55'8ccd;
    value = (value ^ (value >> 33)) * 0xc4ce'b9fe'1a85'ec53;
    return value ^ (value >> 33);
  };
  return make_uid(when, hash(0xcbf2'9ce4'8422'2325), hash(0x6c62'272e'07bb'0142));
}

std::string to_string(const Uid& uid) {
  static constexpr std::string_view kHex = "0123456789abcdef";
  std::string text;
  text.reserve(36);
  for (std::size_t i = 0; i < uid.bytes.size(); ++i) {
    if (has_dash_before(i)) {
      text += '-';
    }
    text += kHex[uid.bytes[i] >> 4];
    text += kHex[uid.bytes[i] & 0x0f];
  }
  return text;
}

std::optional<Uid> parse_uid(std::string_view text) {
  if (text.size() != 36) {
    return std::nullopt;
  }
  Uid uid;
  std::size_t at = 0;
  for (std::size_t i = 0; i < uid.bytes.size(); ++i) {
    if (has_dash_before(i) && text[at++] != '-') {
      return std::nullopt;
    }
    const int high = hex_value(text[at]);
    const int low = hex_value(text[at + 1]);
    if (high < 0 || low < 0) {
      return std::nullopt;
    }
    uid.bytes[i] = static_cast<std::uint8_t>(high << 4 | low);
    at += 2;
  }
  return uid;
}

}  // namespace kith

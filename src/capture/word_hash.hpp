// What tables of words that the compiler makes have in common.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace kith::capture {

/// FNV-1a, 32 bits (http://www.isthe.com/chongo/tech/comp/fnv).
constexpr std::uint32_t word_hash(std::string_view word) {
  std::uint32_t hash = 2166136261U;
  for (const char c : word) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  }
  return hash;
}

/// Calls `visit` with the place and the text of each part between separators.
template <class Visit>
constexpr void for_each_part(std::string_view all, char separator, Visit visit) {
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= all.size(); ++at) {
    if (at == all.size() || all[at] == separator) {
      if (at > begin) {
        visit(begin, all.substr(begin, at - begin));
      }
      begin = at + 1;
    }
  }
}

}  // namespace kith::capture

// Full-text search over people, interactions, facts and follow-ups.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <kith/domain/ids.hpp>

namespace kith {

class Connection;

enum class HitType { person, interaction, fact, follow_up };

/// person, interaction, fact, follow_up
std::string_view to_string(HitType type);

struct Hit {
  HitType type = HitType::person;
  std::int64_t id = 0;  ///< of the person or record
};

class TextIndex {
 public:
  explicit TextIndex(Connection& db) : db_(db) {}

  /// Records that hold every word of `words` (each as the beginning of a word, compared folded):
  /// people first, then the others, latest written first. At most `limit`.
  std::vector<Hit> find(std::string_view words, std::size_t limit) const;
  /// People whose own texts (names, organisations, city, tags, addresses, how you met) hold every
  /// word, each as the beginning of a word; at most `limit`.
  std::vector<PersonId> people(std::string_view words, std::size_t limit) const;

 private:
  Connection& db_;
};

}  // namespace kith

// A fact: kinds, and what may be stored.
#include "domain/checks.hpp"
#include <kith/domain/fact.hpp>

namespace kith {

const std::vector<std::string_view>& fact_kinds() {
  static const std::vector<std::string_view> kinds{
      "hope", "success", "family", "work", "like", "gift", "health", "other"};
  return kinds;
}

Fact checked(Fact fact) {
  fact.kind = checked_word("kind", fact.kind);
  fact.text = checked_words("text", fact.text);
  if (fact.date) {
    require_day("date", *fact.date);
  }
  return fact;
}

}  // namespace kith

// A fact: something worth remembering about a person.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <kith/domain/ids.hpp>
#include <kith/domain/person.hpp>
#include <kith/domain/uid.hpp>
#include <kith/time/date.hpp>

namespace kith {

/// hope, success, family, work, like, gift, health, other. A kind is text: a user may have others.
const std::vector<std::string_view>& fact_kinds();

struct Fact {
  FactId id{};
  Uid uid{};
  PersonRef person{};
  std::string kind = "other";
  std::string text{};
  std::optional<Date> date{};  ///< when it happened or will happen; a later day than it was noted
                               ///< makes it an event to ask about afterwards
  Instant created_at{};
  Instant updated_at{};
  bool operator==(const Fact&) const = default;
};

/// Checks and cleans a draft. Throws DataError.
Fact checked(Fact fact);

}  // namespace kith

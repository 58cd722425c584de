// A link: a tie between two people.
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

/// introduced, family, partner, friend, colleague, knows. A kind is text: a user may have others.
const std::vector<std::string_view>& link_kinds();

/// `introduced` has a direction: `a` introduced `b` to you. All others read the same both ways.
struct Link {
  LinkId id{};
  Uid uid{};
  PersonRef a{};
  PersonRef b{};
  std::string kind = "knows";
  PartialDate since{};
  std::optional<PersonRef> via{};  ///< who brought the two together; nothing: nobody, or you
  Instant created_at{};
  bool operator==(const Link&) const = default;
};

/// Checks a draft. Throws DataError; ConflictError if it ties a person to themselves.
Link checked(Link link);

}  // namespace kith

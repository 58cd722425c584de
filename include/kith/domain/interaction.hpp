// An interaction: something that happened on a day with one or more people.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <kith/domain/ids.hpp>
#include <kith/domain/person.hpp>
#include <kith/domain/uid.hpp>
#include <kith/time/date.hpp>

namespace kith {

/// The kinds kith knows, "other" last. A kind is text: a user may have others.
const std::vector<std::string_view>& interaction_kinds();

struct Interaction {
  InteractionId id{};
  Uid uid{};  ///< nil in a draft
  Date date{};
  std::optional<std::chrono::minutes> time{};  ///< since midnight
  std::string kind = "other";
  std::vector<PersonRef> people{};    ///< who took part
  std::vector<PersonRef> mentions{};  ///< who was spoken of
  std::string place{};
  std::vector<std::string> tags{};
  std::string text{};
  std::optional<std::chrono::minutes> duration{};
  bool unanswered = false;  ///< only one side took part: it does not count as having been in touch
  Instant created_at{};
  Instant updated_at{};
  bool operator==(const Interaction&) const = default;
};

/// "09:30"
std::string time_of_day(std::chrono::minutes since_midnight);
/// Reads "09:30"; nothing if it is no time of day.
std::optional<std::chrono::minutes> parse_time_of_day(std::string_view text);

/// Checks and cleans a draft. Throws DataError.
Interaction checked(Interaction interaction);

}  // namespace kith

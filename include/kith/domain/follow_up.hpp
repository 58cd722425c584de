// A follow-up: something to do for or with a person, by a day.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <kith/domain/ids.hpp>
#include <kith/domain/person.hpp>
#include <kith/domain/uid.hpp>
#include <kith/time/date.hpp>
#include <kith/time/span.hpp>

namespace kith {

enum class Owner { me, them };
enum class FollowUpStatus { open, done, dropped };

/// me, them
std::string_view to_string(Owner owner);
std::optional<Owner> parse_owner(std::string_view word);
/// open, done, dropped
std::string_view to_string(FollowUpStatus status);
std::optional<FollowUpStatus> parse_follow_up_status(std::string_view word);

struct FollowUp {
  FollowUpId id{};
  Uid uid{};
  PersonRef person{};
  std::string text{};
  Date due{};
  std::optional<Span> every{};  ///< comes back after it is done
  Date series_start{};          ///< the first due day of a series: keeps the 31st through February
  Owner owed_by = Owner::me;
  FollowUpStatus status = FollowUpStatus::open;
  std::optional<Date> done_on{};
  Instant created_at{};
  Instant updated_at{};
  bool operator==(const FollowUp&) const = default;
};

/// The next one of a series, open, due on its first day after both `done.due` and `done_on`;
/// nothing if it does not recur.
std::optional<FollowUp> successor(const FollowUp& done, Date done_on);

/// True if it is done, and was by the day it was due.
bool kept_on_time(const FollowUp& follow_up);

/// Checks and cleans a draft. Throws DataError.
FollowUp checked(FollowUp follow_up);

}  // namespace kith

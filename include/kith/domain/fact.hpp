// A fact: something worth remembering about a person.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <kith/domain/ids.hpp>
#include <kith/domain/person.hpp>
#include <kith/domain/uid.hpp>
#include <kith/time/clock.hpp>
#include <kith/time/date.hpp>

namespace kith {

/// hope, success, family, work, like, gift, health, other. A kind is text: a user may have others.
const std::vector<std::string_view>& fact_kinds();

/// What became of a hope. All other facts stay open, which says nothing of them.
enum class HopeStatus { open, fulfilled, let_go };

/// open, fulfilled, let_go
std::string_view to_string(HopeStatus status);
std::optional<HopeStatus> parse_hope_status(std::string_view word);

struct Fact {
  FactId id{};
  Uid uid{};
  PersonRef person{};
  std::string kind = "other";
  std::string text{};
  std::optional<Date> date{};  ///< when it happened or will happen; a later day than it was noted
                               ///< makes it an event to ask about afterwards
  HopeStatus status = HopeStatus::open;
  std::optional<Date> done_on{};  ///< the day the hope came true or was let go
  Instant created_at{};
  Instant updated_at{};
  bool operator==(const Fact&) const = default;
};

bool is_hope(const Fact& fact);
bool is_success(const Fact& fact);

/// The day a fact is of: its own, else the day it was noted (as the clock that is handed in counts
/// days).
Date day_of(const Fact& fact, const Clock& clock);
/// True for an event to ask about: its day lay ahead when it was noted. What was noted afterwards
/// has been told already.
bool was_ahead(const Fact& fact, const Clock& clock);
bool was_ahead(Date day, Instant noted, const Clock& clock);

/// How many days a success may be old when you are in touch for that to have celebrated it.
inline constexpr int kCelebrationDays = 7;

/// Checks and cleans a draft. Throws DataError, also for a status that only a hope has.
Fact checked(Fact fact);

}  // namespace kith

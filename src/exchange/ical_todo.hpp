// A to-do in a file of its own: what it says, and how it is brought up to date.
#pragma once

#include <optional>
#include <string>

#include <kith/domain/follow_up.hpp>
#include <kith/exchange/ical.hpp>
#include <kith/time/clock.hpp>
#include <kith/time/date.hpp>

namespace kith::exchange {

/// The part of a to-do that kith has a place for.
struct TodoState {
  std::string summary{};
  std::optional<Date> due{};
  FollowUpStatus status = FollowUpStatus::open;
  std::optional<Date> ended_on{};
  bool operator==(const TodoState&) const = default;
};

/// What a VTODO says. An instant in UTC becomes the day that `clock` sees it on.
TodoState todo_state(const IcalComponent& todo, const Clock& clock);

/// The uid of the person whom a to-do or journal entry names; empty if it names none.
std::string related_person(const IcalComponent& component);

/// When the component was last changed, if it says so.
std::optional<Instant> changed_at(const IcalComponent& component);

/// The day of a date or date-time property; nothing if there is none.
std::optional<Date> day_of(const ContentLine& property, const Clock& clock);

/// Brings component `index` from `before` to `after`: what is the same in both is not touched.
void bring_to(IcalFile& file,
              std::size_t index,
              const TodoState& before,
              const TodoState& after,
              Instant now);

}  // namespace kith::exchange

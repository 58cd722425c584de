// What is said in a to-do or journal entry, and what it means here.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/ical_todo.hpp"
#include <kith/agenda/agenda.hpp>
#include <kith/domain/interaction.hpp>
#include <kith/store/store.hpp>
#include <kith/sync/sync.hpp>

namespace kith::sync {

// The kinds of items in a folder of to-dos, as they are remembered.
inline constexpr std::string_view kFollowUp = "follow_up";
inline constexpr std::string_view kCheckIn = "check_in";
inline constexpr std::string_view kInteraction = "interaction";

/// How the uid of a check-in begins.
inline constexpr std::string_view kCheckInPrefix = "check-in-";

/// What a to-do would say if only this side had changed since `agreed`.
exchange::TodoState state_of(const FollowUp& follow_up, const exchange::TodoState& agreed);

/// A summary without the name that it begins with: "Ana: the book" is "the book" for Ana Lim.
std::string text_of(const std::string& summary, const std::string& name);

/// Which fields of a to-do are to be taken from there, by the rule of three.
struct TodoMerge {
  bool takes_summary = false;
  bool takes_due = false;
  bool takes_status = false;
  std::vector<Clash> clashes{};  ///< without names
};
TodoMerge merged(const exchange::TodoState& agreed,
                 const exchange::TodoState& here,
                 const exchange::TodoState& there,
                 bool there_is_newer);

/// The one person whose name or nickname stands before the colon, or after "with"; nobody if it is
/// nobody's or several people's.
std::vector<PersonRef> people_named_in(Store& store, const std::string& summary);

std::string check_in_uid(const Person& person, Date due);
/// A file with the to-do of a check-in.
std::string check_in_text(const DueEntry& entry);

/// The day of DTSTART.
std::optional<Date> day_of_start(const exchange::IcalComponent& component, const Clock& clock);

/// What a journal entry tells, but for who was there.
Interaction interaction_of(const exchange::IcalComponent& journal, Date day);
/// A file with the journal entry of an interaction.
std::string journal_text(const Interaction& interaction);

}  // namespace kith::sync

// The reason in words: "61 days, you like every 30 · you promised: the book (due 12 Nov)".
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <kith/agenda/agenda.hpp>

namespace kith::agenda {

/// Something in their life to speak of.
struct Occasion {
  Date day{};
  std::string text{};
};

/// What is known of one person on one day.
struct Situation {
  Date today{};
  std::optional<Date> last_seen{};     ///< nothing: never met, so far
  std::optional<Date> counted_from{};  ///< last_seen, else the day tracking began
  bool check_in = false;               ///< the rhythm itself lists them
  bool old_friend = false;
  std::vector<FollowUp> promises{};  ///< of mine, due by the horizon, earliest first
  std::vector<FollowUp> owed{};      ///< of theirs
  bool birthday = false;             ///< it is near, or within the horizon
  std::optional<Occasion> event{};   ///< to ask about
  std::optional<Occasion> success{};
};

/// Fills reason, due, days_late, follow_up and why of `entry`, whose person is there already, with
/// the most pressing reason first. Every number in it can be checked with `kith show`.
void explain(DueEntry& entry, const Situation& situation);

/// "2 years and 3 months", "11 months", "20 days": whole months from `from` to `to`.
std::string how_long(Date from, Date to);

}  // namespace kith::agenda

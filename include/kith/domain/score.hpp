// How pressing a person is today: the rule of who is due. Pure arithmetic; why it has this form and
// what it was measured against is docs/adr/0004.
#pragma once

#include <optional>

#include <kith/domain/circle.hpp>

namespace kith {

/// What the score of one person is made of.
struct Pressing {
  int days_since = 0;                ///< t: days since the last interaction that counts
  std::optional<Cadence> cadence{};  ///< c: the one in force; nothing: not tracked, so t/c is 0
  std::optional<Circle> circle{};    ///< gives b: 0.6 inner, 0.4 close, 0.2 friend, 0 wider or none
  bool promise_due = false;          ///< +1: a promise of mine whose day has come
  bool birthday_near = false;        ///< +0.5: within 7 days
  bool event_just_past = false;      ///< +0.5: ask how it went
  bool success_uncelebrated = false;  ///< +0.5
};

/// min(t/c, 3) + b + o.
double score(const Pressing& pressing);

/// The part of the score that occasions add: o.
double occasion_bonus(const Pressing& pressing);

/// The part that closeness adds: b.
double closeness(std::optional<Circle> circle);

/// True if t >= c.
bool is_due(int days_since, Cadence cadence);

/// max(3c, 365): after so many days a tie is an old friend's rather than one to check in on.
int old_friend_days(Cadence cadence);

/// True if t >= max(3c, 365): no longer a check-in but an old friend.
/// Source: dormant ties, Levin, Walter & Murnighan 2011.
bool is_old_friend(int days_since, Cadence cadence);

}  // namespace kith

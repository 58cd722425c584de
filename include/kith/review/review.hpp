// A period looked back on: the small, life-altering events that the log shows, and the people
// behind them. Nothing of it is stored, and nothing of it is a score.
#pragma once

#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include <kith/domain/circle.hpp>
#include <kith/domain/person.hpp>
#include <kith/network/map.hpp>
#include <kith/review/period.hpp>
#include <kith/store/store.hpp>

namespace kith::review {

enum class MomentKind {
  first_meeting,          ///< the first interaction with somebody you had not known before
  second_meeting,         ///< the second day with them, within a year
  reconnection,           ///< a silence of a year or more has ended
  promise_kept,           ///< by you
  promise_kept_for_you,   ///< by them
  introduction_made,      ///< by you
  introduction_received,  ///< to you
  introduction_took,      ///< the two met again without whoever it was
  chain,                  ///< two introductions or more led to somebody close
  trace_back,             ///< many people have come through somebody, directly or not
  success_celebrated,     ///< you were in touch within a week
  hope_fulfilled,
  asked_how_it_went,  ///< their day had come, and you were in touch within a week
  round_number,       ///< the 10th, 50th, 100th, … day
  anniversary,        ///< of the day you met
  friendship_hours,   ///< 50, 90, 200 hours, where durations are known (Hall 2019)
  new_circle,         ///< the first people of a community
  circles_joined      ///< the first tie between two communities
};

/// first_meeting, second_meeting, …
std::string_view to_string(MomentKind kind);

struct Moment {
  MomentKind kind = MomentKind::first_meeting;
  Date date{};
  std::vector<PersonRef> people{};
  std::string text{};  ///< a sentence
  bool operator==(const Moment&) const = default;
};

/// Somebody and a sentence about them.
struct About {
  PersonRef person{};
  std::string text{};
  std::optional<Date> last_seen{};
  bool operator==(const About&) const = default;
};

struct Review {
  Period period{};
  Date until{};                         ///< the period's last day, or today if that is sooner
  std::vector<Moment> moments{};        ///< by day
  std::vector<PersonRef> new_people{};  ///< whom you met first, by day
  std::vector<About> nearer{};          ///< in touch more often than half a year before
  std::vector<About> losing_touch{};  ///< a few who you wanted to be closer to; only of the present
  std::optional<About> old_friend{};  ///< one to write to; only of the present
};

/// What is not in the log alone: the communities, for new_circle and circles_joined.
struct Surroundings {
  const network::Network* network = nullptr;
  const network::Map* map = nullptr;
};

/// Looks back on `period`, as of `today`. The archived, the former and the dead are silent here as
/// everywhere. Without surroundings the moments about circles are not looked for. The cost grows
/// with the period and with the past of those who are in it.
Review look_back(Store& store,
                 const Period& period,
                 Date today,
                 const Surroundings& surroundings = {});

/// At most `most` of its moments, by day: some of each kind, of the rarer kinds all, and of the
/// frequent ones some from its beginning to its end.
std::vector<Moment> most_telling(const Review& review, std::size_t most);

/// The page to keep: self-contained, for screen and paper.
void write_page(const Review& review, const Surroundings& surroundings, std::ostream& out);

}  // namespace kith::review

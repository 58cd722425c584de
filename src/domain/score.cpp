// The rule of who is due, as arithmetic. See docs/adr/0004 for where it comes from.
#include <algorithm>

#include <kith/domain/score.hpp>

namespace kith {

namespace {

constexpr double kHighestRatio = 3.0;
constexpr double kPromise = 1.0;
constexpr double kOccasion = 0.5;
constexpr int kOldFriendDays = 365;

}  // namespace

double closeness(std::optional<Circle> circle) {
  if (!circle) {
    return 0.0;
  }
  switch (*circle) {
    case Circle::inner:
      return 0.6;
    case Circle::close:
      return 0.4;
    case Circle::friends:
      return 0.2;
    case Circle::wider:
      return 0.0;
  }
  return 0.0;
}

double occasion_bonus(const Pressing& pressing) {
  double bonus = 0.0;
  bonus += pressing.promise_due ? kPromise : 0.0;
  bonus += pressing.birthday_near ? kOccasion : 0.0;
  bonus += pressing.event_just_past ? kOccasion : 0.0;
  bonus += pressing.success_uncelebrated ? kOccasion : 0.0;
  return bonus;
}

double score(const Pressing& pressing) {
  double ratio = 0.0;
  if (pressing.cadence) {
    const int days = std::max(pressing.days_since, 0);  // what lies ahead has not happened
    ratio = static_cast<double>(days) / static_cast<double>(pressing.cadence->days());
  }
  return std::min(ratio, kHighestRatio) + closeness(pressing.circle) + occasion_bonus(pressing);
}

bool is_due(int days_since, Cadence cadence) { return days_since >= cadence.days(); }

int old_friend_days(Cadence cadence) { return std::max(3 * cadence.days(), kOldFriendDays); }

bool is_old_friend(int days_since, Cadence cadence) {
  return days_since >= old_friend_days(cadence);
}

}  // namespace kith

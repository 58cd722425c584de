// Chooses an old friend by the week's number alone, so that looking twice shows the same name.
#include "agenda/old_friends.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

#include <kith/domain/score.hpp>
#include <kith/domain/silence.hpp>
#include <kith/store/person_repo.hpp>

namespace kith::agenda {

namespace {

// Up to so many are collected by their day; where there are more, a walk by id meets one soon.
// Those who were in touch this week are met by no walk, but few of them are looked at.
constexpr std::size_t kFew = 64;
constexpr std::size_t kInTouch = 1024;

constexpr Date kLongAgo{std::chrono::year{1}, std::chrono::January, std::chrono::day{1}};
constexpr Date kFarAhead{std::chrono::year{9999}, std::chrono::December, std::chrono::day{31}};

// splitmix64: spreads consecutive weeks over all ids.
std::uint64_t mixed(std::uint64_t x) {
  x += 0x9e3779b97f4a7c15ULL;
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
  return x ^ (x >> 31);
}

class Chooser {
 public:
  Chooser(Store& store, Date today) : store_(store), today_(today), monday_(monday_of(today)) {}

  std::optional<Rhythm> choose() {
    const std::int64_t highest = raw(store_.rhythms().last_person());
    if (highest <= 0) {
      return std::nullopt;
    }
    const std::uint64_t seed = mixed(static_cast<std::uint64_t>(to_day_number(monday_)));
    const PersonId start{static_cast<std::int64_t>(seed % static_cast<std::uint64_t>(highest)) + 1};
    const std::optional<Rhythm> found = few() ? first_of_few(start) : first_by_id(start);
    if (!found || in_touch_this_week(*found)) {
      return std::nullopt;
    }
    return found;
  }

 private:
  // Collects all who may have been old friends on Monday; false if there are too many to. Where
  // nobody is one still, nobody is to be offered: who was one has been in touch since.
  bool few() {
    const std::vector<RhythmGroup> groups = store_.rhythms().groups();
    for (const RhythmGroup& group : groups) {
      collect(group, kLongAgo, old_friend_since(cadence_of(group), monday_), kFew);
    }
    if (collected_.empty() || collected_.size() > kFew) {
      return collected_.empty();
    }
    for (const RhythmGroup& group : groups) {
      collect(group, monday_, kFarAhead, kFew + kInTouch);
    }
    return collected_.size() <= kFew + kInTouch;
  }

  // Until there are more than so many.
  void collect(const RhythmGroup& group, Date from, Date to, std::size_t most) {
    store_.rhythms().for_each(group, from, to, [&](const Rhythm& rhythm) {
      collected_.push_back(rhythm);
      return collected_.size() <= most;
    });
  }

  std::optional<Rhythm> first_of_few(PersonId start) {
    const auto turn = [&](const Rhythm& rhythm) {
      return std::pair{rhythm.person < start, rhythm.person};
    };
    std::ranges::sort(collected_, {}, turn);
    for (const Rhythm& rhythm : collected_) {
      if (fits(rhythm)) {
        return rhythm;
      }
    }
    return std::nullopt;
  }

  std::optional<Rhythm> first_by_id(PersonId start) {
    std::optional<Rhythm> found;
    store_.rhythms().for_each_from(start, [&](const Rhythm& rhythm) {
      if (fits(rhythm)) {
        found = rhythm;
      }
      return !found;
    });
    if (found) {
      return found;
    }
    store_.rhythms().for_each_from(PersonId{0}, [&](const Rhythm& rhythm) {
      if (rhythm.person < start && fits(rhythm)) {
        found = rhythm;
      }
      return !found && rhythm.person < start;
    });
    return found;
  }

  // An old friend when the week began, and not silent now.
  bool fits(const Rhythm& rhythm) {
    const Cadence cadence = cadence_of(rhythm.group);
    if (rhythm.last < monday_ && !is_old_friend(days_between(rhythm.last, monday_), cadence)) {
      return false;
    }
    const Date from = counted_from(store_, rhythm, add_days(monday_, -1));
    return is_old_friend(days_between(from, monday_), cadence) &&
           !is_silent(store_.people().standing_of(rhythm.person), today_);
  }

  bool in_touch_this_week(const Rhythm& rhythm) {
    if (rhythm.last < monday_) {
      return false;
    }
    const auto seen = store_.people().last_seen(rhythm.person, today_);
    return seen && *seen >= monday_;
  }

  Store& store_;
  Date today_;
  Date monday_;
  std::vector<Rhythm> collected_{};
};

}  // namespace

Cadence cadence_of(const RhythmGroup& group) {
  if (group.own_cadence) {
    return *group.own_cadence;
  }
  return default_cadence(group.circle.value_or(Circle::wider));
}

Date old_friend_since(Cadence cadence, Date day) {
  return add_days(day, -old_friend_days(cadence));
}

Date counted_from(Store& store, const Rhythm& rhythm, Date day) {
  if (rhythm.last <= day) {
    return rhythm.last;
  }
  if (const auto seen = store.people().last_seen(rhythm.person, day)) {
    return *seen;
  }
  return store.people().get(rhythm.person).tracked_since.value_or(rhythm.last);
}

std::optional<Rhythm> old_friend_of_the_week(Store& store, Date today) {
  return Chooser{store, today}.choose();
}

}  // namespace kith::agenda

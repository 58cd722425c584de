// Looks back on a period: gathers moments, and the people behind them.
#include <algorithm>
#include <array>
#include <tuple>

#include <fmt/format.h>

#include "agenda/old_friends.hpp"
#include "review/finder.hpp"
#include "review/words.hpp"
#include <kith/domain/score.hpp>
#include <kith/domain/silence.hpp>
#include <kith/review/review.hpp>
#include <kith/store/person_repo.hpp>
#include <kith/store/rhythm_repo.hpp>

namespace kith::review {
namespace {

constexpr std::size_t kFew = 3;

/// Those you wanted to be close to, unseen for twice as long as you like, and not yet old friends:
/// of each circle those who went last, the closest circle first. Of today: a rhythm is the present
/// one.
std::vector<About> losing_touch(Finder& finder, Date today) {
  std::vector<About> found;
  for (const Circle circle : {Circle::inner, Circle::close, Circle::friends}) {
    std::vector<Rhythm> quiet;
    for (const RhythmGroup& group : finder.store().rhythms().groups()) {
      if (group.circle != circle) {
        continue;
      }
      const Cadence cadence = agenda::cadence_of(group);
      const Date from = add_days(today, 1 - old_friend_days(cadence));
      const Date to = add_days(today, -2 * cadence.days());
      finder.store().rhythms().for_each(group, from, to, [&](const Rhythm& rhythm) {
        quiet.push_back(rhythm);
        return true;
      });
    }
    std::ranges::sort(quiet, [](const Rhythm& a, const Rhythm& b) {
      return std::tuple(b.last, raw(a.person)) < std::tuple(a.last, raw(b.person));
    });
    for (const Rhythm& rhythm : quiet) {
      if (found.size() == kFew) {
        return found;
      }
      const auto seen = finder.store().people().last_seen(rhythm.person, today);
      if (seen && !is_silent(finder.store().people().without_lists(rhythm.person), today)) {
        const Person& person = finder.person(rhythm.person);
        found.push_back(
            {.person = person.ref(),
             .text = fmt::format(
                 "You and {} were last in touch {} ago.", person.name, span_words(*seen, today)),
             .last_seen = seen});
      }
    }
  }
  return found;
}

std::optional<About> old_friend(Finder& finder, Date today) {
  const auto rhythm = agenda::old_friend_of_the_week(finder.store(), today);
  if (!rhythm) {
    return std::nullopt;
  }
  const Person& person = finder.person(rhythm->person);
  const auto seen = finder.store().people().last_seen(person.id, today);
  About about{.person = person.ref(), .last_seen = seen};
  about.text =
      seen ? fmt::format(
                 "{}: it is {} since you were in touch.", person.name, span_words(*seen, today))
           : fmt::format("{}: a word from you would be a surprise.", person.name);
  return about;
}

}  // namespace

Finder::Finder(Store& store, const Period& period, Date today)
    : store_(store),
      kind_(period.kind),
      from_(period.from),
      until_(std::min(period.to, today)),
      today_(today) {}

const Person& Finder::person(PersonId id) {
  auto known = people_.find(id);
  if (known == people_.end()) {
    known = people_.emplace(id, store_.people().bare(id)).first;
  }
  return known->second;
}

bool Finder::is_aside(PersonId id) { return kith::is_aside(person(id)); }

void Finder::tell(MomentKind kind, Date date, std::vector<PersonRef> people, std::string text) {
  if (std::ranges::none_of(people, [&](const PersonRef& one) { return is_aside(one.id); })) {
    moments_.push_back({kind, date, std::move(people), std::move(text)});
  }
}

std::vector<Moment> Finder::take() {
  std::ranges::stable_sort(moments_, [](const Moment& a, const Moment& b) {
    const auto key = [](const Moment& one) {
      return std::tuple(one.date, one.kind, one.people.front().name, one.people.front().uid.bytes);
    };
    return key(a) < key(b);
  });
  return std::move(moments_);
}

Review look_back(Store& store, const Period& period, Date today, const Surroundings& surroundings) {
  return store.read([&] {
    Finder finder(store, period, today);
    Review review{.period = period, .until = finder.until()};
    if (period.from > today) {
      review.until = period.from;
      return review;
    }
    FromLog log = find_in_log(finder);
    find_in_notes(finder);
    find_introductions(finder);
    find_circles(finder, surroundings, log.new_people);
    review.new_people = std::move(log.new_people);
    review.nearer = std::move(log.nearer);
    if (today <= period.to) {
      review.losing_touch = losing_touch(finder, today);
      review.old_friend = old_friend(finder, today);
    }
    review.moments = finder.take();
    return review;
  });
}

}  // namespace kith::review

// Moments that notes tell of: promises, hopes, successes, days that had come.
#include <algorithm>
#include <map>
#include <tuple>

#include <fmt/format.h>

#include "review/finder.hpp"
#include "review/words.hpp"
#include <kith/agenda/celebrated.hpp>
#include <kith/store/fact_repo.hpp>
#include <kith/store/follow_up_repo.hpp>
#include <kith/store/interaction_repo.hpp>

namespace kith::review {
namespace {

void promises(Finder& finder) {
  // What comes back is one promise, kept again and again.
  std::map<std::tuple<PersonId, Owner, std::string>, std::vector<FollowUp>> series;
  for (FollowUp& done : finder.store().follow_ups().done_within(finder.from(), finder.until())) {
    if (done.every) {
      series[{done.person.id, done.owed_by, done.text}].push_back(std::move(done));
    } else {
      series[{done.person.id, done.owed_by, fmt::format("{} {}", raw(done.id), done.text)}] = {
          std::move(done)};
    }
  }
  for (const auto& [key, kept] : series) {
    const FollowUp& last = kept.back();
    const std::string times = kept.size() == 1 ? "" : fmt::format(", {} times over", kept.size());
    const bool all_on_time = std::ranges::all_of(kept, kept_on_time);
    const std::string on_time = all_on_time ? ", and in time" : "";
    if (last.owed_by == Owner::me) {
      finder.tell(
          MomentKind::promise_kept,
          *last.done_on,
          {last.person},
          fmt::format(
              "You kept a promise to {}{}{}: {}.", last.person.name, times, on_time, last.text));
    } else {
      finder.tell(
          MomentKind::promise_kept_for_you,
          *last.done_on,
          {last.person},
          fmt::format(
              "{} kept a promise to you{}{}: {}.", last.person.name, times, on_time, last.text));
    }
  }
}

void hopes(Finder& finder) {
  for (const Fact& hope : finder.store().facts().ended_within(finder.from(), finder.until())) {
    if (hope.status != HopeStatus::fulfilled) {
      continue;
    }
    const Date noted = finder.store().clock().day_of(hope.created_at);
    const Date told = hope.date ? std::min(*hope.date, noted) : noted;
    finder.tell(MomentKind::hope_fulfilled,
                *hope.done_on,
                {hope.person},
                told < *hope.done_on
                    ? fmt::format("A hope of {}'s came true, {} after you noted it: {}.",
                                  hope.person.name,
                                  span_words(told, *hope.done_on),
                                  hope.text)
                    : fmt::format("A hope of {}'s came true: {}.", hope.person.name, hope.text));
  }
}

void successes(Finder& finder) {
  const Date first = add_days(finder.from(), -kCelebrationDays);
  std::vector<Fact> found = finder.store().facts().successes_dated_within(first, finder.until());
  const std::vector<Fact> noted =
      finder.store().facts().successes_noted_within(first, finder.until());
  found.insert(found.end(), noted.begin(), noted.end());
  for (const Fact& success : found) {
    const auto on = celebrated_on(finder.store(), success, finder.until());
    if (on && finder.has(*on)) {
      finder.tell(
          MomentKind::success_celebrated,
          *on,
          {success.person},
          fmt::format(
              "You and {} had something to celebrate: {}.", success.person.name, success.text));
    }
  }
}

void days_that_came(Finder& finder) {
  const Date first = add_days(finder.from(), -kCelebrationDays);
  for (const Fact& fact : finder.store().facts().dated_within(first, finder.until())) {
    if (!was_ahead(fact, finder.store().clock()) || is_success(fact)) {
      continue;
    }
    const Date last = std::min(add_days(*fact.date, kCelebrationDays), finder.until());
    const auto on = finder.store().interactions().first_day(fact.person.id, *fact.date, last);
    if (on && finder.has(*on)) {
      finder.tell(
          MomentKind::asked_how_it_went,
          *on,
          {fact.person},
          fmt::format(
              "When it mattered, you and {} were in touch: {}.", fact.person.name, fact.text));
    }
  }
}

}  // namespace

void find_in_notes(Finder& finder) {
  promises(finder);
  hopes(finder);
  successes(finder);
  days_that_came(finder);
}

}  // namespace kith::review

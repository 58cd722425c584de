// Moments that the log shows by itself: who was met when, after how long, how many times.
#include <algorithm>
#include <array>
#include <map>
#include <set>

#include <fmt/format.h>

#include "network/tie_rules.hpp"
#include "review/finder.hpp"
#include "review/words.hpp"
#include <kith/store/interaction_repo.hpp>
#include <kith/store/link_repo.hpp>
#include <kith/store/person_repo.hpp>
#include <kith/store/rhythm_repo.hpp>

namespace kith::review {
namespace {

constexpr int kYear = 12;  // months
constexpr int kOldFriend = 3 * kYear;
constexpr int kHalfYear = 180;
constexpr std::chrono::seconds kOneWrite{2};  // the stamps of one write are so near, at most
constexpr std::array<std::size_t, 6> kRound{10, 50, 100, 250, 500, 1000};
constexpr std::array<int, 3> kHours{50, 90, 200};
constexpr std::array kAnniversaries{1, 5, 10, 15, 20, 25, 30, 40, 50, 60, 70};
constexpr Date kLongAgo{std::chrono::year{1}, std::chrono::January, std::chrono::day{1}};
constexpr Date kFarAhead{std::chrono::year{9999}, std::chrono::December, std::chrono::day{31}};

/// Somebody's contacts of the period.
struct Contact {
  Date date{};
  std::string kind{};
  std::string place{};
  std::chrono::minutes duration{};
};

/// How often, as a layer: where the cadences of two circles meet half-way (on a scale of ratios).
Circle layer_of(std::size_t days) {
  constexpr std::size_t kInner = 13;  // of 180 days: one in 14
  constexpr std::size_t kClose = 4;   // one in 45
  return days >= kInner ? Circle::inner : days >= kClose ? Circle::close : Circle::wider;
}

class Meetings {
 public:
  explicit Meetings(Finder& finder) : finder_(finder) {}

  FromLog find() {
    std::map<PersonId, std::vector<Contact>> contacts;
    finder_.store().interactions().for_each_presence(
        finder_.from(), finder_.until(), [&](const Presence& one) {
          contacts[one.person].push_back(
              {one.date, one.kind, one.place, one.duration.value_or(std::chrono::minutes{})});
        });
    for (const auto& [id, theirs] : contacts) {
      if (!finder_.is_aside(id)) {
        walk(finder_.person(id), theirs);
        come_nearer(finder_.person(id));
      }
    }
    tell_reconnections();
    anniversaries();
    std::ranges::sort(met_, [](const auto& a, const auto& b) {
      return a.first != b.first               ? a.first < b.first
             : a.second.name != b.second.name ? a.second.name < b.second.name
                                              : a.second.uid.bytes < b.second.uid.bytes;
    });
    for (const auto& [date, person] : met_) {
      found_.new_people.push_back(person);
    }
    std::ranges::sort(nearer_, [](const auto& a, const auto& b) {
      return a.first != b.first ? a.first > b.first : a.second.person.name < b.second.person.name;
    });
    for (auto& [days, about] : nearer_) {
      found_.nearer.push_back(std::move(about));
    }
    return std::move(found_);
  }

 private:
  struct Again {
    PersonRef person{};
    Date before{};
    Contact contact{};
    int days() const { return days_between(before, contact.date); }
  };

  /// True if `day`, the first with them in the log, is the one on which you met: what is noted of
  /// that says so, or they came into kith together with what happened then, or by an introduction
  /// of that day. Whoever was added otherwise may have been a friend for life.
  bool is_first_meeting(const Person& person, Date day) {
    const int number = to_day_number(day);
    const auto first = network::first_day(person.met_on);
    const auto last = network::last_day(person.met_on);
    if (first && last) {
      return *first <= number && number <= *last;
    }
    const auto recorded = finder_.store().interactions().first_recorded(person.id);
    if (recorded && std::chrono::abs(*recorded - person.created_at) <= kOneWrite) {
      return true;
    }
    return std::ranges::any_of(finder_.store().links().of(person.id), [&](const Link& link) {
      return link.kind == "introduced" && link.b.id == person.id && link.since.full() == day;
    });
  }

  void walk(const Person& person, const std::vector<Contact>& contacts) {
    PastWith past = finder_.store().interactions().before(person.id, finder_.from());
    for (const Contact& now : contacts) {
      const auto hours = [](std::chrono::minutes time) {
        return std::chrono::duration_cast<std::chrono::hours>(time).count();
      };
      for (const int many : kHours) {
        if (hours(past.together) < many && hours(past.together + now.duration) >= many) {
          finder_.tell(MomentKind::friendship_hours,
                       now.date,
                       {person.ref()},
                       fmt::format("You have spent {} hours with {} by now.", many, person.name));
        }
      }
      past.together += now.duration;
      if (past.last == now.date) {
        continue;  // the same day once
      }
      ++past.days;
      if (!past.last) {
        first_meeting(person, now);
      } else {
        again(person, now, past);
      }
      if (std::ranges::find(kRound, past.days) != kRound.end()) {
        finder_.tell(MomentKind::round_number,
                     now.date,
                     {person.ref()},
                     fmt::format("It was your {} day with {}.", ordinal(past.days), person.name));
      }
      past.first = past.first ? past.first : now.date;
      past.last = now.date;
    }
  }

  void first_meeting(const Person& person, const Contact& now) {
    if (!is_first_meeting(person, now.date)) {
      return;
    }
    met_.emplace_back(now.date, person.ref());
    finder_.tell(MomentKind::first_meeting,
                 now.date,
                 {person.ref()},
                 is_from_afar(now.kind)
                     ? fmt::format("You and {} were in touch for the first time.", person.name)
                     : fmt::format("You met {} for the first time{}.",
                                   person.name,
                                   now.place.empty() ? "" : ", at " + now.place));
  }

  void again(const Person& person, const Contact& now, const PastWith& past) {
    if (add_months(*past.last, kYear) <= now.date) {
      again_.push_back({.person = person.ref(), .before = *past.last, .contact = now});
    } else if (past.days == 2 && is_first_meeting(person, *past.first)) {
      finder_.tell(MomentKind::second_meeting,
                   now.date,
                   {person.ref()},
                   is_from_afar(now.kind)
                       ? fmt::format("You and {} were in touch a second time, {} after the first.",
                                     person.name,
                                     span_words(*past.last, now.date))
                       : fmt::format("You met {} a second time, {} after the first.",
                                     person.name,
                                     span_words(*past.last, now.date)));
    }
  }

  void tell_reconnections() {
    const auto longest = std::ranges::max_element(again_, {}, &Again::days);
    for (auto one = again_.begin(); one != again_.end(); ++one) {
      const std::string after = span_words(one->before, one->contact.date);
      std::string text =
          is_from_afar(one->contact.kind)
              ? fmt::format("You and {} were in touch again after {}.", one->person.name, after)
              : fmt::format("You met {} again after {}.", one->person.name, after);
      if (add_months(one->before, kOldFriend) <= one->contact.date) {
        text += " An old friend is back.";
      }
      if (one == longest && again_.size() > 1) {
        text +=
            fmt::format(" No silence that ended this {} was longer.", to_string(finder_.kind()));
      }
      finder_.tell(MomentKind::reconnection, one->contact.date, {one->person}, std::move(text));
    }
  }

  void come_nearer(const Person& person) {
    const InteractionRepo& log = finder_.store().interactions();
    const std::size_t now =
        log.days_with(person.id, add_days(finder_.until(), 1 - kHalfYear), finder_.until());
    const Circle layer = layer_of(now);
    if (layer == Circle::wider) {
      return;
    }
    const std::size_t was = log.days_with(
        person.id, add_days(finder_.from(), -kHalfYear), add_days(finder_.from(), -1));
    // A day more or less is no change of heart: half as often again is.
    if (layer_of(was) <= layer || 2 * now < 3 * was) {
      return;
    }
    const std::string rhythm = rhythm_words(now, kHalfYear);
    nearer_.emplace_back(
        now,
        About{.person = person.ref(),
              .text = was == 0 ? fmt::format("You and {} are in touch {} now.", person.name, rhythm)
                               : fmt::format("You and {} are in touch {} now; it was {}.",
                                             person.name,
                                             rhythm,
                                             rhythm_words(was, kHalfYear))});
  }

  /// Of the day you met, of those you wish to be close to: others would drown them.
  void anniversaries() {
    for (const RhythmGroup& group : finder_.store().rhythms().groups()) {
      if (!group.circle || *group.circle == Circle::wider) {
        continue;
      }
      finder_.store().rhythms().for_each(group, kLongAgo, kFarAhead, [&](const Rhythm& rhythm) {
        anniversary(finder_.person(rhythm.person));
        return true;
      });
    }
  }

  void anniversary(const Person& person) {
    const std::optional<Date> met = person.met_on.full();
    if (!met) {
      return;
    }
    const Date day = next_anniversary(
        static_cast<unsigned>(met->month()), static_cast<unsigned>(met->day()), finder_.from());
    const int years = static_cast<int>(day.year()) - static_cast<int>(met->year());
    if (finder_.has(day) && std::ranges::find(kAnniversaries, years) != kAnniversaries.end()) {
      finder_.tell(MomentKind::anniversary,
                   day,
                   {person.ref()},
                   fmt::format("It was {} since you met {}.",
                               years == 1 ? "a year" : fmt::format("{} years", years),
                               person.name));
    }
  }

  Finder& finder_;
  std::vector<std::pair<Date, PersonRef>> met_{};
  std::vector<Again> again_{};
  std::vector<std::pair<std::size_t, About>> nearer_{};
  FromLog found_{};
};

}  // namespace

FromLog find_in_log(Finder& finder) { return Meetings{finder}.find(); }

}  // namespace kith::review

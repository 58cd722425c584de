// One pass over the last year of the log, then arithmetic person by person.
#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "agenda/old_friends.hpp"
#include <kith/agenda/rhythms.hpp>
#include <kith/domain/silence.hpp>
#include <kith/store/interaction_repo.hpp>
#include <kith/store/person_repo.hpp>
#include <kith/store/rhythm_repo.hpp>

namespace kith {
namespace {

constexpr int kYear = 365;
constexpr int kHalfYear = 182;  // 26 weeks: a whole number of weeks, and of the 91 days of friends
constexpr int kTwelveWeeks = 84;  // what "lately" is where the rhythm is not slower than that
constexpr std::size_t kMostOffers = 5;
constexpr std::size_t kOften = 4;  // days of a year that make a rhythm worth offering
constexpr int kRare = 100;         // days apart: as seldom as that, nobody needs a list

constexpr std::array kSizes{std::size_t{5}, std::size_t{15}, std::size_t{50}, std::size_t{150}};

// What people say: nobody wants to be in touch every 17 days.
constexpr std::array kUsual{Span{.days = 7},
                            Span{.days = 14},
                            Span{.days = 21},
                            Span{.months = 1},
                            Span{.months = 2},
                            Span{.months = 3},
                            Span{.months = 6},
                            Span{.months = 12}};

Span usual_span(double days) {
  constexpr double kNearEnough = 0.8;
  const auto found = std::ranges::find_if(
      kUsual, [&](const Span& span) { return span.in_days() >= kNearEnough * days; });
  return found == kUsual.end() ? kUsual.back() : *found;
}

// Days from one time to the next, today's silence among them.
std::optional<double> interval(const std::vector<int>& days, int today) {
  if (days.size() < 2) {
    return std::nullopt;
  }
  return static_cast<double>(std::max(today - days.front(), 1)) /
         static_cast<double>(days.size() - 1);
}

std::size_t days_after(const std::vector<int>& days, int day) {
  return static_cast<std::size_t>(days.end() - std::ranges::upper_bound(days, day));
}

// What the store says of somebody, beside the log.
struct Tracked {
  Rhythm rhythm{};
  int since = 0;  // when tracking began, or the first day of the year with them if that is earlier
};

// The share of what a rhythm asks that comes about: 0 to 1. It is measured over twelve weeks or
// more, and over a whole number of cadences, so that whoever keeps a rhythm has all of it; before
// the first cadence is over, nothing can have been left out.
double share_kept(int cadence, const Tracked& tracked, const std::vector<int>& days, int today) {
  if (cadence > kYear) {
    return today - to_day_number(tracked.rhythm.last) <= cadence ? 1 : 0;
  }
  const int lately = (kTwelveWeeks + cadence - 1) / cadence * cadence;
  const int window = std::min(lately, (today - tracked.since) / cadence * cadence);
  if (window <= 0) {
    return 1;
  }
  const auto times = static_cast<double>(days_after(days, today - window));
  return std::min(times * cadence / window, 1.0);
}

class Reader {
 public:
  explicit Reader(Store& store)
      : store_(store), today_(store.clock().today()), now_(to_day_number(today_)) {}

  Rhythms read() {
    read_people();
    read_log();
    count_layers();
    weigh_budget();
    offer_fitting();
    return std::move(found_);
  }

 private:
  void read_people() {
    store_.rhythms().for_each_from(PersonId{0}, [&](const Rhythm& rhythm) {
      tracked_[rhythm.person] = {.rhythm = rhythm, .since = now_};
      return true;
    });
    store_.people().for_each_standing([&](const PersonStanding& one) {
      if (is_aside(one)) {
        aside_.insert(one.person);
      } else if (one.circle) {
        chosen_[static_cast<std::size_t>(*one.circle)] += 1;
      }
      if (is_silent(one, today_)) {
        silent_.insert(one.person);
      }
      if (const auto tracked = tracked_.find(one.person); tracked != tracked_.end()) {
        tracked->second.since = to_day_number(one.tracked_since);
      }
    });
  }

  void read_log() {
    const std::chrono::year_month present{today_.year(), today_.month()};
    for (int back = 11; back >= 0; --back) {
      found_.months.push_back({.month = present - std::chrono::months{back}});
    }
    found_.since = found_.months.front().month / std::chrono::day{1};
    const int first = to_day_number(found_.since);
    std::optional<InteractionId> counted;  // all who were there come one after the other
    store_.interactions().for_each_presence(
        add_days(today_, -kYear), today_, [&](const Presence& one) {
          const int day = to_day_number(one.date);
          if (day >= first && counted != one.id) {
            counted = one.id;
            const std::chrono::year_month month{one.date.year(), one.date.month()};
            found_.months[static_cast<std::size_t>((month - found_.months.front().month).count())]
                .interactions += 1;
            const std::chrono::weekday weekday{std::chrono::sys_days{one.date}};
            found_.weekdays[weekday.iso_encoding() - 1] += 1;
          }
          std::vector<int>& days = days_[one.person];
          if (days.empty() || days.back() != day) {
            days.push_back(day);
          }
        });
    for (auto& [person, one] : tracked_) {
      if (const std::vector<int>& days = days_of(person); !days.empty()) {
        one.since = std::min(one.since, days.front());
      }
    }
  }

  void count_layers() {
    std::array<std::size_t, 4> seen{};
    for (const auto& [person, days] : days_) {
      if (const auto layer = layer_by_rate(days, now_); layer && !aside_.contains(person)) {
        seen[static_cast<std::size_t>(*layer)] += 1;
      }
    }
    std::size_t all_chosen = 0;
    std::size_t all_seen = 0;
    for (std::size_t i = 0; i < kCircles.size(); ++i) {
      all_chosen += chosen_[i];
      all_seen += seen[i];
      found_.layers[i] = {
          .circle = kCircles[i], .many_have = kSizes[i], .chosen = all_chosen, .seen = all_seen};
    }
  }

  struct Looser {
    double spared = 0;  // contacts a week
    PersonId person{};
    RhythmOffer offer{};
  };

  void weigh_budget() {
    std::vector<Looser> looser;
    for (const auto& [person, tracked] : tracked_) {
      if (silent_.contains(person)) {
        continue;
      }
      const Cadence cadence = agenda::cadence_of(tracked.rhythm.group);
      const double asked = 7.0 / cadence.days();
      found_.asked_a_week += asked;
      found_.made_a_week += asked * share_kept(cadence.days(), tracked, days_of(person), now_);
      if (const auto offer = looser_for(person, tracked, cadence)) {
        looser.push_back({asked - 7.0 / offer->every.in_days(), person, *offer});
      }
    }
    if (found_.are_kept()) {
      return;
    }
    std::ranges::sort(looser, [](const Looser& one, const Looser& other) {
      return std::pair(other.spared, one.person) < std::pair(one.spared, other.person);
    });
    looser.resize(std::min(looser.size(), kMostOffers));
    for (Looser& one : looser) {
      one.offer.person = store_.people().ref(one.person);
      found_.looser.push_back(std::move(one.offer));
    }
  }

  // A rhythm half as slow again or more, if the last year says so.
  std::optional<RhythmOffer> looser_for(PersonId person,
                                        const Tracked& tracked,
                                        Cadence cadence) const {
    constexpr double kMarked = 1.4;
    const std::vector<int>& days = days_of(person);
    const auto about = interval(days, now_);
    if (!about && now_ - tracked.since < kYear) {
      return std::nullopt;  // too early to say
    }
    RhythmOffer offer{.now = cadence, .every = about ? usual_span(*about) : kUsual.back()};
    if (offer.every.in_days() < kMarked * cadence.days()) {
      return std::nullopt;
    }
    if (about) {
      offer.about_days = static_cast<int>(std::lround(*about));
    }
    return offer;
  }

  void offer_fitting() {
    std::vector<std::pair<std::size_t, PersonId>> often;
    for (const auto& [person, days] : days_) {
      if (days.size() >= kOften && !tracked_.contains(person) && !silent_.contains(person)) {
        often.emplace_back(days.size(), person);
      }
    }
    std::ranges::sort(often, [](const auto& one, const auto& other) {
      return std::pair(other.first, one.second) < std::pair(one.first, other.second);
    });
    for (const auto& [times, person] : often) {
      const std::vector<int>& days = days_of(person);
      const double about = *interval(days, now_);
      const Span every = usual_span(about);
      if (about > kRare || now_ - days.back() > 2 * every.in_days()) {
        continue;  // as often as that no longer
      }
      found_.fitting.push_back({.person = store_.people().ref(person),
                                .about_days = static_cast<int>(std::lround(about)),
                                .every = every});
      if (found_.fitting.size() == kMostOffers) {
        break;
      }
    }
  }

  const std::vector<int>& days_of(PersonId person) const {
    static const std::vector<int> kNone{};
    const auto found = days_.find(person);
    return found == days_.end() ? kNone : found->second;
  }

  Store& store_;
  Date today_;
  int now_;
  Rhythms found_{};
  std::unordered_map<PersonId, Tracked> tracked_{};
  std::unordered_map<PersonId, std::vector<int>> days_{};  // of the last year, ascending
  std::unordered_set<PersonId> aside_{};
  std::unordered_set<PersonId> silent_{};
  std::array<std::size_t, 4> chosen_{};
};

}  // namespace

std::optional<Circle> layer_by_rate(const std::vector<int>& days, int today) {
  const std::size_t lately = days_after(days, today - kHalfYear);
  for (const Circle circle : {Circle::inner, Circle::close, Circle::friends}) {
    if (lately >= static_cast<std::size_t>(kHalfYear / default_cadence(circle).days())) {
      return circle;
    }
  }
  return days_after(days, today - kYear) > 0 ? std::optional(Circle::wider) : std::nullopt;
}

Rhythms read_rhythms(Store& store) {
  return store.read([&] { return Reader{store}.read(); });
}

}  // namespace kith

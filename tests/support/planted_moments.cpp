// Plants moments in a log.
#include "support/planted_moments.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <random>

#include "network/introductions.hpp"
#include <kith/store/fact_repo.hpp>
#include <kith/store/follow_up_repo.hpp>
#include <kith/store/interaction_repo.hpp>
#include <kith/store/link_repo.hpp>
#include <kith/store/person_repo.hpp>

namespace kith::test {
namespace {

using namespace std::chrono_literals;
using review::MomentKind;

constexpr Date kFrom = 2026y / 1 / 1;
constexpr Date kToday = 2026y / 11 / 20;
constexpr Date kLongKnown = 2015y / 5 / 5;

Instant noon(Date day) { return Instant{std::chrono::sys_days{day} + 12h}; }

class Planter {
 public:
  Planter(Store& store, std::uint64_t seed) : store_(store), dice_(seed) {
    planted_.period = review::period_of(review::PeriodKind::year, kToday);
    planted_.today = kToday;
  }

  PlantedLog plant(int of_each) {
    for (int i = 0; i < 30; ++i) {
      steady_.push_back(steady(between(25, 40)));
    }
    const std::array plants{&Planter::first_meetings,
                            &Planter::reconnections,
                            &Planter::promises,
                            &Planter::hopes,
                            &Planter::successes,
                            &Planter::days_that_came,
                            &Planter::round_numbers,
                            &Planter::anniversaries,
                            &Planter::hours,
                            &Planter::introductions,
                            &Planter::chains};
    for (int i = 0; i < of_each; ++i) {
      for (const auto plant : plants) {
        (this->*plant)();
      }
    }
    circles();
    return std::move(planted_);
  }

 private:
  // --- what there is to plant with ---------------------------------------------------------------

  int between(int least, int most) {
    return std::uniform_int_distribution<int>{least, most}(dice_);
  }
  /// A day of the middle of the year, never at a month's end.
  Date day() {
    return Date{2026y,
                std::chrono::month{static_cast<unsigned>(between(2, 8))},
                std::chrono::day{static_cast<unsigned>(between(1, 18))}};
  }

  PersonRef person(Date known, Person draft = {}) {
    draft.name = "Person " + std::to_string(++people_);
    draft.created_at = noon(known);
    draft.updated_at = draft.created_at;
    return store_.people().add(draft).ref();
  }
  void met(const std::vector<PersonRef>& people, Date date, Interaction draft = {}) {
    draft.date = date;
    draft.people = people;
    if (draft.created_at == Instant{}) {
      draft.created_at = noon(date);
    }
    store_.interactions().add(draft);
  }
  /// Somebody you have known for long and see now and then: no moment, in no year.
  PersonRef steady(int every) {
    const PersonRef one = person(kLongKnown);
    for (Date date = add_days(2024y / 6 / 1, between(0, every)); date <= kToday;
         date = add_days(date, every)) {
      met({one}, date);
    }
    return one;
  }
  const PersonRef& anyone() {
    return steady_[static_cast<std::size_t>(between(0, static_cast<int>(steady_.size()) - 1))];
  }
  /// Somebody known for long, last seen half a year before `date`.
  PersonRef quiet(Date date, Person draft = {}) {
    const PersonRef one = person(kLongKnown, std::move(draft));
    met({one}, add_days(date, -250));
    met({one}, add_days(date, -200));
    return one;
  }
  void expect(MomentKind kind, Date date, const std::vector<PersonRef>& people) {
    std::set<std::string> uids;
    for (const PersonRef& one : people) {
      uids.insert(to_string(one.uid));
    }
    planted_.truth.emplace(std::string{to_string(kind)}, kith::to_string(date), std::move(uids));
  }
  void decoy() { ++planted_.decoys; }

  void fact(const PersonRef& who, Date noted, Fact draft) {
    draft.person = who;
    draft.text = "something of " + who.name;
    draft.created_at = noon(noted);
    draft.updated_at = draft.created_at;
    store_.facts().add(draft);
  }

  // --- meetings ----------------------------------------------------------------------------------

  void first_meetings() {
    const Date date = day();
    const PersonRef added = person(date);
    met({added}, date);
    expect(MomentKind::first_meeting, date, {added});
    const Date later = add_days(date, 40);
    const PersonRef told_later = person(later);
    met({told_later}, date, {.created_at = noon(later)});
    expect(MomentKind::first_meeting, date, {told_later});
    const int after = between(1, 60);
    met({told_later}, add_days(date, after));
    met({told_later}, add_days(date, after));  // twice a day is one day
    expect(MomentKind::second_meeting, add_days(date, after), {told_later});
    const PersonRef met_on = person(kLongKnown, {.met_on = PartialDate{2026, {}, {}}});
    met({met_on}, date);
    expect(MomentKind::first_meeting, date, {met_on});
    met({person(2025y / 3 / 3)}, date);  // in the address book before
    decoy();
    met({person(later)}, date);  // added afterwards, with what was remembered of them
    decoy();
    met({person(date)}, date, {.created_at = noon(date) + 1h});  // added, then called
    decoy();
    met({person(date, {.met_on = PartialDate{2019, 5, {}}})}, date);
    decoy();
    met({person(date)}, date, {.unanswered = true});
    decoy();
    met({person(kToday)}, add_days(kToday, 3));  // planned
    decoy();
    met({person(date, {.standing = Standing::dead})}, date);
    decoy();
  }

  void reconnections() {
    const Date date = day();
    const auto after = [&](int days, Person draft = {}, Interaction again = {}) {
      const PersonRef one = person(kLongKnown, std::move(draft));
      met({one}, add_days(date, -days - 30));
      met({one}, add_days(date, -days));
      met({one}, date, std::move(again));
      return one;
    };
    const int year = days_between(add_months(date, -12), date);
    expect(MomentKind::reconnection, date, {after(year)});
    expect(MomentKind::reconnection, date, {after(between(366, 3000))});
    after(year - 1);
    decoy();
    after(between(30, 363));
    decoy();
    after(800, {}, {.unanswered = true});
    decoy();
    after(800, {.archived = true});
    decoy();
    after(800, {.standing = Standing::former});
    decoy();
  }

  void round_numbers() {
    const Date date = day();
    for (const int many : {10, 50, 100}) {
      const PersonRef one = person(kLongKnown);
      for (int i = 1; i <= many; ++i) {
        const Date then = add_days(date, 2 * (i - many));
        met({one}, then);
        if (then >= kFrom && (i == 10 || i == 50 || i == 100)) {
          expect(MomentKind::round_number, then, {one});
        }
      }
    }
    const PersonRef nearly = person(kLongKnown);
    for (int i = 0; i < 9; ++i) {
      met({nearly}, add_days(date, i));
    }
    met({nearly}, add_days(date, 8));
    decoy();
  }

  void anniversaries() {
    const Date date = day();
    const auto of = [&](int years, std::optional<Circle> circle) {
      return quiet(date,
                   {.met_on = PartialDate{Date{
                        date.year() - std::chrono::years{years}, date.month(), date.day()}},
                    .circle = circle});
    };
    expect(MomentKind::anniversary, date, {of(10, Circle::friends)});
    expect(MomentKind::anniversary, date, {of(1, Circle::inner)});
    of(3, Circle::close);
    decoy();
    of(10, Circle::wider);
    decoy();
    of(10, std::nullopt);
    decoy();
    quiet(date, {.met_on = PartialDate{2016, 5, {}}, .circle = Circle::close});
    decoy();
  }

  void hours() {
    const Date date = day();
    const auto spent = [&](std::chrono::minutes before, std::chrono::minutes now) {
      const PersonRef one = person(kLongKnown);
      constexpr int kDays = 8;
      for (int i = 0; i < kDays; ++i) {
        met({one}, add_days(2025y / 10 / 1, 2 * i), {.duration = before / kDays});
      }
      met({one}, date, {.duration = now});
      return one;
    };
    expect(MomentKind::friendship_hours, date, {spent(48h, 2h)});
    expect(MomentKind::friendship_hours, date, {spent(88h, 3h)});
    expect(MomentKind::friendship_hours, date, {spent(192h, 8h)});
    spent(48h, 119min);
    decoy();
    spent(56h, 3h);
    decoy();
  }

  // --- notes -------------------------------------------------------------------------------------

  void promise(const PersonRef& who, FollowUp draft) {
    draft.person = who;
    draft.text = "something for " + who.name;
    store_.follow_ups().add(draft);
  }

  void promises() {
    const Date date = day();
    const auto done = [&](Owner owner, Date on, int late) {
      const PersonRef who = quiet(date);
      promise(who,
              {.due = add_days(on, -late),
               .owed_by = owner,
               .status = FollowUpStatus::done,
               .done_on = on});
      return who;
    };
    expect(MomentKind::promise_kept, date, {done(Owner::me, date, between(-9, 9))});
    expect(MomentKind::promise_kept_for_you, date, {done(Owner::them, date, between(-9, 9))});
    const PersonRef weekly = quiet(date);
    for (int i = 0; i < 3; ++i) {
      promise(weekly,
              {.due = add_days(date, i),
               .every = Span{.days = 1},
               .status = FollowUpStatus::done,
               .done_on = add_days(date, i)});
    }
    expect(MomentKind::promise_kept, add_days(date, 2), {weekly});
    done(Owner::me, 2025y / 12 / 31, 0);
    decoy();
    promise(quiet(date), {.due = date, .status = FollowUpStatus::dropped});
    decoy();
    promise(quiet(date), {.due = date});
    decoy();
  }

  void hopes() {
    const Date date = day();
    const auto hope = [&](HopeStatus status, std::optional<Date> on) {
      const PersonRef who = quiet(date);
      fact(who, 2024y / 2 / 2, {.kind = "hope", .status = status, .done_on = on});
      return who;
    };
    expect(MomentKind::hope_fulfilled, date, {hope(HopeStatus::fulfilled, date)});
    hope(HopeStatus::let_go, date);
    decoy();
    hope(HopeStatus::fulfilled, 2025y / 12 / 31);
    decoy();
    hope(HopeStatus::open, {});
    decoy();
  }

  void successes() {
    const Date date = day();
    const auto success = [&](bool dated, int after, bool unanswered = false) {
      const PersonRef who = quiet(date);
      fact(who, date, {.kind = "success", .date = dated ? std::optional(date) : std::nullopt});
      met({who}, add_days(date, after), {.unanswered = unanswered});
      return who;
    };
    const int soon = between(0, 7);
    expect(MomentKind::success_celebrated, add_days(date, soon), {success(true, soon)});
    expect(MomentKind::success_celebrated, add_days(date, soon), {success(false, soon)});
    success(true, 8);
    decoy();
    success(false, 8);
    decoy();
    success(true, soon, true);
    decoy();
  }

  void days_that_came() {
    const Date date = day();
    const auto event = [&](Date noted, int after) {
      const PersonRef who = quiet(date);
      fact(who, noted, {.kind = "work", .date = date});
      met({who}, add_days(date, after));
      return who;
    };
    const int soon = between(0, 7);
    expect(MomentKind::asked_how_it_went, add_days(date, soon), {event(add_days(date, -9), soon)});
    event(add_days(date, -9), 8);
    decoy();
    event(date, soon);  // noted when it was there already
    decoy();
  }

  // --- introductions -----------------------------------------------------------------------------

  void introduce(const network::Introduction& introduction) {
    network::tie(store_.links(), introduction);
    if (!introduction.by && introduction.b) {
      met({introduction.a, *introduction.b}, introduction.day, {.kind = "intro"});
    }
  }

  void introductions() {
    const Date date = day();
    const PersonRef a = quiet(date);
    const PersonRef b = quiet(date);
    introduce({.a = a, .b = b, .day = date});
    expect(MomentKind::introduction_made, date, {a, b});
    const PersonRef c = quiet(date);
    const PersonRef d = quiet(date);
    introduce({.a = c, .b = d, .day = 2025y / 11 / 11});
    met({c, d}, date);
    met({c, d}, add_days(date, 5));
    expect(MomentKind::introduction_took, date, {c, d});
    const PersonRef by = quiet(date);
    const PersonRef fresh = person(date);
    introduce({.by = by, .a = fresh, .day = date});
    met({by, fresh}, date);
    expect(MomentKind::introduction_received, date, {by, fresh});
    expect(MomentKind::first_meeting, date, {fresh});
    const PersonRef before = quiet(date);
    introduce({.by = by, .a = before, .day = add_days(date, -100)});
    if (add_days(date, -100) >= kFrom) {
      expect(MomentKind::introduction_received, add_days(date, -100), {by, before});
    }
    met({before, by}, add_days(date, -2));  // with whoever it was: that is not by yourself
    met({before}, date);
    expect(MomentKind::introduction_took, date, {before, by});
    introduce({.by = by, .a = quiet(date), .b = quiet(date), .day = date});  // theirs
    decoy();
    store_.links().add({.a = by, .b = quiet(date), .kind = "introduced"});  // some day
    decoy();
  }

  void chains() {
    const Date date = day();
    const PersonRef root = quiet(date);
    const PersonRef middle = quiet(date);
    introduce({.by = root, .a = middle, .day = 2025y / 7 / 7});
    const PersonRef close = quiet(date, {.circle = Circle::close});
    introduce({.by = middle, .a = close, .day = date});
    expect(MomentKind::introduction_received, date, {middle, close});
    expect(MomentKind::chain, date, {close, middle, root});
    const PersonRef far = quiet(date, {.circle = Circle::friends});
    introduce({.by = middle, .a = far, .day = date});
    expect(MomentKind::introduction_received, date, {middle, far});
    decoy();
    introduce({.by = root, .a = quiet(date), .day = 2025y / 8 / 8});
    const PersonRef fifth = quiet(date);
    introduce({.by = root, .a = fifth, .day = add_days(date, 1)});
    expect(MomentKind::introduction_received, add_days(date, 1), {root, fifth});
    expect(MomentKind::trace_back, add_days(date, 1), {root});
  }

  // --- circles -----------------------------------------------------------------------------------

  std::vector<PersonRef> group(Date known, std::size_t size) {
    std::vector<PersonRef> people;
    while (people.size() < size) {
      people.push_back(person(known));
    }
    return people;
  }

  void circles() {
    constexpr std::size_t kOld = 8;
    const std::vector<PersonRef> one = group(kLongKnown, kOld);
    const std::vector<PersonRef> other = group(kLongKnown, kOld);
    for (int i = 0; i < 6; ++i) {
      met(one, add_days(2025y / 9 / 1, 9 * i));
      met(other, add_days(2025y / 9 / 2, 9 * i));
    }
    const Date date = day();
    met({one[1], other[2]}, date);
    expect(MomentKind::circles_joined, date, {one[1], other[2]});
    met({one[3], other[4]}, add_days(date, 3));  // they are joined already
    decoy();
    const Date first = day();
    const std::vector<PersonRef> fresh = group(first, 5);
    for (int i = 0; i < 6; ++i) {
      met(fresh, add_days(first, 6 * i));
    }
    for (const PersonRef& person : fresh) {
      expect(MomentKind::first_meeting, first, {person});
      expect(MomentKind::second_meeting, add_days(first, 6), {person});
    }
    expect(MomentKind::new_circle, first, fresh);
  }

  Store& store_;
  std::mt19937_64 dice_;
  int people_ = 0;
  std::vector<PersonRef> steady_{};
  PlantedLog planted_{};
};

}  // namespace

PlantedLog plant_moments(Store& store, std::uint64_t seed, int of_each) {
  return store.write("plant", [&] { return Planter{store, seed}.plant(of_each); });
}

std::multiset<PlantedMoment> told(const review::Review& review) {
  std::multiset<PlantedMoment> all;
  for (const review::Moment& one : review.moments) {
    std::set<std::string> uids;
    for (const PersonRef& person : one.people) {
      uids.insert(to_string(person.uid));
    }
    all.emplace(std::string{to_string(one.kind)}, kith::to_string(one.date), std::move(uids));
  }
  return all;
}

}  // namespace kith::test

// The list is the same as if everybody were looked at: a reference that scores all people, against
// random houses.
#include <algorithm>
#include <random>

#include "support/agenda_house.hpp"
#include "support/catch.hpp"
#include <kith/domain/score.hpp>
#include <kith/text/fold.hpp>

using namespace kith;
using namespace std::chrono_literals;

namespace {

class Reference {
 public:
  Reference(test::AgendaHouse& house, int within) : house_(house), within_(within) {}

  /// Everybody who is due in the normal way, in order; old friends without a reason left out.
  std::vector<std::string> names() {
    struct Row {
      double score = 0;
      int days = 0;
      std::string folded{};
      Uid uid{};
      std::string name{};
    };
    std::vector<Row> rows;
    const PersonFilter everybody{.archived = PersonFilter::Archived::all};
    house_.store.people().for_each(everybody, PersonOrder::name, [&](const ListedPerson& listed) {
      const Person& person = listed.person;
      const Date today = house_.clock.today();
      if (person.archived || person.standing != Standing::active ||
          (person.snoozed_until && *person.snoozed_until > today)) {
        return true;
      }
      const auto seen = house_.store.people().last_seen(person.id, today);
      Pressing pressing;
      bool reasons = false;
      std::optional<Date> from = seen;
      if (!from && person.cadence()) {
        from = person.tracked_since;
      }
      pressing.days_since = from ? std::max(days_between(*from, today), 0) : 0;
      pressing.cadence = person.cadence();
      pressing.circle = person.circle;
      for (const FollowUp& one : house_.store.follow_ups().of(person.id)) {
        if (one.status == FollowUpStatus::open && one.due <= add_days(today, within_)) {
          reasons = true;
          pressing.promise_due =
              pressing.promise_due || (one.owed_by == Owner::me && one.due <= today);
        }
      }
      if (person.birthday.month && person.birthday.day) {
        const int ahead = days_between(
            today, next_anniversary(*person.birthday.month, *person.birthday.day, today));
        pressing.birthday_near = ahead <= 7;
        reasons = reasons || ahead <= std::max(7, within_);
      }
      for (const Fact& fact : house_.store.facts().of(person.id)) {
        const Date noted{std::chrono::floor<Days>(fact.created_at)};
        const Date day = fact.date.value_or(noted);
        const bool touched = seen && *seen >= day;
        const int ago = days_between(day, today);
        const bool event = fact.date && *fact.date > noted && ago >= 1 && ago <= 7;
        pressing.event_just_past = pressing.event_just_past || (event && !touched);
        const bool success = fact.kind == "success" && ago >= 0 && ago <= 30 && !event;
        pressing.success_uncelebrated = pressing.success_uncelebrated || (success && !touched);
      }
      reasons = reasons || occasion_bonus(pressing) > 0;
      bool listed_by_days = false;
      if (const auto cadence = person.cadence()) {
        listed_by_days = !is_old_friend(pressing.days_since, *cadence) &&
                         pressing.days_since + within_ >= cadence->days();
      }
      if (listed_by_days || reasons) {
        rows.push_back({score(pressing),
                        pressing.days_since,
                        text::fold(person.name),
                        person.uid,
                        person.name});
      }
      return true;
    });
    std::ranges::sort(rows, [](const Row& a, const Row& b) {
      return std::tie(b.score, b.days, a.folded, a.uid) <
             std::tie(a.score, a.days, b.folded, b.uid);
    });
    std::vector<std::string> found;
    for (const Row& row : rows) {
      found.push_back(row.name);
    }
    return found;
  }

 private:
  test::AgendaHouse& house_;
  int within_;
};

void fill(test::AgendaHouse& house, std::mt19937& random) {
  const auto upto = [&](int most) { return std::uniform_int_distribution<int>{0, most}(random); };
  const Date today = house.clock.today();
  house.store.write("fill", [&] {
    for (int i = 0; i < 60; ++i) {
      Person draft{.name = "P" + std::to_string(upto(40))};
      if (upto(3) > 0) {
        draft.circle = kCircles[static_cast<std::size_t>(upto(3))];
      }
      if (upto(3) == 0) {
        draft.own_cadence = Cadence{1 + upto(60)};
      }
      if (draft.circle || draft.own_cadence) {
        draft.tracked_since = add_days(today, -upto(900));
      }
      if (upto(5) == 0) {
        draft.birthday = PartialDate{
            std::nullopt, static_cast<unsigned>(1 + upto(11)), static_cast<unsigned>(1 + upto(27))};
      }
      draft.archived = upto(9) == 0;
      draft.standing = upto(9) == 0 ? Standing::paused : Standing::active;
      if (upto(9) == 0) {
        draft.snoozed_until = add_days(today, upto(6) - 3);
      }
      const Person person = house.store.people().add(draft);
      for (int n = upto(2); n > 0; --n) {
        house.store.interactions().add(
            {.date = add_days(today, 10 - upto(upto(1) == 0 ? 60 : 1300)),
             .people = {person.ref()},
             .text = "met",
             .unanswered = upto(6) == 0});
      }
      if (upto(6) == 0) {
        house.store.follow_ups().add({.person = person.ref(),
                                      .text = "a thing",
                                      .due = add_days(today, upto(30) - 15),
                                      .owed_by = upto(1) == 0 ? Owner::me : Owner::them});
      }
      if (upto(6) == 0) {
        Fact fact{.person = person.ref(),
                  .kind = upto(1) == 0 ? "success" : "other",
                  .text = "a thing",
                  .created_at = Instant{std::chrono::sys_days{add_days(today, -upto(50))}}};
        if (upto(1) == 0) {
          fact.date = add_days(today, 5 - upto(40));
        }
        house.store.facts().add(fact);
      }
    }
  });
}

}  // namespace

TEST_CASE("the list is exactly what scoring everybody gives", "[property][agenda]") {
  const int seed = GENERATE(range(0, 60));
  std::mt19937 random{static_cast<unsigned>(seed)};
  test::AgendaHouse house{add_days(2026y / 11 / 22, seed * 11)};
  fill(house, random);
  const int within = seed % 3 == 0 ? seed % 20 : 0;
  CAPTURE(seed, within);
  const std::vector<std::string> expected = Reference{house, within}.names();

  const auto all = house.due({.within_days = within, .all = true});
  CHECK(how_many_are_due(house.store, {.within_days = within}) == all.size());
  for (const Circle circle : {Circle::inner, Circle::friends}) {
    CHECK(how_many_are_due(house.store, {.circle = circle}) ==
          house.due({.circle = circle, .all = true}).size());
  }
  std::vector<std::string> normal;
  for (std::size_t i = 0; i < all.size() && i < expected.size(); ++i) {
    normal.push_back(all[i].person.name);
  }
  CHECK(normal == expected);
  for (std::size_t i = expected.size(); i < all.size(); ++i) {
    CHECK(all[i].old_friend);
  }

  for (const std::size_t limit : {std::size_t{1}, std::size_t{5}, std::size_t{12}}) {
    std::vector<std::string> names;
    std::size_t friends = 0;
    for (const DueEntry& entry : house.due({.within_days = within, .limit = limit})) {
      const bool lane = entry.old_friend && entry.reason == DueReason::check_in;
      friends += lane ? 1 : 0;
      if (!lane) {
        names.push_back(entry.person.name);
      }
    }
    CHECK(friends <= 1);
    const auto wanted = static_cast<std::ptrdiff_t>(std::min(names.size(), expected.size()));
    CHECK(names == std::vector<std::string>(expected.begin(), expected.begin() + wanted));
    CHECK(names.size() + friends == std::min(limit, expected.size() + friends));
  }
}

TEST_CASE("no line is empty and nobody stands on the list twice", "[property][agenda]") {
  const int seed = GENERATE(range(100, 120));
  std::mt19937 random{static_cast<unsigned>(seed)};
  test::AgendaHouse house{2026y / 11 / 22};
  fill(house, random);
  CAPTURE(seed);
  std::set<PersonId> seen;
  for (const DueEntry& entry : house.due({.within_days = seed % 9, .all = true})) {
    CHECK_FALSE(entry.why.empty());
    CHECK(seen.insert(entry.person.id).second);
    CHECK(entry.days_late == days_between(entry.due, house.clock.today()));
  }
}

TEST_CASE("everybody is told the same one by one, and in brief", "[property][agenda]") {
  const int seed = GENERATE(range(200, 230));
  std::mt19937 random{static_cast<unsigned>(seed)};
  test::AgendaHouse house{add_days(2026y / 11 / 22, seed * 11)};
  fill(house, random);
  const int within = seed % 4 == 0 ? 400 : seed % 9;
  CAPTURE(seed, within);
  const auto all = house.due({.within_days = within, .all = true});
  for (const bool whole : {true, false}) {
    std::size_t at = 0;
    for_everybody_due(
        house.store, {.within_days = within, .whole_people = whole}, [&](const DueEntry& entry) {
          REQUIRE(at < all.size());
          CHECK(entry.person.ref() == all[at].person.ref());
          CHECK(entry.why == all[at].why);
          CHECK(entry.days_late == all[at].days_late);
          CHECK(entry.last_seen == all[at].last_seen);
          CHECK((!whole || entry.follow_up == all[at].follow_up));
          ++at;
        });
    CHECK(at == all.size());
  }
  // What is asked for of a few is read another way.
  const auto few = house.due({.within_days = within, .limit = 12});
  for (const DueEntry& entry : few) {
    const auto same = std::ranges::find(
        all, entry.person.id, [](const DueEntry& other) { return other.person.id; });
    REQUIRE(same != all.end());
    CHECK(same->why == entry.why);
    CHECK(same->follow_up == entry.follow_up);
  }
}

// How often you are in touch: bars, budget, offers and layers, from a log of a few people.
#include <string>
#include <vector>

#include "support/agenda_house.hpp"
#include "support/catch.hpp"
#include <kith/agenda/rhythms.hpp>

using namespace kith;
using namespace kith::test;
using namespace std::chrono_literals;

namespace {

constexpr Date kToday = 2026y / 3 / 20;  // a Friday

/// A house whose people have been there for years.
struct OldHouse : AgendaHouse {
  OldHouse() : AgendaHouse(2022y / 1 / 1) {}
  Person known(std::string_view name, std::optional<Circle> circle = {}) {
    clock.set(2022y / 1 / 1);
    const Person added =
        add({.name = std::string{name},
             .circle = circle,
             .tracked_since = circle ? std::optional(clock.today()) : std::nullopt});
    clock.set(kToday);
    return added;
  }
  void met_every(const Person& who, int days, int times) {
    for (int i = 0; i < times; ++i) {
      met(who, add_days(kToday, -i * days));
    }
  }
  Rhythms rhythms() { return read_rhythms(store); }
};

std::vector<std::string> offered(const std::vector<RhythmOffer>& offers) {
  std::vector<std::string> words;
  for (const RhythmOffer& one : offers) {
    words.push_back(one.person.name + " " + to_string(one.every));
  }
  return words;
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("interactions are counted by month and weekday, the future and the unanswered left out",
          "[agenda][rhythms]") {
  OldHouse house;
  const Person ana = house.known("Ana Lim");
  house.met(ana, kToday);
  house.met(ana, 2026y / 3 / 1);         // a Sunday
  house.met(ana, 2025y / 4 / 1);         // a Tuesday, the first day that counts
  house.met(ana, 2025y / 3 / 31);        // the day before
  house.met(ana, 2026y / 3 / 21);        // to come
  house.met(ana, 2026y / 3 / 19, true);  // nobody answered
  const Rhythms rhythms = house.rhythms();
  CHECK(rhythms.since == 2025y / 4 / 1);
  REQUIRE(rhythms.months.size() == 12);
  CHECK(rhythms.months.front().month == 2025y / 4);
  CHECK(rhythms.months.front().interactions == 1);
  CHECK(rhythms.months.back().month == 2026y / 3);
  CHECK(rhythms.months.back().interactions == 2);
  CHECK(rhythms.weekdays == std::array<std::size_t, 7>{0, 1, 0, 0, 1, 0, 1});
}

TEST_CASE("whoever keeps a rhythm has all of it, whatever its length", "[agenda][rhythms]") {
  OldHouse house;
  house.met_every(house.known("Ana Lim", Circle::inner), 7, 40);
  house.met_every(house.known("Bo Ek", Circle::close), 30, 13);
  house.met_every(house.known("Cy Dahl", Circle::wider), 360, 2);
  const Rhythms rhythms = house.rhythms();
  CHECK(rhythms.asked_a_week == Approx(1.0 + 7.0 / 30 + 7.0 / 365));
  CHECK(rhythms.made_a_week == Approx(rhythms.asked_a_week));
  CHECK(rhythms.are_kept());
  CHECK(rhythms.looser.empty());
}

TEST_CASE("meeting one person daily does not make up for the others", "[agenda][rhythms]") {
  OldHouse house;
  house.met_every(house.known("Ana Lim", Circle::inner), 1, 90);
  const Person bo = house.known("Bo Ek", Circle::inner);
  house.met_every(bo, 28, 4);
  house.met(bo, kToday);  // twice on a day is one day
  const Rhythms rhythms = house.rhythms();
  CHECK(rhythms.asked_a_week == Approx(2));
  CHECK(rhythms.made_a_week == Approx(1 + 3.0 / 12));
  CHECK(offered(rhythms.looser) == Words{"Bo Ek 1m"});
  CHECK(rhythms.looser.front().now == Cadence{7});
  CHECK(rhythms.looser.front().about_days == 28);
}

TEST_CASE("whom to loosen comes by what it spares, five at most", "[agenda][rhythms]") {
  OldHouse house;
  for (const char* name : {"Ana Lim", "Bo Ek", "Cy Dahl", "Dee Fox", "Eve Ash", "Flo Gray"}) {
    house.known(name, Circle::close);
  }
  house.met_every(house.known("Gus Hill", Circle::inner), 60, 6);
  house.known("Hal Ives", Circle::wider);  // rare enough as it is
  const Words found = offered(house.rhythms().looser);
  CHECK(found == Words{"Gus Hill 2m", "Ana Lim 1y", "Bo Ek 1y", "Cy Dahl 1y", "Dee Fox 1y"});
}

TEST_CASE("before its first cadence is over a rhythm is kept, and nothing is offered",
          "[agenda][rhythms]") {
  AgendaHouse house{add_days(kToday, -20)};
  house.person("Ana Lim", Circle::close);
  house.clock.set(kToday);
  const Rhythms rhythms = read_rhythms(house.store);
  CHECK(rhythms.asked_a_week == Approx(7.0 / 30));
  CHECK(rhythms.made_a_week == Approx(7.0 / 30));
  CHECK(rhythms.looser.empty());
}

TEST_CASE("somebody seen often without a rhythm is offered one, if they still are",
          "[agenda][rhythms]") {
  OldHouse house;
  house.met_every(house.known("Ana Lim"), 13, 10);
  house.met_every(house.known("Bo Ek"), 35, 5);
  house.met_every(house.known("Cy Dahl"), 30, 3);  // thrice is no habit yet
  const Person dee = house.known("Dee Fox");       // a colleague of last summer
  for (int i = 0; i < 10; ++i) {
    house.met(dee, add_days(2025y / 6 / 1, 5 * i));
  }
  house.met_every(house.known("Eve Ash", Circle::inner), 7, 60);
  CHECK(offered(house.rhythms().fitting) == Words{"Ana Lim 2w", "Bo Ek 1m"});
}

TEST_CASE("the silent are asked nothing of and offered nothing", "[agenda][rhythms]") {
  const auto quieted = [](auto change) {
    OldHouse house;
    Person tracked = house.known("Ana Lim", Circle::inner);
    house.met_every(tracked, 60, 5);
    Person often = house.known("Bo Ek");
    house.met_every(often, 10, 20);
    house.store.write("quiet", [&] {
      change(tracked);
      change(often);
      house.store.people().update(tracked);
      house.store.people().update(often);
    });
    return house.rhythms();
  };
  const auto is_silent = [](const Rhythms& rhythms) {
    return rhythms.asked_a_week == 0 && rhythms.looser.empty() && rhythms.fitting.empty();
  };
  for (const Standing standing : {Standing::paused, Standing::former, Standing::dead}) {
    CAPTURE(to_string(standing));
    const Rhythms rhythms = quieted([&](Person& person) { person.standing = standing; });
    CHECK(is_silent(rhythms));
    const std::size_t of_layers = standing == Standing::paused ? 2 : 0;
    CHECK(rhythms.layers.back().seen == of_layers);
    CHECK(rhythms.layers.back().chosen == of_layers / 2);
  }
  CHECK(is_silent(quieted([](Person& person) { person.archived = true; })));
  CHECK(is_silent(quieted([](Person& person) { person.snoozed_until = 2026y / 4 / 1; })));
  CHECK_FALSE(is_silent(quieted([](Person& person) { person.snoozed_until = kToday; })));
}

TEST_CASE("layers hold the nearer ones, beside the circles chosen", "[agenda][rhythms]") {
  OldHouse house;
  house.met_every(house.known("Ana Lim", Circle::friends), 7, 26);
  house.met_every(house.known("Bo Ek", Circle::inner), 30, 7);
  house.met_every(house.known("Cy Dahl"), 91, 2);
  house.met(house.known("Dee Fox", Circle::wider), 2025y / 3 / 21);
  house.met(house.known("Eve Ash"), 2025y / 3 / 20);  // a year ago
  const Rhythms rhythms = house.rhythms();
  std::vector<std::size_t> chosen;
  std::vector<std::size_t> seen;
  std::vector<std::size_t> many;
  for (const LayerCount& one : rhythms.layers) {
    chosen.push_back(one.chosen);
    seen.push_back(one.seen);
    many.push_back(one.many_have);
  }
  CHECK(chosen == std::vector<std::size_t>{1, 1, 2, 3});
  CHECK(seen == std::vector<std::size_t>{1, 2, 3, 4});
  CHECK(many == std::vector<std::size_t>{5, 15, 50, 150});
}

// People without a circle, in the order in which it is worth asking about them.
#include <string>
#include <vector>

#include "support/agenda_house.hpp"
#include "support/catch.hpp"
#include <kith/agenda/without_circle.hpp>
#include <kith/store/setting_repo.hpp>

using namespace kith;
using namespace kith::test;
using namespace std::chrono_literals;

namespace {

constexpr Date kToday = 2026y / 3 / 20;

std::vector<std::string> asked(AgendaHouse& house) {
  std::vector<std::string> names;
  for (const WithoutCircle& one : without_circle(house.store)) {
    names.push_back(house.store.people().ref(one.person).name + " " +
                    std::to_string(one.days_together));
  }
  return names;
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("whoever is met most of late is asked about first", "[agenda][triage]") {
  AgendaHouse house{kToday};
  const Person ana = house.add({.name = "Ana Lim"});
  const Person bo = house.add({.name = "Bo Ek"});
  const Person cy = house.add({.name = "Cy Dahl"});
  house.person("Dee Fox", Circle::wider);
  house.person("Eve Ash", 14);  // a rhythm of her own, and no circle
  house.met(ana, 2026y / 3 / 1);
  house.met(ana, 2026y / 3 / 1);  // the same day
  house.met(cy, 2026y / 3 / 2);
  house.met(bo, 2025y / 8 / 2);
  house.met(bo, 2025y / 8 / 3);
  house.met(bo, 2026y / 4 / 1);        // to come
  house.met(ana, 2024y / 3 / 1);       // long ago
  house.met(cy, 2026y / 2 / 1, true);  // nobody answered
  CHECK(asked(house) == Words{"Bo Ek 2", "Cy Dahl 1", "Ana Lim 1", "Eve Ash 0"});
}

TEST_CASE("of those unseen for a year, whoever was seen last is asked about first",
          "[agenda][triage]") {
  AgendaHouse house{kToday};
  const Person ana = house.add({.name = "Ana Lim"});
  const Person bo = house.add({.name = "Bo Ek"});
  house.add({.name = "Cy Dahl"});
  house.met(ana, 2024y / 5 / 5);
  house.met(bo, 1965y / 5 / 5);
  house.met(bo, 2025y / 1 / 1, true);  // nobody answered
  CHECK(asked(house) == Words{"Ana Lim 0", "Bo Ek 0", "Cy Dahl 0"});
}

TEST_CASE("who is to have no circle is not asked about again", "[agenda][triage]") {
  AgendaHouse house{kToday};
  const Person ana = house.add({.name = "Ana Lim"});
  const Person bo = house.add({.name = "Bo Ek"});
  house.store.write("no circle", [&] {
    leave_without_circle(house.store, ana);
    house.store.settings().set("no_circle:nobody", "");  // what no longer names anybody
    house.store.settings().set("no_circles", "");
  });
  CHECK(asked(house) == Words{"Bo Ek 0"});
  house.store.write("rm", [&] { house.store.people().remove(ana.id); });
  CHECK(asked(house) == Words{"Bo Ek 0"});
}

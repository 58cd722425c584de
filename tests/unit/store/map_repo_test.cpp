// What is remembered of the last map: not journalled, gone with its people; names are yours.
#include "support/catch.hpp"
#include "support/people.hpp"
#include <kith/store/map_repo.hpp>

using namespace kith;
using namespace kith::test;

namespace {

MapMemory memory_of(const Person& a, const Person& b) {
  return {.fingerprint = 0xfedcba9876543210ULL,
          .next_id = 4,
          .dots = {{.person = a.id, .x = -1.5, .y = 0.1, .region = 1, .community = 2},
                   {.person = b.id, .x = 1e9, .y = 3, .region = 1, .community = 3}},
          .communities = {{.id = 1, .region = 1, .hue = 5},
                          {.id = 2, .region = 1, .hue = 5, .shade = 1},
                          {.id = 3, .region = 1, .hue = 5, .shade = 2}}};
}

void remember(House& house, const MapMemory& memory) {
  house.store.write("map", [&] { house.store.maps().remember(memory); });
}

}  // namespace

TEST_CASE("nothing is remembered before the first map", "[store][map]") {
  House house;
  CHECK(house.store.maps().memory() == MapMemory{});
}

TEST_CASE("a map is remembered as it was, and is no change of the history", "[store][map]") {
  House house;
  const Person ana = house.add("Ana Lim");
  const Person bo = house.add("Bo Ek");
  const MapMemory memory = memory_of(ana, bo);
  remember(house, memory);
  CHECK(house.store.maps().memory() == memory);
  CHECK(house.store.journal().history(9).size() == 2);
  remember(house, {.fingerprint = 1, .next_id = 2});
  CHECK(house.store.maps().memory().dots.empty());
  CHECK(house.store.maps().memory().next_id == 4);  // an id is never used again
}

TEST_CASE("a dot goes with its person, and an undone person's id starts anew", "[store][map]") {
  House house;
  const Person ana = house.add("Ana Lim");
  const Person bo = house.add("Bo Ek");
  remember(house, memory_of(ana, bo));
  house.store.write("rm", [&] { house.store.people().remove(ana.id); });
  CHECK(house.store.maps().memory().dots.size() == 1);
  house.store.journal().undo(2);  // and the adding of Bo
  CHECK(house.store.maps().memory().dots.empty());
}

TEST_CASE("a community's name is yours: kept, undone and taken back", "[store][map]") {
  House house;
  remember(house, memory_of(house.add("Ana Lim"), house.add("Bo Ek")));
  const auto name = [&](std::string_view words) {
    house.store.write("map --name", [&] { house.store.maps().name(2, words); });
  };
  name(" Climbing\n");
  CHECK(house.store.maps().memory().communities.at(1).name == "Climbing");
  name("Ropes");
  CHECK(house.store.maps().memory().communities.at(1).name == "Ropes");
  MapMemory later = house.store.maps().memory();
  later.communities.erase(later.communities.begin());
  remember(house, later);
  CHECK(house.store.maps().memory().communities.front().name == "Ropes");
  house.store.journal().undo(1);
  CHECK(house.store.maps().memory().communities.front().name == "Climbing");
  name("");
  CHECK(house.store.maps().memory().communities.front().name.empty());
}

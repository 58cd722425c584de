// People, days and stores for tests: only what a test's story needs.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <kith/store/fact_repo.hpp>
#include <kith/store/follow_up_repo.hpp>
#include <kith/store/interaction_repo.hpp>
#include <kith/store/journal.hpp>
#include <kith/store/link_repo.hpp>
#include <kith/store/name_index.hpp>
#include <kith/store/origin_repo.hpp>
#include <kith/store/person_repo.hpp>
#include <kith/store/rhythm_repo.hpp>
#include <kith/store/setting_repo.hpp>
#include <kith/store/store.hpp>
#include <kith/store/text_index.hpp>

namespace kith::test {

using namespace std::chrono_literals;

/// A store in memory on a day of the test's choice, with short ways to fill it.
struct House {
  explicit House(Date the_day = 2026y / 3 / 20) : clock(the_day), store(Store::in_memory(clock)) {}

  Person add(const Person& draft) {
    return store.write("add " + draft.name, [&] { return store.people().add(draft); });
  }
  Person add(std::string_view name) { return add(Person{.name = std::string(name)}); }

  Interaction log(const std::vector<Person>& people, Date day, std::string_view text = "coffee") {
    Interaction draft{.date = day, .kind = "coffee", .text = std::string(text)};
    for (const Person& person : people) {
      draft.people.push_back(person.ref());
    }
    return log(draft);
  }
  Interaction log(const Interaction& draft) {
    return store.write("log " + draft.text, [&] { return store.interactions().add(draft); });
  }

  FixedClock clock;
  Store store;
};

inline std::vector<std::string> names(const std::vector<PersonRef>& people) {
  std::vector<std::string> found;
  for (const PersonRef& person : people) {
    found.push_back(person.name);
  }
  return found;
}

}  // namespace kith::test

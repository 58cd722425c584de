// A house for tests of what falls due: a store in memory, a clock that can be set, and short words
// for putting people and days into it.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <kith/agenda/agenda.hpp>
#include <kith/store/fact_repo.hpp>
#include <kith/store/follow_up_repo.hpp>
#include <kith/store/interaction_repo.hpp>
#include <kith/store/person_repo.hpp>
#include <kith/store/rhythm_repo.hpp>
#include <kith/store/store.hpp>

namespace kith::test {

/// A clock that stands where it is put, at noon.
class SettableClock : public Clock {
 public:
  explicit SettableClock(Date today) : today_(today) {}
  Date today() const override { return today_; }
  Instant now() const override {
    return Instant{std::chrono::sys_days{today_}} + std::chrono::hours{12};
  }
  void set(Date today) { today_ = today; }

 private:
  Date today_;
};

class AgendaHouse {
 public:
  explicit AgendaHouse(Date today) : clock(today), store(Store::in_memory(clock)) {}

  Person add(Person draft) {
    return store.write("add", [&] { return store.people().add(draft); });
  }
  Person person(std::string_view name, int every) {
    return add(
        {.name = std::string{name}, .own_cadence = Cadence{every}, .tracked_since = clock.today()});
  }
  Person person(std::string_view name, Circle circle) {
    return add({.name = std::string{name}, .circle = circle, .tracked_since = clock.today()});
  }
  void met(const Person& who, Date day, bool unanswered = false) {
    store.write("log", [&] {
      store.interactions().add(
          {.date = day, .people = {who.ref()}, .text = "met", .unanswered = unanswered});
    });
  }
  FollowUp promise(const Person& who, std::string_view text, Date due, Owner owner = Owner::me) {
    return store.write("remind", [&] {
      return store.follow_ups().add(
          {.person = who.ref(), .text = std::string{text}, .due = due, .owed_by = owner});
    });
  }
  void fact(const Person& who,
            std::string_view kind,
            std::string_view text,
            std::optional<Date> day) {
    store.write("note", [&] {
      store.facts().add(
          {.person = who.ref(), .kind = std::string{kind}, .text = std::string{text}, .date = day});
    });
  }
  std::vector<DueEntry> due(const DueQuery& query = {}) { return who_is_due(store, query); }
  std::vector<std::string> names(const DueQuery& query = {}) {
    std::vector<std::string> found;
    for (const DueEntry& entry : due(query)) {
      found.push_back(entry.person.name);
    }
    return found;
  }
  /// The line of one person, looked for among all; empty if they are not on it.
  std::string why(std::string_view name, int within = 0) {
    for (const DueEntry& entry : due({.within_days = within, .all = true})) {
      if (entry.person.name == name) {
        return entry.why;
      }
    }
    return {};
  }

  SettableClock clock;
  Store store;
};

}  // namespace kith::test

// People without a circle, in the order in which it is worth asking about them.
#include <algorithm>
#include <optional>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include <kith/agenda/without_circle.hpp>
#include <kith/domain/silence.hpp>
#include <kith/store/interaction_repo.hpp>
#include <kith/store/person_repo.hpp>
#include <kith/store/setting_repo.hpp>

namespace kith {
namespace {

constexpr int kYear = 365;
constexpr std::string_view kNoCircle = "no_circle:";

struct Seen {
  std::size_t days = 0;
  std::optional<Date> last{};
};

std::unordered_map<PersonId, Seen> seen_in_a_year(Store& store, Date today) {
  std::unordered_map<PersonId, Seen> seen;
  store.interactions().for_each_presence(
      add_days(today, -kYear), today, [&](const Presence& presence) {
        Seen& one = seen[presence.person];
        one.days += one.last == presence.date ? 0 : 1;
        one.last = presence.date;
      });
  return seen;
}

std::unordered_set<PersonId> left_out(Store& store) {
  std::unordered_set<PersonId> people;
  for (const std::string& key : store.settings().keys_beginning(kNoCircle)) {
    const auto uid = parse_uid(std::string_view{key}.substr(kNoCircle.size()));
    if (const auto id = uid ? store.people().id_of(*uid) : std::nullopt) {
      people.insert(*id);
    }
  }
  return people;
}

std::vector<WithoutCircle> read(Store& store) {
  const Date today = store.clock().today();
  const std::unordered_map<PersonId, Seen> seen = seen_in_a_year(store, today);
  const std::unordered_set<PersonId> none = left_out(store);
  std::vector<std::pair<Seen, PersonId>> found;
  store.people().for_each_standing([&](const PersonStanding& one) {
    if (!one.circle && !is_silent(one, today) && !none.contains(one.person)) {
      const auto known = seen.find(one.person);
      found.emplace_back(known == seen.end() ? Seen{} : known->second, one.person);
    }
  });
  for (auto& [times, person] : found) {
    if (times.days == 0) {  // longer ago than a year, if ever
      times.last = store.people().last_seen(person, today);
    }
  }
  std::ranges::sort(found, [](const auto& a, const auto& b) {
    return std::tuple(b.first.days, b.first.last, b.second) <
           std::tuple(a.first.days, a.first.last, a.second);
  });
  std::vector<WithoutCircle> people;
  people.reserve(found.size());
  for (const auto& [in_a_year, person] : found) {
    people.push_back({.person = person, .days_together = in_a_year.days});
  }
  return people;
}

}  // namespace

std::vector<WithoutCircle> without_circle(Store& store) {
  return store.read([&] { return read(store); });
}

void leave_without_circle(Store& store, const Person& person) {
  store.settings().set(std::string{kNoCircle} + to_string(person.uid), "");
}

}  // namespace kith

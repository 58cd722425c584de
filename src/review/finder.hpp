// What those who look for moments share: the period, the people, and where moments go.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include <kith/review/review.hpp>
#include <kith/store/store.hpp>

namespace kith::review {

class Finder {
 public:
  Finder(Store& store, const Period& period, Date today);

  Store& store() { return store_; }
  Date from() const { return from_; }
  Date until() const { return until_; }
  Date today() const { return today_; }
  PeriodKind kind() const { return kind_; }
  bool has(Date day) const { return from_ <= day && day <= until_; }

  /// A person, read once, with what PersonRepo::bare() gives.
  const Person& person(PersonId id);
  /// True of whom you have put aside, as kith::is_aside() says of a person.
  bool is_aside(PersonId id);

  /// Tells a moment, unless one of its people is put aside.
  void tell(MomentKind kind, Date date, std::vector<PersonRef> people, std::string text);
  /// All, by day, kind and people.
  std::vector<Moment> take();

 private:
  Store& store_;
  PeriodKind kind_;
  Date from_;
  Date until_;
  Date today_;
  std::map<PersonId, Person> people_{};
  std::vector<Moment> moments_{};
};

/// Meetings: first, second, again, round numbers, hours, anniversaries. Returns who was met first,
/// and who came nearer.
struct FromLog {
  std::vector<PersonRef> new_people{};
  std::vector<About> nearer{};
};
FromLog find_in_log(Finder& finder);
/// Promises, hopes, successes, days that had come.
void find_in_notes(Finder& finder);
/// Introductions, whether they took, and where they led.
void find_introductions(Finder& finder);
/// Communities; after find_in_log(), whose `new_people` it is told.
void find_circles(Finder& finder,
                  const Surroundings& surroundings,
                  const std::vector<PersonRef>& new_people);

}  // namespace kith::review

// Two people who turned out to be one: what becomes of them, and of one who is taken apart again.
#pragma once

#include <string>
#include <vector>

#include <kith/domain/person.hpp>

namespace kith {

struct United {
  Person person{};
  /// What the other had and one person cannot have twice, each as the text of a fact: "birthday:
  /// 1990-05-03". It would be lost otherwise.
  std::vector<std::string> left_over{};
};

/// `kept` with everything of `other`: its gaps are filled; where both say something else, `kept`
/// wins and the other's is left over. The other's name becomes a nickname. The closer circle, the
/// shorter cadence, the earlier day of tracking and of making, the later snooze; archived if both
/// are; dead if one is, and otherwise the standing of `kept`. Ties (who introduced whom) are links,
/// and no business of this.
United united(const Person& kept, const Person& other);

/// `now` without what uniting brought, given the person before and after: what has been changed
/// since stays as it is.
Person taken_apart(const Person& now, const Person& before, const Person& after);

/// `other` as it was before uniting, without those of its nicknames, contact points, memberships
/// and tags that the united person had and has no more: they were taken away for good.
Person given_back(const Person& other, const Person& after, const Person& now);

}  // namespace kith

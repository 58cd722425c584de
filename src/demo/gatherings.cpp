// Who meets whom in the invented network.
#include "demo/gatherings.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace kith::demo {
namespace {

constexpr std::size_t kGroup = 13;  // people who sit around one table, more or less

/// `size` of `from` at most, each once.
std::vector<std::size_t> some_of(Dice& dice,
                                 const std::vector<std::size_t>& from,
                                 std::size_t size) {
  std::set<std::size_t> some;
  for (std::size_t tries = 0; tries < 3 * size && some.size() < size; ++tries) {
    some.insert(dice.one_of(from));
  }
  return {some.begin(), some.end()};
}

/// Those who come often are in it twice.
void add(std::vector<std::size_t>& list, std::size_t person, bool often) {
  list.insert(list.end(), often ? 2 : 1, person);
}

}  // namespace

std::vector<std::size_t> small_groups(Dice& dice, const std::vector<Place>& people) {
  std::map<std::size_t, std::size_t> sizes;
  for (const Place& place : people) {
    ++sizes[place.community];
  }
  std::map<std::size_t, std::size_t> first;  // number of each community's first group
  std::size_t next = 0;
  for (const auto& [community, size] : sizes) {
    first[community] = next;
    next += std::max<std::size_t>(1, (size + kGroup / 2) / kGroup);
  }
  std::vector<std::size_t> group_of;
  for (const Place& place : people) {
    const std::size_t groups =
        std::max<std::size_t>(1, (sizes[place.community] + kGroup / 2) / kGroup);
    group_of.push_back(first[place.community] + dice.below(groups));
  }
  return group_of;
}

std::vector<Gathering> gatherings(Dice& dice,
                                  const std::vector<Place>& people,
                                  const std::vector<std::size_t>& group_of,
                                  std::size_t communities) {
  std::vector<std::vector<std::size_t>> of_community(communities);
  std::map<std::size_t, std::vector<std::size_t>> of_group;
  std::map<std::size_t, std::size_t> community_of;
  for (std::size_t i = 0; i < people.size(); ++i) {
    add(of_community[people[i].community], i, people[i].often);
    add(of_group[group_of[i]], i, people[i].often);
    community_of[group_of[i]] = people[i].community;
    if (people[i].second) {
      add(of_community[*people[i].second], i, people[i].often);
    }
  }
  // Who is at home in two communities has a small group in the other one, too.
  for (std::size_t i = 0; i < people.size(); ++i) {
    if (people[i].second && !of_community[*people[i].second].empty()) {
      const std::size_t friend_there = dice.one_of(of_community[*people[i].second]);
      if (people[friend_there].community == *people[i].second) {
        add(of_group[group_of[friend_there]], i, people[i].often);
      }
    }
  }
  std::vector<Gathering> all;
  for (const auto& [group, members] : of_group) {
    const std::size_t meetings = members.size() < 5 ? 0 : std::min<std::size_t>(members.size(), 30);
    for (std::size_t n = 0; n < meetings; ++n) {
      const auto size = static_cast<std::size_t>(dice.between(2, 5));
      all.push_back({.community = community_of[group], .who = some_of(dice, members, size)});
    }
  }
  for (std::size_t community = 0; community < communities; ++community) {
    const std::vector<std::size_t>& members = of_community[community];
    const std::size_t parties =
        members.size() < 16 ? 0 : std::min<std::size_t>(members.size() / 14, 12);
    for (std::size_t n = 0; n < parties; ++n) {
      const auto size = static_cast<std::size_t>(dice.between(7, 12));
      all.push_back({.community = community, .who = some_of(dice, members, size), .party = true});
    }
  }
  std::erase_if(all, [](const Gathering& one) { return one.who.size() < 2; });
  return all;
}

}  // namespace kith::demo

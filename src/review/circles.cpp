// Moments of communities: the first people of one, and the first tie between two.
#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "review/finder.hpp"
#include "review/words.hpp"

namespace kith::review {
namespace {

/// Fewer are no circle of people.
constexpr std::size_t kCircle = 3;

class Circles {
 public:
  Circles(Finder& finder, const network::Network& network, const network::Map& map)
      : finder_(finder), network_(network), map_(map), members_(map.communities.size()) {
    for (std::size_t i = 0; i < map.dots.size(); ++i) {
      members_[map.dots[i].community].push_back(i);
    }
  }

  void find_new(const std::vector<PersonRef>& new_people) {
    std::set<PersonId> met;
    for (const PersonRef& person : new_people) {
      met.insert(person.id);
    }
    for (std::size_t c = 0; c < members_.size(); ++c) {
      if (map_.communities[c].id == 0) {
        continue;
      }
      std::vector<const network::Member*> fresh;
      bool is_known = false;
      for (const std::size_t dot : members_[c]) {
        const network::Member& one = member(dot);
        is_known = is_known || one.since < finder_.from();
        if (met.contains(one.person.id)) {
          fresh.push_back(&one);
        }
      }
      if (is_known || fresh.size() < kCircle) {
        continue;
      }
      std::ranges::stable_sort(fresh, {}, [](const network::Member* one) { return one->since; });
      std::vector<PersonRef> people;
      for (const network::Member* one : fresh) {
        people.push_back(one->person);
      }
      // It is a circle from the day on which there were three of them.
      finder_.tell(MomentKind::new_circle,
                   fresh[kCircle - 1]->since,
                   people,
                   fmt::format("A new circle of people has opened to you: {}.", listed(people, 5)));
    }
  }

  void find_joined() {
    std::map<std::pair<std::size_t, std::size_t>, const network::Tie*> first;
    for (const network::Tie& tie : network_.ties) {
      if ((tie.grounds & ~static_cast<unsigned>(network::Ground::organisation)) == 0) {
        continue;  // that two work for the same employer joins nobody
      }
      const auto [low, high] = std::minmax(map_.dots[tie.a].community, map_.dots[tie.b].community);
      if (low == high || map_.communities[low].id == 0 || map_.communities[high].id == 0) {
        continue;
      }
      const network::Tie*& earliest = first[{low, high}];
      if (earliest == nullptr || tie.since < earliest->since) {
        earliest = &tie;
      }
    }
    for (const auto& [pair, tie] : first) {
      if (finder_.has(tie->since) && was_there(pair.first) && was_there(pair.second)) {
        const PersonRef& a = member(tie->a).person;
        const PersonRef& b = member(tie->b).person;
        finder_.tell(MomentKind::circles_joined,
                     tie->since,
                     {a, b},
                     fmt::format("{} and {} joined two of your circles{}.",
                                 a.name,
                                 b.name,
                                 names_of(pair.first, pair.second)));
      }
    }
  }

 private:
  const network::Member& member(std::size_t dot) const {
    return network_.members[map_.dots[dot].member];
  }
  /// True if it had enough people before the period.
  bool was_there(std::size_t community) const {
    return static_cast<std::size_t>(std::ranges::count_if(
               members_[community],
               [&](std::size_t dot) { return member(dot).since < finder_.from(); })) >= kCircle;
  }
  std::string names_of(std::size_t one, std::size_t other) const {
    const std::string& a = map_.communities[one].name;
    const std::string& b = map_.communities[other].name;
    return a.empty() || b.empty() || a == b ? "" : fmt::format(", {} and {}", a, b);
  }

  Finder& finder_;
  const network::Network& network_;
  const network::Map& map_;
  std::vector<std::vector<std::size_t>> members_;  ///< dots by community
};

}  // namespace

void find_circles(Finder& finder,
                  const Surroundings& surroundings,
                  const std::vector<PersonRef>& new_people) {
  if (surroundings.network == nullptr || surroundings.map == nullptr) {
    return;
  }
  Circles circles{finder, *surroundings.network, *surroundings.map};
  circles.find_new(new_people);
  circles.find_joined();
}

}  // namespace kith::review

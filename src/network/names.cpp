// How much a trait tells about a community: the share of its people who have it times the logarithm
// of how much larger that is than among all (pointwise Kullback-Leibler, as tf-idf does for words).
#include "network/names.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include <kith/text/fold.hpp>

namespace kith::network {

namespace {

// A trait must be shared by this many and this large a part, and be this much more common inside.
constexpr double kLeastShare = 0.25;
constexpr double kLeastLift = 1.3;
constexpr std::size_t kLeastPeople = 2;

enum class Kind : std::uint8_t { organisation, city, tag, circle };

// A name by a city or an organisation says more than one by how close people are to you.
double worth_of(Kind kind) {
  switch (kind) {
    case Kind::organisation:
      return 1.0;
    case Kind::tag:
      return 0.95;
    case Kind::city:
      return 0.9;
    case Kind::circle:
      return 0.4;
  }
  return 0;
}

std::string_view words_for(Circle circle) {
  switch (circle) {
    case Circle::inner:
      return "inner circle";
    case Circle::close:
      return "close friends";
    case Circle::friends:
      return "friends";
    case Circle::wider:
      return "acquaintances";
  }
  return "";
}

/// The traits of all people as numbers, and what each is called.
class Traits {
 public:
  explicit Traits(const Network& network) {
    std::vector<std::map<std::string, std::size_t>> spellings;
    std::map<std::pair<Kind, std::string>, std::size_t> number;
    const auto add = [&](Kind kind, std::string_view text) {
      const std::string folded = text::fold(text);
      if (folded.empty()) {
        return;
      }
      const auto [at, is_new] = number.try_emplace({kind, folded}, kinds_.size());
      if (is_new) {
        kinds_.push_back(kind);
        spellings.emplace_back();
      }
      ++spellings[at->second][std::string{text}];
      of_.back().push_back(at->second);
    };
    for (const Member& member : network.members) {
      of_.emplace_back();
      add(Kind::organisation, member.org);
      add(Kind::city, member.city);
      for (const std::string& tag : member.tags) {
        add(Kind::tag, tag);
      }
      if (member.circle) {
        add(Kind::circle, words_for(*member.circle));
      }
      std::ranges::sort(of_.back());
      of_.back().erase(std::unique(of_.back().begin(), of_.back().end()), of_.back().end());
    }
    for (const auto& spelled : spellings) {  // the most usual spelling; the first of equals
      names_.push_back(
          std::ranges::max_element(spelled, {}, [](const auto& one) { return one.second; })->first);
    }
  }

  const std::vector<std::size_t>& of(Node node) const { return of_[node]; }
  const std::string& name(std::size_t trait) const { return names_[trait]; }
  double worth(std::size_t trait) const { return worth_of(kinds_[trait]); }
  std::size_t size() const { return kinds_.size(); }

 private:
  std::vector<std::vector<std::size_t>> of_{};
  std::vector<Kind> kinds_{};
  std::vector<std::string> names_{};
};

using Counts = std::map<std::size_t, std::size_t>;  // people by trait

struct Suggestion {
  double score = 0;
  std::size_t community = 0;
  std::size_t trait = 0;
};

/// One level: its communities, whose is whose, and among whom a trait must stand out.
struct Level {
  std::vector<Community>& communities;
  const std::vector<std::size_t>& of;      // each person's place in `communities`
  const std::vector<std::size_t>& around;  // each person's surroundings
};

class Namer {
 public:
  Namer(const Network& network, const WeightedGraph& graph, const Traits& traits)
      : network_(network), graph_(graph), traits_(traits) {}

  /// Names those without a name, none by the name of another.
  void name(const Level& level) {
    taken_.clear();
    for (Community& community : level.communities) {
      if (community.id == 0) {
        community.name = kQuietName;
      }
      if (!community.name.empty()) {
        taken_.insert(text::fold(community.name));
      }
    }
    for (const Suggestion& suggestion : suggestions(level)) {
      std::string& name = level.communities[suggestion.community].name;
      const std::string& trait = traits_.name(suggestion.trait);
      if (name.empty() && taken_.insert(text::fold(trait)).second) {
        name = trait;
      }
    }
    for (std::size_t place = 0; place < level.communities.size(); ++place) {
      if (level.communities[place].name.empty()) {
        level.communities[place].name = by_centre(level, place);
      }
    }
  }

 private:
  std::vector<Suggestion> suggestions(const Level& level) const {
    const std::size_t wholes = level.around.empty() ? 0 : std::ranges::max(level.around) + 1;
    std::vector<Counts> inside(level.communities.size());
    std::vector<Counts> around(wholes);
    std::vector<std::size_t> people(wholes, 0);
    std::vector<std::size_t> whole_of(level.communities.size(), 0);
    for (Node node = 0; node < level.of.size(); ++node) {
      ++people[level.around[node]];
      whole_of[level.of[node]] = level.around[node];
      for (const std::size_t trait : traits_.of(node)) {
        ++inside[level.of[node]][trait];
        ++around[level.around[node]][trait];
      }
    }
    std::vector<Suggestion> all;
    for (std::size_t place = 0; place < inside.size(); ++place) {
      const std::size_t whole = whole_of[place];
      for (const auto& [trait, count] : inside[place]) {
        const double share =
            static_cast<double>(count) / static_cast<double>(level.communities[place].people);
        const double usual =
            static_cast<double>(around[whole].at(trait)) / static_cast<double>(people[whole]);
        const bool stands_out =
            share >= kLeastShare && count >= kLeastPeople &&
            (share >= usual * kLeastLift || people[whole] == level.communities[place].people);
        if (stands_out) {
          // Half a person more everywhere: where the community is all there is, its share still
          // counts.
          const double lift = std::log(share / usual) + 0.1;
          all.push_back({traits_.worth(trait) * share * lift, place, trait});
        }
      }
    }
    std::ranges::sort(all, [](const Suggestion& a, const Suggestion& b) {
      return std::tuple{-a.score, a.community, a.trait} <
             std::tuple{-b.score, b.community, b.trait};
    });
    return all;
  }

  // By who has most ties inside: by their first name, by all of it if that is taken, or by the
  // next one's.
  std::string by_centre(const Level& level, std::size_t place) {
    std::vector<std::pair<double, Node>> centre;
    for (Node node = 0; node < level.of.size(); ++node) {
      if (level.of[node] == place) {
        double strength = 0;
        for (const Graph::Neighbour& neighbour : graph_.of(node)) {
          strength += level.of[neighbour.node] == place ? static_cast<double>(neighbour.weight) : 0;
        }
        centre.emplace_back(-strength, node);
      }
    }
    std::ranges::sort(centre);
    for (const auto& [strength, node] : centre) {
      const std::string& full = network_.members[node].person.name;
      for (const std::string& name : {full.substr(0, full.find(' ')), full}) {
        std::string around = "around " + name;
        if (!name.empty() && taken_.insert(text::fold(around)).second) {
          return around;
        }
      }
    }
    return numbered_name(place);
  }

  std::string numbered_name(std::size_t place) {
    for (std::size_t number = place + 1;; ++number) {
      std::string name = "community " + std::to_string(number);
      if (taken_.insert(name).second) {
        return name;
      }
    }
  }

  const Network& network_;
  const WeightedGraph& graph_;
  const Traits& traits_;
  std::set<std::string> taken_{};  // folded
};

}  // namespace

void give_names(const Network& network, const WeightedGraph& graph, Lasting& lasting) {
  const Traits traits{network};
  Namer namer{network, graph, traits};
  const std::vector<std::size_t> everybody(network.members.size(), 0);
  namer.name({lasting.regions, lasting.region_of, everybody});
  std::map<int, std::size_t> inside;
  for (const Community& community : lasting.communities) {
    ++inside[community.region];
  }
  for (const Community& region : lasting.regions) {
    for (Community& community : lasting.communities) {
      if (community.region == region.id && inside[region.id] == 1 && community.name.empty()) {
        community.name = region.name;
      }
    }
  }
  namer.name({lasting.communities, lasting.community_of, lasting.region_of});
}

}  // namespace kith::network

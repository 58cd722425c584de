// The network as the log tells it: one query for each source, and pairs that add up.
#include <algorithm>
#include <unordered_map>

#include "network/pair_table.hpp"
#include "network/tie_rules.hpp"
#include <kith/network/network.hpp>
#include <kith/store/interaction_repo.hpp>
#include <kith/store/link_repo.hpp>
#include <kith/store/person_repo.hpp>

namespace kith::network {
namespace {

/// The place of each person. Ids are dense unless thousands were deleted: a look-up in a list costs
/// a tenth of one in a hash, and there is one for each part in the log.
class Places {
 public:
  void add(PersonId id) {
    const auto number = static_cast<std::size_t>(raw(id));
    constexpr std::size_t kSlack = 1'000'000;
    if (number < kSlack + std::size_t{8} * count_) {
      dense_.resize(std::max(dense_.size(), number + 1), kNobody);
      dense_[number] = count_;
    } else {
      sparse_.emplace(id, count_);
    }
    ++count_;
  }
  std::optional<Node> find(PersonId id) const {
    const auto number = static_cast<std::size_t>(raw(id));
    if (number < dense_.size() && dense_[number] != kNobody) {
      return dense_[number];
    }
    const auto found = sparse_.find(id);
    return found == sparse_.end() ? std::nullopt : std::optional(found->second);
  }

 private:
  static constexpr Node kNobody = ~Node{0};
  Node count_ = 0;
  std::vector<Node> dense_{};
  std::unordered_map<PersonId, Node> sparse_{};
};

class Reader {
 public:
  Reader(Store& store, Date today) : store_(store), today_(to_day_number(today)) {
    network_.day = today;
  }

  Network read() {
    read_members();
    read_meetings();
    read_links();
    read_organisations();
    for (std::size_t i = 0; i < network_.members.size(); ++i) {
      network_.members[i].since = from_day_number(known_since_[i]);
    }
    network_.ties = pairs_.take();
    return std::move(network_);
  }

 private:
  void read_members() {
    store_.people().for_each_bare([&](const ListedPerson& listed) {
      const Person& person = listed.person;
      if (person.archived) {
        return;
      }
      places_.add(person.id);
      const int added = to_day_number(Date{std::chrono::floor<Days>(person.created_at)});
      known_since_.push_back(std::min(added, first_day(person.met_on).value_or(added)));
      network_.members.push_back({.person = person.ref(),
                                  .city = person.city,
                                  .circle = person.circle,
                                  .met = person.met,
                                  .last_seen = listed.last_seen});
    });
    store_.people().for_each_tag([&](PersonId id, std::string_view tag) {
      if (const auto node = node_of(id)) {
        network_.members[*node].tags.emplace_back(tag);
      }
    });
  }

  void read_meetings() {
    const Date until = from_day_number(today_);
    std::vector<Node> there;
    store_.interactions().for_each_meeting(until, [&](const Meeting& meeting) {
      there.clear();
      const int day = to_day_number(meeting.date);
      for (const PersonId id : meeting.people) {
        if (const auto node = node_of(id)) {
          there.push_back(*node);
          known_since_[*node] = std::min(known_since_[*node], day);
        }
      }
      if (there.size() < 2) {
        return;
      }
      std::ranges::sort(there);
      const double weight = weight_of_meeting(meeting.people.size(), today_ - day);
      for_each_pair(there.size(), [&](std::size_t i, std::size_t j) {
        pairs_.add(there[i], there[j], weight, Ground::together, day, day);
      });
    });
    store_.interactions().for_each_introduction(until, [&](const Meeting& meeting) {
      for (std::size_t i = 0; i < std::min(meeting.people.size(), kMostAllTied); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
          const auto a = node_of(meeting.people[i]);
          const auto b = node_of(meeting.people[j]);
          if (a && b) {
            pairs_.mark(*a, *b, Ground::introduction);
          }
        }
      }
    });
  }

  void read_links() {
    store_.links().for_each_bare([&](const BareLink& link) {
      const auto a = node_of(link.a);
      const auto b = node_of(link.b);
      const auto via = link.via ? node_of(*link.via) : std::nullopt;
      const LinkDays days = days_of(link, today_);
      const auto tie = [&](Node one, Node other, double weight, Ground ground) {
        pairs_.add(one, other, weight, ground, days.since, days.last);
      };
      if (a && b) {
        const bool is_introduction = link.kind == "introduced" || link.via.has_value();
        tie(*a,
            *b,
            weight_of_link(link.kind),
            link.kind == "introduced" ? Ground::introduction : Ground::link);
        if (is_introduction) {
          pairs_.mark(*a, *b, Ground::introduction);
        }
      }
      for (const auto& one : {a, b}) {
        if (one && via) {
          tie(*via, *one, kBroughtTogether, Ground::introduction);
        }
      }
    });
  }

  void read_organisations() {
    Organisations organisations;
    store_.people().for_each_membership([&](PersonId id, const Membership& membership) {
      const auto node = node_of(id);
      if (!node) {
        return;
      }
      Member& member = network_.members[*node];
      if (member.org.empty() && membership.to.empty()) {
        member.org = membership.org;
      }
      organisations.add(*node, membership.org, membership.from, membership.to);
    });
    organisations.finish(today_);
    organisations.for_each_tie([&](Node a, Node b, const Organisations::Shared& shared) {
      const int known = std::max(known_since_[a], known_since_[b]);
      pairs_.add(a,
                 b,
                 shared.weight,
                 Ground::organisation,
                 std::min(shared.since.value_or(known), shared.last),
                 shared.last);
    });
  }

  std::optional<Node> node_of(PersonId id) const { return places_.find(id); }

  Store& store_;
  int today_;
  Network network_{};
  Places places_{};
  std::vector<int> known_since_{};  ///< day numbers
  PairTable pairs_{};
};

}  // namespace

Network read_network(Store& store, Date today) {
  return store.read([&] { return Reader{store, today}.read(); });
}

}  // namespace kith::network

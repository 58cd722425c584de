// What a tie is worth: the rules that the whole picture and a single search share.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <kith/network/graph.hpp>
#include <kith/store/link_repo.hpp>
#include <kith/store/store.hpp>

namespace kith::network {

/// What is left of a weight after so many days: half after two years. A day to come counts as
/// today.
double faded(int days);

/// Being together with `people` people in all, `days` ago, ties each two of them by this much.
double weight_of_meeting(std::size_t people, int days);
double weight_of_link(std::string_view kind);
/// Between the one who brought two others together and each of them.
inline constexpr double kBroughtTogether = 0.5;
/// Between two of `people` people of one organisation.
double weight_of_organisation(std::size_t people);

/// In a large gathering not everybody meets everybody, and 200 people would make 19,900 ties of
/// next to no weight. Above this many, people are tied to the eight nearest around a ring alone (by
/// uid, so it is the same ring each time): still one piece, at a cost that grows with people.
inline constexpr std::size_t kMostAllTied = 40;

/// Calls `visit(i, j)`, i < j, for each two of `count` people that a gathering ties.
template <class Visit>
void for_each_pair(std::size_t count, const Visit& visit) {
  constexpr std::size_t kAhead = 4;
  for (std::size_t i = 0; i < count; ++i) {
    if (count <= kMostAllTied) {
      for (std::size_t j = i + 1; j < count; ++j) {
        visit(i, j);
      }
      continue;
    }
    for (std::size_t step = 1; step <= kAhead; ++step) {
      const std::size_t j = (i + step) % count;
      visit(std::min(i, j), std::max(i, j));
    }
  }
}

/// The earliest and the latest day that a date of unknown parts may mean.
std::optional<int> first_day(const PartialDate& date);
std::optional<int> last_day(const PartialDate& date);

/// When a link began, and the latest day on which it is known to have been, as day numbers.
struct LinkDays {
  int since = 0;
  int last = 0;
};
LinkDays days_of(const BareLink& link, int today);

/// Who belonged to which organisation when.
class Organisations {
 public:
  struct Stay {
    Node member = 0;
    std::optional<int> from{};  ///< day numbers; nothing: not known
    std::optional<int> to{};    ///< nothing: it lasts
  };
  struct Shared {
    std::string_view name{};  ///< as somebody wrote it
    std::optional<int> since{};
    int last = 0;
    double weight = 0;
  };

  void add(Node member, std::string_view org, const PartialDate& from, const PartialDate& to);
  /// Call once when all are there.
  void finish(int today);
  /// Calls `visit(a, b, shared)`, a < b, for each two that an organisation ties.
  template <class Visit>
  void for_each_tie(const Visit& visit) const {
    for (const Group& group : groups_) {
      for_each_pair(group.stays.size(), [&](std::size_t i, std::size_t j) {
        if (const auto shared = shared_by(group, i, j)) {
          visit(group.stays[i].member, group.stays[j].member, *shared);
        }
      });
    }
  }
  /// The same, of one member.
  template <class Visit>
  void for_each_tie_of(Node member, const Visit& visit) const {
    for (const std::size_t number : member < groups_of_.size() ? groups_of_[member] : kNone) {
      const Group& group = groups_[number];
      const std::size_t at = place_of(group, member);
      for_each_partner(group.stays.size(), at, [&](std::size_t other) {
        if (const auto shared = shared_by(group, std::min(at, other), std::max(at, other))) {
          visit(group.stays[other].member, *shared);
        }
      });
    }
  }

 private:
  struct Group {
    std::string name{};
    std::vector<Stay> stays{};  ///< by member
  };
  static const std::vector<std::size_t> kNone;

  template <class Visit>
  static void for_each_partner(std::size_t count, std::size_t at, const Visit& visit) {
    constexpr std::size_t kAhead = 4;
    if (count <= kMostAllTied) {
      for (std::size_t other = 0; other < count; ++other) {
        if (other != at) {
          visit(other);
        }
      }
      return;
    }
    for (std::size_t step = 1; step <= kAhead; ++step) {
      visit((at + step) % count);
      visit((at + count - step) % count);
    }
  }
  static std::size_t place_of(const Group& group, Node member);
  std::optional<Shared> shared_by(const Group& group, std::size_t i, std::size_t j) const;

  int today_ = 0;
  std::map<std::string, std::string, std::less<>> folded_{};  ///< as written -> folded
  std::map<std::string, std::size_t, std::less<>> number_of_{};
  std::vector<Group> groups_{};
  std::vector<std::vector<std::size_t>> groups_of_{};
};

}  // namespace kith::network

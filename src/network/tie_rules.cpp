// What a tie is worth.
#include "network/tie_rules.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <kith/text/fold.hpp>

namespace kith::network {

namespace {

struct KindWeight {
  std::string_view kind{};
  double weight = 1;
};
// An hour for two today is 1.
constexpr std::array kLinkWeights{KindWeight{"partner", 3},
                                  KindWeight{"family", 2},
                                  KindWeight{"friend", 1.5},
                                  KindWeight{"introduced", 1},
                                  KindWeight{"colleague", 0.7},
                                  KindWeight{"knows", 0.5}};
constexpr double kOtherLink = 0.7;  // a word of yours
constexpr double kOrganisation = 0.3;
constexpr std::size_t kAround = 8;

}  // namespace

double faded(int days) {
  constexpr double kHalved = 730.5;
  return std::exp2(-std::max(days, 0) / kHalved);
}

double weight_of_meeting(std::size_t people, int days) {
  return people < 2 ? 0 : faded(days) / static_cast<double>(people - 1);
}

double weight_of_link(std::string_view kind) {
  const auto* const known = std::ranges::find(kLinkWeights, kind, &KindWeight::kind);
  return known == kLinkWeights.end() ? kOtherLink : known->weight;
}

double weight_of_organisation(std::size_t people) {
  if (people < 2) {
    return 0;
  }
  // As much for each person, however many share it.
  return kOrganisation / static_cast<double>(people <= kMostAllTied ? people - 1 : kAround);
}

std::optional<int> first_day(const PartialDate& date) {
  if (!date.year) {
    return std::nullopt;
  }
  return to_day_number(Date{std::chrono::year{*date.year},
                            std::chrono::month{date.month.value_or(1)},
                            std::chrono::day{date.day.value_or(1)}});
}

std::optional<int> last_day(const PartialDate& date) {
  if (!date.year) {
    return std::nullopt;
  }
  const std::chrono::year year{*date.year};
  if (date.month && date.day) {
    return to_day_number(Date{year, std::chrono::month{*date.month}, std::chrono::day{*date.day}});
  }
  return to_day_number(
      Date{year / std::chrono::month{date.month.value_or(12)} / std::chrono::last});
}

LinkDays days_of(const BareLink& link, int today) {
  const int made = to_day_number(link.made);
  const int since = std::min(first_day(link.since).value_or(made), today);
  return {.since = since, .last = std::clamp(made, since, today)};
}

const std::vector<std::size_t> Organisations::kNone{};

void Organisations::add(Node member,
                        std::string_view org,
                        const PartialDate& from,
                        const PartialDate& to) {
  if (org.empty()) {
    return;
  }
  auto folded = folded_.find(org);
  if (folded == folded_.end()) {
    folded = folded_.emplace(std::string{org}, text::fold(org)).first;
  }
  const auto [at, is_new] = number_of_.emplace(folded->second, groups_.size());
  if (is_new) {
    groups_.push_back({.name = std::string{org}});
  }
  // A stay of which the year is not known began at some time; one whose end is not is over.
  groups_[at->second].stays.push_back(
      {.member = member, .from = first_day(from), .to = to.empty() ? std::nullopt : last_day(to)});
}

void Organisations::finish(int today) {
  today_ = today;
  for (Group& group : groups_) {
    std::ranges::stable_sort(group.stays, {}, &Stay::member);
    // Who came back has one stay, from the first day to the last.
    std::vector<Stay> merged;
    for (const Stay& stay : group.stays) {
      if (merged.empty() || merged.back().member != stay.member) {
        merged.push_back(stay);
        continue;
      }
      Stay& one = merged.back();
      one.from =
          one.from && stay.from ? std::optional(std::min(*one.from, *stay.from)) : std::nullopt;
      one.to = one.to && stay.to ? std::optional(std::max(*one.to, *stay.to)) : std::nullopt;
    }
    group.stays = std::move(merged);
  }
  for (std::size_t number = 0; number < groups_.size(); ++number) {
    for (const Stay& stay : groups_[number].stays) {
      groups_of_.resize(std::max<std::size_t>(groups_of_.size(), stay.member + 1));
      groups_of_[stay.member].push_back(number);
    }
  }
}

std::size_t Organisations::place_of(const Group& group, Node member) {
  return static_cast<std::size_t>(std::ranges::lower_bound(group.stays, member, {}, &Stay::member) -
                                  group.stays.begin());
}

std::optional<Organisations::Shared> Organisations::shared_by(const Group& group,
                                                              std::size_t i,
                                                              std::size_t j) const {
  const Stay& a = group.stays[i];
  const Stay& b = group.stays[j];
  Shared shared{.name = group.name,
                .last = std::min({a.to.value_or(today_), b.to.value_or(today_), today_}),
                .weight = weight_of_organisation(group.stays.size())};
  if (a.from || b.from) {
    shared.since = std::max(a.from.value_or(*(b.from ? b.from : a.from)),
                            b.from.value_or(*(a.from ? a.from : b.from)));
    if (*shared.since > shared.last) {
      return std::nullopt;
    }
  }
  if ((a.from && b.to && *a.from > *b.to) || (b.from && a.to && *b.from > *a.to)) {
    return std::nullopt;
  }
  return shared;
}

}  // namespace kith::network

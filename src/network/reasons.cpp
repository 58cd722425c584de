// Why two people are tied.
#include "network/reasons.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "network/tie_rules.hpp"
#include <kith/store/interaction_repo.hpp>
#include <kith/store/link_repo.hpp>
#include <kith/store/person_repo.hpp>
#include <kith/text/fold.hpp>

namespace kith::network {
namespace {

/// What you did with somebody, and where you saw two of them.
struct KindWords {
  std::string_view kind{};
  std::string_view you{};
  std::string_view they{};
};
constexpr std::array kKindWords{
    KindWords{"coffee", "you had coffee with ", "over coffee"},
    KindWords{"breakfast", "you had breakfast with ", "at breakfast"},
    KindWords{"lunch", "you had lunch with ", "at lunch"},
    KindWords{"dinner", "you had dinner with ", "at dinner"},
    KindWords{"drinks", "you had drinks with ", "over drinks"},
    KindWords{"call", "you had a call with ", "on a call"},
    KindWords{"video", "you had a video call with ", "on a video call"},
    KindWords{"message", "you exchanged messages with ", "in your messages"},
    KindWords{"email", "you exchanged e-mails with ", "in your e-mails"},
    KindWords{"letter", "you exchanged letters with ", "in your letters"},
    KindWords{"meeting", "you had a meeting with ", "in a meeting"},
    KindWords{"walk", "you went for a walk with ", "on a walk"},
    KindWords{"visit", "there was a visit with ", "on a visit"},
    KindWords{"party", "you were at a party with ", "at a party"},
    KindWords{"event", "you were at an event with ", "at an event"},
    KindWords{"gift", "there was a gift between you and ", "over a gift"},
    KindWords{"intro", "there was an introduction with ", "at an introduction"}};

const KindWords* words_of(std::string_view kind) {
  const auto* const found = std::ranges::find(kKindWords, kind, &KindWords::kind);
  return found == kKindWords.end() ? nullptr : found;
}

/// How telling a link is: the least first.
std::size_t rank(const Link& link) {
  constexpr std::array<std::string_view, 5> kOrder{
      "introduced", "partner", "family", "colleague", "friend"};
  return static_cast<std::size_t>(std::ranges::find(kOrder, link.kind) - kOrder.begin());
}

std::string words_of(const Link& link, const PersonRef& one, const PersonRef& other) {
  const std::string through = link.via ? ", through " + link.via->name : "";
  if (link.kind == "introduced") {
    return link.a.name + " introduced you to " + link.b.name;
  }
  if (link.kind == "partner") {
    return one.name + " is the partner of " + other.name + through;
  }
  if (link.kind == "family") {
    return one.name + " is family of " + other.name + through;
  }
  if (link.kind == "colleague") {
    return one.name + " works with " + other.name + through;
  }
  if (link.kind == "friend") {
    return one.name + " is a friend of " + other.name + through;
  }
  if (link.kind == "knows") {
    return one.name + " knows " + other.name + through;
  }
  return one.name + " and " + other.name + " are tied as " + link.kind + through;
}

std::optional<std::string> by_link(Store& store, const PersonRef& one, const PersonRef& other) {
  std::optional<Link> best;
  for (const Link& link : store.links().of(one.id)) {
    if ((link.a.id == other.id || link.b.id == other.id) && (!best || rank(link) < rank(*best))) {
      best = link;
    }
  }
  return best ? std::optional(words_of(*best, one, other)) : std::nullopt;
}

/// "Ana Lim brought Bo Ek and Cy Dahl together".
std::optional<std::string> by_bringing(Store& store, const PersonRef& one, const PersonRef& other) {
  std::optional<std::string> words;
  const auto look = [&](const PersonRef& broker, const PersonRef& person) {
    for (const Link& link : store.links().of(person.id)) {
      if (link.via && link.via->id == broker.id && !words) {
        words = broker.name + " brought " + link.a.name + " and " + link.b.name + " together";
      }
    }
  };
  look(one, other);
  look(other, one);
  return words;
}

std::optional<std::string> by_organisation(Store& store,
                                           const PersonRef& one,
                                           const PersonRef& other,
                                           Date today) {
  Organisations organisations;
  std::vector<Membership> memberships = store.people().memberships_of(one.id);
  for (const Membership& membership : memberships) {
    organisations.add(0, membership.org, membership.from, membership.to);
  }
  for (const Membership& membership : store.people().memberships_of(other.id)) {
    organisations.add(1, membership.org, membership.from, membership.to);
  }
  organisations.finish(to_day_number(today));
  std::optional<std::string> words;
  organisations.for_each_tie_of(0, [&](Node, const Organisations::Shared& shared) {
    const bool lasts = shared.last == to_day_number(today);
    if (!words || lasts) {
      words = lasts ? one.name + " works with " + other.name + " at " + std::string{shared.name}
                    : one.name + " and " + other.name + " were both at " + std::string{shared.name};
    }
  });
  return words;
}

}  // namespace

std::string ago(Date day, Date today) {
  const int days = days_between(day, today);
  constexpr int kMonth = 30;
  constexpr int kYear = 365;
  constexpr int kInDays = 90;  // longer than that, nobody counts days
  if (days <= 1) {
    return days <= 0 ? "today" : "yesterday";
  }
  if (days <= kInDays) {
    return std::to_string(days) + " days ago";
  }
  return days < 2 * kYear ? std::to_string(days / kMonth) + " months ago"
                          : std::to_string(days / kYear) + " years ago";
}

std::string how_you_know(Store& store, const PersonRef& person, Date today) {
  const auto met = store.interactions().latest_together(person.id, person.id, today);
  if (!met) {
    return {};
  }
  const KindWords* words = words_of(met->kind);
  return std::string{words == nullptr ? "you spent time with " : words->you} + person.name + " " +
         ago(met->date, today);
}

std::string how_they_know(Store& store, const PersonRef& one, const PersonRef& other, Date today) {
  if (const auto link = by_link(store, one, other)) {
    return *link;
  }
  if (const auto brought = by_bringing(store, one, other)) {
    return *brought;
  }
  if (const auto met = store.interactions().latest_together(one.id, other.id, today)) {
    const KindWords* words = words_of(met->kind);
    return one.name + " and " + other.name + " were together " +
           (words == nullptr ? "" : std::string{words->they} + " ") + ago(met->date, today);
  }
  return by_organisation(store, one, other, today).value_or("");
}

std::vector<std::string> reasons_along(Store& store,
                                       const std::vector<PersonRef>& people,
                                       bool from_you,
                                       Date today) {
  std::vector<std::string> reasons;
  if (from_you && !people.empty()) {
    reasons.push_back(how_you_know(store, people.front(), today));
  }
  for (std::size_t i = 1; i < people.size(); ++i) {
    reasons.push_back(how_they_know(store, people[i - 1], people[i], today));
  }
  return reasons;
}

}  // namespace kith::network

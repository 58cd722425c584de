// Moments of introductions: who brought whom together, whether it took, and where it led.
#include "network/introductions.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include <fmt/format.h>

#include "review/finder.hpp"
#include "review/words.hpp"
#include <kith/store/interaction_repo.hpp>

namespace kith::review {
namespace {

using network::Introduction;

constexpr std::array<std::size_t, 6> kMany{5, 10, 25, 50, 100, 250};

class Introductions {
 public:
  explicit Introductions(Finder& finder)
      : finder_(finder), all_(network::told_introductions(finder.store(), finder.today())) {}

  void find() {
    find_present();
    for (const Introduction& one : all_) {
      if (one.day > finder_.until()) {
        return;  // they come by day
      }
      if (finder_.has(one.day) && one.dated) {
        tell(one);
      }
      took(one);
      if (one.by && !one.b) {
        lead(one);
      }
    }
  }

 private:
  void find_present() {
    finder_.store().interactions().for_each_presence(
        finder_.from(), finder_.until(), [&](const Presence& one) { present_.insert(one.person); });
  }

  void tell(const Introduction& one) {
    if (!one.by && one.b) {
      finder_.tell(MomentKind::introduction_made,
                   one.day,
                   {one.a, *one.b},
                   fmt::format("You introduced {} and {} to each other.", one.a.name, one.b->name));
    } else if (one.by && !one.b) {
      finder_.tell(MomentKind::introduction_received,
                   one.day,
                   {*one.by, one.a},
                   fmt::format("{} introduced you to {}.", one.by->name, one.a.name));
    }
  }

  /// Yours, and those to you: what others made of those by others is theirs.
  void took(const Introduction& one) {
    const bool is_yours = !one.by || !one.b;
    // Whoever was not there in the period did not meet again in it.
    if (!is_yours || !present_.contains(one.a.id) || (one.b && !present_.contains(one.b->id))) {
      return;
    }
    const auto day = network::took_on(finder_.store(), one, finder_.until());
    if (!day || !finder_.has(*day)) {
      return;
    }
    if (one.b) {
      finder_.tell(MomentKind::introduction_took,
                   *day,
                   {one.a, *one.b},
                   fmt::format("{} and {} met again, {} after you introduced them.",
                               one.a.name,
                               one.b->name,
                               span_words(one.day, *day)));
    } else {
      finder_.tell(MomentKind::introduction_took,
                   *day,
                   {one.a, *one.by},
                   fmt::format("You and {} were in touch on your own, {} after {} introduced you.",
                               one.a.name,
                               span_words(one.day, *day),
                               one.by->name));
    }
  }

  /// Along the chain that led to the one who was just introduced to you; they come by day.
  void lead(const Introduction& one) {
    if (!by_.emplace(one.a.id, *one.by).second) {
      return;  // introduced before
    }
    std::vector<PersonRef> chain{*one.by};
    std::set<PersonId> seen{one.a.id, one.by->id};
    for (auto next = by_.find(one.by->id); next != by_.end() && seen.insert(next->second.id).second;
         next = by_.find(next->second.id)) {
      chain.push_back(next->second);
    }
    const bool is_of_now = finder_.has(one.day) && one.dated;
    for (const PersonRef& broker : chain) {
      const std::size_t count = ++come_through_[broker.id];
      if (is_of_now && std::ranges::find(kMany, count) != kMany.end()) {
        finder_.tell(
            MomentKind::trace_back,
            one.day,
            {broker},
            fmt::format("{} people you know trace back to {} by now.", count, broker.name));
      }
    }
    const auto circle = finder_.person(one.a.id).circle;
    const bool is_close = circle && *circle <= Circle::close;
    if (chain.size() < 2 || !is_close || !is_of_now) {
      return;
    }
    std::vector<PersonRef> people{one.a};
    people.insert(people.end(), chain.begin(), chain.end());
    std::string text =
        fmt::format("{}, who is close to you, came through {}", one.a.name, chain.front().name);
    for (std::size_t i = 1; i < chain.size(); ++i) {
      text += fmt::format(", who came through {}", chain[i].name);
    }
    finder_.tell(MomentKind::chain, one.day, std::move(people), text + ".");
  }

  Finder& finder_;
  std::vector<Introduction> all_;
  std::set<PersonId> present_{};
  std::map<PersonId, PersonRef> by_{};
  std::map<PersonId, std::size_t> come_through_{};
};

}  // namespace

void find_introductions(Finder& finder) { Introductions{finder}.find(); }

}  // namespace kith::review

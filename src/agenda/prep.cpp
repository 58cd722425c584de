// Gathers what to know before you meet somebody.
#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include <kith/agenda/prep.hpp>
#include <kith/store/fact_repo.hpp>
#include <kith/store/follow_up_repo.hpp>
#include <kith/store/interaction_repo.hpp>
#include <kith/store/link_repo.hpp>
#include <kith/store/person_repo.hpp>
#include <kith/store/text_index.hpp>
#include <kith/text/fold.hpp>

namespace kith {
namespace {

constexpr int kSoon = 30;
constexpr int kYear = 365;
constexpr std::size_t kLately = 3;
constexpr std::size_t kNamed = 5;
/// So many of a place are looked at: of a city of thousands, a few are named anyway.
constexpr std::size_t kCrowd = 200;

class Gatherer {
 public:
  Gatherer(Store& store, PersonId person, Date today)
      : store_(store), today_(today), prep_{.person = store.people().get(person)} {}

  Prep gather() {
    prep_.last_seen = store_.people().last_seen(prep_.person.id, today_);
    for (FollowUp& one : store_.follow_ups().of(prep_.person.id)) {
      if (one.status == FollowUpStatus::open) {
        (one.owed_by == Owner::me ? prep_.promised : prep_.owed).push_back(std::move(one));
      }
    }
    for (Fact& fact : store_.facts().of(prep_.person.id)) {
      if (auto* const list = list_for(fact)) {
        list->push_back(std::move(fact));
      }
    }
    for (auto* const list : {&prep_.successes, &prep_.hopes, &prep_.family, &prep_.other_facts}) {
      std::ranges::sort(*list, [&](const Fact& a, const Fact& b) {
        return std::pair(day(a), a.id) > std::pair(day(b), b.id);
      });
    }
    std::ranges::sort(prep_.ask, [](const Fact& a, const Fact& b) {
      return std::pair(*a.date, a.id) < std::pair(*b.date, b.id);
    });
    store_.interactions().for_each({.person = prep_.person.id, .until = today_},
                                   [&](const Interaction& one) {
                                     if (!one.unanswered) {
                                       prep_.lately.push_back(one);
                                     }
                                     return prep_.lately.size() < kLately;
                                   });
    prep_.links = store_.links().of(prep_.person.id);
    if (const PartialDate& birthday = prep_.person.birthday; birthday.month && birthday.day) {
      const Date next = next_anniversary(*birthday.month, *birthday.day, today_);
      if (days_between(today_, next) <= kSoon) {
        prep_.birthday = next;
      }
    }
    know_there(true, prep_.person.org());
    know_there(false, prep_.person.city);
    return std::move(prep_);
  }

 private:
  Date day(const Fact& fact) const { return day_of(fact, store_.clock()); }
  bool in_touch_since(Date date) const { return prep_.last_seen && *prep_.last_seen >= date; }
  bool is_recent(Date date) const { return date <= today_ && days_between(date, today_) <= kYear; }

  /// Where a fact belongs; nowhere if it is over and done with.
  std::vector<Fact>* list_for(const Fact& fact) {
    const bool is_near =
        was_ahead(fact, store_.clock()) &&
        (*fact.date > today_ ? days_between(today_, *fact.date) <= kSoon
                             : is_recent(*fact.date) && !in_touch_since(*fact.date));
    if (is_hope(fact) && fact.status != HopeStatus::open) {
      return nullptr;
    }
    if (is_near) {
      return &prep_.ask;
    }
    if (is_hope(fact)) {
      return &prep_.hopes;
    }
    if (is_success(fact)) {
      return is_recent(day(fact)) && !in_touch_since(day(fact)) ? &prep_.successes
                                                                : &prep_.other_facts;
    }
    return fact.kind == "family" ? &prep_.family : &prep_.other_facts;
  }

  bool is_there(const Person& person, bool is_org, const std::string& place) const {
    if (!is_org) {
      return text::fold(person.city) == place;
    }
    return std::ranges::any_of(person.memberships, [&](const Membership& one) {
      return one.to.empty() && text::fold(one.org) == place;
    });
  }

  void know_there(bool is_org, const std::string& place) {
    if (place.empty()) {
      return;
    }
    std::vector<std::pair<std::optional<Date>, PersonRef>> found;
    const std::string folded = text::fold(place);
    for (const PersonId id : store_.texts().people(place, kCrowd)) {
      if (id == prep_.person.id) {
        continue;
      }
      const Person other = store_.people().get(id);
      if (!other.archived && other.standing == Standing::active &&
          is_there(other, is_org, folded)) {
        found.emplace_back(store_.people().last_seen(id, today_), other.ref());
      }
    }
    if (found.empty()) {
      return;
    }
    std::ranges::sort(found, [](const auto& a, const auto& b) {
      return a.first != b.first               ? a.first > b.first
             : a.second.name != b.second.name ? a.second.name < b.second.name
                                              : a.second.uid.bytes < b.second.uid.bytes;
    });
    KnownThere there{.is_org = is_org, .place = place};
    const std::size_t named = std::min(found.size(), kNamed);
    for (std::size_t i = 0; i < named; ++i) {
      there.people.push_back(std::move(found[i].second));
    }
    there.more = found.size() - named;
    prep_.known_there.push_back(std::move(there));
  }

  Store& store_;
  Date today_;
  Prep prep_;
};

}  // namespace

Prep prepare(Store& store, PersonId person, Date today) {
  return store.read([&] { return Gatherer{store, person, today}.gather(); });
}

}  // namespace kith

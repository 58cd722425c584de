// Who is due today. The score falls with the day last seen within a group of equal circle and
// cadence, so the first few of each group and the people who have a reason of their own are all
// that has to be looked at: the cost grows with the answer, not with the number of people (ADR
// 0004).
#include <algorithm>
#include <limits>
#include <tuple>

#include "agenda/old_friends.hpp"
#include "agenda/pool.hpp"
#include "agenda/why.hpp"
#include <kith/agenda/agenda.hpp>
#include <kith/domain/silence.hpp>
#include <kith/store/fact_repo.hpp>
#include <kith/store/follow_up_repo.hpp>
#include <kith/store/person_repo.hpp>
#include <kith/store/rhythm_repo.hpp>
#include <kith/text/fold.hpp>

namespace kith {

namespace {

using agenda::Candidate;
using agenda::Candidates;
using agenda::Reasons;

constexpr Date kLongAgo{std::chrono::year{1}, std::chrono::January, std::chrono::day{1}};
constexpr std::size_t kEverybody = std::numeric_limits<std::size_t>::max();
constexpr std::size_t kOldFriendStands = 2;  // after two easier names

bool scores_more(const Candidate& a, const Candidate& b) { return a.score > b.score; }

std::pair<double, int> rank(const Candidate& one) {
  return {one.score, one.days_since.value_or(0)};
}

bool ranks_before(const Candidate& a, const Candidate& b) { return rank(a) > rank(b); }

class Agenda {
 public:
  Agenda(Store& store, const DueQuery& query)
      : store_(store), query_(query), today_(store.clock().today()), pool_(store, query) {}

  // As many as list() would hold with `all`.
  std::size_t count() {
    // Nobody who is silent has a birthday here, and a reason needs no weighing, unless only one
    // circle or tag is asked for.
    const bool everybody = !query_.circle && query_.tags.empty();
    std::vector<PersonId> found;
    for (const PersonId person : pool_.singled_out()) {
      if (everybody && pool_.has_reason_in_any_case(person)) {
        found.push_back(person);
      } else if (auto candidate = pool_.wanted(person)) {
        pool_.settle_facts(*candidate);
        if (pool_.lists(*candidate) || candidate->old_friend) {
          found.push_back(person);
        }
      }
    }
    const std::vector<PersonId> for_themselves = found;
    if (query_.tags.empty()) {
      for (const RhythmGroup& group : pool_.groups()) {
        const auto add = [&](const Rhythm& rhythm) {
          if (!pool_.has(rhythm.person)) {
            found.push_back(rhythm.person);
          }
          return true;
        };
        store_.rhythms().for_each(group, kLongAgo, pool_.due_since(group), add);
      }
    }
    return store_.people().count_not_silent(found, today_) +
           (everybody ? pool_.birthdays_beside(for_themselves) : 0);
  }

  /// With `all`.
  void tell(const std::function<void(const DueEntry&)>& visit) {
    visit_ = &visit;
    list();
  }

  std::vector<DueEntry> list() {
    // Where only the first few are asked for, the many birthdays come in if the list reaches them.
    const bool few = !query_.all && !query_.circle && query_.tags.empty();
    if (!few) {
      pool_.take_birthdays();
    }
    candidates_ = pool_.weighed();
    std::vector<DueEntry> entries = most_pressing(query_.all ? kEverybody : query_.limit);
    const bool reaches_birthdays = entries.size() < query_.limit || entries.empty() ||
                                   entries.back().score <= agenda::birthday_alone();
    if (few && reaches_birthdays) {
      pool_.take_birthdays();
      candidates_ = pool_.weighed();
      entries = most_pressing(query_.limit);
    }
    if (query_.all) {
      append_old_friends(entries);
    } else {
      insert_old_friend(entries);
    }
    return entries;
  }

 private:
  // --- the most pressing of them ----------------------------------------------------------------

  std::vector<DueEntry> most_pressing(std::size_t limit) {
    Candidates listed;
    std::ranges::copy_if(candidates_, std::back_inserter(listed), [&](const Candidate& candidate) {
      return pool_.lists(candidate);
    });
    if (!query_.tags.empty()) {
      return entries_of(listed, limit, nullptr);
    }
    // Silent people can use up what was taken of a group: then take more of each.
    for (std::size_t per_group = limit;; per_group *= 4) {
      Candidates all = listed;
      std::optional<Candidate> floor;  // people who were not taken may rank just below it
      for (const RhythmGroup& group : pool_.groups()) {
        if (const auto last = take_first(group, per_group, all)) {
          floor = !floor || ranks_before(*last, *floor) ? last : floor;
        }
      }
      bool reached_floor = false;
      std::vector<DueEntry> entries =
          entries_of(std::move(all), limit, floor ? &*floor : nullptr, &reached_floor);
      if (!reached_floor) {
        return entries;
      }
    }
  }

  // Adds the first people of a group, with all who tie with the last of them; returns that last one
  // if there are more.
  std::optional<Candidate> take_first(const RhythmGroup& group,
                                      std::size_t count,
                                      Candidates& into) {
    const Cadence cadence = agenda::cadence_of(group);
    const Date from = add_days(agenda::old_friend_since(cadence, today_), 1);
    const Date to = pool_.due_since(group);
    std::size_t taken = 0;
    std::optional<Candidate> last;
    bool more = false;
    store_.rhythms().for_each(group, from, to, [&](const Rhythm& rhythm) {
      if (pool_.has(rhythm.person)) {
        return true;
      }
      if (taken >= count && (!last || *last->counted_from != rhythm.last)) {
        more = true;
        return false;
      }
      last = pool_.weigh(rhythm);
      into.push_back(*last);
      ++taken;
      return true;
    });
    return more ? last : std::nullopt;
  }

  // The first `limit` who are not silent, in order. `reached_floor` tells whether people who rank
  // below `floor` (and are not all known) were needed.
  std::vector<DueEntry> entries_of(Candidates candidates,
                                   std::size_t limit,
                                   const Candidate* floor,
                                   bool* reached_floor = nullptr) {
    std::ranges::stable_sort(candidates, scores_more);
    std::vector<DueEntry> entries;
    for (auto begin = candidates.begin(); begin != candidates.end() && entries.size() < limit;) {
      const auto tied = [&](const Candidate& other) { return other.score == begin->score; };
      const auto end = std::find_if_not(begin, candidates.end(), tied);
      if (settle(begin, end)) {  // they may rank lower now, or have no reason at all
        const auto unlisted = [&](const Candidate& one) { return !pool_.lists(one); };
        candidates.erase(std::remove_if(begin, end, unlisted), end);
        std::stable_sort(begin, candidates.end(), scores_more);
        continue;
      }
      std::for_each(begin, end, [&](Candidate& one) { pool_.look_up_days(one); });
      std::stable_sort(begin, end, ranks_before);
      begin = append_tied(begin, end, limit, floor, entries);
      if (begin != end && entries.size() < limit) {
        *reached_floor = true;
        return {};
      }
    }
    if (floor != nullptr && entries.size() < limit) {
      *reached_floor = true;
      return {};
    }
    return entries;
  }

  // True if anything was only assumed of one of them.
  template <class Iterator>
  bool settle(Iterator begin, Iterator end) {
    bool assumed = false;
    std::for_each(begin, end, [&](Candidate& one) { assumed = pool_.settle(one) || assumed; });
    return assumed;
  }

  // Appends people of one score, longest unseen first, up to `floor`; returns how far it came.
  template <class Iterator>
  Iterator append_tied(Iterator begin,
                       Iterator end,
                       std::size_t limit,
                       const Candidate* floor,
                       std::vector<DueEntry>& entries) {
    while (begin != end && entries.size() < limit) {
      if (floor != nullptr && ranks_before(*floor, *begin)) {
        return begin;
      }
      const auto as_long =
          std::find_if(begin, end, [&](Candidate& other) { return rank(other) != rank(*begin); });
      if (limit == kEverybody) {
        append_by_name(begin, as_long, entries);
        begin = as_long;
        continue;
      }
      sort_by_name(begin, as_long);
      for (; begin != as_long && entries.size() < limit; ++begin) {
        append(*begin, person_of(*begin), entries);
      }
    }
    return end;
  }

  // All of them: then whoever is read for the name need not be read again.
  template <class Iterator>
  void append_by_name(Iterator begin, Iterator end, std::vector<DueEntry>& entries) {
    struct Named {
      std::string name{};
      Person person{};
      const Candidate* candidate = nullptr;
    };
    std::vector<Named> people;
    people.reserve(static_cast<std::size_t>(end - begin));
    for (auto it = begin; it != end; ++it) {
      people.push_back({.person = person_of(*it), .candidate = &*it});
      if (is_silent(people.back().person, today_)) {
        people.pop_back();
      } else if (end - begin > 1) {
        people.back().name = text::fold(people.back().person.name);
      }
    }
    std::vector<Named*> in_order;
    in_order.reserve(people.size());
    std::ranges::transform(people, std::back_inserter(in_order), [](Named& one) { return &one; });
    std::ranges::sort(
        in_order, {}, [](const Named* one) { return std::tie(one->name, one->person.uid); });
    for (Named* one : in_order) {
      append(*one->candidate, std::move(one->person), entries);
    }
  }

  Person person_of(const Candidate& candidate) const {
    return query_.whole_people ? store_.people().get(candidate.person)
                               : store_.people().brief(candidate.person);
  }

  void append(const Candidate& candidate, Person&& person, std::vector<DueEntry>& entries) {
    auto entry = entry_of(candidate, std::move(person));
    if (entry && visit_ != nullptr) {
      (*visit_)(*entry);
    } else if (entry) {
      entries.push_back(std::move(*entry));
    }
  }

  template <class Iterator>
  void sort_by_name(Iterator begin, Iterator end) {
    if (end - begin < 2) {
      return;
    }
    std::vector<std::tuple<std::string, Uid, Candidate>> named;
    for (auto it = begin; it != end; ++it) {
      const PersonRef ref = store_.people().ref(it->person);
      named.emplace_back(text::fold(ref.name), ref.uid, *it);
    }
    std::ranges::sort(
        named, {}, [](const auto& one) { return std::tie(std::get<0>(one), std::get<1>(one)); });
    std::ranges::transform(named, begin, [](const auto& one) { return std::get<2>(one); });
  }

  // Nothing for silent people.
  std::optional<DueEntry> entry_of(const Candidate& candidate, Person&& person) {
    DueEntry entry;
    entry.person = std::move(person);
    if (is_silent(entry.person, today_)) {
      return std::nullopt;
    }
    entry.last_seen = candidate.was_looked_up ? candidate.last_seen
                                              : store_.people().last_seen(candidate.person, today_);
    entry.score = candidate.score;
    entry.old_friend = candidate.old_friend;
    agenda::Situation now{
        .today = today_,
        .last_seen = entry.last_seen,
        .counted_from = candidate.group ? candidate.counted_from : entry.last_seen,
        .check_in = candidate.check_in,
        .old_friend = candidate.old_friend};
    const Reasons& reasons = pool_.reasons_of(candidate.person);
    for (FollowUp& one : pool_.due_of(entry.person.ref())) {
      (one.owed_by == Owner::me ? now.promises : now.owed).push_back(std::move(one));
    }
    now.birthday = reasons.birthday_near || reasons.birthday_ahead;
    now.event = occasion(agenda::event_to_ask_about(reasons, entry.last_seen));
    now.success = occasion(agenda::success_to_celebrate(reasons, entry.last_seen));
    agenda::explain(entry, now);
    return entry;
  }

  std::optional<agenda::Occasion> occasion(const agenda::DatedFact* one) {
    if (one == nullptr) {
      return std::nullopt;
    }
    const std::optional<Fact> fact = store_.facts().find(one->fact);
    return fact ? std::optional(agenda::Occasion{.day = one->day, .text = fact->text})
                : std::nullopt;
  }

  // --- old friends ------------------------------------------------------------------------------

  void insert_old_friend(std::vector<DueEntry>& entries) {
    if (pool_.groups().empty()) {
      return;  // nobody is tracked, of the circle asked for
    }
    const auto friend_now = agenda::old_friend_of_the_week(store_, today_);
    if (!friend_now || (query_.circle && friend_now->group.circle != query_.circle)) {
      return;
    }
    const bool listed = std::ranges::any_of(
        entries, [&](const DueEntry& entry) { return entry.person.id == friend_now->person; });
    const bool tagged = query_.tags.empty() || pool_.has(friend_now->person);
    Candidate candidate = pool_.weigh(friend_now->person);
    pool_.settle(candidate);
    if (listed || !tagged || pool_.has_reason(candidate)) {
      return;
    }
    auto entry = entry_of(candidate, person_of(candidate));
    const std::size_t place = std::min(kOldFriendStands, entries.size());
    if (!entry || place >= query_.limit) {
      return;
    }
    entries.insert(entries.begin() + static_cast<std::ptrdiff_t>(place), std::move(*entry));
    entries.resize(std::min(entries.size(), query_.limit));
  }

  void append_old_friends(std::vector<DueEntry>& entries) {
    Candidates friends;
    for (Candidate& candidate : candidates_) {
      if (candidate.old_friend) {
        pool_.settle(candidate);
        if (!pool_.has_reason(candidate)) {
          friends.push_back(candidate);
        }
      }
    }
    if (query_.tags.empty()) {
      for (const RhythmGroup& group : pool_.groups()) {
        const Date latest = agenda::old_friend_since(agenda::cadence_of(group), today_);
        store_.rhythms().for_each(group, kLongAgo, latest, [&](const Rhythm& rhythm) {
          if (!pool_.has(rhythm.person)) {
            friends.push_back(pool_.weigh(rhythm));
          }
          return true;
        });
      }
    }
    std::ranges::move(entries_of(std::move(friends), kEverybody, nullptr),
                      std::back_inserter(entries));
  }

  Store& store_;
  const DueQuery& query_;
  Date today_;
  agenda::Pool pool_;
  Candidates candidates_{};
  const std::function<void(const DueEntry&)>* visit_ = nullptr;  // instead of a list
};

}  // namespace

std::string_view to_string(DueReason reason) {
  switch (reason) {
    case DueReason::check_in:
      return "check_in";
    case DueReason::follow_up:
      return "follow_up";
    case DueReason::occasion:
      return "occasion";
  }
  return "";
}

std::vector<DueEntry> who_is_due(Store& store, const DueQuery& query) {
  return store.read([&] { return Agenda{store, query}.list(); });
}

void for_everybody_due(Store& store,
                       const DueQuery& query,
                       const std::function<void(const DueEntry&)>& visit) {
  DueQuery everybody = query;
  everybody.all = true;
  store.read([&] { Agenda{store, everybody}.tell(visit); });
}

std::size_t how_many_are_due(Store& store, const DueQuery& query) {
  return store.read([&] { return Agenda{store, query}.count(); });
}

}  // namespace kith

// Who is due today. The score falls with the day last seen within a group of equal circle and
// cadence, so the first few of each group and the people who have a reason of their own are all
// that has to be looked at: the cost grows with the answer, not with the number of people (ADR
// 0004).
#include <algorithm>
#include <limits>
#include <set>
#include <tuple>

#include "agenda/old_friends.hpp"
#include "agenda/reasons.hpp"
#include "agenda/why.hpp"
#include <kith/agenda/agenda.hpp>
#include <kith/domain/score.hpp>
#include <kith/domain/silence.hpp>
#include <kith/store/person_repo.hpp>
#include <kith/store/rhythm_repo.hpp>
#include <kith/text/fold.hpp>

namespace kith {

namespace {

using agenda::Reasons;

constexpr Date kFarAhead{std::chrono::year{9999}, std::chrono::December, std::chrono::day{31}};
constexpr Date kLongAgo{std::chrono::year{1}, std::chrono::January, std::chrono::day{1}};
constexpr std::size_t kEverybody = std::numeric_limits<std::size_t>::max();
constexpr std::size_t kOldFriendStands = 2;  // after two easier names

// A person as far as the order of the list needs them.
struct Candidate {
  PersonId person{};
  std::optional<RhythmGroup> group{};  // nothing: not tracked
  std::optional<Date> counted_from{};
  std::optional<Date> last_seen{};  // asked for only where a fact's day is to be compared with it
  int days_since = 0;
  bool check_in = false;  // the rhythm lists them
  bool old_friend = false;
  double score = 0;

  // Most pressing first; ties by longer unseen, then (elsewhere, since it costs) by name and uid.
  std::pair<double, int> rank() const { return {score, days_since}; }
};

bool ranks_before(const Candidate& a, const Candidate& b) { return a.rank() > b.rank(); }

class Agenda {
 public:
  Agenda(Store& store, const DueQuery& query)
      : store_(store), query_(query), today_(store.clock().today()) {}

  // As many as list() would hold with `all`.
  std::size_t count() {
    reasons_ = agenda::gather_reasons(store_, today_, query_.within_days);
    gather_singled_out();
    std::size_t found = 0;
    const auto add = [&](PersonId person) {
      found += is_silent(store_.people().without_lists(person), today_) ? 0U : 1U;
    };
    for (const Candidate& candidate : candidates_) {
      if (candidate.check_in || candidate.old_friend ||
          lists(reasons_of(candidate.person), candidate.last_seen)) {
        add(candidate.person);
      }
    }
    if (query_.tags.empty()) {
      for (const RhythmGroup& group : groups()) {
        store_.rhythms().for_each(group, kLongAgo, due_since(group), [&](const Rhythm& rhythm) {
          if (!singled_out_.contains(rhythm.person)) {
            add(rhythm.person);
          }
          return true;
        });
      }
    }
    return found;
  }

  std::vector<DueEntry> list() {
    reasons_ = agenda::gather_reasons(store_, today_, query_.within_days);
    gather_singled_out();
    std::vector<DueEntry> entries = most_pressing(query_.all ? kEverybody : query_.limit);
    if (query_.all) {
      append_old_friends(entries);
    } else {
      insert_old_friend(entries);
    }
    return entries;
  }

 private:
  // --- who comes into question ------------------------------------------------------------------

  // People who have to be looked at one by one: those with a reason, those of the tags asked for,
  // those whose next interaction is in the log already.
  void gather_singled_out() {
    std::set<PersonId> people;
    if (!query_.tags.empty()) {
      const PersonFilter filter{.circle = query_.circle, .tags = query_.tags};
      store_.people().for_each(filter, PersonOrder::name, [&](const ListedPerson& listed) {
        people.insert(listed.person.id);
        return true;
      });
    } else {
      for (const auto& [person, reasons] : reasons_) {
        people.insert(person);
      }
      for (const RhythmGroup& group : groups()) {
        store_.rhythms().for_each(group, add_days(today_, 1), kFarAhead, [&](const Rhythm& rhythm) {
          people.insert(rhythm.person);
          return true;
        });
      }
    }
    for (const PersonId person : people) {
      singled_out_.insert(person);
      const Candidate candidate = weigh(person);
      if (query_.circle && (!candidate.group || candidate.group->circle != query_.circle)) {
        continue;
      }
      candidates_.push_back(candidate);
    }
  }

  std::vector<RhythmGroup> groups() {
    std::vector<RhythmGroup> found = store_.rhythms().groups();
    if (query_.circle) {
      std::erase_if(found, [&](const RhythmGroup& group) { return group.circle != query_.circle; });
    }
    return found;
  }

  const Reasons& reasons_of(PersonId person) const {
    static const Reasons kNone{};
    const auto found = reasons_.find(person);
    return found == reasons_.end() ? kNone : found->second;
  }

  Candidate weigh(PersonId person) {
    Candidate candidate{.person = person};
    const Reasons& reasons = reasons_of(person);
    const auto rhythm = store_.rhythms().find(person);
    if (!rhythm || !reasons.events.empty() || !reasons.successes.empty()) {
      candidate.last_seen = store_.people().last_seen(person, today_);
    }
    candidate.counted_from = candidate.last_seen;
    if (rhythm) {
      candidate.group = rhythm->group;
      candidate.counted_from = agenda::counted_from(store_, *rhythm, today_);
    }
    add_score(candidate);
    return candidate;
  }

  Candidate weigh(const Rhythm& rhythm) {
    Candidate candidate{
        .person = rhythm.person, .group = rhythm.group, .counted_from = rhythm.last};
    add_score(candidate);
    return candidate;
  }

  void add_score(Candidate& candidate) {
    const Reasons& reasons = reasons_of(candidate.person);
    Pressing pressing;
    if (candidate.counted_from) {
      candidate.days_since = std::max(days_between(*candidate.counted_from, today_), 0);
    }
    pressing.days_since = candidate.days_since;
    if (candidate.group) {
      const Cadence cadence = agenda::cadence_of(*candidate.group);
      pressing.cadence = cadence;
      pressing.circle = candidate.group->circle;
      candidate.old_friend = is_old_friend(candidate.days_since, cadence);
      candidate.check_in =
          !candidate.old_friend && is_due(candidate.days_since + query_.within_days, cadence);
    }
    pressing.promise_due = agenda::promise_due(reasons, today_);
    pressing.birthday_near = reasons.birthday_near;
    pressing.event_just_past = event_to_ask_about(reasons, candidate.last_seen) != nullptr;
    pressing.success_uncelebrated = success_to_celebrate(reasons, candidate.last_seen) != nullptr;
    candidate.score = score(pressing);
  }

  // --- the most pressing of them ----------------------------------------------------------------

  std::vector<DueEntry> most_pressing(std::size_t limit) {
    std::vector<Candidate> listed;
    for (const Candidate& candidate : candidates_) {
      if (candidate.check_in || lists(reasons_of(candidate.person), candidate.last_seen)) {
        listed.push_back(candidate);
      }
    }
    if (!query_.tags.empty()) {
      return entries_of(listed, limit, nullptr);
    }
    // Silent people can use up what was taken of a group: then take more of each.
    for (std::size_t per_group = limit;; per_group *= 4) {
      std::vector<Candidate> all = listed;
      std::optional<Candidate> floor;  // people who were not taken may rank just below it
      for (const RhythmGroup& group : groups()) {
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

  // Whoever of a group was last seen on this day or before is due.
  Date due_since(const RhythmGroup& group) const {
    const Cadence cadence = agenda::cadence_of(group);
    return std::min(today_, add_days(today_, query_.within_days - cadence.days()));
  }

  // Adds the first people of a group, with all who tie with the last of them; returns that last one
  // if there are more.
  std::optional<Candidate> take_first(const RhythmGroup& group,
                                      std::size_t count,
                                      std::vector<Candidate>& into) {
    const Cadence cadence = agenda::cadence_of(group);
    const Date from = add_days(agenda::old_friend_since(cadence, today_), 1);
    const Date to = due_since(group);
    std::size_t taken = 0;
    std::optional<Candidate> last;
    bool more = false;
    store_.rhythms().for_each(group, from, to, [&](const Rhythm& rhythm) {
      if (singled_out_.contains(rhythm.person)) {
        return true;
      }
      if (taken >= count && (!last || *last->counted_from != rhythm.last)) {
        more = true;
        return false;
      }
      last = weigh(rhythm);
      into.push_back(*last);
      ++taken;
      return true;
    });
    return more ? last : std::nullopt;
  }

  // The first `limit` who are not silent, in order. `reached_floor` tells whether people who rank
  // below `floor` (and are not all known) were needed.
  std::vector<DueEntry> entries_of(std::vector<Candidate> candidates,
                                   std::size_t limit,
                                   const Candidate* floor,
                                   bool* reached_floor = nullptr) {
    std::ranges::stable_sort(candidates, ranks_before);
    std::vector<DueEntry> entries;
    for (auto begin = candidates.begin(); begin != candidates.end() && entries.size() < limit;) {
      if (floor != nullptr && ranks_before(*floor, *begin)) {
        *reached_floor = true;
        return {};
      }
      auto end = std::find_if(begin, candidates.end(), [&](const Candidate& other) {
        return other.rank() != begin->rank();
      });
      sort_by_name(begin, end);
      for (; begin != end && entries.size() < limit; ++begin) {
        if (auto entry = entry_of(*begin)) {
          entries.push_back(std::move(*entry));
        }
      }
    }
    if (floor != nullptr && entries.size() < limit) {
      *reached_floor = true;
      return {};
    }
    return entries;
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
  std::optional<DueEntry> entry_of(const Candidate& candidate) {
    DueEntry entry;
    entry.person = store_.people().get(candidate.person);
    if (is_silent(entry.person, today_)) {
      return std::nullopt;
    }
    entry.last_seen = store_.people().last_seen(candidate.person, today_);
    entry.score = candidate.score;
    entry.old_friend = candidate.old_friend;
    agenda::explain(entry,
                    {.today = today_,
                     .last_seen = entry.last_seen,
                     .counted_from = candidate.counted_from,
                     .check_in = candidate.check_in,
                     .old_friend = candidate.old_friend},
                    reasons_of(candidate.person));
    return entry;
  }

  // --- old friends ------------------------------------------------------------------------------

  void insert_old_friend(std::vector<DueEntry>& entries) {
    const auto friend_now = agenda::old_friend_of_the_week(store_, today_);
    if (!friend_now || (query_.circle && friend_now->group.circle != query_.circle)) {
      return;
    }
    const bool listed = std::ranges::any_of(
        entries, [&](const DueEntry& entry) { return entry.person.id == friend_now->person; });
    const bool tagged = query_.tags.empty() || singled_out_.contains(friend_now->person);
    const Candidate candidate = weigh(friend_now->person);
    if (listed || !tagged || lists(reasons_of(candidate.person), candidate.last_seen)) {
      return;
    }
    auto entry = entry_of(candidate);
    const std::size_t place = std::min(kOldFriendStands, entries.size());
    if (!entry || place >= query_.limit) {
      return;
    }
    entries.insert(entries.begin() + static_cast<std::ptrdiff_t>(place), std::move(*entry));
    entries.resize(std::min(entries.size(), query_.limit));
  }

  void append_old_friends(std::vector<DueEntry>& entries) {
    std::vector<Candidate> friends;
    for (const Candidate& candidate : candidates_) {
      if (candidate.old_friend && !lists(reasons_of(candidate.person), candidate.last_seen)) {
        friends.push_back(candidate);
      }
    }
    if (query_.tags.empty()) {
      for (const RhythmGroup& group : groups()) {
        const Date latest = agenda::old_friend_since(agenda::cadence_of(group), today_);
        store_.rhythms().for_each(group, kLongAgo, latest, [&](const Rhythm& rhythm) {
          if (!singled_out_.contains(rhythm.person)) {
            friends.push_back(weigh(rhythm));
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
  agenda::ReasonsByPerson reasons_{};
  std::set<PersonId> singled_out_{};
  std::vector<Candidate> candidates_{};  // of those singled out
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

std::size_t how_many_are_due(Store& store, const DueQuery& query) {
  return store.read([&] { return Agenda{store, query}.count(); });
}

}  // namespace kith

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
#include <kith/store/follow_up_repo.hpp>
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

// A person as far as the order of the list needs them: most pressing first; ties by longer unseen,
// then by name and uid. What only a tie needs to know is looked up when there is one.
struct Candidate {
  PersonId person{};
  std::optional<RhythmGroup> group{};  // nothing: not tracked
  std::optional<Date> counted_from{};
  std::optional<Date> last_seen{};  // asked for only where a fact's day is to be compared with it
  std::optional<int> days_since{};  // nothing: not tracked, and not looked up yet
  bool check_in = false;            // the rhythm lists them
  bool old_friend = false;
  double score = 0;
};

using Candidates = std::vector<Candidate>;

bool scores_more(const Candidate& a, const Candidate& b) { return a.score > b.score; }

std::pair<double, int> rank(const Candidate& one) {
  return {one.score, one.days_since.value_or(0)};
}

bool ranks_before(const Candidate& a, const Candidate& b) { return rank(a) > rank(b); }

// The most that somebody can score who is not tracked and has nothing but a birthday.
double birthday_alone() { return score({.birthday_near = true}); }

class Agenda {
 public:
  Agenda(Store& store, const DueQuery& query)
      : store_(store), query_(query), today_(store.clock().today()) {}

  // As many as list() would hold with `all`.
  std::size_t count() {
    gather(Whose::everybody);
    std::vector<PersonId> found;
    for (const PersonId person : singled_out_) {
      // Who has a reason need not be weighed, unless only one circle is asked for.
      if (!query_.circle && lists(reasons_of(person), kFarAhead)) {
        found.push_back(person);
      } else if (const auto candidate = wanted(person);
                 candidate &&
                 (candidate->check_in || candidate->old_friend || has_reason(*candidate))) {
        found.push_back(person);
      }
    }
    if (query_.tags.empty()) {
      for (const RhythmGroup& group : groups_) {
        store_.rhythms().for_each(group, kLongAgo, due_since(group), [&](const Rhythm& rhythm) {
          if (!singled_out_.contains(rhythm.person)) {
            found.push_back(rhythm.person);
          }
          return true;
        });
      }
    }
    return store_.people().count_not_silent(found, today_);
  }

  std::vector<DueEntry> list() {
    // Everybody's birthdays are many, and seldom among the first few: so they come in later.
    const bool first_few = !query_.all && query_.tags.empty();
    gather(first_few ? Whose::tracked : Whose::everybody);
    weigh_all();
    std::vector<DueEntry> entries = most_pressing(query_.all ? kEverybody : query_.limit);
    if (first_few && !query_.circle &&
        (entries.size() < query_.limit || entries.back().score <= birthday_alone())) {
      gather(Whose::everybody);
      weigh_all();
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
  // --- who comes into question ------------------------------------------------------------------

  // People who have to be looked at one by one: those with a reason, those of the tags asked for,
  // those whose next interaction is in the log already.
  void gather(Whose birthdays) {
    birthdays_ = birthdays;
    reasons_ = agenda::gather_reasons(store_, today_, query_.within_days, birthdays);
    groups_ = store_.rhythms().groups();
    if (query_.circle) {
      std::erase_if(groups_,
                    [&](const RhythmGroup& group) { return group.circle != query_.circle; });
    }
    singled_out_.clear();
    if (!query_.tags.empty()) {
      const PersonFilter filter{.circle = query_.circle, .tags = query_.tags};
      store_.people().for_each(filter, PersonOrder::name, [&](const ListedPerson& listed) {
        singled_out_.insert(listed.person.id);
        return true;
      });
      return;
    }
    for (const auto& [person, reasons] : reasons_) {
      singled_out_.insert(person);
    }
    for (const RhythmGroup& group : groups_) {
      store_.rhythms().for_each(group, add_days(today_, 1), kFarAhead, [&](const Rhythm& rhythm) {
        singled_out_.insert(rhythm.person);
        return true;
      });
    }
  }

  void weigh_all() {
    candidates_.clear();
    for (const PersonId person : singled_out_) {
      if (auto candidate = wanted(person)) {
        candidates_.push_back(*candidate);
      }
    }
  }

  const Reasons& reasons_of(PersonId person) const {
    static const Reasons kNone{};
    const auto found = reasons_.find(person);
    return found == reasons_.end() ? kNone : found->second;
  }

  bool has_reason(const Candidate& candidate) const {
    return lists(reasons_of(candidate.person), candidate.last_seen);
  }

  // Nothing for whoever is of another circle.
  std::optional<Candidate> wanted(PersonId person) {
    Candidate candidate = weigh(person);
    const bool other =
        query_.circle && (!candidate.group || candidate.group->circle != query_.circle);
    return other ? std::nullopt : std::optional(candidate);
  }

  Candidate weigh(PersonId person) {
    Candidate candidate{.person = person};
    const auto rhythm = store_.rhythms().find(person);
    if (rhythm) {
      candidate.group = rhythm->group;
      candidate.counted_from = agenda::counted_from(store_, *rhythm, today_);
    } else if (birthdays_ == Whose::tracked) {
      const PartialDate birthday = store_.people().birthday_of(person);
      agenda::add_birthday(birthday, today_, query_.within_days, reasons_[person]);
    }
    const Reasons& reasons = reasons_of(person);
    if (!reasons.events.empty() || !reasons.successes.empty()) {
      candidate.last_seen = store_.people().last_seen(person, today_);
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
    if (candidate.group) {
      const Cadence cadence = agenda::cadence_of(*candidate.group);
      const int days = std::max(days_between(*candidate.counted_from, today_), 0);
      candidate.days_since = days;
      pressing.days_since = days;
      pressing.cadence = cadence;
      pressing.circle = candidate.group->circle;
      candidate.old_friend = is_old_friend(days, cadence);
      candidate.check_in = !candidate.old_friend && is_due(days + query_.within_days, cadence);
    }
    pressing.promise_due = reasons.promise_due;
    pressing.birthday_near = reasons.birthday_near;
    pressing.event_just_past = event_to_ask_about(reasons, candidate.last_seen) != nullptr;
    pressing.success_uncelebrated = success_to_celebrate(reasons, candidate.last_seen) != nullptr;
    candidate.score = score(pressing);
  }

  // --- the most pressing of them ----------------------------------------------------------------

  std::vector<DueEntry> most_pressing(std::size_t limit) {
    Candidates listed;
    std::ranges::copy_if(candidates_, std::back_inserter(listed), [&](const Candidate& candidate) {
      return candidate.check_in || has_reason(candidate);
    });
    if (!query_.tags.empty()) {
      return entries_of(listed, limit, nullptr);
    }
    // Silent people can use up what was taken of a group: then take more of each.
    for (std::size_t per_group = limit;; per_group *= 4) {
      Candidates all = listed;
      std::optional<Candidate> floor;  // people who were not taken may rank just below it
      for (const RhythmGroup& group : groups_) {
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
                                      Candidates& into) {
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
  std::vector<DueEntry> entries_of(Candidates candidates,
                                   std::size_t limit,
                                   const Candidate* floor,
                                   bool* reached_floor = nullptr) {
    std::ranges::stable_sort(candidates, scores_more);
    std::vector<DueEntry> entries;
    for (auto begin = candidates.begin(); begin != candidates.end() && entries.size() < limit;) {
      const auto tied = [&](const Candidate& other) { return other.score == begin->score; };
      const auto end = std::find_if_not(begin, candidates.end(), tied);
      std::for_each(begin, end, [&](Candidate& one) { look_up_days(one); });
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

  void look_up_days(Candidate& candidate) {
    if (!candidate.days_since) {
      candidate.last_seen = store_.people().last_seen(candidate.person, today_);
      candidate.days_since =
          candidate.last_seen ? std::max(days_between(*candidate.last_seen, today_), 0) : 0;
    }
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
      sort_by_name(begin, as_long);
      for (; begin != as_long && entries.size() < limit; ++begin) {
        if (auto entry = entry_of(*begin)) {
          entries.push_back(std::move(*entry));
        }
      }
    }
    return end;
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
    entry.person = query_.whole_people ? store_.people().get(candidate.person)
                                       : store_.people().without_lists(candidate.person);
    if (is_silent(entry.person, today_)) {
      return std::nullopt;
    }
    entry.last_seen = store_.people().last_seen(candidate.person, today_);
    entry.score = candidate.score;
    entry.old_friend = candidate.old_friend;
    agenda::Situation now{
        .today = today_,
        .last_seen = entry.last_seen,
        .counted_from = candidate.group ? candidate.counted_from : entry.last_seen,
        .check_in = candidate.check_in,
        .old_friend = candidate.old_friend};
    const Reasons& reasons = reasons_of(candidate.person);
    if (reasons.promised || reasons.owed) {
      for (FollowUp& one : store_.follow_ups().of(candidate.person)) {
        if (one.status == FollowUpStatus::open && one.due <= add_days(today_, query_.within_days)) {
          (one.owed_by == Owner::me ? now.promises : now.owed).push_back(std::move(one));
        }
      }
    }
    agenda::explain(entry, now, reasons);
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
    if (listed || !tagged || has_reason(candidate)) {
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
    Candidates friends;
    for (const Candidate& candidate : candidates_) {
      if (candidate.old_friend && !has_reason(candidate)) {
        friends.push_back(candidate);
      }
    }
    if (query_.tags.empty()) {
      for (const RhythmGroup& group : groups_) {
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
  Whose birthdays_ = Whose::everybody;  // that are in `reasons_`
  agenda::ReasonsByPerson reasons_{};
  std::vector<RhythmGroup> groups_{};
  std::set<PersonId> singled_out_{};
  Candidates candidates_{};  // of those singled out
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

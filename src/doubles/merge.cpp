// Two people made one, row by row, with a record of what was whose.
#include <algorithm>
#include <chrono>

#include <kith/domain/unite.hpp>
#include <kith/doubles/merge.hpp>
#include <kith/error.hpp>
#include <kith/store/fact_repo.hpp>
#include <kith/store/follow_up_repo.hpp>
#include <kith/store/interaction_repo.hpp>
#include <kith/store/link_repo.hpp>
#include <kith/store/merge_repo.hpp>
#include <kith/store/origin_repo.hpp>
#include <kith/store/person_repo.hpp>

namespace kith::doubles {
namespace {

bool is_tie_of(const Link& link, PersonId person) {
  return link.a.id == person || link.b.id == person;
}

bool tie_the_same(const Link& one, const Link& other) {
  const bool same_way = one.a.id == other.a.id && one.b.id == other.b.id;
  const bool other_way = one.a.id == other.b.id && one.b.id == other.a.id;
  return one.kind == other.kind && (same_way || (other_way && one.kind != "introduced"));
}

/// Hands the ties of one person over to another.
class Ties {
 public:
  Ties(Store& store, const PersonRef& kept, const PersonRef& other, MergeRecord& record)
      : links_(store.links()), kept_(kept), other_(other), record_(record) {}

  /// Returns who introduced the other, where the kept one was introduced by somebody else: one
  /// person has one introducer.
  std::vector<std::string> hand_over() {
    std::vector<Link> theirs = links_.of(other_.id);
    // What ties the two goes first: then nobody introduced themselves.
    std::stable_partition(
        theirs.begin(), theirs.end(), [&](const Link& link) { return is_tie_of(link, kept_.id); });
    mine_ = links_.of(kept_.id);
    std::vector<std::string> left_over;
    for (const Link& link : theirs) {
      hand_over(link, left_over);
    }
    for (const Link& link : links_.brought_about_by(other_.id)) {
      Link after = link;
      after.via = is_tie_of(link, kept_.id) ? std::nullopt : std::optional(kept_);
      change(link, after);
    }
    return left_over;
  }

 private:
  void hand_over(const Link& link, std::vector<std::string>& left_over) {
    if (is_tie_of(link, kept_.id)) {
      std::erase(mine_, link);
      remove(link);
      return;
    }
    Link after = link;
    (link.a.id == other_.id ? after.a : after.b) = kept_;
    if (after.via && after.via->id == kept_.id) {
      after.via.reset();
    }
    const auto same =
        std::ranges::find_if(mine_, [&](const Link& one) { return tie_the_same(one, after); });
    if (same != mine_.end()) {
      remove(link);
      Link fuller = links_.find(same->uid).value_or(*same);
      fuller.since = same->since.empty() ? after.since : same->since;
      fuller.via = same->via ? same->via : after.via;
      if (fuller.since != same->since || fuller.via != same->via) {
        Link was = fuller;
        was.since = same->since;
        was.via = same->via;
        change(was, fuller);
        *same = fuller;
      }
      return;
    }
    const bool is_introduction = after.kind == "introduced" && after.b.id == kept_.id;
    if (is_introduction && std::ranges::any_of(mine_, [&](const Link& one) {
          return one.kind == "introduced" && one.b.id == kept_.id;
        })) {
      remove(link);
      left_over.push_back("introduced by " + link.a.name);
      return;
    }
    change(link, after);
    mine_.push_back(after);
  }

  void remove(const Link& link) {
    record_.links.push_back({.before = link});
    links_.remove(link.id);
  }

  void change(const Link& before, const Link& after) {
    record_.links.push_back({.before = before, .after = after});
    links_.update(after);
  }

  LinkRepo& links_;
  PersonRef kept_;
  PersonRef other_;
  MergeRecord& record_;
  std::vector<Link> mine_{};
};

void hand_over_sources(Store& store, PersonId from, PersonId to, MergeRecord& record) {
  for (Origin origin : store.origins().of(from)) {
    record.origins.emplace_back(origin.source, origin.key);
    origin.person = to;
    store.origins().put(origin);
  }
}

/// Who was merged into the other before, and who was known not to be them.
void hand_over_knowledge(Store& store, PersonId from, PersonId to, MergeRecord& record) {
  MergeRepo& merges = store.merges();
  for (const MergedPerson& mine : merges.into(to)) {
    record.turn = std::max(record.turn, mine.record.turn + 1);
  }
  for (const MergedPerson& theirs : merges.into(from)) {
    record.turn = std::max(record.turn, theirs.record.turn + 1);
    record.merged_people.push_back(theirs.uid);
    merges.redirect(theirs.uid, to);
  }
  for (const PersonRef& distinct : merges.distinct_from(from)) {
    merges.forget_distinct(from, distinct.id);
    if (distinct.id == to) {
      continue;
    }
    record.distinct_from.push_back(distinct.uid);
    if (!merges.are_distinct(to, distinct.id)) {
      record.distinct_gained.push_back(distinct.uid);
      merges.mark_distinct(to, distinct.id);
    }
  }
}

/// Takes a record's ties back where they are still as merging left them.
class TiesBack {
 public:
  TiesBack(Store& store, const Uid& other) : store_(store), other_(other) {}

  std::size_t run(const std::vector<LinkChange>& changes) {
    std::size_t count = 0;
    // What went comes last: by then the ties that stood in its place are back with their people.
    // The last change of a tie goes first: its record tells what the tie looks like now.
    for (auto change = changes.rbegin(); change != changes.rend(); ++change) {
      count += change->after && put_back(*change) && is_theirs(*change) ? 1 : 0;
    }
    for (const LinkChange& change : changes) {
      count += !change.after && bring_back(change.before) && is_theirs(change) ? 1 : 0;
    }
    return count;
  }

 private:
  bool is_theirs(const LinkChange& change) const {
    return change.before.a.uid == other_ || change.before.b.uid == other_;
  }

  std::optional<PersonRef> person(const Uid& uid) const {
    const std::optional<PersonId> id = store_.people().id_of(uid);
    return id ? std::optional(store_.people().ref(*id)) : std::nullopt;
  }

  /// The end of a tie: as it was before, unless it has been changed since.
  PersonRef end(const PersonRef& now, const PersonRef& before, const PersonRef& after) const {
    return now.uid == after.uid ? person(before.uid).value_or(now) : now;
  }

  bool put_back(const LinkChange& change) {
    const std::optional<Link> now = store_.links().find(change.before.uid);
    if (!now) {
      return false;  // taken away since
    }
    Link link = *now;
    link.a = end(now->a, change.before.a, change.after->a);
    link.b = end(now->b, change.before.b, change.after->b);
    if (now->since == change.after->since) {
      link.since = change.before.since;
    }
    const auto uid_of = [](const std::optional<PersonRef>& via) { return via ? via->uid : Uid{}; };
    if (uid_of(now->via) == uid_of(change.after->via)) {
      link.via = change.before.via ? person(change.before.via->uid) : std::nullopt;
    }
    if (link.a.id == link.b.id || is_tied(link)) {
      return false;
    }
    if (link.via && is_tie_of(link, link.via->id)) {
      link.via.reset();
    }
    store_.links().update(link);
    return true;
  }

  /// True if another tie of the kind is there already.
  bool is_tied(const Link& link) const {
    return std::ranges::any_of(store_.links().of(link.a.id), [&](const Link& one) {
      return one.id != link.id && tie_the_same(one, link);
    });
  }

  bool bring_back(const Link& before) {
    Link link = before;
    const std::optional<PersonRef> a = person(before.a.uid);
    const std::optional<PersonRef> b = person(before.b.uid);
    if (!a || !b || a->id == b->id || store_.links().has(before.uid)) {
      return false;
    }
    link.a = *a;
    link.b = *b;
    link.via = before.via ? person(before.via->uid) : std::nullopt;
    if (link.via && is_tie_of(link, link.via->id)) {
      link.via.reset();
    }
    if (is_tied(link)) {
      return false;
    }
    store_.links().add(link);
    return true;
  }

  Store& store_;
  Uid other_;
};

std::size_t what_is_known(const Person& person) {
  return person.contact_points.size() + person.nicknames.size() + person.memberships.size() +
         person.tags.size() + (person.circle ? 1 : 0) + (person.birthday.empty() ? 0 : 1) +
         (person.city.empty() ? 0 : 1) + (person.met.empty() ? 0 : 1);
}

}  // namespace

Merged merge(Store& store, PersonId kept, PersonId other) {
  const Person before = store.people().get(kept);
  const Person theirs = store.people().get(other);
  if (kept == other) {
    throw ConflictError(before.name + ": is one person already");
  }
  MergeRecord record{.other = theirs, .kept_before = before};
  record.facts = store.facts().hand_over(other, kept);
  record.follow_ups = store.follow_ups().hand_over(other, kept);
  record.parts = store.interactions().hand_over(other, kept);
  std::vector<std::string> introducers =
      Ties(store, before.ref(), theirs.ref(), record).hand_over();
  hand_over_sources(store, other, kept, record);
  hand_over_knowledge(store, other, kept, record);
  store.people().remove(other);  // nothing hangs on them any more

  United united = kith::united(before, theirs);
  united.left_over.insert(united.left_over.end(), introducers.begin(), introducers.end());
  for (const std::string& left : united.left_over) {
    record.made_facts.push_back(
        store.facts()
            .add({.person = before.ref(), .text = left + " (said of " + theirs.name + ")"})
            .uid);
  }
  united.person.introduced_by = store.people().get(kept).introduced_by;
  Merged merged{
      .person = store.people().update(united.person),
      .other = theirs.ref(),
      .moved = {.interactions = record.parts.size(),
                .facts = record.facts.size(),
                .follow_ups = record.follow_ups.size(),
                .links = static_cast<std::size_t>(std::ranges::count_if(
                    record.links,
                    [&](const LinkChange& change) { return is_tie_of(change.before, other); }))},
      .left_over = std::move(united.left_over)};
  record.kept_after = merged.person;
  store.merges().add({.uid = theirs.uid,
                      .person = kept,
                      .at = std::chrono::floor<std::chrono::seconds>(store.clock().now()),
                      .record = std::move(record)});
  return merged;
}

Split split(Store& store, const Uid& uid) {
  const std::optional<MergedPerson> merged = store.merges().find(uid);
  if (!merged) {
    throw NotFoundError(to_string(uid) + ": was not merged into anybody");
  }
  const MergeRecord& record = merged->record;
  store.merges().remove(uid);
  const Person now = store.people().get(merged->person);
  Person draft = given_back(record.other, record.kept_after, now);
  draft.updated_at = std::chrono::floor<std::chrono::seconds>(store.clock().now());
  const PersonId other = store.people().add(draft).id;
  Split result;
  result.moved.facts =
      static_cast<std::size_t>(store.facts().hand_over(record.facts, now.id, other));
  result.moved.follow_ups =
      static_cast<std::size_t>(store.follow_ups().hand_over(record.follow_ups, now.id, other));
  result.moved.interactions =
      static_cast<std::size_t>(store.interactions().give_back(record.parts, now.id, other));
  result.moved.links = TiesBack(store, uid).run(record.links);
  for (const Uid& made : record.made_facts) {
    if (const std::optional<Fact> fact = store.facts().find(made)) {
      store.facts().remove(fact->id);
    }
  }
  for (const auto& [source, key] : record.origins) {
    if (std::optional<Origin> origin = store.origins().find(source, key);
        origin && origin->person == now.id) {
      origin->person = other;
      store.origins().put(*origin);
    }
  }
  for (const Uid& theirs : record.merged_people) {
    if (const auto there = store.merges().find(theirs); there && there->person == now.id) {
      store.merges().redirect(theirs, other);
    }
  }
  for (const Uid& distinct : record.distinct_from) {
    const std::optional<PersonId> id = store.people().id_of(distinct);
    if (id && *id != other) {
      store.merges().mark_distinct(other, *id);
    }
  }
  for (const Uid& gained : record.distinct_gained) {
    if (const std::optional<PersonId> id = store.people().id_of(gained)) {
      store.merges().forget_distinct(now.id, *id);
    }
  }
  store.merges().mark_distinct(now.id, other);
  Person kept = taken_apart(now, record.kept_before, record.kept_after);
  kept.introduced_by = store.people().get(now.id).introduced_by;
  result.person = store.people().update(kept);
  result.other = store.people().get(other);
  return result;
}

bool is_fuller(Store& store, const Person& a, const Person& b) {
  constexpr std::size_t kEnough = 20;
  const Date until = add_days(store.clock().today(), 1);
  const auto often = [&](const Person& person) {
    return store.interactions().latest_days(person.id, until, kEnough).size();
  };
  const std::size_t often_a = often(a);
  const std::size_t often_b = often(b);
  if (often_a != often_b) {
    return often_a > often_b;
  }
  if (what_is_known(a) != what_is_known(b)) {
    return what_is_known(a) > what_is_known(b);
  }
  return std::pair(a.created_at, a.id) <= std::pair(b.created_at, b.id);
}

}  // namespace kith::doubles

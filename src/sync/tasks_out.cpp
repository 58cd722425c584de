// To-dos and journal entries that go out.
#include <algorithm>
#include <set>
#include <sstream>
#include <utility>

#include "exchange/ical_writer.hpp"
#include "sync/contacts.hpp"
#include "sync/tasks.hpp"
#include "sync/todo_words.hpp"
#include <kith/agenda/agenda.hpp>
#include <kith/domain/silence.hpp>
#include <kith/store/follow_up_repo.hpp>
#include <kith/store/interaction_repo.hpp>
#include <kith/store/person_repo.hpp>

namespace kith::sync {
namespace {

using exchange::IcalFile;
using exchange::TodoState;

constexpr Date kFarAhead{std::chrono::year{9999}, std::chrono::December, std::chrono::day{31}};
constexpr int kStaysFor = 30;  // days that what has ended stays in the folder
constexpr int kAhead = 7;      // days

}  // namespace

/// True if nobody wants to be reminded of this person.
bool TaskSync::is_silent(PersonId id) const { return is_aside(store_.people().bare(id)); }

void TaskSync::plan_removal(Entry& entry, SyncReport& report) {
  if (entry.is_there) {
    vdir_.remove(entry.item.file);
    ++count(entry, report).to_there.deleted;
  }
  store_.syncs().remove(vdir_.key(), entry.item.uid);
  entry.item.kind.clear();
}

void TaskSync::add(const std::string& uid,
                   std::string_view kind,
                   const Uid& record,
                   std::string text,
                   SyncReport& report) {
  Entry entry{.item = {.uid = uid,
                       .file = vdir_.new_name(uid),
                       .kind = std::string(kind),
                       .record = record,
                       .item = text},
              .has_changed = true,
              .is_written = true};
  vdir_.write(entry.item.file, std::move(text));
  ++count(entry, report).to_there.added;
  entries_[uid] = std::move(entry);
}

void TaskSync::plan_follow_up(Entry& entry, SyncReport& report) {
  const auto follow_up = store_.follow_ups().find(*entry.item.record);
  const Date today = store_.clock().today();
  if (!follow_up ||
      (follow_up->status == FollowUpStatus::open && is_silent(follow_up->person.id))) {
    plan_removal(entry, report);
    return;
  }
  if (follow_up->status != FollowUpStatus::open) {
    const Date ended = follow_up->done_on.value_or(store_.clock().day_of(follow_up->updated_at));
    if (days_between(ended, today) > kStaysFor) {
      plan_removal(entry, report);
      return;
    }
  }
  const Read was = entry.now ? *entry.now : agreed(entry);
  const TodoState before = todo_state(was.component, store_.clock());
  const TodoState after = state_of(*follow_up, before);
  if (before == after && entry.is_there) {
    entry.item.item = was.text;
    return;
  }
  std::string text = was.text;
  if (entry.is_there && !entry.now) {
    text = vdir_.read(entry.item.file).value_or(was.text);
  }
  IcalFile file(text);
  bring_to(file, was.index, before, after, store_.clock().now());
  entry.item.item = file.text();
  if (!entry.is_there) {
    entry.item.file = vdir_.new_name(entry.item.uid);
  }
  ++(entry.is_there ? report.tasks->to_there.changed : report.tasks->to_there.added);
  vdir_.write(entry.item.file, entry.item.item);
  entry.has_changed = true;
  entry.is_written = true;
}

void TaskSync::plan_new_follow_ups(SyncReport& report) {
  std::set<Uid> there;
  for (const auto& [uid, entry] : entries_) {
    there.insert(*entry.item.record);
  }
  for (const FollowUp& follow_up : store_.follow_ups().due_by(kFarAhead)) {
    if (there.contains(follow_up.uid) || is_silent(follow_up.person.id)) {
      continue;
    }
    std::ostringstream out;
    exchange::begin_calendar(out);
    exchange::write_todo(out, exchange::todo_of(follow_up));
    exchange::end_calendar(out);
    add(to_string(follow_up.uid), kFollowUp, follow_up.uid, out.str(), report);
  }
}

/// The most pressing check-ins, one a person and cycle; those that are no longer due go.
void TaskSync::plan_check_ins(SyncReport& report) {
  std::set<std::string> wanted;
  const Date today = store_.clock().today();
  if (options_.check_ins > 0) {
    const DueQuery query{.within_days = kAhead, .limit = options_.check_ins};
    for (const DueEntry& entry : who_is_due(store_, query)) {
      if (entry.reason != DueReason::check_in || entry.old_friend) {
        continue;
      }
      const std::string uid = check_in_uid(entry.person, entry.due);
      wanted.insert(uid);
      if (!entries_.contains(uid)) {
        add(uid, kCheckIn, entry.person.uid, check_in_text(entry), report);
      }
    }
  }
  for (auto& [uid, entry] : entries_) {
    if (entry.item.kind != kCheckIn || entry.is_stuck || wanted.contains(uid)) {
      continue;
    }
    const Read read = entry.now ? *entry.now : agreed(entry);
    const TodoState state = todo_state(read.component, store_.clock());
    const bool rests = state.status == FollowUpStatus::done &&
                       days_between(state.ended_on.value_or(today), today) <= kStaysFor;
    if (!rests) {
      plan_removal(entry, report);
    }
  }
}

void TaskSync::plan_journal(SyncReport& report) {
  if (!options_.with_journal) {
    return;
  }
  std::set<Uid> there;
  for (auto& [uid, entry] : entries_) {
    if (entry.item.kind != kInteraction || entry.is_stuck) {
      continue;
    }
    if (!store_.interactions().has(*entry.item.record)) {
      plan_removal(entry, report);
      continue;
    }
    there.insert(*entry.item.record);
  }
  store_.interactions().for_each_by_uid([&](const Interaction& interaction) {
    if (!there.contains(interaction.uid)) {
      add(to_string(interaction.uid),
          kInteraction,
          interaction.uid,
          journal_text(interaction),
          report);
    }
  });
}

void TaskSync::plan_out(SyncReport& report) {
  for (auto& [uid, entry] : entries_) {
    if (entry.is_stuck) {
      continue;
    }
    if (entry.item.kind == kFollowUp) {
      plan_follow_up(entry, report);
    } else if (entry.is_back) {
      entry.item.item = store_.syncs().text(vdir_.key(), uid);
      entry.item.file = vdir_.new_name(uid);
      entry.has_changed = true;
      entry.is_written = true;
      vdir_.write(entry.item.file, entry.item.item);
      ++count(entry, report).to_there.added;
    } else if (entry.now) {
      entry.item.item = entry.now->text;
    }
  }
  plan_check_ins(report);
  plan_journal(report);
  std::erase_if(entries_, [](const auto& one) { return one.second.item.kind.empty(); });
  plan_new_follow_ups(report);
  for (const auto& [uid, entry] : entries_) {
    count(entry, report).items += entry.item.file.empty() ? 0 : 1;
  }
}

void TaskSync::finish(SyncReport& report) {
  std::set<std::string> left_alone;
  if (!options_.dry_run) {
    for (std::string& file : vdir_.flush()) {
      report.notes.push_back({file, {}, "changed just now: left for the next sync"});
      left_alone.insert(std::move(file));
    }
  }
  for (const auto& [uid, entry] : entries_) {
    if (entry.is_stuck || !entry.has_changed || left_alone.contains(entry.item.file)) {
      continue;
    }
    SyncItem item = entry.item;
    item.stamp = item.file.empty() ? std::string() : vdir_.stamp_after(item.file, entry.is_written);
    store_.syncs().put(vdir_.key(), item);
  }
}

}  // namespace kith::sync

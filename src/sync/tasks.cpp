// To-dos: what changed there comes in, what changed here goes out.
#include "sync/tasks.hpp"

#include <algorithm>
#include <set>
#include <sstream>
#include <utility>

#include <fmt/format.h>

#include "exchange/ical_writer.hpp"
#include "sync/contacts.hpp"
#include "sync/merge.hpp"
#include "sync/missing.hpp"
#include "sync/todo_words.hpp"
#include <kith/domain/fact.hpp>
#include <kith/error.hpp>
#include <kith/store/fact_repo.hpp>
#include <kith/store/follow_up_repo.hpp>
#include <kith/store/interaction_repo.hpp>
#include <kith/store/name_index.hpp>
#include <kith/store/person_repo.hpp>
#include <kith/text/clean.hpp>

namespace kith::sync {
namespace {

using exchange::IcalComponent;
using exchange::IcalFile;
using exchange::TodoState;

constexpr int kUndated = 7;  // days until a to-do without a day is due

}  // namespace

TaskSync::TaskSync(Store& store,
                   const SyncOptions& options,
                   const std::filesystem::path& folder,
                   const ContactSync* contacts)
    : store_(store), options_(options), contacts_(contacts), vdir_(folder, ".ics") {}

/// The one to-do or journal entry of a file; nothing if it holds something else.
std::optional<TaskSync::Read> TaskSync::read(std::string text) {
  const IcalFile file(text);
  std::optional<Read> found;
  for (std::size_t i = 0; i < file.components().size(); ++i) {
    const IcalComponent& component = file.components()[i];
    const bool is_ours = component.name == "VTODO" || component.name == "VJOURNAL";
    if (!is_ours || !component.is_closed || found || component.text("UID").empty()) {
      return std::nullopt;
    }
    found = Read{.component = component, .index = i};
  }
  if (found) {
    found->text = std::move(text);
  }
  return found;
}

TaskSync::Read TaskSync::agreed(const Entry& entry) const {
  return read(entry.item.item.empty() ? store_.syncs().text(vdir_.key(), entry.item.uid)
                                      : entry.item.item)
      .value_or(Read{});
}

FolderReport& TaskSync::count(const Entry& entry, SyncReport& report) const {
  return entry.item.kind == kInteraction && report.journal ? *report.journal : *report.tasks;
}

// --- what is there ------------------------------------------------------------------------------

void TaskSync::scan(SyncReport& report) {
  std::map<std::string, std::string> uid_of_file;
  store_.syncs().for_each(vdir_.key(), SyncedThings::others, [&](const SyncItem& item) {
    if (item.kind != kFollowUp && item.kind != kCheckIn &&
        !(item.kind == kInteraction && options_.with_journal)) {
      return;
    }
    if (!item.file.empty()) {
      uid_of_file.emplace(item.file, item.uid);
    }
    entries_[item.uid].item = item;
  });
  std::vector<std::pair<std::string, Read>> fresh;
  for (const auto& [file, stamp] : vdir_.files()) {
    const auto known = uid_of_file.find(file);
    if (known != uid_of_file.end() && stamp.reads(entries_[known->second].item.stamp)) {
      entries_[known->second].is_there = true;
      continue;
    }
    std::optional<std::string> text = vdir_.read(file);
    std::optional<Read> one = text ? read(std::move(*text)) : std::nullopt;
    if (!one) {
      if (known != uid_of_file.end()) {
        entries_[known->second].is_stuck = true;
        report.notes.push_back({file, {}, "cannot be read as a to-do: left alone"});
      }
      continue;
    }
    fresh.emplace_back(file, std::move(*one));
  }
  std::set<std::string> seen;
  for (auto& [file, one] : fresh) {
    const std::string uid = text::clean_line(one.component.text("UID"));
    const auto known = entries_.find(uid);
    const bool is_double =
        !seen.insert(uid).second || (known != entries_.end() && known->second.is_there);
    if (is_double && known != entries_.end()) {
      known->second.is_stuck = true;
      known->second.now.reset();
      report.notes.push_back({file, {}, "has the same UID as another file: both are left alone"});
    } else if (known != entries_.end()) {
      known->second.is_there = true;
      known->second.has_changed = true;
      known->second.item.file = file;
      known->second.now = std::move(one);
    } else if (!is_double && one.component.name == "VTODO") {
      take_new_todo(file, std::move(one), report);
    } else if (!is_double && options_.with_journal) {
      take_new_journal(file, std::move(one), report);
    }
  }
}

void TaskSync::take_in(SyncReport& report) {
  report.tasks = FolderReport{.folder = vdir_.folder()};
  if (options_.with_journal) {
    report.journal = FolderReport{.folder = vdir_.folder()};
  }
  scan(report);
  for (auto& [uid, entry] : entries_) {
    if (!entry.now || entry.is_stuck || entry.item.stamp.empty()) {
      // (without a stamp it came in just now)
      continue;
    }
    if (entry.item.kind == kFollowUp) {
      take_follow_up(entry, report);
    } else if (entry.item.kind == kCheckIn) {
      take_check_in(entry, report);
    }
  }
  take_departures(report);
}

// --- what changed there -------------------------------------------------------------------------

void TaskSync::take_follow_up(Entry& entry, SyncReport& report) {
  const auto follow_up = store_.follow_ups().find(*entry.item.record);
  if (!follow_up) {
    // Deleted here, changed there: it comes back as a new one.
    Read back = std::move(*entry.now);
    const std::string file = entry.item.file;
    const std::string uid = entry.item.uid;
    entry.now.reset();
    if (todo_state(back.component, store_.clock()) !=
        todo_state(agreed(entry).component, store_.clock())) {
      report.notes.push_back({file, {}, "was deleted here and changed there: is back"});
      store_.syncs().remove(vdir_.key(), uid);
      entry.item.kind.clear();  // replaced by what take_new_todo() makes of it
      take_new_todo(file, std::move(back), report);
    }
    return;
  }
  take_follow_up(*follow_up,
                 todo_state(agreed(entry).component, store_.clock()),
                 *entry.now,
                 entry.item.file,
                 report);
}

void TaskSync::take_follow_up(FollowUp follow_up,
                              const TodoState& agreed,
                              const Read& there,
                              const std::string& file,
                              SyncReport& report) {
  const TodoState here = state_of(follow_up, agreed);
  const TodoState now = todo_state(there.component, store_.clock());
  const Instant file_time = vdir_.stamp_of(file).value_or(Stamp{}).changed_at();
  const bool there_is_newer =
      std::chrono::floor<std::chrono::seconds>(
          exchange::changed_at(there.component).value_or(file_time)) >= follow_up.updated_at;
  const FollowUp before = follow_up;
  const TodoMerge merge = merged(agreed, here, now, there_is_newer);
  if (merge.takes_summary) {
    if (const std::string text = text_of(now.summary, follow_up.person.name); !text.empty()) {
      follow_up.text = text;
    }
  }
  if (merge.takes_due) {
    follow_up.due = *now.due;
  }
  std::optional<FollowUp> next;
  if (merge.takes_status) {
    follow_up.status = now.status;
    follow_up.done_on.reset();
    if (now.status == FollowUpStatus::done) {
      const Date today = store_.clock().today();
      follow_up.done_on = std::min(now.ended_on.value_or(today), today);
      if (before.status == FollowUpStatus::open) {
        next = successor(follow_up, *follow_up.done_on);
      }
    }
  }
  try {
    if (follow_up != before) {
      store_.follow_ups().update(follow_up);
      ++report.tasks->from_there.changed;
    }
    if (next) {
      store_.follow_ups().add(*next);
    }
  } catch (const DataError& error) {
    report.notes.push_back({file, before.person.name, error.message() + ": left as it was here"});
    return;
  }
  for (Clash clash : merge.clashes) {
    clash.name = before.person.name;
    clash.field = fmt::format("{} of “{}”", clash.field, before.text);
    store_.facts().add(clash_fact(before.person, clash, store_.clock().today()));
    report.clashes.push_back(std::move(clash));
  }
}

void TaskSync::take_check_in(Entry& entry, SyncReport& report) {
  const TodoState was = todo_state(agreed(entry).component, store_.clock());
  const TodoState now = todo_state(entry.now->component, store_.clock());
  if (was.status != FollowUpStatus::open || now.status != FollowUpStatus::done) {
    return;
  }
  const auto person = store_.people().id_of(*entry.item.record);
  const Date today = store_.clock().today();
  const Date day = std::min(now.ended_on.value_or(today), today);
  if (!person || store_.people().last_seen(*person, today) >= day) {
    return;  // what happened is logged already
  }
  store_.interactions().add(Interaction{.date = day,
                                        .kind = "other",
                                        .people = {store_.people().ref(*person)},
                                        .text = "checked in"});
  ++report.tasks->from_there.changed;
}

/// Who is meant: by uid, by the uid of their card, or by the name before the colon.
std::vector<PersonRef> TaskSync::people_of(const IcalComponent& component) const {
  const std::string uid = exchange::related_person(component);
  std::optional<PersonId> id;
  if (const auto own = parse_uid(uid)) {
    id = store_.people().id_of(*own);
  }
  if (!id && contacts_ != nullptr) {
    id = contacts_->person_of_card(uid);
  }
  if (id) {
    return {store_.people().ref(*id)};
  }
  return people_named_in(store_, text::clean_line(component.text("SUMMARY")));
}

void TaskSync::take_new_todo(const std::string& file, Read todo, SyncReport& report) {
  const std::string uid = text::clean_line(todo.component.text("UID"));
  const TodoState state = todo_state(todo.component, store_.clock());
  const std::vector<PersonRef> people = people_of(todo.component);
  Entry entry{.item = {.uid = uid, .file = file}, .is_there = true, .has_changed = true};
  const auto own = parse_uid(uid);
  if (const auto known = own ? store_.follow_ups().find(*own) : std::nullopt) {
    // Ours, but there is no memory of it: what it says is taken for news.
    take_follow_up(*known, state_of(*known, state), todo, file, report);
    entry.item.kind = kFollowUp;
    entry.item.record = known->uid;
  } else if (uid.starts_with(kCheckInPrefix) && people.size() == 1) {
    entry.item.kind = kCheckIn;
    entry.item.record = people.front().uid;
    entry.now = todo;
    take_check_in(entry, report);
  } else if (people.size() == 1 && state.status == FollowUpStatus::open &&
             todo.component.find("RRULE") == nullptr) {
    std::string text = text_of(state.summary, people.front().name);
    if (const auto colon = text.find(':');
        colon != std::string::npos && people_named_in(store_, text) == people) {
      text = text::clean_line(text.substr(colon + 1));  // a nickname
    }
    const std::optional<Date> start = day_of_start(todo.component, store_.clock());
    FollowUp draft{.person = people.front(),
                   .text = text,
                   .due = state.due ? *state.due
                          : start   ? *start
                                    : add_days(store_.clock().today(), kUndated)};
    if (own && !store_.follow_ups().is_known(*own)) {
      draft.uid = *own;
    }
    try {
      entry.item.record = store_.follow_ups().add(draft).uid;
    } catch (const DataError& error) {
      report.notes.push_back({file, people.front().name, error.message() + ": left alone"});
      return;
    }
    entry.item.kind = kFollowUp;
    ++report.tasks->from_there.added;
  } else {
    return;  // somebody else's
  }
  entry.now = std::move(todo);
  entry.item.item.clear();
  entries_[uid] = std::move(entry);
}

void TaskSync::take_new_journal(const std::string& file, Read journal, SyncReport& report) {
  const std::string uid = text::clean_line(journal.component.text("UID"));
  Entry entry{.item = {.uid = uid, .file = file, .kind = std::string(kInteraction)},
              .is_there = true,
              .has_changed = true};
  const auto own = parse_uid(uid);
  if (const auto known = own ? store_.interactions().find(*own) : std::nullopt) {
    entry.item.record = known->uid;
  } else {
    const std::vector<PersonRef> people = people_of(journal.component);
    const std::optional<Date> day = day_of_start(journal.component, store_.clock());
    if (people.empty() || !day || *day > store_.clock().today()) {
      return;
    }
    Interaction draft = interaction_of(journal.component, *day);
    draft.people = people;
    if (own && !store_.interactions().is_known(*own)) {
      draft.uid = *own;
    }
    try {
      entry.item.record = store_.interactions().add(draft).uid;
    } catch (const DataError& error) {
      report.notes.push_back({file, people.front().name, error.message() + ": left alone"});
      return;
    }
    ++report.journal->from_there.added;
  }
  entry.now = std::move(journal);
  entries_[uid] = std::move(entry);
}

// --- what is gone there -------------------------------------------------------------------------

void TaskSync::take_departures(SyncReport& report) {
  std::vector<Entry*> gone;
  std::size_t all = 0;
  for (auto& [uid, entry] : entries_) {
    if (entry.item.file.empty()) {
      continue;
    }
    ++all;
    if (!entry.is_there && !entry.is_stuck) {
      gone.push_back(&entry);
    }
  }
  require_plausible(gone.size(), all, 2, "to-dos", options_.missing);
  for (Entry* entry : gone) {
    if (options_.missing == Missing::restore) {
      entry->is_back = true;
      continue;
    }
    if (entry->item.kind != kFollowUp) {
      entry->item.file.clear();  // not wanted there; it is not written again
      entry->has_changed = true;
      entry->item.item = store_.syncs().text(vdir_.key(), entry->item.uid);
      continue;
    }
    const TodoState was = todo_state(agreed(*entry).component, store_.clock());
    auto follow_up = store_.follow_ups().find(*entry->item.record);
    if (follow_up && follow_up->status == FollowUpStatus::open &&
        !is_silent(follow_up->person.id)) {
      if (state_of(*follow_up, was) != was && options_.missing == Missing::stop) {
        report.notes.push_back(
            {entry->item.file,
             follow_up->person.name,
             "“" + follow_up->text + "” was deleted there and changed here: is back"});
        entry->is_back = true;
        continue;
      }
      follow_up->status = FollowUpStatus::dropped;
      store_.follow_ups().update(*follow_up);
      ++report.tasks->from_there.deleted;
      report.notes.push_back({entry->item.file,
                              follow_up->person.name,
                              "“" + follow_up->text + "” was deleted there: dropped here"});
    }
    store_.syncs().remove(vdir_.key(), entry->item.uid);
    entry->item.kind.clear();
  }
  std::erase_if(entries_, [](const auto& one) { return one.second.item.kind.empty(); });
}

}  // namespace kith::sync

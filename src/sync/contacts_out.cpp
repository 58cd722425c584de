// Which files are written, and which go.
#include <algorithm>
#include <utility>

#include "sync/contacts.hpp"
#include "sync/missing.hpp"
#include "sync/outgoing_card.hpp"
#include <kith/exchange/vcard.hpp>
#include <kith/store/person_repo.hpp>

namespace kith::sync {

using exchange::Card;

void ContactSync::plan_out(SyncReport& report) {
  if (settled_) {
    report.contacts->items = *settled_;
    return;
  }
  if (has_news_ || store_.syncs().seen(vdir_.key()) != position_) {
    std::size_t seen = 0;
    for (auto& [uid, entry] : entries_) {
      if (options_.progress && ++seen % kProgressEvery == 0) {
        options_.progress(seen);
      }
      if (!entry.is_stuck && !stuck_uids_.contains(uid)) {
        plan(entry, report);
      }
    }
    plan_new_cards(report);
    require_plausible(removals_, entries_.size(), kFew + 1, "people with a card", options_.missing);
  }
  report.contacts->items = static_cast<std::size_t>(std::ranges::count_if(
      entries_, [](const auto& one) { return !one.second.item.file.empty(); }));
}

void ContactSync::plan_removal(Entry& entry, SyncReport& report) {
  vdir_.remove(entry.item.file);
  ++removals_;
  ++report.contacts->to_there.deleted;
  store_.syncs().remove(vdir_.key(), entry.item.uid);
  entry.item.file.clear();
}

bool ContactSync::has_card(const Uid& person) const {
  return std::ranges::any_of(entries_, [&](const auto& one) {
    return one.second.item.record == person && !one.second.item.file.empty();
  });
}

void ContactSync::plan(Entry& entry, SyncReport& report) {
  const auto person = store_.people().find(*entry.item.record);
  if (!person || (person->archived && entry.item.state != kArchived)) {
    plan_removal(entry, report);
    return;
  }
  if (person->uid != *entry.item.record) {  // who had this card is one with somebody else now
    if (has_card(person->uid)) {
      report.notes.push_back({entry.item.file, person->name, "had two cards, and has one now"});
      plan_removal(entry, report);
      return;
    }
    entry.item.record = person->uid;
    entry.has_changed = true;
  }
  if (entry.item.state != state_of(*person)) {
    entry.item.state = state_of(*person);
    entry.has_changed = true;
  }
  const std::string agreed = store_.syncs().text(vdir_.key(), entry.item.uid);
  if (!entry.now) {
    const Card base = card_in(agreed);
    if (entry.is_there && card_for(store_, base, document_of(base), *person) == base) {
      if (entry.has_changed) {  // or there is nothing to remember
        entry.item.item = agreed;
      }
      return;
    }
    std::optional<std::string> text =
        entry.is_there ? vdir_.read(entry.item.file) : std::optional(agreed);
    auto card = read_card_file(text.value_or(std::string()));
    if (!std::holds_alternative<CardFile>(card)) {
      return;  // gone or changed this very moment: the next sync sees to it
    }
    entry.now = std::make_unique<CardFile>(std::move(std::get<CardFile>(card)));
  }
  const CardFile& now = *entry.now;
  Card card = card_for(store_, now.card, now.document, *person);
  if (now.uid.empty()) {
    card.lines.push_back(exchange::make_content_line("UID", exchange::escaped(entry.item.uid)));
  }
  const std::string text = text_with(now, card);
  if (text != now.text || !entry.is_there) {
    if (!entry.is_there) {
      entry.item.file = vdir_.new_name(entry.item.uid);
    }
    ++(entry.is_there ? report.contacts->to_there.changed : report.contacts->to_there.added);
    vdir_.write(entry.item.file, text);
    entry.is_written = true;
  }
  entry.has_changed = true;
  entry.item.item = text_to_remember(text);
}

void ContactSync::plan_new_cards(SyncReport& report) {
  std::set<Uid> there;
  for (const auto& [uid, entry] : entries_) {
    if (entry.item.record) {
      there.insert(*entry.item.record);
    }
  }
  store_.people().for_each({}, PersonOrder::uid, [&](const ListedPerson& listed) {
    const Person& person = listed.person;
    if (there.contains(person.uid)) {
      return true;
    }
    std::string uid = old_uid(store_, person.id);
    if (uid.empty() || entries_.contains(uid)) {
      uid = to_string(person.uid);
    }
    if (entries_.contains(uid) || stuck_uids_.contains(uid)) {
      return true;
    }
    const Card card = new_card_for(store_, person, uid, options_.version);
    const std::string text = to_text(card);
    Entry entry{.item = {.uid = uid,
                         .file = vdir_.new_name(uid),
                         .kind = std::string(kContact),
                         .record = person.uid,
                         .state = {},
                         .item = text_to_remember(text)},
                .has_changed = true,
                .is_written = true};
    vdir_.write(entry.item.file, text);
    ++report.contacts->to_there.added;
    entries_.emplace(uid, std::move(entry));
    return true;
  });
}

void ContactSync::finish(SyncReport& report) {
  std::set<std::string> left_alone;
  if (!options_.dry_run) {
    for (std::string& file : vdir_.flush()) {
      report.notes.push_back({file, {}, "changed just now: left for the next sync"});
      left_alone.insert(std::move(file));
    }
  }
  for (const auto& [uid, entry] : entries_) {
    const bool is_gone = entry.item.file.empty();
    if (is_gone || entry.is_stuck || !entry.has_changed || left_alone.contains(entry.item.file)) {
      continue;
    }
    SyncItem item = entry.item;
    item.stamp = vdir_.stamp_after(item.file, entry.is_written);
    store_.syncs().put(vdir_.key(), item);
  }
  store_.syncs().set_seen(vdir_.key(), position_);
}

}  // namespace kith::sync

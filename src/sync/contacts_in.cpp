// What changed there, and what is new there.
#include <algorithm>
#include <utility>

#include "sync/contacts.hpp"
#include "sync/merge.hpp"
#include "sync/outgoing_card.hpp"
#include <kith/domain/fact.hpp>
#include <kith/error.hpp>
#include <kith/exchange/vcard.hpp>
#include <kith/store/fact_repo.hpp>
#include <kith/store/origin_repo.hpp>
#include <kith/store/person_repo.hpp>
#include <kith/text/clean.hpp>

namespace kith::sync {

using exchange::Card;
using exchange::ContactDocument;

bool ContactSync::is_newer(const CardFile& there,
                           const Card* base,
                           const std::string& file,
                           const Person& person) const {
  // A client that keeps REV says when it was edited; the file's time may be that of a download.
  const auto* before = base == nullptr ? nullptr : base->find("REV");
  const auto* now = there.card.find("REV");
  const bool says_when =
      there.revised && now != nullptr && (before == nullptr || before->value != now->value);
  const Instant changed =
      says_when ? *there.revised : vdir_.stamp_of(file).value_or(Stamp{}).changed_at();
  return std::chrono::floor<std::chrono::seconds>(changed) >= person.updated_at;
}

bool ContactSync::take_notes(const Person& person,
                             const std::vector<std::string>& added,
                             const std::vector<std::string>& gone) {
  const std::vector<Fact> facts = store_.facts().of(person.id);
  bool has_changed = false;
  const auto is_same = [](const Fact& fact, const std::string& note) {
    return text::clean_line(fact.text) == text::clean_line(note);
  };
  for (const Fact& fact : facts) {
    const bool is_gone =
        std::ranges::any_of(gone, [&](const std::string& note) { return is_same(fact, note); });
    if (is_gone && fact.kind == "other" && !fact.date) {
      store_.facts().remove(fact.id);
      has_changed = true;
    }
  }
  for (const std::string& note : added) {
    if (std::ranges::none_of(facts, [&](const Fact& fact) { return is_same(fact, note); })) {
      store_.facts().add(Fact{.person = person.ref(), .text = note});
      has_changed = true;
    }
  }
  return has_changed;
}

/// Brings what changed there into the person. True if anything did.
bool ContactSync::merge_into(Person person,
                             const ContactDocument& base,
                             const ContactDocument& here,
                             const CardFile& there,
                             bool there_is_newer,
                             bool comes_back,
                             SyncReport& report) {
  Merged result = merged(person, base, here, there.document, there_is_newer);
  if (comes_back) {
    result.person.archived = false;
  }
  const Person after = store_.people().update(result.person);
  const bool has_notes = take_notes(after, result.new_notes, result.gone_notes);
  for (const Clash& clash : result.clashes) {
    store_.facts().add(clash_fact(after.ref(), clash, store_.clock().today()));
    report.clashes.push_back(clash);
  }
  if (!result.new_relations.empty()) {
    ContactDocument ties{.name = after.name, .relations = result.new_relations};
    ties.uid = after.uid;
    ties.keys = there.document.keys;
    importer_->take(ties);
  }
  // Ties that a card of our own tells of are here already.
  return after != person || has_notes || (!result.new_relations.empty() && !base.name.empty());
}

void ContactSync::take_change(Entry& entry, SyncReport& report) {
  const auto person = store_.people().find(*entry.item.record);
  if (!person) {
    // Deleted here, edited there: the edit wins.
    const Card agreed = card_in(store_.syncs().text(vdir_.key(), entry.item.uid));
    if (!has_news(document_of(agreed), entry.now->document)) {
      return;
    }
    Arrival back{entry.item.file, std::move(*entry.now)};
    report.notes.push_back(
        {back.file, back.card.document.name, "was deleted here and changed there: is back"});
    arrivals_.push_back(std::move(back));
    return;
  }
  const Card base = card_in(store_.syncs().text(vdir_.key(), entry.item.uid));
  const ContactDocument agreed = document_of(base);
  const ContactDocument here = document_of(card_for(store_, base, agreed, *person));
  // Archived here and edited there: the edit wins. A file that was only touched is no edit.
  const bool comes_back =
      person->archived && entry.item.state != kArchived && has_news(agreed, entry.now->document);
  try {
    if (merge_into(*person,
                   agreed,
                   here,
                   *entry.now,
                   is_newer(*entry.now, &base, entry.item.file, *person),
                   comes_back,
                   report)) {
      ++report.contacts->from_there.changed;
    }
    if (comes_back) {
      report.notes.push_back(
          {entry.item.file, person->name, "was archived here and changed there: is back"});
    }
  } catch (const DataError& error) {
    report.notes.push_back({entry.item.file, person->name, error.message() + ": left alone"});
    entry.is_stuck = true;
  }
}

void ContactSync::take_arrivals(SyncReport& report) {
  if (arrivals_.empty()) {
    return;
  }
  has_news_ = true;
  std::set<PersonId> bound;
  for (const auto& [uid, entry] : entries_) {
    const auto person = store_.people().id_of(*entry.item.record);
    if (person && entry.is_there) {
      bound.insert(*person);
    }
  }
  store_.people().for_each_bare([&](const ListedPerson& listed) {
    if (bound.contains(listed.person.id)) {
      importer_->claim(listed.person.id, listed.person.name);
    }
  });
  for (Arrival& arrival : arrivals_) {
    std::string uid = arrival.card.uid;
    if (uid.empty()) {
      uid = to_string(make_uid(store_.clock().now()));
      report.notes.push_back({arrival.file, arrival.card.document.name, "got a UID"});
    }
    try {
      take_arrival(arrival, uid, report);
    } catch (const DataError& error) {
      report.notes.push_back(
          {arrival.file, arrival.card.document.name, error.message() + ": left alone"});
      stuck_uids_.insert(uid);
    }
  }
  arrivals_.clear();
}

void ContactSync::take_arrival(Arrival& arrival, const std::string& uid, SyncReport& report) {
  ContactDocument document = arrival.card.document;
  document.line = 0;
  if (arrival.card.uid.empty()) {
    document.keys = {uid};
  }
  importer_->begin(arrival.file);
  const auto own = parse_uid(document.keys.front());
  std::optional<PersonId> id = own ? store_.people().id_of(*own) : std::nullopt;
  if (!id) {
    id = importer_->whom(document);
  }
  if (id) {
    const Person person = store_.people().get(*id);
    const auto origin = store_.origins().find(exchange::kVcardSource, document.keys.front());
    const bool is_its_own = origin && origin->person == person.id;
    const ContactDocument base = is_its_own ? remembered(origin->said) : ContactDocument{};
    const ContactDocument here =
        document_of(card_for(store_, arrival.card.card, arrival.card.document, person));
    importer_->claim(person.id, document.name);
    if (merge_into(person,
                   base,
                   here,
                   arrival.card,
                   is_newer(arrival.card, nullptr, arrival.file, person),
                   false,
                   report)) {
      ++report.contacts->from_there.changed;
    }
  } else {
    importer_->take(document);
    id = document.uid ? store_.people().id_of(*document.uid) : std::nullopt;
    if (!id) {
      const auto origin = store_.origins().find(exchange::kVcardSource, document.keys.front());
      id = origin ? std::optional(origin->person) : std::nullopt;
    }
    if (!id) {
      stuck_uids_.insert(uid);  // the importer has said why
      return;
    }
    ++report.contacts->from_there.added;
  }
  const Person person = store_.people().get(*id);
  entries_[uid] = Entry{.item = {.uid = uid,
                                 .file = arrival.file,
                                 .kind = std::string(kContact),
                                 .record = person.uid,
                                 .state = state_of(person)},
                        .now = std::make_unique<CardFile>(std::move(arrival.card)),
                        .is_there = true,
                        .has_changed = true};
}

}  // namespace kith::sync

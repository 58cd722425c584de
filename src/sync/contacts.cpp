// What changed there comes in first, then what changed here goes out: so every file is written
// once, with what both sides have.
#include "sync/contacts.hpp"

#include <algorithm>
#include <utility>

#include "sync/missing.hpp"
#include "sync/outgoing_card.hpp"
#include <kith/exchange/vcard.hpp>
#include <kith/store/person_repo.hpp>

namespace kith::sync {

using exchange::Card;

ContactSync::ContactSync(Store& store,
                         const SyncOptions& options,
                         const std::filesystem::path& folder)
    : store_(store), options_(options), vdir_(folder, ".vcf") {}

std::optional<PersonId> ContactSync::person_of_card(const std::string& uid) const {
  const auto it = entries_.find(uid);
  return it == entries_.end() || !it->second.item.record
             ? std::nullopt
             : store_.people().id_of(*it->second.item.record);
}

// --- what is there ------------------------------------------------------------------------------

void ContactSync::scan(SyncReport& report) {
  std::map<std::string, std::string> uid_of_file;
  for (SyncItem& item : store_.syncs().of(vdir_.key())) {
    if (item.kind == kContact) {
      uid_of_file.emplace(item.file, item.uid);
      entries_[item.uid].item = std::move(item);
    }
  }
  std::size_t seen = 0;
  for (const auto& [file, stamp] : vdir_.files()) {
    if (options_.progress && ++seen % kProgressEvery == 0) {
      options_.progress(seen);
    }
    const auto known = uid_of_file.find(file);
    if (known != uid_of_file.end() && entries_[known->second].item.stamp == stamp.text) {
      entries_[known->second].is_there = true;
      continue;
    }
    std::optional<std::string> text = vdir_.read(file);
    auto card = text ? read_card_file(std::move(*text))
                     : std::variant<CardFile, std::string>("cannot be read, or is too large");
    if (auto* found = std::get_if<CardFile>(&card)) {
      arrivals_.push_back({file, std::move(*found)});
      continue;
    }
    report.notes.push_back({file, {}, std::get<std::string>(card) + ": left alone"});
    if (known != uid_of_file.end()) {
      entries_[known->second].is_stuck = true;
    }
  }
}

/// The same uid in two files stops vdirsyncer, and nobody can say which one is right.
void ContactSync::find_doubles(SyncReport& report) {
  std::map<std::string, std::vector<std::string>> files;
  for (const auto& [uid, entry] : entries_) {
    if (entry.is_there) {
      files[uid].push_back(entry.item.file);
    }
  }
  for (const Arrival& arrival : arrivals_) {
    files[arrival.card.uid].push_back(arrival.file);
  }
  files.erase(std::string());
  for (const auto& [uid, names] : files) {
    if (names.size() < 2) {
      continue;
    }
    stuck_uids_.insert(uid);
    report.notes.push_back(
        {names[1], {}, "has the same UID as " + names[0] + ": both are left alone"});
    if (const auto entry = entries_.find(uid); entry != entries_.end()) {
      entry->second.is_stuck = true;
    }
  }
  std::erase_if(arrivals_, [&](const Arrival& one) { return stuck_uids_.contains(one.card.uid); });
}

void ContactSync::take_in(SyncReport& report) {
  position_ = store_.syncs().journal_position();
  report.contacts = FolderReport{.folder = vdir_.folder()};
  importer_ = std::make_unique<exchange::Importer>(store_, std::string(exchange::kVcardSource));
  scan(report);
  find_doubles(report);
  std::vector<Arrival> fresh;
  for (Arrival& arrival : arrivals_) {
    const auto known = entries_.find(arrival.card.uid);
    if (arrival.card.uid.empty() || known == entries_.end()) {
      fresh.push_back(std::move(arrival));
      continue;
    }
    Entry& entry = known->second;
    entry.is_there = true;
    entry.has_changed = true;
    entry.item.file = arrival.file;
    entry.now = std::move(arrival.card);
  }
  arrivals_ = std::move(fresh);
  for (auto& [uid, entry] : entries_) {
    if (entry.now) {
      has_news_ = true;
      take_change(entry, report);
    }
  }
  take_arrivals(report);
  take_departures(report);
  const exchange::ImportReport said = importer_->finish({});
  for (const exchange::Remark& remark : said.remarks) {
    if (remark.kind != exchange::Remark::Kind::repeated) {  // two cards of one person are no matter
      report.notes.push_back({remark.file, remark.name, remark.why});
    }
  }
  for (const exchange::PossibleDouble& one : said.possible_doubles) {
    report.notes.push_back(
        {{}, one.person.name, "somebody of this name was here already: kith dedupe"});
  }
}

// --- what is gone there -------------------------------------------------------------------------

void ContactSync::take_departures(SyncReport& report) {
  if (std::ranges::all_of(
          entries_, [](const auto& one) { return one.second.is_there || one.second.is_stuck; })) {
    return;  // nearly always: then nobody has to be looked up
  }
  std::set<Uid> there;
  for (const auto& [uid, entry] : entries_) {
    if (entry.is_there || entry.is_stuck) {
      there.insert(*entry.item.record);
      if (const auto id = store_.people().id_of(*entry.item.record)) {
        there.insert(store_.people().ref(*id).uid);  // somebody else, if they were merged
      }
    }
  }
  std::vector<Entry*> gone;
  std::vector<std::string> done;
  std::size_t all = 0;
  for (auto& [uid, entry] : entries_) {
    const auto person = store_.people().find(*entry.item.record);
    const bool is_alive = person && !person->archived;
    all += is_alive ? 1 : 0;
    if (entry.is_there || entry.is_stuck) {
      continue;
    }
    if (is_alive && !there.contains(person->uid)) {
      gone.push_back(&entry);
    } else {
      done.push_back(uid);  // gone on both sides, or another card is the same person's
    }
  }
  require_plausible(gone.size(), all, 1, "contacts", options_.missing);
  for (Entry* entry : gone) {
    has_news_ = true;
    Person person = *store_.people().find(*entry->item.record);
    const Card base = card_in(store_.syncs().text(vdir_.key(), entry->item.uid));
    const bool has_changed = card_for(store_, base, document_of(base), person) != base;
    if (options_.missing == Missing::restore ||
        (has_changed && options_.missing == Missing::stop)) {
      if (options_.missing == Missing::stop) {
        report.notes.push_back(
            {entry->item.file, person.name, "was deleted there and changed here: is back"});
      }
      entry->is_back = true;
      continue;
    }
    person.archived = true;
    store_.people().update(person);
    ++report.contacts->from_there.deleted;
    report.notes.push_back({entry->item.file, person.name, "was deleted there: archived here"});
    done.push_back(entry->item.uid);
  }
  for (const std::string& uid : done) {
    has_news_ = true;
    store_.syncs().remove(vdir_.key(), uid);
    entries_.erase(uid);
  }
}

}  // namespace kith::sync

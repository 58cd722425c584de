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
  const std::optional<Uid> record =
      settled_ ? store_.syncs().record_of(vdir_.key(), SyncedThings::contacts, uid)
               : (it == entries_.end() ? std::nullopt : it->second.item.record);
  return record ? store_.people().id_of(*record) : std::nullopt;
}

// --- what is there ------------------------------------------------------------------------------

/// True if neither side has changed since they agreed: nearly always, so nothing is held for it.
bool ContactSync::is_settled() {
  if (store_.syncs().seen(vdir_.key()) != position_) {
    return false;
  }
  const std::vector<FileName>& files = vdir_.files();
  std::vector<bool> is_known(files.size());
  std::size_t seen = 0;
  std::size_t next = 0;  // files are mostly called as their cards' uids are, so they come in order
  bool is_same = true;
  store_.syncs().for_each(vdir_.key(), SyncedThings::contacts, [&](const SyncItem& item) {
    if (!is_same) {
      return;
    }
    if (options_.progress && ++seen % kProgressEvery == 0) {
      options_.progress(seen);
    }
    if (next == files.size() || files[next].name != item.file) {
      const auto found = std::ranges::lower_bound(files, item.file, {}, &FileName::name);
      next = static_cast<std::size_t>(found - files.begin());
    }
    is_same = next < files.size() && files[next].name == item.file && !is_known[next] &&
              files[next].stamp.reads(item.stamp);
    if (is_same) {
      is_known[next++] = true;
    }
  });
  return is_same && std::ranges::find(is_known, false) == is_known.end();
}

void ContactSync::scan(SyncReport& report) {
  std::map<std::string, std::string> uid_of_file;
  store_.syncs().for_each(vdir_.key(), SyncedThings::contacts, [&](const SyncItem& item) {
    uid_of_file.emplace(item.file, item.uid);
    entries_[item.uid].item = item;
  });
  std::size_t seen = 0;
  for (const auto& [file, stamp] : vdir_.files()) {
    if (options_.progress && ++seen % kProgressEvery == 0) {
      options_.progress(seen);
    }
    const auto known = uid_of_file.find(file);
    if (known != uid_of_file.end() && stamp.reads(entries_[known->second].item.stamp)) {
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
  if (is_settled()) {
    settled_ = vdir_.files().size();
    return;
  }
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
    entry.now = std::make_unique<CardFile>(std::move(arrival.card));
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
  std::set<PersonId> there;
  for (const auto& [uid, entry] : entries_) {
    const auto person = store_.people().id_of(*entry.item.record);
    if (person && (entry.is_there || entry.is_stuck)) {
      there.insert(*person);
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
    if (is_alive && !there.contains(person->id)) {
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

// What changed there comes in first, then what changed here goes out: so every file is written once,
// with what both sides have.
#include "sync/contacts.hpp"

#include <algorithm>
#include <sstream>
#include <utility>

#include <fmt/format.h>

#include "sync/merge.hpp"
#include <kith/domain/fact.hpp>
#include <kith/error.hpp>
#include <kith/exchange/vcard.hpp>
#include <kith/store/fact_repo.hpp>
#include <kith/store/origin_repo.hpp>
#include <kith/store/person_repo.hpp>
#include <kith/text/clean.hpp>
#include <kith/text/fold.hpp>

namespace kith::sync {
namespace {

using exchange::Card;
using exchange::ContactDocument;

constexpr std::string_view kKind = "contact";
constexpr std::string_view kArchived = "archived";
constexpr std::size_t kFew = 3;  // so many may go at once without a question
constexpr std::size_t kProgressEvery = 256;

/// Reads a card that kith remembered.
Card card_in(const std::string& text) {
  std::istringstream in(text);
  return exchange::CardReader(in).next().value_or(Card{});
}

/// What only tells who wrote the card last is no reason to write it, and is not added to a card of
/// somebody else's.
Card without_frame(const Card& base, Card card) {
  for (const std::string_view name : {"PRODID", "UID", "REV"}) {
    if (base.find(name) == nullptr) {
      std::erase_if(card.lines,
                    [&](const exchange::ContentLine& line) { return line.name == name; });
    }
  }
  const auto without_revision = [](Card one) {
    std::erase_if(one.lines, [](const exchange::ContentLine& line) { return line.name == "REV"; });
    return one;
  };
  return without_revision(card) == without_revision(base) ? base : card;
}

/// A note that is too long for a fact stays on the card.
void keep_what_is_too_long(const ContactDocument& card, std::vector<Fact>& facts) {
  for (const exchange::Told& told : card.told) {
    if (told.kind != "other" || told.date) {
      continue;
    }
    try {
      checked(Fact{.text = told.text});
    } catch (const DataError&) {
      facts.push_back(Fact{.text = told.text});
    }
  }
}

/// The uid of a new card. Its own stays as it is; one that kith makes is written without the
/// urn:uuid: that few programs expect.
std::string plain_uid(Card& card) {
  for (exchange::ContentLine& line : card.lines) {
    if (line.name == "UID") {
      constexpr std::string_view kUrn = "urn:uuid:";
      if (line.value.starts_with(kUrn)) {
        line.value.erase(0, kUrn.size());
      }
      return text::clean_line(exchange::unescaped(line.value));
    }
  }
  return {};
}

std::string state_of(const Person& person) {
  return std::string(person.archived ? kArchived : std::string_view());
}

}  // namespace

void require_plausible(std::size_t gone,
                       std::size_t all,
                       std::size_t least,
                       const std::string& what,
                       Missing missing) {
  const bool are_all_gone = gone == all && gone >= least && gone > 0;
  const bool are_most_gone = gone > kFew && gone * 2 > all;
  if (missing != Missing::stop || !(are_all_gone || are_most_gone)) {
    return;
  }
  throw ConflictError(
      fmt::format("{}: {} of {} are gone at once; nothing was changed", what, gone, all),
      "if they were meant to go: --missing delete; to write them again: --missing restore");
}

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
    if (item.kind == kKind) {
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
  std::erase_if(arrivals_,
                [&](const Arrival& one) { return stuck_uids_.contains(one.card.uid); });
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
    report.notes.push_back({remark.file, remark.name, remark.why});
  }
  for (const exchange::PossibleDouble& one : said.possible_doubles) {
    report.notes.push_back(
        {{}, one.person.name, "somebody of this name was here already: kith dedupe"});
  }
}

// --- what changed there -------------------------------------------------------------------------

bool ContactSync::is_newer(const CardFile& there,
                           const Card* base,
                           const std::string& file,
                           const Person& person) const {
  // A client that keeps REV says when it was edited; the file's time may be that of a download.
  const auto* before = base == nullptr ? nullptr : base->find("REV");
  const auto* now = there.card.find("REV");
  const bool says_when =
      there.revised && now != nullptr && (before == nullptr || before->value != now->value);
  const auto stamp = vdir_.files().find(file);
  const Instant changed =
      says_when ? *there.revised
                : (stamp == vdir_.files().end() ? Instant{} : stamp->second.changed_at);
  return std::chrono::floor<std::chrono::seconds>(changed) >= person.updated_at;
}

void ContactSync::take_notes(const Person& person,
                             const std::vector<std::string>& added,
                             const std::vector<std::string>& gone) {
  const std::vector<Fact> facts = store_.facts().of(person.id);
  const auto is_same = [](const Fact& fact, const std::string& note) {
    return text::clean_line(fact.text) == text::clean_line(note);
  };
  for (const Fact& fact : facts) {
    const bool is_gone = std::ranges::any_of(
        gone, [&](const std::string& note) { return is_same(fact, note); });
    if (is_gone && fact.kind == "other" && !fact.date) {
      store_.facts().remove(fact.id);
    }
  }
  for (const std::string& note : added) {
    if (std::ranges::none_of(facts, [&](const Fact& fact) { return is_same(fact, note); })) {
      store_.facts().add(Fact{.person = person.ref(), .text = note});
    }
  }
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
  take_notes(after, result.new_notes, result.gone_notes);
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
  return after != person || !result.new_notes.empty() || !result.gone_notes.empty() ||
         !result.new_relations.empty();
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
  const ContactDocument here = document_of(card_of(base, agreed, *person));
  // Archived here and edited there: the edit wins. A file that was only touched is no edit.
  const bool comes_back = person->archived && entry.item.state != kArchived &&
                          has_news(agreed, entry.now->document);
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
  std::set<Uid> bound;
  for (const auto& [uid, entry] : entries_) {
    if (entry.is_there && entry.item.record) {
      bound.insert(*entry.item.record);
    }
  }
  store_.people().for_each_bare([&](const ListedPerson& listed) {
    if (bound.contains(listed.person.uid)) {
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
    const auto origin =
        store_.origins().find(exchange::kVcardSource, document.keys.front());
    const bool is_its_own = origin && origin->person == person.id;
    const ContactDocument base = is_its_own ? remembered(origin->said) : ContactDocument{};
    const ContactDocument here =
        document_of(card_of(arrival.card.card, arrival.card.document, person));
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
                                 .kind = std::string(kKind),
                                 .record = person.uid,
                                 .state = state_of(person)},
                        .now = std::move(arrival.card),
                        .is_there = true,
                        .has_changed = true};
}

// --- what is gone there -------------------------------------------------------------------------

void ContactSync::take_departures(SyncReport& report) {
  std::set<Uid> there;
  for (const auto& [uid, entry] : entries_) {
    if (entry.is_there || entry.is_stuck) {
      there.insert(*entry.item.record);
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
    const bool has_changed = card_of(base, document_of(base), person) != base;
    if (options_.missing == Missing::restore || (has_changed && options_.missing == Missing::stop)) {
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

// --- what goes out ------------------------------------------------------------------------------

Card ContactSync::card_of(const Card& base,
                          const ContactDocument& spelled,
                          const Person& person) const {
  exchange::CardSubject subject = exchange::card_subject(store_, person);
  subject.person = in_the_words_of(spelled, person);
  keep_what_is_too_long(spelled, subject.facts);
  return without_frame(
      base, exchange::patched(base, subject, base.version, exchange::CardDetail::portable));
}

bool ContactSync::is_quiet() const {
  return !has_news_ && store_.syncs().seen(vdir_.key()) == position_;
}

void ContactSync::plan_out(SyncReport& report) {
  if (!is_quiet()) {
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
    require_plausible(
        removals_, entries_.size(), kFew + 1, "people with a card", options_.missing);
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

void ContactSync::plan(Entry& entry, SyncReport& report) {
  const auto person = store_.people().find(*entry.item.record);
  if (!person || (person->archived && entry.item.state != kArchived)) {
    plan_removal(entry, report);
    return;
  }
  if (entry.item.state != state_of(*person)) {
    entry.item.state = state_of(*person);
    entry.has_changed = true;
  }
  const std::string agreed = store_.syncs().text(vdir_.key(), entry.item.uid);
  if (!entry.now) {
    const Card base = card_in(agreed);
    if (entry.is_there && card_of(base, document_of(base), *person) == base) {
      entry.item.item = agreed;
      return;
    }
    std::optional<std::string> text =
        entry.is_there ? vdir_.read(entry.item.file) : std::optional(agreed);
    auto card = read_card_file(text.value_or(std::string()));
    if (!std::holds_alternative<CardFile>(card)) {
      return;  // gone or changed this very moment: the next sync sees to it
    }
    entry.now = std::move(std::get<CardFile>(card));
  }
  const CardFile& now = *entry.now;
  Card card = card_of(now.card, now.document, *person);
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
    Card card = exchange::patched(exchange::kept_card(store_, person.id),
                                  exchange::card_subject(store_, person),
                                  options_.version,
                                  exchange::CardDetail::portable);
    const std::string uid = plain_uid(card);
    if (entries_.contains(uid) || stuck_uids_.contains(uid)) {
      return true;
    }
    const std::string text = to_text(card);
    Entry entry{.item = {.uid = uid,
                         .file = vdir_.new_name(uid),
                         .kind = std::string(kKind),
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
    const auto stamp = vdir_.files().find(item.file);
    item.stamp = entry.is_written || stamp == vdir_.files().end()
                     ? vdir_.stamp_now(item.file).text
                     : stamp->second.text;
    store_.syncs().put(vdir_.key(), item);
  }
  store_.syncs().set_seen(vdir_.key(), position_);
}

}  // namespace kith::sync

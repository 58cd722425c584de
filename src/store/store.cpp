// The store: opening and creating the file, and the one door through which it is written.
#include <sqlite3.h>

#include "store/connection.hpp"
#include "store/database_file.hpp"
#include "store/index_keeper.hpp"
#include "store/recording.hpp"
#include <kith/error.hpp>
#include <kith/store/backups.hpp>
#include <kith/store/fact_repo.hpp>
#include <kith/store/follow_up_repo.hpp>
#include <kith/store/interaction_repo.hpp>
#include <kith/store/journal.hpp>
#include <kith/store/link_repo.hpp>
#include <kith/store/map_repo.hpp>
#include <kith/store/merge_repo.hpp>
#include <kith/store/name_index.hpp>
#include <kith/store/newcomers.hpp>
#include <kith/store/origin_repo.hpp>
#include <kith/store/person_repo.hpp>
#include <kith/store/rhythm_repo.hpp>
#include <kith/store/setting_repo.hpp>
#include <kith/store/store.hpp>
#include <kith/store/sync_repo.hpp>
#include <kith/store/text_index.hpp>
#include <kith/store/totals.hpp>

namespace kith {

namespace fs = std::filesystem;

/// The connection and everything that works on it, in an order in which it can be taken down.
struct Store::Parts {
  Parts(std::unique_ptr<Connection> connection, const Clock& the_clock)
      : db(std::move(connection)),
        clock(the_clock),
        keeper(*db, clock),
        people(*db, clock),
        newcomers(*db, keeper, people),
        interactions(*db, clock),
        facts(*db, clock),
        follow_ups(*db, clock),
        links(*db, clock),
        settings(*db),
        origins(*db),
        names(*db),
        texts(*db),
        rhythms(*db),
        maps(*db),
        merges(*db),
        syncs(*db),
        journal(*db, keeper, clock),
        backups(*db) {}

  /// For as long as it lives, `recording` takes down what is written.
  class Listening {
   public:
    Listening(Parts& parts, Recording& recording) : parts_(parts) {
      parts_.recording = &recording;
      parts_.newcomers.begin(recording);
    }
    Listening(const Listening&) = delete;
    Listening& operator=(const Listening&) = delete;
    ~Listening() {
      parts_.newcomers.end();
      parts_.keeper.forget();
      parts_.recording = nullptr;
    }

   private:
    Parts& parts_;
  };

  std::unique_ptr<Connection> db;
  const Clock& clock;
  IndexKeeper keeper;
  PersonRepo people;
  Newcomers newcomers;
  InteractionRepo interactions;
  FactRepo facts;
  FollowUpRepo follow_ups;
  LinkRepo links;
  SettingRepo settings;
  OriginRepo origins;
  NameIndex names;
  TextIndex texts;
  RhythmRepo rhythms;
  MapRepo maps;
  MergeRepo merges;
  SyncRepo syncs;
  Journal journal;
  Backups backups;
  Recording* recording = nullptr;  // of the write() that runs
  bool has_written = false;
};

Store::Store(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Store::Store(const fs::path& file, const Clock& clock, const Key& key)
    : Store(std::make_unique<Parts>(open_database(file, key), clock)) {}
Store Store::in_memory(const Clock& clock) {
  return Store(std::make_unique<Parts>(open_database_in_memory(), clock));
}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

Newcomers& Store::newcomers() { return parts_->newcomers; }
PersonRepo& Store::people() { return parts_->people; }
InteractionRepo& Store::interactions() { return parts_->interactions; }
FactRepo& Store::facts() { return parts_->facts; }
FollowUpRepo& Store::follow_ups() { return parts_->follow_ups; }
LinkRepo& Store::links() { return parts_->links; }
SettingRepo& Store::settings() { return parts_->settings; }
OriginRepo& Store::origins() { return parts_->origins; }
NameIndex& Store::names() { return parts_->names; }
TextIndex& Store::texts() { return parts_->texts; }
RhythmRepo& Store::rhythms() { return parts_->rhythms; }
MapRepo& Store::maps() { return parts_->maps; }
MergeRepo& Store::merges() { return parts_->merges; }
SyncRepo& Store::syncs() { return parts_->syncs; }
Journal& Store::journal() { return parts_->journal; }
const Backups& Store::backups() const { return parts_->backups; }
bool Store::has_written() const { return parts_->has_written; }
const Clock& Store::clock() const { return parts_->clock; }

Totals Store::totals() const {
  Query query(*parts_->db, R"sql(
    SELECT (SELECT count(*) FROM person), (SELECT count(*) FROM person WHERE archived = 1),
           (SELECT count(*) FROM interaction), (SELECT count(*) FROM fact),
           (SELECT count(*) FROM follow_up), (SELECT count(*) FROM link))sql");
  query.step();
  const auto count = [&](int column) { return static_cast<std::size_t>(query.integer(column)); };
  return {.people = count(0),
          .archived = count(1),
          .interactions = count(2),
          .facts = count(3),
          .follow_ups = count(4),
          .links = count(5)};
}

void Store::read_in_place() { parts_->db->execute("PRAGMA mmap_size = 1073741824"); }

void Store::settle() {
  parts_->newcomers.flush();
  if (parts_->recording != nullptr) {
    parts_->recording->settle();
  }
}

void Store::transact(Mode mode, const LateLabel& label, const std::function<void()>& work) {
  Connection& db = *parts_->db;
  if (mode == Mode::read && sqlite3_get_autocommit(db.handle()) == 0) {
    work();  // inside a write(): one state already
    return;
  }
  if (mode == Mode::read) {
    Transaction transaction(db, "BEGIN");
    work();
    transaction.commit();
    return;
  }
  if (db.access() == Access::read_only) {
    db.fail(SQLITE_READONLY, {});
  }
  if (mode == Mode::write) {
    parts_->journal.last_written_.reset();
  }
  Transaction transaction(db, "BEGIN IMMEDIATE");
  Recording recording(db, parts_->keeper);
  const Parts::Listening listening(*parts_, recording);
  work();
  parts_->newcomers.flush();
  if (mode == Mode::rehearse) {
    return;  // rolled back
  }
  const std::optional<ChangeId> change = recording.close(parts_->clock.now(), label);
  transaction.commit();
  parts_->has_written = parts_->has_written || change;
  parts_->journal.last_written_ = change;
}

}  // namespace kith

// People and a folder of cards, brought in step.
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "sync/card_file.hpp"
#include "sync/vdir.hpp"
#include <kith/domain/person.hpp>
#include <kith/exchange/importer.hpp>
#include <kith/store/store.hpp>
#include <kith/store/sync_repo.hpp>
#include <kith/sync/sync.hpp>

namespace kith::sync {

/// To be used inside Store::write() or rehearse(), step by step: take_in(), plan_out(), finish().
class ContactSync {
 public:
  ContactSync(Store& store, const SyncOptions& options, const std::filesystem::path& folder);

  /// Reads what has changed there and brings it into the store. Throws ConflictError where nearly
  /// every file has gone.
  void take_in(SyncReport& report);
  /// Finds out which files have to be written or deleted. Throws ConflictError where nearly every
  /// file would go.
  void plan_out(SyncReport& report);
  /// Writes the files and remembers what both sides have now.
  void finish(SyncReport& report);

  /// The person whose card has this uid; nothing if there is none.
  std::optional<PersonId> person_of_card(const std::string& uid) const;

 private:
  struct Entry {
    SyncItem item{};
    std::unique_ptr<CardFile> now{};  ///< read, since it is new or has changed
    bool is_there = false;
    bool is_stuck = false;     ///< its file cannot be read or is there twice: nothing is done
    bool has_changed = false;  ///< what is remembered has to be
    bool is_written = false;
    bool is_back = false;  ///< deleted there, and written again
  };
  struct Arrival {
    std::string file{};
    CardFile card{};
  };

  bool is_settled();
  void scan(SyncReport& report);
  void find_doubles(SyncReport& report);
  void take_change(Entry& entry, SyncReport& report);
  void take_arrivals(SyncReport& report);
  void take_arrival(Arrival& arrival, const std::string& uid, SyncReport& report);
  bool merge_into(Person person,
                  const exchange::ContactDocument& base,
                  const exchange::ContactDocument& here,
                  const CardFile& there,
                  bool there_is_newer,
                  bool comes_back,
                  SyncReport& report);
  /// True if a fact came or went.
  bool take_notes(const Person& person,
                  const std::vector<std::string>& added,
                  const std::vector<std::string>& gone);
  bool is_newer(const CardFile& there,
                const exchange::Card* base,
                const std::string& file,
                const Person& person) const;
  void take_departures(SyncReport& report);
  bool has_card(const Uid& person) const;
  void plan(Entry& entry, SyncReport& report);
  void plan_removal(Entry& entry, SyncReport& report);
  void plan_new_cards(SyncReport& report);

  Store& store_;
  const SyncOptions& options_;
  Vdir vdir_;
  std::map<std::string, Entry> entries_{};  // by uid
  std::vector<Arrival> arrivals_{};
  std::set<std::string> stuck_uids_{};
  std::unique_ptr<exchange::Importer> importer_{};
  bool has_news_ = false;                 // something has changed there
  std::optional<std::size_t> settled_{};  // so many items, if nothing has changed on either side
  std::string position_{};
  std::size_t removals_ = 0;
};

// How a person's card is remembered: its kind, and what the person was then.
inline constexpr std::string_view kContact = "contact";
inline constexpr std::string_view kArchived = "archived";
inline constexpr std::size_t kProgressEvery = 256;  // items

inline std::string state_of(const Person& person) {
  return std::string(person.archived ? kArchived : std::string_view());
}

}  // namespace kith::sync

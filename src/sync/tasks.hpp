// Follow-ups, check-ins and, if wanted, interactions, and a folder of to-dos and journal entries.
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "exchange/ical_todo.hpp"
#include "sync/vdir.hpp"
#include <kith/domain/follow_up.hpp>
#include <kith/domain/interaction.hpp>
#include <kith/store/store.hpp>
#include <kith/store/sync_repo.hpp>
#include <kith/sync/sync.hpp>

namespace kith::sync {

class ContactSync;

/// To be used as ContactSync is, after it. Events and to-dos that are nobody's are left alone.
class TaskSync {
 public:
  /// `contacts` may be nullptr; it outlives this.
  TaskSync(Store& store,
           const SyncOptions& options,
           const std::filesystem::path& folder,
           const ContactSync* contacts);

  void take_in(SyncReport& report);
  void plan_out(SyncReport& report);
  void finish(SyncReport& report);

 private:
  struct Read {
    std::string text{};
    exchange::IcalComponent component{};
    std::size_t index = 0;  // of the component in the file
  };
  struct Entry {
    SyncItem item{};
    std::optional<Read> now{};
    bool is_there = false;
    bool is_stuck = false;
    bool has_changed = false;
    bool is_written = false;
    bool is_back = false;
  };

  static std::optional<Read> read(std::string text);
  Read agreed(const Entry& entry) const;
  FolderReport& count(const Entry& entry, SyncReport& report) const;

  void scan(SyncReport& report);
  void take_departures(SyncReport& report);

  void take_follow_up(Entry& entry, SyncReport& report);
  void take_follow_up(FollowUp follow_up,
                      const exchange::TodoState& agreed,
                      const Read& there,
                      const std::string& file,
                      SyncReport& report);
  void take_check_in(Entry& entry, SyncReport& report);
  void take_new_todo(const std::string& file, Read todo, SyncReport& report);
  void take_new_journal(const std::string& file, Read journal, SyncReport& report);
  std::vector<PersonRef> people_of(const exchange::IcalComponent& component) const;

  void plan_follow_up(Entry& entry, SyncReport& report);
  void plan_new_follow_ups(SyncReport& report);
  void plan_check_ins(SyncReport& report);
  void plan_journal(SyncReport& report);
  void plan_removal(Entry& entry, SyncReport& report);
  void add(const std::string& uid,
           std::string_view kind,
           const Uid& record,
           std::string text,
           SyncReport& report);
  bool is_silent(PersonId person) const;

  Store& store_;
  const SyncOptions& options_;
  const ContactSync* contacts_;
  Vdir vdir_;
  std::map<std::string, Entry> entries_{};  // by uid
};

}  // namespace kith::sync

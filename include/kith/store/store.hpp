// The store: one private SQLite file, the only door through which anything is written.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include <kith/store/key.hpp>
#include <kith/time/clock.hpp>

namespace kith {

class Newcomers;
class PersonRepo;
class InteractionRepo;
class FactRepo;
class FollowUpRepo;
class LinkRepo;
class SettingRepo;
class OriginRepo;
class Journal;
struct Totals;
class NameIndex;
class TextIndex;
class RhythmRepo;
class MapRepo;
class MergeRepo;
class SyncRepo;
class Backups;

class Store {
 public:
  /// Opens the database at `file`; creates it (folder 0700, file 0600) if it is not there, and
  /// migrates an older one. A file that cannot be written is opened for reading only; write() then
  /// throws. Throws StoreError: locked, corrupt, no database of kith's, newer than this program, no
  /// permission, a key that does not fit. With a key the file is encrypted. `clock` outlives the
  /// store.
  Store(const std::filesystem::path& file, const Clock& clock, const Key& key = {});
  /// A database that lives as long as the object: for tests.
  static Store in_memory(const Clock& clock);

  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;
  ~Store();

  PersonRepo& people();
  Newcomers& newcomers();
  InteractionRepo& interactions();
  FactRepo& facts();
  FollowUpRepo& follow_ups();
  LinkRepo& links();
  SettingRepo& settings();
  OriginRepo& origins();
  NameIndex& names();
  TextIndex& texts();
  RhythmRepo& rhythms();
  MapRepo& maps();
  MergeRepo& merges();
  SyncRepo& syncs();
  Journal& journal();
  const Backups& backups() const;
  const Clock& clock() const;

  Totals totals() const;

  /// For a command that reads far and wide: the file is read in place, not page by page into a
  /// small cache (a third of the time).
  void read_in_place();
  /// True once a write() has changed something.
  bool has_written() const;

  /// Runs `work` as one transaction and records what it changed under `label` ("log coffee with
  /// Ana": the command's word first), so that history lists it and undo takes it back. A throw
  /// rolls everything back. Returns what `work` returns. Not reentrant. Throws StoreError if it
  /// cannot be written.
  template <class Work>
  auto write(std::string_view label, Work&& work) -> std::invoke_result_t<Work> {
    return run<Work>(
        Mode::write, [label] { return std::string(label); }, std::forward<Work>(work));
  }

  /// The same with a label that is asked for when the work is done, since only then it is known
  /// what there is to say.
  using LateLabel = std::function<std::string()>;
  template <class Work>
  auto write(const LateLabel& label, Work&& work) -> std::invoke_result_t<Work> {
    return run<Work>(Mode::write, label, std::forward<Work>(work));
  }

  /// Like write(), but rolls back at the end: what would happen, without it happening.
  template <class Work>
  auto rehearse(Work&& work) -> std::invoke_result_t<Work> {
    return run<Work>(Mode::rehearse, {}, std::forward<Work>(work));
  }

  /// For a write() or rehearse() of very many records: takes down what it has written so far, and
  /// brings the indexes after it, so that memory does not grow with the number of records. It stays
  /// one transaction and one change.
  void settle();

  /// Several reads that see one and the same state; inside a write(), what it has written so far.
  template <class Work>
  auto read(Work&& work) -> std::invoke_result_t<Work> {
    return run<Work>(Mode::read, {}, std::forward<Work>(work));
  }

 private:
  enum class Mode { write, rehearse, read };
  struct Parts;

  explicit Store(std::unique_ptr<Parts> parts);
  void transact(Mode mode, const LateLabel& label, const std::function<void()>& work);

  template <class Work>
  auto run(Mode mode, const LateLabel& label, Work&& work) -> std::invoke_result_t<Work> {
    using Result = std::invoke_result_t<Work>;
    if constexpr (std::is_void_v<Result>) {
      transact(mode, label, [&] { work(); });
    } else {
      std::unique_ptr<Result> result;
      transact(mode, label, [&] { result = std::make_unique<Result>(work()); });
      return std::move(*result);
    }
  }

  std::unique_ptr<Parts> parts_;
};

}  // namespace kith

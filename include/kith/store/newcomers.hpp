// New people by the thousand: what PersonRepo::add() and OriginRepo::put() would store of each,
// written table by table, and indexed without being read again.
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include <kith/domain/person.hpp>
#include <kith/store/origin_repo.hpp>

namespace kith {

class Connection;
class IndexKeeper;
class PersonRepo;
class Recording;

/// To be used inside Store::write() or Store::rehearse(). Who was added is not in the store before
/// flush(): no look-up finds them, nothing can be tied to them, and nobody may be added by
/// PersonRepo::add() meanwhile.
class Newcomers {
 public:
  Newcomers(Connection& db, IndexKeeper& keeper, PersonRepo& people);
  Newcomers(const Newcomers&) = delete;
  Newcomers& operator=(const Newcomers&) = delete;
  ~Newcomers();

  /// As PersonRepo::add(), but for who introduced them: that wants a person who is there.
  Person add(const Person& draft);
  /// Where somebody who waits comes from. No other person may have come from there.
  void put(const Origin& origin);

  std::size_t waiting() const { return people_.size(); }
  void flush();

 private:
  friend class Store;
  struct Tables;

  void begin(Recording& recording) { recording_ = &recording; }
  /// Forgets who waits: the write is over.
  void end();
  void write_rows();

  Connection& db_;
  IndexKeeper& keeper_;
  PersonRepo& repo_;
  Recording* recording_ = nullptr;
  std::unique_ptr<Tables> tables_;
  std::vector<Person> people_{};
  std::vector<Origin> origins_{};
  PersonId last_{};
};

}  // namespace kith

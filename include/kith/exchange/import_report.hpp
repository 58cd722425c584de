// What an import did, or would do: numbers that add up, and whatever a reader should know.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include <kith/domain/person.hpp>
#include <kith/exchange/contact_document.hpp>

namespace kith::exchange {

/// Called now and then with how many records were read so far.
using ImportProgress = std::function<void(std::size_t)>;

struct ImportCount {
  std::size_t imported = 0;
  std::size_t updated = 0;
  std::size_t unchanged = 0;
  bool operator==(const ImportCount&) const = default;
  std::size_t sum() const { return imported + updated + unchanged; }
};

/// A new person who may be one that is there already: only the name is the same.
struct PossibleDouble {
  std::size_t line = 0;
  PersonRef person{};
  std::vector<PersonRef> like{};
  bool operator==(const PossibleDouble&) const = default;
};

/// Of one file. people.sum() + repeated + skipped is the number of records in it.
struct ImportReport {
  /// Of remarks of one kind, and of doubles, only the first are kept: a file may have millions.
  static constexpr std::size_t kMostKept = 10'000;

  std::string file{};
  ImportCount people{};
  std::size_t repeated = 0;
  std::size_t skipped = 0;
  std::vector<Remark> remarks{};
  std::map<Remark::Kind, std::size_t> remarked{};  ///< how often, kept or not
  std::vector<PossibleDouble> possible_doubles{};
  std::size_t doubles = 0;                       ///< possible ones, kept or not
  std::map<std::string, ImportCount> records{};  ///< other records by section: "interactions", …
  /// Property -> how many people have it: what kith has no place for and gives out again, and what
  /// it drops.
  std::map<std::string, std::size_t> kept{};
  std::map<std::string, std::size_t> dropped{};
  std::size_t with_strangers = 0;  ///< what happened with nobody you know, and did not come in

  void add(Remark remark);
  void add(PossibleDouble one);
  std::size_t read() const { return people.sum() + repeated + skipped; }
};

}  // namespace kith::exchange

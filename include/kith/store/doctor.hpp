// The doctor: whether a database is sound, what can be mended, and what can be saved of a damaged
// one.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include <kith/store/key.hpp>
#include <kith/time/clock.hpp>

namespace kith {

/// How a part of the database is: sound; sound, with something to look at; broken, and repair()
/// mends it; broken for good, and salvage() saves what can be read.
enum class Health { sound, odd, broken, damaged };

/// sound, odd, broken, damaged
std::string_view to_string(Health health);

struct Finding {
  std::string check{};  ///< a word for the part: file, pages, shape, ties, search, names, …
  Health health = Health::sound;
  std::string what{};  ///< in plain words
  bool operator==(const Finding&) const = default;
};

/// Examines the database at `file` and writes nothing: the file's privacy, its pages, its shape,
/// that what belongs together is there, both indexes and the rhythms against what they are made
/// from, that every change can be taken back, dates, uids, the clock, and people who may be one.
/// One finding a check, in this order; several where there are several things to say. What is
/// damaged hides what comes after it. `tell`, if there is one, hears of each as soon as it is
/// known: a large file takes its time. Throws NotFoundError if there is no such file, StoreError if
/// `key` does not fit.
std::vector<Finding> examine(const std::filesystem::path& file,
                             const Key& key,
                             const Clock& clock,
                             const std::function<void(const Finding&)>& tell = {});

struct Repaired {
  std::filesystem::path backup{};  ///< everything as it was before
  std::vector<std::string> mended{};
};

/// Mends what examine() calls broken, after a backup. Throws StoreError if there is damage that it
/// cannot mend; nothing has changed then.
Repaired repair(const std::filesystem::path& file, const Key& key, const Clock& clock);

struct Salvaged {
  std::size_t people = 0;
  std::size_t interactions = 0;
  std::size_t rows = 0;        ///< of all tables
  std::size_t unreadable = 0;  ///< places where rows could not be read or were no rows of kith's
};

/// Saves what can be read of a damaged database to a new file, which then is sound; the damaged one
/// is only read, and may be plain while the new one has a key. History begins anew. Throws
/// NotFoundError if there is no such file, ConflictError if `target` is there, StoreError if
/// nothing can be read.
Salvaged salvage(const std::filesystem::path& damaged,
                 const std::filesystem::path& target,
                 const Key& key,
                 const Clock& clock);

}  // namespace kith

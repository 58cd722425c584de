// A folder of one item a file, as vdirsyncer, khard and todoman read and write it.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <kith/time/clock.hpp>

namespace kith::sync {

/// How a file looks from outside: as long as it stays the same, so does the file.
struct Stamp {
  std::int64_t size = 0;
  std::chrono::nanoseconds changed{};
  std::uint64_t inode = 0;
  bool operator==(const Stamp&) const = default;

  /// As the store remembers it.
  std::string text() const;
  /// True if `text` is what text() gives.
  bool reads(std::string_view text) const;
  Instant changed_at() const {
    return Instant{std::chrono::floor<std::chrono::milliseconds>(changed)};
  }
};

struct FileName {
  std::string name{};
  Stamp stamp{};
};

/// The largest file that is read: a card with a photo is the largest that makes sense.
inline constexpr std::size_t kLargestItem = std::size_t{8} << 20;

/// Calls `visit` with the descriptor of a folder and the name of each of its files, in no order,
/// until it returns false. Throws std::filesystem::filesystem_error.
void for_each_name(const std::filesystem::path& folder,
                   const std::function<bool(int folder, const char* name)>& visit);

class Vdir {
 public:
  /// `ending` is ".vcf" or ".ics". Throws StoreError if the folder cannot be read.
  Vdir(std::filesystem::path folder, std::string ending);

  const std::filesystem::path& folder() const { return folder_; }
  /// The name under which the store remembers it: its path without links.
  const std::string& key() const { return key_; }
  /// Every file by name, as it was when the folder was read. Hidden files are none of ours.
  const std::vector<FileName>& files() const { return files_; }
  /// How a file was when the folder was read; nothing if it was not there.
  std::optional<Stamp> stamp_of(std::string_view name) const;

  /// The text of a file; nothing if it is gone, is larger than kLargestItem, or may not be read.
  std::optional<std::string> read(const std::string& name) const;
  /// True if the file still looks as it did when the folder was read.
  bool is_untouched(const std::string& name) const;
  /// How it looks now; nothing if it is not there.
  std::optional<Stamp> stamp_now(const std::string& name) const;

  /// The stamp to remember of a file, as text: that of now if it was written just now or was not
  /// there before, else that of when the folder was read. Empty if it is gone.
  std::string stamp_after(const std::string& name, bool is_written) const;

  /// A name for a new file: the uid with its ending, if that is safe everywhere, else one made from
  /// it. Never one that is there.
  std::string new_name(std::string_view uid) const;

  /// Plans to write a file; see flush().
  void write(std::string name, std::string text);
  /// Plans to delete a file.
  void remove(std::string name);
  /// Does what was planned: each file is there as a whole or not at all, and all of them are on the
  /// disk. A file that has changed since the folder was read is left alone. Returns the names of
  /// those left alone. Throws StoreError.
  std::vector<std::string> flush();

 private:
  struct Planned {
    std::string name{};
    std::string text{};
  };
  void write_some(std::size_t begin, std::size_t end, std::vector<std::string>& left_alone);
  void take_leftovers_away() const;

  std::filesystem::path folder_;
  std::string key_;
  std::string ending_;
  std::vector<FileName> files_{};
  std::vector<Planned> to_write_{};
  std::set<std::string> planned_{};
  std::vector<std::string> to_remove_{};
};

}  // namespace kith::sync

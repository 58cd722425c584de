// Files that are not whole yet: a program that is told to stop takes them away.
#pragma once

#include <cstddef>
#include <filesystem>

namespace kith {

/// Says that `file`, and the logs that SQLite may keep beside it, are of no use to anybody as long
/// as this object lives. Where more of them live than there is room for, or the name is too long,
/// the file stays when a signal comes.
class Unfinished {
 public:
  explicit Unfinished(const std::filesystem::path& file);
  Unfinished(const Unfinished&) = delete;
  Unfinished& operator=(const Unfinished&) = delete;
  ~Unfinished();

 private:
  std::size_t place_;
};

/// Takes every unfinished file away. To be called by a signal's handler that ends the process: it
/// calls nothing but unlink().
void remove_unfinished() noexcept;

}  // namespace kith

// Starting another program.
#pragma once

#include <csignal>
#include <optional>
#include <string>
#include <sys/types.h>
#include <vector>

namespace kith::cli {

struct Spawned {
  pid_t process = -1;
  int error = 0;  ///< of the system, where it could not be started
};

struct SpawnOptions {
  /// Beside those of our own environment, or in their place: "KITH_DB=/home/you/kith.db".
  std::vector<std::string> variables{};
  bool own_group = false;  ///< a process group of its own, which can be ended as a whole
  std::optional<sigset_t> held_signals{};  ///< that it holds, in place of those that kith does
};

/// Starts the program `words[0]`, looked for in PATH, with these words; its stdin is `input` and
/// its stdout `output` unless they are negative. What kith ignores among signals it does not.
Spawned spawn(std::vector<std::string> words,
              int input,
              int output,
              const SpawnOptions& options = {});

}  // namespace kith::cli

// Starting another program.
#include "cli/spawn.hpp"

#include <csignal>
#include <spawn.h>
#include <unistd.h>

extern char** environ;

namespace kith::cli {

Spawned spawn(std::vector<std::string> words, int input, int output) {
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  if (input >= 0) {
    ::posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
  }
  if (output >= 0) {
    ::posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
  }
  posix_spawnattr_t attributes;
  ::posix_spawnattr_init(&attributes);
  sigset_t defaults;
  ::sigemptyset(&defaults);
  for (const int ours : {SIGPIPE, SIGXFSZ, SIGINT}) {
    ::sigaddset(&defaults, ours);
  }
  ::posix_spawnattr_setsigdefault(&attributes, &defaults);
  ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
  std::vector<char*> argv;
  argv.reserve(words.size() + 1);
  for (std::string& word : words) {
    argv.push_back(word.data());
  }
  argv.push_back(nullptr);
  Spawned child;
  child.error =
      ::posix_spawnp(&child.process, argv[0], &actions, &attributes, argv.data(), environ);
  ::posix_spawnattr_destroy(&attributes);
  ::posix_spawn_file_actions_destroy(&actions);
  if (child.error != 0) {
    child.process = -1;
  }
  return child;
}

}  // namespace kith::cli

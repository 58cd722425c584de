// Starting another program.
#include "cli/spawn.hpp"

#include <algorithm>
#include <csignal>
#include <spawn.h>
#include <string_view>
#include <unistd.h>

extern char** environ;

namespace kith::cli {

namespace {

// "HOME=/home/you" and "HOME=/root" are of one variable.
bool same_variable(std::string_view a, std::string_view b) {
  return a.substr(0, a.find('=')) == b.substr(0, b.find('='));
}

std::vector<std::string> environment(const std::vector<std::string>& ours) {
  std::vector<std::string> all = ours;
  for (char** one = environ; *one != nullptr; ++one) {
    const std::string_view theirs{*one};
    if (std::none_of(ours.begin(), ours.end(), [&](const std::string& variable) {
          return same_variable(variable, theirs);
        })) {
      all.emplace_back(theirs);
    }
  }
  return all;
}

std::vector<char*> pointers(std::vector<std::string>& words) {
  std::vector<char*> all;
  all.reserve(words.size() + 1);
  for (std::string& word : words) {
    all.push_back(word.data());
  }
  all.push_back(nullptr);
  return all;
}

}  // namespace

Spawned spawn(std::vector<std::string> words, int input, int output, const SpawnOptions& options) {
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
  if (options.held_signals) {
    ::posix_spawnattr_setsigmask(&attributes, &*options.held_signals);
  }
  ::posix_spawnattr_setflags(
      &attributes,
      static_cast<short>(POSIX_SPAWN_SETSIGDEF | (options.own_group ? POSIX_SPAWN_SETPGROUP : 0) |
                         (options.held_signals ? POSIX_SPAWN_SETSIGMASK : 0)));
  const std::vector<char*> argv = pointers(words);
  std::vector<std::string> variables = environment(options.variables);
  const std::vector<char*> envp = pointers(variables);
  Spawned child;
  child.error =
      ::posix_spawnp(&child.process, argv[0], &actions, &attributes, argv.data(), envp.data());
  ::posix_spawnattr_destroy(&attributes);
  ::posix_spawn_file_actions_destroy(&actions);
  if (child.error != 0) {
    child.process = -1;
  }
  return child;
}

}  // namespace kith::cli

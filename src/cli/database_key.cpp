// The key of an encrypted database: from a command, a file, or whoever sits at the terminal. It is
// never put on a command line, into the environment or into a message.
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <poll.h>
#include <string>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

#include "cli/context.hpp"
#include "cli/process.hpp"
#include <kith/error.hpp>
#include <kith/text/clean.hpp>

namespace kith::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLongest = 4096;

Key first_line(std::string&& text) {
  std::string line(text, 0, text.find_first_of("\r\n"));
  wipe(text);
  return Key{std::move(line)};
}

Key from_command(const std::string& command) {
  std::optional<std::string> said = filtered(command, "");
  Key key = said ? first_line(std::move(*said)) : Key{};
  if (!key.is_set()) {
    throw StoreError("key_command: it gave no key",
                     "run it by hand: the key is the first line of what it prints");
  }
  return key;
}

Key from_file(const fs::path& file) {
  const std::string name = text::printable(file.string());
  struct stat facts {};
  constexpr mode_t kOthers = 077;
  if (::stat(file.c_str(), &facts) == 0 && (facts.st_mode & kOthers) != 0) {
    throw StoreError(name + ": others may read this key", "chmod 600 makes it yours alone");
  }
  std::string content(kLongest, '\0');
  std::ifstream stream(file, std::ios::binary);
  stream.read(content.data(), static_cast<std::streamsize>(content.size()));
  content.resize(static_cast<std::size_t>(std::max<std::streamsize>(stream.gcount(), 0)));
  Key key = first_line(std::move(content));
  if (!key.is_set()) {
    throw StoreError(name + ": there is no key to be read", "the key is its first line");
  }
  return key;
}

/// The terminal, silent as long as this lives. Signals that would end kith wait until it speaks
/// again: whoever interrupts a question wants to see what they type next.
class SilentTerminal {
 public:
  SilentTerminal() : terminal_(::open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)) {
    if (terminal_ < 0 || ::tcgetattr(terminal_, &before_) != 0) {
      return;
    }
    ::sigemptyset(&stops_);
    for (const int stop : {SIGINT, SIGTERM, SIGHUP, SIGTSTP}) {
      ::sigaddset(&stops_, stop);
    }
    ::sigprocmask(SIG_BLOCK, &stops_, &mask_before_);
    termios silent = before_;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    is_silent_ = ::tcsetattr(terminal_, TCSADRAIN, &silent) == 0;
    if (!is_silent_) {
      ::sigprocmask(SIG_SETMASK, &mask_before_, nullptr);
    }
  }
  SilentTerminal(const SilentTerminal&) = delete;
  SilentTerminal& operator=(const SilentTerminal&) = delete;
  ~SilentTerminal() {
    if (is_silent_) {
      ::tcsetattr(terminal_, TCSADRAIN, &before_);
      ::sigprocmask(SIG_SETMASK, &mask_before_, nullptr);
    }
    if (terminal_ >= 0) {
      ::close(terminal_);
    }
  }

  bool is_there() const { return is_silent_; }

  /// Not set if nothing was typed, or a signal waits.
  Key ask(const std::string& question) const {
    say(question);
    std::string line(kLongest, '\0');
    ssize_t count = 0;
    pollfd end{.fd = terminal_, .events = POLLIN, .revents = 0};
    constexpr int kPatienceMs = 100;
    while (!is_stopped() && ::poll(&end, 1, kPatienceMs) == 0) {
    }
    if (!is_stopped() && end.revents != 0) {
      count = ::read(terminal_, line.data(), line.size());
    }
    line.resize(count > 0 ? static_cast<std::size_t>(count) : 0);
    say("\n");
    return first_line(std::move(line));
  }

 private:
  void say(const std::string& words) const {
    [[maybe_unused]] const ssize_t written = ::write(terminal_, words.data(), words.size());
  }
  bool is_stopped() const {
    sigset_t waiting;
    ::sigpending(&waiting);
    for (const int stop : {SIGINT, SIGTERM, SIGHUP, SIGTSTP}) {
      if (::sigismember(&waiting, stop) == 1) {
        return true;
      }
    }
    return false;
  }

  int terminal_;
  bool is_silent_ = false;
  termios before_{};
  sigset_t stops_{};
  sigset_t mask_before_{};
};

bool are_same(const Key& one, const Key& other) {
  return one.is_set() && other.is_set() && one.secret() == other.secret();
}

Key from_terminal(const fs::path& database, bool may_ask) {
  const char* hint = "key_command or key_file in the settings says where it is";
  Key key;
  bool is_same = true;
  {
    const SilentTerminal terminal;
    if (!may_ask || !terminal.is_there()) {
      throw StoreError("key_prompt: there is nobody to ask for the key", hint);
    }
    key = terminal.ask("key of " + text::printable(database.string()) + ": ");
    std::error_code failure;
    if (key.is_set() && !fs::exists(database, failure)) {  // a slip would lock everybody out
      is_same = are_same(key, terminal.ask("the same again, for a new database: "));
    }
  }
  if (!is_same) {
    throw StoreError("key_prompt: these are two keys, not one", "nothing has changed: try again");
  }
  if (!key.is_set()) {
    throw StoreError("key_prompt: no key was typed", hint);
  }
  return key;
}

}  // namespace

const Key& Context::key() {
  if (!key_) {
    if (!settings.key_command.empty()) {
      key_ = from_command(settings.key_command);
    } else if (!settings.key_file.empty()) {
      key_ = from_file(settings.key_file);
    } else if (settings.key_prompt) {
      out.flush();
      key_ = from_terminal(settings.database, !settings.yes);
    } else {
      key_ = Key{};
    }
  }
  return *key_;
}

}  // namespace kith::cli

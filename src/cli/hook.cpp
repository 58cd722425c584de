// Hooks: programs of the user's that hear of what a command has changed.
#include "cli/hook.hpp"

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <system_error>
#include <unistd.h>

#include "cli/render/report.hpp"
#include "cli/spawn.hpp"

namespace kith::cli {
namespace {

namespace fs = std::filesystem;
using Time = std::chrono::steady_clock;

constexpr std::chrono::seconds kLongest{5};
constexpr std::chrono::milliseconds kToClearUp{200};
constexpr std::string_view kWithin = "KITH_HOOK";

// Why nobody but the user can have put it there; empty if so.
std::string distrust(const fs::path& hook) {
  constexpr mode_t kOthersWrite = S_IWGRP | S_IWOTH;
  struct stat facts {};
  for (const fs::path& folder : {hook.parent_path().parent_path(), hook.parent_path()}) {
    if (::stat(folder.c_str(), &facts) != 0 || facts.st_uid != ::geteuid() ||
        (facts.st_mode & kOthersWrite) != 0) {
      return "its folder is not yours alone to write in";
    }
  }
  if (::stat(hook.c_str(), &facts) != 0) {
    return std::strerror(errno);
  }
  if (!S_ISREG(facts.st_mode)) {
    return "is no file";
  }
  if (facts.st_uid != ::geteuid()) {
    return "belongs to somebody else";
  }
  if ((facts.st_mode & kOthersWrite) != 0) {
    return "others may write it";
  }
  return ::access(hook.c_str(), X_OK) == 0 ? "" : "is not executable";
}

/// Signals that are waited for rather than acted on, as long as it lives. What was to end kith is
/// to be sent again then: nobody else will hear of it.
class HeldSignals {
 public:
  HeldSignals() {
    ::sigemptyset(&held_);
    ::sigaddset(&held_, SIGCHLD);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
      struct sigaction now {};
      // What kith passes over (nohup) ends nothing here, either.
      if (::sigaction(signal, nullptr, &now) == 0 && now.sa_handler != SIG_IGN) {
        ::sigaddset(&held_, signal);
      }
    }
    ::sigprocmask(SIG_BLOCK, &held_, &before_);
  }
  HeldSignals(const HeldSignals&) = delete;
  HeldSignals& operator=(const HeldSignals&) = delete;
  ~HeldSignals() { ::sigprocmask(SIG_SETMASK, &before_, nullptr); }

  /// Waits for a signal, but no longer than this.
  void wait(std::chrono::milliseconds time) {
    constexpr long kNanoseconds = 1'000'000;
    const timespec limit{.tv_sec = time.count() / 1000,
                         .tv_nsec = static_cast<long>(time.count() % 1000) * kNanoseconds};
    const int signal = ::sigtimedwait(&held_, nullptr, &limit);
    if (signal > 0 && signal != SIGCHLD && ending_ == 0) {
      ending_ = signal;
    }
  }
  /// Those that were held before.
  const sigset_t& before() const { return before_; }
  /// The first that came and was to end kith; 0 if none did.
  int ending() const { return ending_; }

 private:
  int ending_ = 0;
  sigset_t held_{};
  sigset_t before_{};
};

/// What is to be told, as far as the hook has taken it.
class Telling {
 public:
  Telling(int pipe, const std::string& record) : pipe_(pipe), record_(record) {
    ::fcntl(pipe_, F_SETFL, O_NONBLOCK);  // a hook need not listen
  }
  Telling(const Telling&) = delete;
  Telling& operator=(const Telling&) = delete;
  ~Telling() { close(); }

  void go_on() {
    while (pipe_ >= 0) {
      const ssize_t count = ::write(pipe_, record_.data() + told_, record_.size() - told_);
      if (count < 0 && errno == EAGAIN) {
        return;
      }
      told_ += count > 0 ? static_cast<std::size_t>(count) : 0;
      if (told_ == record_.size() || (count < 0 && errno != EINTR)) {
        close();
      }
    }
  }
  bool is_over() const { return pipe_ < 0; }

 private:
  void close() {
    if (pipe_ >= 0) {
      ::close(pipe_);
      pipe_ = -1;
    }
  }

  int pipe_;
  const std::string& record_;
  std::size_t told_ = 0;
};

/// How a hook's run went.
struct Run {
  std::string remarked{};  ///< what there is to remark on
  int signal = 0;          ///< came meanwhile, and is to end kith too; 0 if none did
};

std::string ending(int status) {
  if (WIFSIGNALED(status)) {
    return "was ended by signal " + std::to_string(WTERMSIG(status));
  }
  return WEXITSTATUS(status) == 0 ? ""
                                  : "ended with exit code " + std::to_string(WEXITSTATUS(status));
}

// With all that it has started and that stayed in its group.
void stop(pid_t process, HeldSignals& signals) {
  ::kill(-process, SIGTERM);
  const Time::time_point end = Time::now() + kToClearUp;
  while (::waitpid(process, nullptr, WNOHANG) == 0) {
    if (Time::now() >= end) {
      ::kill(-process, SIGKILL);
      ::waitpid(process, nullptr, 0);
      return;
    }
    signals.wait(std::chrono::milliseconds{10});
  }
}

Run waited_for(pid_t process, Telling& telling, HeldSignals& signals) {
  const Time::time_point end = Time::now() + kLongest;
  constexpr std::chrono::milliseconds kListens{5};
  constexpr std::chrono::milliseconds kWorks{100};
  while (true) {
    telling.go_on();
    int status = 0;
    if (::waitpid(process, &status, WNOHANG) != 0) {
      return {.remarked = ending(status)};
    }
    if (Time::now() >= end) {
      stop(process, signals);
      return {.remarked =
                  "took longer than " + std::to_string(kLongest.count()) + " s, and was stopped",
              .signal = signals.ending()};
    }
    signals.wait(telling.is_over() ? kWorks : kListens);
    if (signals.ending() != 0) {
      stop(process, signals);
      return {.remarked = "was stopped", .signal = signals.ending()};
    }
  }
}

Run ran(const Context& ctx, const fs::path& hook, const std::string& record) {
  std::array<int, 2> pipe{};
  if (::pipe2(pipe.data(), O_CLOEXEC) != 0) {
    return {.remarked = std::strerror(errno)};
  }
  std::error_code failure;
  HeldSignals signals;  // from before it is there: one that came between would leave it behind
  SpawnOptions options{.own_group = true, .held_signals = signals.before()};
  options.variables.push_back(std::string{kWithin} + "=" + hook.filename().string());
  options.variables.push_back("KITH_DB=" + fs::absolute(ctx.settings.database, failure).string());
  if (fs::exists(ctx.settings.config, failure)) {
    options.variables.push_back("KITH_CONFIG=" +
                                fs::absolute(ctx.settings.config, failure).string());
  }
  // What it says goes to stderr: stdout is for what was asked of kith.
  const Spawned child = spawn({hook.string()}, pipe[0], STDERR_FILENO, options);
  ::close(pipe[0]);
  Telling telling{pipe[1], record};
  if (child.process < 0) {
    return {.remarked = std::string{"cannot be started: "} + std::strerror(child.error)};
  }
  return waited_for(child.process, telling, signals);
}

}  // namespace

fs::path find_hook(const Context& ctx, std::string_view command) {
  if (ctx.settings.config.empty() || ctx.environment(kWithin)) {
    return {};
  }
  fs::path hook =
      fs::absolute(ctx.settings.config).parent_path() / "hooks" / ("post-" + std::string{command});
  std::error_code failure;
  return fs::exists(fs::symlink_status(hook, failure)) ? hook : fs::path{};
}

void run_hook(Context& ctx, const fs::path& hook, const std::string& record) {
  ctx.out.flush();
  const std::string doubt = distrust(hook);
  const Run run = doubt.empty() ? ran(ctx, hook, record) : Run{.remarked = doubt + ": not run"};
  if (!run.remarked.empty()) {
    remark(ctx, "hooks/" + hook.filename().string() + ": " + run.remarked);
  }
  if (run.signal != 0) {
    ::raise(run.signal);
  }
}

}  // namespace kith::cli

// Builds the real Context out of the process's surroundings, calls run(), returns its code.
#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <iostream>
#include <string>
#include <sys/ioctl.h>
#include <unistd.h>
#include <vector>

#include "cli/app.hpp"
#include "cli/fd_buffer.hpp"
#include "cli/key_press.hpp"
#include "cli/render/report.hpp"
#include "cli/system_clock.hpp"
#include <kith/error.hpp>
#include <kith/store/unfinished.hpp>

namespace {

using kith::cli::ExitCode;

std::optional<std::string> variable(std::string_view name) {
  const char* value = std::getenv(std::string{name}.c_str());
  return value != nullptr && *value != '\0' ? std::optional<std::string>{value} : std::nullopt;
}

// A transaction that was open is rolled back by whoever opens the database next.
extern "C" void leave_quietly(int signal) {
  kith::remove_unfinished();
  kith::cli::give_terminal_back();
  std::_Exit(signal == SIGINT ? static_cast<int>(ExitCode::interrupted) : 128 + signal);
}

kith::cli::Terminal terminal() {
  kith::cli::Terminal terminal{.in_is_terminal = ::isatty(STDIN_FILENO) == 1,
                               .out_is_terminal = ::isatty(STDOUT_FILENO) == 1,
                               .err_is_terminal = ::isatty(STDERR_FILENO) == 1,
                               .no_color = variable("NO_COLOR").has_value()};
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
    terminal.columns = size.ws_col;
    terminal.rows = size.ws_row;
  }
  if (const auto columns = variable("COLUMNS")) {
    const unsigned long wanted = std::strtoul(columns->c_str(), nullptr, 10);
    terminal.columns = wanted > 0 && wanted < 10'000 ? wanted : terminal.columns;
  }
  return terminal;
}

// What could not be written: a closed pipe is somebody who had seen enough.
ExitCode ended(kith::cli::Context& ctx, const kith::cli::FdBuffer& output, ExitCode code) {
  ctx.out.flush();
  ctx.err.flush();
  if (output.error() == 0 || output.error() == EPIPE) {
    return code;
  }
  kith::cli::report(
      ctx, kith::StoreError(std::string{"standard output: "} + std::strerror(output.error())));
  return code == ExitCode::ok ? ExitCode::store : code;
}

// A kith of its own, which outlives this one and has no part in its terminal.
void start_another(const std::vector<std::string>& words) {
  std::vector<std::string> all{"kith"};
  all.insert(all.end(), words.begin(), words.end());
  std::vector<char*> argv;
  argv.reserve(all.size() + 1);
  for (std::string& word : all) {
    argv.push_back(word.data());
  }
  argv.push_back(nullptr);
  if (::fork() != 0) {
    return;  // where it cannot be started, another day will do
  }
  ::setsid();
  const int nowhere = ::open("/dev/null", O_RDWR);
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    ::dup2(nowhere, stream);
  }
  ::execv("/proc/self/exe", argv.data());
  ::_exit(1);
}

}  // namespace

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);  // a file that may not grow is an error like a full disk
  for (const int stop : {SIGINT, SIGTERM, SIGHUP}) {
    if (std::signal(stop, leave_quietly) == SIG_IGN) {
      std::signal(stop, SIG_IGN);  // nohup, or a shell's background: somebody wants it so
    }
  }

  kith::cli::FdBuffer output{STDOUT_FILENO};
  std::ostream out{&output};
  const std::vector<std::string> words(argv + (argc > 0 ? 1 : 0), argv + argc);
  try {
    const auto clock = kith::cli::make_clock(variable("KITH_NOW"));
    kith::cli::Context ctx{std::cin, out, std::cerr, *clock};
    ctx.environment = variable;
    ctx.terminal = terminal();
    ctx.in_background = start_another;
    return static_cast<int>(ended(ctx, output, run(words, ctx)));
  } catch (const kith::Error& error) {
    const kith::cli::SystemClock clock;
    kith::cli::Context ctx{std::cin, out, std::cerr, clock};
    ctx.settings.json = std::find(words.begin(), words.end(), "--json") != words.end();
    report(ctx, error);
    return static_cast<int>(kith::cli::exit_code(error.kind()));
  }
}

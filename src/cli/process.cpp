// Other programs: the pager, and the editor. Both are run by sh, so that "less -S" and
// "code --wait" work as people write them.
#include "cli/process.hpp"

#include <array>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <poll.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <system_error>
#include <unistd.h>

#include "cli/fd_buffer.hpp"
#include "cli/render/folded.hpp"
#include "cli/spawn.hpp"
#include <kith/error.hpp>

namespace kith::cli {
namespace {

namespace fs = std::filesystem;

// Starts sh with `script`; its stdin is `input` and its stdout `output` unless they are negative.
// Returns its process id, or -1.
pid_t start(const std::string& script, const std::string& argument, int input, int output = -1) {
  return spawn({"/bin/sh", "-c", script, "kith", argument}, input, output).process;
}

// Ctrl-C is the child's while it has the terminal.
bool wait_for(pid_t child) {
  const auto before = std::signal(SIGINT, SIG_IGN);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  std::signal(SIGINT, before);
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

std::string pager_script(const Context& ctx) {
  const std::string chosen = !ctx.settings.pager.empty()
                                 ? ctx.settings.pager
                                 : ctx.environment("PAGER").value_or(std::string{});
  if (chosen == "cat") {
    return {};
  }
  const std::string less = "if command -v less >/dev/null; then exec less -FRX; else exec cat; fi";
  // A pager that is not there has read nothing: what was asked for is shown all the same.
  return "LESS=${LESS-FRX}; export LESS; " + (chosen.empty() ? less : chosen) +
         "\nended=$?; test $ended = 127 && exec cat; exit $ended";
}

constexpr std::string_view kEdited = "kith-edit-";

/// Takes away what an edit that was killed has left: it may hold much that is private.
void sweep_edited(const fs::path& place) {
  std::error_code failure;
  std::vector<fs::path> left;
  for (const fs::directory_entry& entry : fs::directory_iterator(place, failure)) {
    const std::string name = entry.path().filename().string();
    if (!name.starts_with(kEdited)) {
      continue;
    }
    const int process = std::atoi(name.c_str() + kEdited.size());
    struct stat facts {};
    const bool is_ours = ::lstat(entry.path().c_str(), &facts) == 0 && facts.st_uid == ::geteuid();
    if (is_ours && process > 0 && ::kill(process, 0) != 0 && errno == ESRCH) {
      left.push_back(entry.path());
    }
  }
  for (const fs::path& folder : left) {
    fs::remove_all(folder, failure);
  }
}

}  // namespace

struct Pager::Running {
  Running(pid_t process, int pipe) : child(process), descriptor(pipe), buffer(pipe) {}
  pid_t child;
  int descriptor;
  FdBuffer buffer;
  std::streambuf* before = nullptr;
  // Ctrl-C is the pager's: less wants to clean the screen up itself.
  void (*interrupt)(int) = std::signal(SIGINT, SIG_IGN);
  std::optional<Folding> lines{};
};

Pager::Pager(Context& ctx) : ctx_(ctx) {
  if (!ctx.terminal.out_is_terminal || !ctx.settings.paged || ctx.settings.json) {
    return;
  }
  const std::string script = pager_script(ctx);
  std::array<int, 2> ends{};
  if (script.empty() || ::pipe2(ends.data(), O_CLOEXEC) != 0) {
    return;
  }
  ctx.out.flush();
  const pid_t child = start(script, "", ends[0]);
  ::close(ends[0]);
  if (child < 0) {
    ::close(ends[1]);
    return;
  }
  running_ = std::make_unique<Running>(child, ends[1]);
  running_->before = ctx.out.rdbuf(&running_->buffer);
  running_->lines.emplace(ctx.out, ctx.width());
}

Pager::~Pager() {
  if (!running_) {
    return;
  }
  ctx_.out.flush();
  running_->lines.reset();
  ctx_.out.clear();  // a reader who left early is no failure
  ctx_.out.rdbuf(running_->before);
  ::close(running_->descriptor);
  wait_for(running_->child);
  std::signal(SIGINT, running_->interrupt);
}

namespace {

/// Writes `input` to one pipe and reads another to its end, whichever is ready: neither side can
/// wait for the other for ever.
std::string exchanged(int to, int from, const std::string& input) {
  std::string answer;
  std::size_t written = 0;
  ::fcntl(to, F_SETFL, O_NONBLOCK);
  std::array<pollfd, 2> ends{
      {{.fd = to, .events = POLLOUT, .revents = 0}, {.fd = from, .events = POLLIN, .revents = 0}}};
  std::array<char, 65536> room{};
  const auto stop_writing = [&] {
    if (ends[0].fd >= 0) {
      ::close(ends[0].fd);
      ends[0].fd = -1;
    }
  };
  if (input.empty()) {
    stop_writing();
  }
  while (true) {
    if (::poll(ends.data(), ends.size(), -1) < 0 && errno != EINTR) {
      break;
    }
    if (ends[0].fd >= 0 && ends[0].revents != 0) {
      const ssize_t count = ::write(ends[0].fd, input.data() + written, input.size() - written);
      written += count > 0 ? static_cast<std::size_t>(count) : 0;
      if (written == input.size() || (count < 0 && errno != EAGAIN && errno != EINTR)) {
        stop_writing();
      }
    }
    if (ends[1].revents != 0) {
      const ssize_t count = ::read(from, room.data(), room.size());
      if (count == 0 || (count < 0 && errno != EINTR)) {
        break;
      }
      answer.append(room.data(), count > 0 ? static_cast<std::size_t>(count) : 0);
    }
  }
  stop_writing();
  return answer;
}

}  // namespace

std::optional<std::string> filtered(const std::string& script, const std::string& input) {
  std::array<int, 2> there{};
  std::array<int, 2> back{};
  if (::pipe2(there.data(), O_CLOEXEC) != 0) {
    return std::nullopt;
  }
  if (::pipe2(back.data(), O_CLOEXEC) != 0) {
    ::close(there[0]);
    ::close(there[1]);
    return std::nullopt;
  }
  const auto pipe_signal = std::signal(SIGPIPE, SIG_IGN);
  const pid_t child = start(script, "", there[0], back[1]);
  ::close(there[0]);
  ::close(back[1]);
  std::string answer = exchanged(there[1], back[0], child < 0 ? std::string{} : input);
  ::close(back[0]);
  const bool succeeded = child >= 0 && wait_for(child);
  std::signal(SIGPIPE, pipe_signal);
  return succeeded ? std::optional(std::move(answer)) : std::nullopt;
}

bool open_in_browser(Context& ctx, const fs::path& file) {
  const std::string browser = ctx.environment("BROWSER").value_or("xdg-open");
  ctx.out.flush();
  // What a browser says is no part of what was asked for.
  const pid_t child = start(browser + " \"$1\"", fs::absolute(file).string(), -1, STDERR_FILENO);
  return child >= 0 && wait_for(child);
}

EditedFile::EditedFile(Context& ctx, const std::string& name, const std::string& text) : ctx_(ctx) {
  const fs::path place = ctx.environment("TMPDIR").value_or("/tmp");
  sweep_edited(place);
  std::string folder =
      (place / (std::string{kEdited} + std::to_string(::getpid()) + "-XXXXXX")).string();
  if (::mkdtemp(folder.data()) == nullptr) {  // 0700: what is in it is private
    throw StoreError(place.string() + ": " + std::strerror(errno), "TMPDIR names another folder");
  }
  path_ = fs::path{folder} / name;
  const int file = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  bool written = file >= 0;
  if (written) {
    FdBuffer buffer{file};
    std::ostream{&buffer} << text << std::flush;
    written = buffer.error() == 0;
    ::close(file);
  }
  if (!written) {
    const std::string why = std::strerror(errno);
    std::error_code ignored;
    fs::remove_all(folder, ignored);
    throw StoreError(path_.string() + ": " + why, "TMPDIR names another folder");
  }
}

void EditedFile::keep() {
  kept_ = true;
  std::string folder = (path_.parent_path().parent_path() / "kith-XXXXXX").string();
  if (::mkdtemp(folder.data()) != nullptr &&
      ::rename(path_.parent_path().c_str(), folder.c_str()) == 0) {
    path_ = fs::path{folder} / path_.filename();  // a name that no later edit sweeps away
  }
}

EditedFile::~EditedFile() {
  if (!kept_) {
    std::error_code ignored;
    fs::remove_all(path_.parent_path(), ignored);
  }
}

void EditedFile::edit() {
  auto editor = ctx_.environment("VISUAL");
  editor = editor ? editor : ctx_.environment("EDITOR");
  if (!editor && !ctx_.terminal.in_is_terminal) {
    throw UsageError("no editor is set, and there is no terminal",
                     "set EDITOR, or say what to change: kith edit --help");
  }
  ctx_.out.flush();
  const pid_t child = start(editor.value_or("vi") + " \"$1\"", path_.string(), -1);
  if (child < 0 || !wait_for(child)) {
    throw DataError(editor.value_or("vi") + ": the editor ended in failure", "nothing has changed");
  }
  if (!fs::exists(path_)) {
    throw DataError(editor.value_or("vi") + ": the editor left no text", "nothing has changed");
  }
}

std::string EditedFile::text() const {
  constexpr std::size_t kMost = std::size_t{16} << 20;
  std::ifstream file{path_};
  std::string text(kMost + 1, '\0');
  file.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(file.gcount()));
  if (text.size() > kMost) {
    throw DataError(path_.string() + ": more than 16 MiB", "nothing has changed");
  }
  return text;
}

}  // namespace kith::cli

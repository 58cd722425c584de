// A single key from a terminal: lines and echo are off only as long as it is waited for.
#include "cli/key_press.hpp"

#include <csignal>
#include <termios.h>
#include <unistd.h>

namespace kith::cli {
namespace {

// Known to the signal handler, which must not leave a terminal behind that shows nothing.
volatile std::sig_atomic_t is_changed = 0;
termios before{};

class OneKeyAtATime {
 public:
  OneKeyAtATime() {
    if (::tcgetattr(STDIN_FILENO, &before) != 0) {
      return;  // no terminal: whatever is there to read is read
    }
    termios direct = before;
    direct.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO);
    direct.c_cc[VMIN] = 1;
    direct.c_cc[VTIME] = 0;
    is_changed = 1;
    ::tcsetattr(STDIN_FILENO, TCSADRAIN, &direct);
  }
  OneKeyAtATime(const OneKeyAtATime&) = delete;
  OneKeyAtATime& operator=(const OneKeyAtATime&) = delete;
  ~OneKeyAtATime() { give_terminal_back(); }
};

}  // namespace

void give_terminal_back() noexcept {
  if (is_changed != 0) {
    ::tcsetattr(STDIN_FILENO, TCSADRAIN, &before);
    is_changed = 0;
  }
}

std::optional<char> read_key(Context& ctx) {
  constexpr char kCtrlD = 4;
  constexpr char kEscape = '\x1b';
  constexpr char kBackspace = 127;
  const OneKeyAtATime terminal;
  for (int read = ctx.in.get(); ctx.in.good(); read = ctx.in.get()) {
    const char key = static_cast<char>(read);
    if (key == kCtrlD) {
      return std::nullopt;
    }
    if (key == kEscape) {
      if (ctx.in.rdbuf()->in_avail() == 0 || ctx.in.peek() == '\n') {
        return key;
      }
      while (ctx.in.rdbuf()->in_avail() > 0 && ctx.in.peek() != '\n') {
        ctx.in.get();  // an arrow or the like: it sends letters that nobody pressed, at once
      }
      continue;
    }
    if (key == '\n' || key == '\r') {
      return '\n';
    }
    if (key >= ' ' && key < kBackspace) {
      if (ctx.in.rdbuf()->in_avail() > 0 && ctx.in.peek() == '\n') {
        ctx.in.get();
      }
      return key;
    }
  }
  return std::nullopt;
}

}  // namespace kith::cli

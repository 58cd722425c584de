// All that a command may touch: streams, clock, the store, how output is wanted.
#pragma once

#include <filesystem>
#include <functional>
#include <istream>
#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>

#include <kith/store/store.hpp>
#include <kith/time/clock.hpp>

namespace kith::cli {

/// Exit codes as the manual lists them.
enum class ExitCode : int {
  ok = 0,
  internal = 1,
  usage = 2,
  not_found = 3,
  ambiguous = 4,
  bad_input = 5,
  conflict = 6,
  store = 7,
  interrupted = 130
};

enum class ColorWhen { automatic, always, never };

/// What the global options and the environment say.
struct Settings {
  std::filesystem::path database{};
  std::filesystem::path config{};
  bool json = false;
  bool quiet = false;
  bool yes = false;
  bool pager = true;
  ColorWhen color = ColorWhen::automatic;
};

/// What main() knows of the terminal.
struct Terminal {
  bool in_is_terminal = false;
  bool out_is_terminal = false;
  bool err_is_terminal = false;
  std::size_t columns = 80;  ///< of stdout
  bool no_color = false;     ///< NO_COLOR is set
};

/// Looks a variable of the environment up; nothing if it is unset or empty.
using Environment = std::function<std::optional<std::string>(std::string_view)>;

class Context {
 public:
  Context(std::istream& input, std::ostream& output, std::ostream& errors, const Clock& the_clock)
      : in(input), out(output), err(errors), clock(the_clock) {}

  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  const Clock& clock;
  Settings settings{};
  Terminal terminal{};
  Environment environment{};

  /// The database, opened on first use: --help touches no disk.
  Store& store() {
    if (!store_) {
      store_ = std::make_unique<Store>(settings.database, clock);
    }
    return *store_;
  }
  /// Puts a store in place before first use: for tests.
  void use(std::unique_ptr<Store> store) { store_ = std::move(store); }

  /// True if text for people goes out in colour.
  bool colored() const {
    if (settings.color != ColorWhen::automatic) {
      return settings.color == ColorWhen::always;
    }
    return terminal.out_is_terminal && !terminal.no_color;
  }
  /// True if somebody is there to answer a question, and none of the options answers it.
  bool may_ask() const {
    return terminal.in_is_terminal && terminal.err_is_terminal && !settings.yes;
  }

 private:
  std::unique_ptr<Store> store_;
};

}  // namespace kith::cli

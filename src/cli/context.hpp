// All that a command may touch: streams, clock, the store, how output is wanted.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <istream>
#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/exit_code.hpp"
#include <kith/error.hpp>
#include <kith/store/backups.hpp>
#include <kith/store/key.hpp>
#include <kith/store/store.hpp>
#include <kith/time/clock.hpp>

namespace kith::cli {

enum class ColorWhen { automatic, always, never };

/// What the global options, the environment and the config file say.
struct Settings {
  std::filesystem::path database{};
  std::filesystem::path config{};
  bool json = false;
  bool quiet = false;
  bool yes = false;
  bool paged = true;
  std::string pager{};  ///< the command; empty: $PAGER, else less
  ColorWhen color = ColorWhen::automatic;
  bool backups = true;  ///< a backup a day, by itself
  BackupPlan backup_plan{};
  // Where the key of an encrypted database comes from; one of them at most.
  std::string key_command{};
  std::filesystem::path key_file{};
  bool key_prompt = false;
};

/// What main() knows of the terminal.
struct Terminal {
  bool in_is_terminal = false;
  bool out_is_terminal = false;
  bool err_is_terminal = false;
  std::size_t columns = 80;  ///< of stdout
  std::size_t rows = 24;
  bool no_color = false;  ///< NO_COLOR is set
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
  Environment environment = [](std::string_view) { return std::optional<std::string>{}; };
  /// Starts kith with these words and does not wait for it; empty where that cannot be.
  std::function<void(const std::vector<std::string>&)> in_background{};

  /// What --json shows of what this command does, for the hook that runs after it; nothing where
  /// there is no hook. See present().
  std::optional<std::string> record{};
  /// True if changes were taken back or made again, or everything was replaced by a backup.
  bool has_turned_back = false;

  /// The key of the database, had on first use. Throws StoreError if it cannot be had.
  const Key& key();

  /// The database, opened on first use: --help touches no disk. Throws StoreError; DataError if
  /// nothing says where it is.
  Store& store() {
    if (!store_) {
      if (settings.database.empty()) {
        throw DataError("HOME: is not set", "set it, or name the database with --db");
      }
      store_ = std::make_unique<Store>(settings.database, clock, key());
    }
    return *store_;
  }
  /// True if the command has changed something.
  bool has_written() const { return store_ && store_->has_written(); }
  /// Puts a store in place before first use: for tests.
  void use(std::unique_ptr<Store> store) { store_ = std::move(store); }

  /// True if text for people goes out in colour.
  bool colored() const {
    if (settings.color != ColorWhen::automatic) {
      return settings.color == ColorWhen::always;
    }
    return terminal.out_is_terminal && !terminal.no_color;
  }
  /// The columns that a line may take; nothing where no terminal sets a limit.
  std::optional<std::size_t> width() const {
    return terminal.out_is_terminal ? std::optional{terminal.columns} : std::nullopt;
  }
  /// True if somebody is there to answer a question, and none of the options answers it.
  bool may_ask() const {
    return terminal.in_is_terminal && terminal.err_is_terminal && !settings.yes;
  }

 private:
  std::optional<Key> key_{};
  std::unique_ptr<Store> store_;
};

}  // namespace kith::cli

// Our small face of the options library, which arguments.cpp alone includes.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/context.hpp"

namespace CLI {
class App;
}

namespace kith::cli {

/// What a command does once its words are read.
using Action = std::function<ExitCode(Context&)>;

/// One argument or option as declared, for help, completion and `kith commands`.
struct Declared {
  std::string name{};   ///< "--on" or "person"
  std::string value{};  ///< the value's name in help: "DATE"; empty for a flag
  std::string help{};
  bool required = false;
  bool repeated = false;
  std::vector<std::string> choices{};  ///< empty if anything goes
};

/// Declares what a command takes. Names that start with "--" are options (a short form may follow a
/// comma: "--output,-o"), the others positional. Each variable must live until the action ran: keep
/// them in a shared options struct.
class Arguments {
 public:
  explicit Arguments(CLI::App& app) : app_(app) {}

  /// One value that has to be there.
  void required(std::string_view name,
                std::string& value,
                std::string_view help,
                std::string_view value_name = {});
  /// One value that may be left out.
  void option(std::string_view name,
              std::optional<std::string>& value,
              std::string_view help,
              std::string_view value_name = {});
  /// Like option(), one of `choices`.
  void choice(std::string_view name,
              std::optional<std::string>& value,
              std::vector<std::string> choices,
              std::string_view help);
  /// Any number of values; an option may be repeated, and takes one value each time.
  void many(std::string_view name,
            std::vector<std::string>& values,
            std::string_view help,
            std::string_view value_name = {});
  /// At least one value.
  void some(std::string_view name,
            std::vector<std::string>& values,
            std::string_view help,
            std::string_view value_name = {});
  void flag(std::string_view name, bool& value, std::string_view help);

  const std::vector<Declared>& declared() const { return declared_; }

 private:
  CLI::App& app_;
  std::vector<Declared> declared_{};
};

/// A subcommand, as app.cpp's table lists it.
struct Command {
  std::string_view name{};
  std::string_view group{};    ///< heading under which `kith --help` lists it
  std::string_view summary{};  ///< one line
  Action (*declare)(Arguments&) = nullptr;
};

}  // namespace kith::cli

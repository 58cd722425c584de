// Our small face of the options library, which arguments.cpp alone includes.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/context.hpp"

namespace kith::cli {

/// What a command does once its words are read.
using Action = std::function<ExitCode(Context&)>;

/// One argument or option as declared, for help, completion and `kith commands`.
struct Declared {
  std::string name{};        ///< "--on" or "person"
  std::string short_name{};  ///< "-o"; empty if there is none
  std::string value{};       ///< the value's name in help: "DATE"; empty for a flag
  std::string help{};
  bool required = false;
  bool repeated = false;
  bool several = false;  ///< repeated words are a thing each; else they are one text or name
  bool endless = false;  ///< a limit: without it there is no end
  std::vector<std::string> choices{};  ///< nothing else is taken; empty if anything goes
  std::vector<std::string> known{};    ///< words to offer; what else may be said is for the command

  bool is_option() const { return name.starts_with("--"); }
  bool takes_value() const { return !is_option() || !value.empty(); }
};

/// Declares what a command takes, and reads it. Names that start with "--" are options (a short
/// form may follow a comma: "--output,-o"), the others positional, in order. The name of an
/// option's value is its own in capitals unless given. Each variable must live until the action
/// ran: keep them in a shared options struct.
class Arguments {
 public:
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
  /// Like option(), one of `choices`, in either case.
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

  /// Words to offer for what was declared before under this name: the command judges them itself,
  /// and may take others.
  void known(std::string_view name, std::vector<std::string> words);

  /// What was declared before under this name is a list: each word is a thing of its own.
  void several(std::string_view name);
  /// What was declared before under this name is a limit, without which everything comes.
  void endless(std::string_view name);

  /// In the order of declaring.
  std::vector<Declared> declared() const;

  /// Reads `words`, in which options and positionals may be mixed; after "--" all are positional.
  /// `command` is named in what it throws: UsageError.
  void parse(std::string_view command, const std::vector<std::string>& words);

 private:
  struct Slot {
    Declared declared{};
    std::function<void(const std::vector<std::string>&)> set{};
    bool given = false;
  };

  Slot& add(std::string_view name, std::string_view help, std::string_view value_name);
  Declared& named(std::string_view name);
  std::vector<std::string> prepared(std::string_view command,
                                    const std::vector<std::string>& words) const;
  [[noreturn]] void refuse(std::string_view command, const std::string& word) const;

  std::vector<Slot> slots_{};
};

/// The words of a text as one, a blank between them.
std::string joined(const std::vector<std::string>& words);

}  // namespace kith::cli

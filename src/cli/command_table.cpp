// Every subcommand: one line here, one pair of files in commands/, one line in src/cli_files.cmake.
#include "cli/command_table.hpp"

#include <array>

#include "cli/commands/remind.hpp"
#include "cli/suggest.hpp"
#include <kith/error.hpp>
#include <kith/text/clean.hpp>

namespace kith::cli {
namespace {

constexpr std::string_view kPeople = "People";
constexpr std::string_view kDays = "Day by day";
constexpr std::string_view kPromises = "Promises";
constexpr std::string_view kTies = "Ties";
constexpr std::string_view kSafety = "Taking back";
constexpr std::string_view kData = "In and out";

constexpr std::array kCommands{
    Command{"remind", kPromises, "something to do for or with a person, by a day", declare_remind},
};

}  // namespace

std::span<const Command> all_commands() { return kCommands; }

const Command& find_command(std::string_view word) {
  std::vector<const Command*> begun;
  std::vector<std::string> names;
  for (const Command& command : kCommands) {
    if (command.name == word) {
      return command;
    }
    if (command.group.empty()) {
      continue;  // neither shortened nor suggested
    }
    if (!word.empty() && command.name.starts_with(word)) {
      begun.push_back(&command);
    }
    names.emplace_back(command.name);
  }
  if (begun.size() == 1) {
    return *begun.front();
  }
  if (!begun.empty()) {
    std::string all = "it may be ";
    for (const Command* command : begun) {
      all += (command == begun.front() ? "" : ", ") + std::string{command->name};
    }
    throw UsageError(std::string{word} + ": more than one command begins so", all);
  }
  throw UsageError(text::printable(word) + ": no such command",
                   did_you_mean(word, names, "kith --help lists them"));
}

}  // namespace kith::cli

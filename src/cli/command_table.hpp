// Every subcommand, by name.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/arguments.hpp"

namespace kith::cli {

/// A subcommand, as the table lists it.
struct Command {
  std::string_view name{};
  std::string_view group{};    ///< heading under which `kith --help` lists it; empty: not listed
  std::string_view summary{};  ///< one line
  Action (*declare)(Arguments&) = nullptr;
  bool is_data = false;  ///< its output may be for programs: none of its lines are folded for it
};

/// All of them, group after group.
std::span<const Command> all_commands();

/// The command that `word` names, in full or by its unambiguous beginning. Throws UsageError.
const Command& find_command(std::string_view word);

}  // namespace kith::cli

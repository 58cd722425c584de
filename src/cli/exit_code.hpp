// The numbers that kith ends with, as the manual lists them.
#pragma once

#include <kith/error.hpp>

namespace kith::cli {

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

/// The one place where an error becomes a number.
ExitCode exit_code(ErrorKind kind);

}  // namespace kith::cli

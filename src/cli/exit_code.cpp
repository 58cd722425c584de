// The one place where an error becomes a number.
#include "cli/exit_code.hpp"

namespace kith::cli {

ExitCode exit_code(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::usage:
      return ExitCode::usage;
    case ErrorKind::not_found:
      return ExitCode::not_found;
    case ErrorKind::ambiguous:
      return ExitCode::ambiguous;
    case ErrorKind::bad_input:
      return ExitCode::bad_input;
    case ErrorKind::conflict:
      return ExitCode::conflict;
    case ErrorKind::store:
      return ExitCode::store;
  }
  return ExitCode::internal;
}

}  // namespace kith::cli

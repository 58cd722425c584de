// Whether so much has gone that it was no deletion.
#include "sync/missing.hpp"

#include <fmt/format.h>

#include <kith/error.hpp>

namespace kith::sync {

void require_plausible(std::size_t gone,
                       std::size_t all,
                       std::size_t least,
                       const std::string& what,
                       Missing missing) {
  const bool are_all_gone = gone == all && gone >= least && gone > 0;
  const bool are_most_gone = gone > kFew && gone * 2 > all;
  if (missing != Missing::stop || !(are_all_gone || are_most_gone)) {
    return;
  }
  throw ConflictError(
      fmt::format("{}: {} of {} are gone at once; nothing was changed", what, gone, all),
      "if they were meant to go: --missing delete; to write them again: --missing restore");
}

}  // namespace kith::sync

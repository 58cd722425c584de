// Ending what is open, follow-ups and hopes: the same in done and drop.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/arguments.hpp"
#include "cli/context.hpp"
#include "cli/render/views.hpp"

namespace kith::cli {

/// How something open ends.
struct Ending {
  std::string_view command{};   ///< "done"
  std::string_view declined{};  ///< is said where the question about many was answered with no
  std::function<EndedFollowUp(Store&, FollowUp)> follow_up{};
  std::function<Fact(Store&, Fact)> hope{};
};

void declare_open(Arguments& args, std::vector<std::string>& ids);

/// Ends all that `ids` name, as one change. Throws what resolve_open() throws; ConflictError if one
/// is named twice, and nothing has changed then.
ExitCode end_open(Context& ctx, const std::vector<std::string>& ids, const Ending& ending);

}  // namespace kith::cli

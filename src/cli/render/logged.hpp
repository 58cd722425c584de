// What was logged, or would be: one or two calm lines, or the contract's document.
#pragma once

#include <string>
#include <vector>

#include "cli/context.hpp"
#include "cli/log_plan.hpp"

namespace kith::cli {

/// What was logged, or would have been with `dry_run`. In JSON one is the contract's document, many
/// are an array of them.
struct LoggedView {
  std::vector<LogPlan> plans{};
  bool dry_run = false;
  bool many = false;
  bool explain = false;  ///< with what each part was read as, and why
};

/// Confirms; a dry run, which answers a question, is shown with --quiet too.
void show(Context& ctx, const LoggedView& view);

/// "coffee with Ana Lim and Bo Ek".
std::string headline(const Interaction& interaction);

}  // namespace kith::cli

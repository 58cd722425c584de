// What was logged, or would be: one or two calm lines, or the contract's document.
#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

#include "cli/context.hpp"
#include "cli/log_plan.hpp"

namespace kith::cli {

nlohmann::ordered_json to_json(const LogPlan& plan, bool dry_run);

/// "coffee with Spencer Bean · Sat 21 Nov 2026 · Blue Bottle", and a line for each thing to do.
std::string lines(const Context& ctx, const LogPlan& plan);

/// "coffee with Ana Lim and Bo Ek".
std::string headline(const Interaction& interaction);

}  // namespace kith::cli

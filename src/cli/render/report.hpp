// Errors, as one line and its way out, or as JSON: two renderings of one object.
#pragma once

#include <exception>

#include "cli/context.hpp"
#include <kith/error.hpp>

namespace kith::cli {

/// Writes `error` to `ctx.err` in the contract's form.
void report(Context& ctx, const Error& error);

/// Writes what should not have happened, and asks to hear of it.
void report_bug(Context& ctx, const std::exception& bug);

/// A remark on stderr that is no failure: "kith: MESSAGE". Nothing with --quiet.
void remark(Context& ctx, std::string_view message);

}  // namespace kith::cli

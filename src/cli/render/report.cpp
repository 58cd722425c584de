// Errors, as one line and its way out, or as JSON: two renderings of one object.
#include "cli/render/report.hpp"

#include <nlohmann/json.hpp>

#include "cli/exit_code.hpp"
#include "cli/render/json.hpp"
#include <kith/text/clean.hpp>

namespace kith::cli {
namespace {

using nlohmann::ordered_json;

void report_json(Context& ctx, ExitCode code, const ordered_json& rest) {
  ordered_json error{{"code", static_cast<int>(code)}};
  error.update(rest);
  write_json(ctx.err, ordered_json{{"error", error}});
}

}  // namespace

void report(Context& ctx, const Error& error) {
  if (ctx.settings.json) {
    ordered_json rest{{"kind", to_string(error.kind())},
                      {"message", error.message()},
                      {"hint", nullptr},
                      {"candidates", ordered_json::array()}};
    if (!error.hint().empty()) {
      rest["hint"] = error.hint();
    }
    for (const Candidate& candidate : error.candidates()) {
      rest["candidates"].push_back(
          {{"uid", candidate.uid}, {"name", candidate.name}, {"detail", candidate.detail}});
    }
    if (error.position()) {
      rest["line"] = error.position()->line;
      rest["column"] = error.position()->column ? ordered_json(*error.position()->column)
                                                : ordered_json(nullptr);
    }
    report_json(ctx, exit_code(error.kind()), rest);
    return;
  }
  ctx.err << "kith: " << text::printable(error.message()) << '\n';
  for (const Candidate& candidate : error.candidates()) {
    ctx.err << "  " << text::printable(candidate.name);
    if (!candidate.detail.empty()) {
      ctx.err << "  " << text::printable(candidate.detail);
    }
    ctx.err << '\n';
  }
  if (!error.hint().empty()) {
    ctx.err << "hint: " << text::printable(error.hint()) << '\n';
  }
}

void report_bug(Context& ctx, const std::exception& bug) {
  const std::string what = bug.what();
  const std::string hint = "this is a bug in kith: please report what you did";
  if (ctx.settings.json) {
    report_json(ctx,
                ExitCode::internal,
                {{"kind", "internal"},
                 {"message", what},
                 {"hint", hint},
                 {"candidates", ordered_json::array()}});
    return;
  }
  ctx.err << "kith: internal failure: " << text::printable(what) << "\nhint: " << hint << '\n';
}

void remark(Context& ctx, std::string_view message) {
  if (!ctx.settings.quiet) {
    ctx.err << "kith: " << text::printable(message) << '\n';
  }
}

}  // namespace kith::cli

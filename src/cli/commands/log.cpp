// kith log: what happened, in a plain sentence; options overrule what it says.
#include "cli/commands/log.hpp"

#include <memory>

#include "cli/exit_code.hpp"
#include "cli/log_plan.hpp"
#include "cli/process.hpp"
#include "cli/render/logged.hpp"
#include "cli/render/present.hpp"
#include "cli/render/report.hpp"
#include <kith/domain/interaction.hpp>
#include <kith/error.hpp>
#include <kith/text/clean.hpp>

namespace kith::cli {
namespace {

ExitCode log_one(const LogOptions& options, Context& ctx, const std::string& sentence) {
  LogPlan plan = plan_log(ctx, sentence, options);
  if (!options.dry_run) {
    require_clear(ctx.store(), plan);
    plan = ctx.store().write("log " + headline(plan.interaction),
                             [&] { return carry_out(ctx.store(), plan); });
  }
  present(ctx, LoggedView{{plan}, options.dry_run, false, options.explain});
  return ExitCode::ok;
}

// The same error, saying in which line.
Error in_line(const Error& error, std::size_t line) {
  return {error.kind(), "line " + std::to_string(line) + ": " + error.message(), error.hint()};
}

/// The next line; of one that is too long for a sentence just enough to be refused. False at the
/// end.
bool next_line(std::istream& in, std::string& line) {
  constexpr std::size_t kTooLong = 20'001;
  line.clear();
  for (int c = in.get(); c != std::istream::traits_type::eof(); c = in.get()) {
    if (c == '\n') {
      return true;
    }
    if (line.size() < kTooLong) {
      line += static_cast<char>(c);
    }
  }
  return !line.empty();
}

// A journal: what can be read is logged, as one change; what cannot is reported and left out.
ExitCode log_many(const LogOptions& options, Context& ctx) {
  std::vector<LogPlan> plans;
  ExitCode first_fault = ExitCode::ok;
  Store& store = ctx.store();
  const auto read_all = [&] {
    std::string sentence;
    for (std::size_t line = 1; next_line(ctx.in, sentence); ++line) {
      if (text::clean_line(sentence).empty()) {
        continue;
      }
      try {
        if (!text::is_utf8(sentence)) {
          throw DataError(text::printable(sentence) + ": not valid UTF-8");
        }
        LogPlan plan = plan_log(ctx, sentence, options);
        if (!options.dry_run) {
          require_clear(store, plan);
          plan = carry_out(store, std::move(plan));
        }
        plans.push_back(std::move(plan));
      } catch (const Error& error) {
        if (error.kind() == ErrorKind::store) {
          throw;  // nothing after it would fare better
        }
        report(ctx, in_line(error, line));
        if (first_fault == ExitCode::ok) {
          first_fault = exit_code(error.kind());
        }
      }
    }
  };
  if (options.dry_run) {
    read_all();
  } else {
    store.write("log a journal", read_all);
  }
  // A command that fails has changed nothing: with something logged, it has not failed.
  const ExitCode code = plans.empty() ? first_fault : ExitCode::ok;
  present(ctx,
          LoggedView{.plans = std::move(plans),
                     .dry_run = options.dry_run,
                     .many = true,
                     .explain = options.explain});
  return code;
}

ExitCode run_log(const LogOptions& options, Context& ctx) {
  if (options.text.size() == 1 && options.text.front() == "-") {
    return log_many(options, ctx);
  }
  return log_one(options, ctx, joined(options.text));
}

}  // namespace

Action declare_log(Arguments& args) {
  auto options = std::make_shared<LogOptions>();
  args.some("text",
            options->text,
            "what happened: 'coffee with Ana yesterday'; - reads sentences from stdin");
  args.option("--on", options->on, "the day", "DATE");
  args.option("--time", options->time, "the time of day: 15:30", "TIME");
  args.option("--for", options->duration, "how long: 30m, 2h", "DURATION");
  args.many("--with", options->with, "who took part", "PERSON");
  args.option("--kind", options->kind, "coffee, call, walk, …, or a word of yours", "KIND");
  args.option("--at", options->at, "the place", "PLACE");
  args.many("--tag", options->tags, "a tag", "TAG");
  args.flag("--new", options->create, "add people who are not known yet");
  args.flag("--unanswered", options->unanswered, "nobody answered: it does not count as in touch");
  args.flag("--dry-run", options->dry_run, "show what would be logged, and change nothing");
  args.flag("--explain", options->explain, "say for each part what it was read as, and why");
  const auto& kinds = interaction_kinds();
  args.known("--kind", {kinds.begin(), kinds.end()});
  return [options](Context& ctx) { return run_log(*options, ctx); };
}

}  // namespace kith::cli

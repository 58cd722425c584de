// kith export: takes data out; json is everything, and `kith import json` of it restores
// everything.
#include "cli/commands/export.hpp"

#include <functional>
#include <memory>

#include "cli/age.hpp"
#include "cli/encryption_options.hpp"
#include "cli/output_file.hpp"
#include "cli/person_filter.hpp"
#include "cli/progress.hpp"
#include "cli/render/show.hpp"
#include <kith/error.hpp>
#include <kith/exchange/csv_people.hpp>
#include <kith/exchange/json_export.hpp>
#include <kith/text/clean.hpp>

namespace kith::cli {
namespace {

struct ExportOptions {
  std::optional<std::string> format{};
  std::optional<std::string> output{};
  bool force = false;
  bool redact = false;
  FilterOptions filter{};
  EncryptionOptions encryption{};
};

/// The filter that is asked for; nothing if none is. The archived belong to an export unless they
/// alone are asked for.
std::optional<PersonFilter> filter_of(const ExportOptions& options, Date today) {
  PersonFilter filter = read_filter(options.filter, today);
  if (filter == PersonFilter{}) {
    return std::nullopt;
  }
  if (filter.archived == PersonFilter::Archived::no) {
    filter.archived = PersonFilter::Archived::all;
  }
  return filter;
}

std::size_t write(const std::string& format,
                  std::ostream& out,
                  Context& ctx,
                  const std::optional<PersonFilter>& filter,
                  exchange::Detail detail) {
  Progress progress(ctx, "people written");
  if (format == "json") {
    return exchange::write_kith_json(out, ctx.store(), filter, std::ref(progress), detail);
  }
  const PersonFilter everybody{.archived = PersonFilter::Archived::all};
  return ctx.store().read([&] {
    return exchange::write_csv_people(
        out, ctx.store(), filter.value_or(everybody), std::ref(progress));
  });
}

ExitCode run_export(const ExportOptions& options, Context& ctx) {
  const std::string format = options.format.value_or("json");
  if (format != "json" && format != "csv") {
    throw UsageError(text::printable(format) + ": not a format that kith writes",
                     "kith export writes json and csv");
  }
  if (options.redact && format != "json") {
    throw UsageError("--redact: only json can be redacted", "kith export json --redact");
  }
  const std::optional<PersonFilter> filter = filter_of(options, ctx.clock.today());
  const std::string output = options.output.value_or("-");
  const auto detail = options.redact ? exchange::Detail::redacted : exchange::Detail::everything;
  const bool encrypted = wants_encryption(options.encryption);
  if (encrypted && output == "-") {
    throw UsageError("--encrypt: there is no file to write", "name one with -o");
  }
  if (output == "-") {
    write(format, ctx.out, ctx, filter, detail);
    return ExitCode::ok;
  }
  ctx.store();  // a database that cannot be used is said before a file is begun
  OutputFile file(output, options.force);
  std::size_t people = 0;
  if (encrypted) {
    encrypt(file, options.encryption.recipients, [&](std::ostream& out) {
      people = write(format, out, ctx, filter, detail);
    });
  } else {
    people = write(format, file.stream(), ctx, filter, detail);
  }
  file.keep();
  show(ctx, ExportedView{output, format, people});
  return ExitCode::ok;
}

}  // namespace

Action declare_export(Arguments& args) {
  auto options = std::make_shared<ExportOptions>();
  args.option("format", options->format, "json (everything, the default) or csv (people)");
  args.option("--output,-o", options->output, "the file; - for standard output", "FILE");
  args.flag("--force", options->force, "replace the file if it is there");
  args.flag("--redact", options->redact, "without facts, notes and promises");
  declare_encryption(args, options->encryption);
  declare_filter(args, options->filter);
  return [options](Context& ctx) { return run_export(*options, ctx); };
}

}  // namespace kith::cli

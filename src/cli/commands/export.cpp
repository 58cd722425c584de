// kith export: takes data out; json is everything, and `kith import json` of it restores
// everything.
#include "cli/commands/export.hpp"

#include <functional>
#include <memory>

#include "cli/age.hpp"
#include "cli/encryption_options.hpp"
#include "cli/export_formats.hpp"
#include "cli/output_file.hpp"
#include "cli/person_filter.hpp"
#include "cli/progress.hpp"
#include "cli/render/show.hpp"
#include <kith/error.hpp>
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

const ExportFormat& require_format(const ExportOptions& options) {
  const std::string word = options.format.value_or("json");
  const ExportFormat* format = find_export_format(word);
  if (format == nullptr) {
    throw UsageError(text::printable(word) + ": not a format that kith writes",
                     "kith export writes " + export_format_words("and"));
  }
  if (options.redact && !format->can_redact) {
    throw UsageError("--redact: only json can be redacted", "kith export json --redact");
  }
  return *format;
}

std::size_t write(const ExportFormat& format,
                  std::ostream& out,
                  Context& ctx,
                  ExportRequest& request) {
  Progress progress(ctx, "people written");
  request.progress = std::ref(progress);
  return ctx.store().read([&] { return format.write(out, ctx.store(), request); });
}

ExitCode run_export(const ExportOptions& options, Context& ctx) {
  const ExportFormat& format = require_format(options);
  ExportRequest request{
      .filter = filter_of(options, ctx.clock.today()),
      .detail = options.redact ? exchange::Detail::redacted : exchange::Detail::everything};
  const std::string output = options.output.value_or("-");
  const bool encrypted = wants_encryption(options.encryption);
  if (encrypted && output == "-") {
    throw UsageError("--encrypt: there is no file to write", "name one with -o");
  }
  if (output == "-") {
    write(format, ctx.out, ctx, request);
    return ExitCode::ok;
  }
  ctx.store();  // a database that cannot be used is said before a file is begun
  OutputFile file(output, options.force);
  std::size_t people = 0;
  if (encrypted) {
    encrypt(file, options.encryption.recipients, [&](std::ostream& out) {
      people = write(format, out, ctx, request);
    });
  } else {
    people = write(format, file.stream(), ctx, request);
  }
  file.keep();
  show(ctx, ExportedView{output, std::string(format.word), people});
  return ExitCode::ok;
}

}  // namespace

Action declare_export(Arguments& args) {
  auto options = std::make_shared<ExportOptions>();
  args.option("format",
              options->format,
              export_format_words("or") + "; json, which is everything, unless said");
  args.option("--output,-o", options->output, "the file; - for standard output", "FILE");
  args.flag("--force", options->force, "replace the file if it is there");
  args.flag("--redact", options->redact, "without facts, notes and promises");
  declare_encryption(args, options->encryption);
  declare_filter(args, options->filter);
  return [options](Context& ctx) { return run_export(*options, ctx); };
}

}  // namespace kith::cli

// kith export: takes data out; json is everything, and `kith import json` of it restores
// everything.
#include "cli/commands/export.hpp"

#include <filesystem>
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

namespace fs = std::filesystem;

struct ExportOptions {
  std::optional<std::string> format{};
  std::optional<std::string> output{};
  std::optional<std::string> card_version{};
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
  if (options.card_version && format->word != "vcard") {
    throw UsageError("--vcard-version: only for vcard", "kith export vcard --vcard-version 4.0");
  }
  return *format;
}

exchange::CardVersion require_version(const ExportOptions& options) {
  const auto version = exchange::parse_card_version(options.card_version.value_or("3.0"));
  if (!version || *version == exchange::CardVersion::v2_1) {
    throw UsageError("--vcard-version: " + text::printable(*options.card_version) +
                         ": not a version that kith writes",
                     "3.0 is the one that everything reads, 4.0 the newest");
  }
  return *version;
}

/// A file a person, each there completely or not at all.
std::size_t write_folder(const ExportFormat& format,
                         const fs::path& folder,
                         bool replace,
                         Context& ctx,
                         ExportRequest& request) {
  std::error_code failure;
  fs::create_directories(folder, failure);
  if (failure) {
    throw StoreError(folder.string() + ": cannot be made: " + failure.message());
  }
  Progress progress(ctx, "people written");
  request.progress = std::ref(progress);
  return ctx.store().read([&] {
    return format.write_files(
        ctx.store(), request, [&](const std::string& name, const std::string& text) {
          OutputFile file(folder / name, replace);
          file.stream() << text;
          file.keep();
        });
  });
}

std::size_t write(const ExportFormat& format,
                  std::ostream& out,
                  Context& ctx,
                  ExportRequest& request) {
  Progress progress(ctx, "people written");
  request.progress = std::ref(progress);
  constexpr std::size_t kMostComplaints = 10;
  std::size_t complaints = 0;
  request.complain = [&](const std::string& what) {
    if (!ctx.settings.quiet && ++complaints <= kMostComplaints) {
      ctx.err << "kith: " << text::printable(what) << '\n';
    }
  };
  const std::size_t people =
      ctx.store().read([&] { return format.write(out, ctx.store(), request); });
  if (complaints > kMostComplaints) {
    ctx.err << "kith: … and " << complaints - kMostComplaints << " more\n";
  }
  return people;
}

ExitCode run_export(const ExportOptions& options, Context& ctx) {
  const ExportFormat& format = require_format(options);
  ExportRequest request{
      .filter = filter_of(options, ctx.clock.today()),
      .detail = options.redact ? exchange::Detail::redacted : exchange::Detail::everything,
      .card_version = require_version(options)};
  const std::string output = options.output.value_or("-");
  const bool encrypted = wants_encryption(options.encryption);
  if (encrypted && output == "-") {
    throw UsageError("--encrypt: there is no file to write", "name one with -o");
  }
  if (output == "-") {
    write(format, ctx.out, ctx, request);
    return ExitCode::ok;
  }
  if (format.write_files && (output.ends_with('/') || fs::is_directory(output))) {
    if (encrypted) {
      throw UsageError("--encrypt: a folder cannot be encrypted", "name a file with -o");
    }
    const std::size_t people = write_folder(format, output, options.force, ctx, request);
    show(ctx, ExportedView{output, std::string(format.word), people});
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
  args.option("--output,-o",
              options->output,
              "the file, or a folder (vcard); - for standard output",
              "FILE");
  args.flag("--force", options->force, "replace the file if it is there");
  args.option("--vcard-version", options->card_version, "vcard: 3.0 or 4.0", "VERSION");
  args.known("--vcard-version", {"3.0", "4.0"});
  args.flag("--redact", options->redact, "without facts, notes and promises");
  declare_encryption(args, options->encryption);
  declare_filter(args, options->filter);
  std::vector<std::string> formats;
  for (const ExportFormat& format : export_formats()) {
    formats.emplace_back(format.word);
  }
  args.known("format", std::move(formats));
  return [options](Context& ctx) { return run_export(*options, ctx); };
}

}  // namespace kith::cli

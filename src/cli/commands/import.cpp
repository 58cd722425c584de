// kith import: brings people in from a file; the same file twice adds nothing.
#include "cli/commands/import.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <functional>
#include <memory>

#include "cli/progress.hpp"
#include "cli/render/imported.hpp"
#include <kith/error.hpp>
#include <kith/exchange/csv_people.hpp>
#include <kith/exchange/importer.hpp>
#include <kith/exchange/json_import.hpp>
#include <kith/exchange/linkedin.hpp>
#include <kith/text/clean.hpp>

namespace kith::cli {
namespace {

namespace fs = std::filesystem;
using exchange::ImportProgress;
using exchange::ImportReport;

struct ImportOptions {
  std::string format{};
  std::vector<std::string> files{};
  std::vector<std::string> map{};
  bool dry_run = false;
};

constexpr std::array<std::string_view, 3> kFormats{"json", "csv", "linkedin"};

std::ifstream open(const std::string& file) {
  errno = 0;
  std::ifstream in(file, std::ios::binary);
  if (!in) {
    throw StoreError(file + ": cannot be read: " + std::strerror(errno));
  }
  return in;
}

/// Refuses what cannot be read before anything is written.
void require_readable(const std::string& file) {
  std::error_code failure;
  const fs::file_status status = fs::status(file, failure);
  if (status.type() == fs::file_type::not_found) {
    throw NotFoundError(file + ": no such file");
  }
  if (fs::is_directory(status)) {
    throw DataError(file + ": is a folder", "name the file in it");
  }
  if (fs::is_regular_file(status)) {  // a pipe that is closed again has lost its writer
    open(file);
  }
}

using Reader = std::function<ImportReport(std::istream&, const std::string&)>;

/// How a file of the format is read into the store.
Reader reader_for(const ImportOptions& options, Context& ctx, const ImportProgress& progress) {
  Store& store = ctx.store();
  if (options.format == "json") {
    return [&store, progress](std::istream& in, const std::string& file) {
      ImportReport report = exchange::read_kith_json(in, store, progress);
      report.file = file;
      return report;
    };
  }
  const bool is_linkedin = options.format == "linkedin";
  const auto importer = std::make_shared<exchange::Importer>(
      store, std::string(is_linkedin ? exchange::kLinkedInSource : exchange::kCsvSource), progress);
  return [importer, is_linkedin, map = exchange::parse_column_map(options.map), &ctx](
             std::istream& in, const std::string& file) {
    if (is_linkedin) {
      exchange::read_linkedin(in, *importer);
    } else {
      exchange::read_csv_people(in, map, ctx.clock.today(), *importer);
    }
    return importer->finish(file);
  };
}

ImportReport read_file(const Reader& read, const std::string& file, Context& ctx) {
  const std::string name = file == "-" ? "stdin" : file;
  try {
    if (file == "-") {
      return read(ctx.in, name);
    }
    std::ifstream in = open(file);
    try {
      return read(in, name);
    } catch (const StoreError& error) {
      if (in.bad()) {  // the file is to blame, not the database
        throw StoreError(name + ": " + error.message(), error.hint());
      }
      throw;
    }
  } catch (const DataError& error) {
    throw DataError(name + ": " + error.message(), error.hint(), error.position());
  }
}

void require_format(const ImportOptions& options) {
  if (std::find(kFormats.begin(), kFormats.end(), options.format) == kFormats.end()) {
    throw UsageError(text::printable(options.format) + ": not a format that kith reads",
                     "kith import reads json, csv and linkedin");
  }
  if (!options.map.empty() && options.format != "csv") {
    throw UsageError("--map: only for csv", "kith import csv FILE --map name=\"Full Name\"");
  }
  exchange::parse_column_map(options.map);
}

ExitCode run_import(const ImportOptions& options, Context& ctx) {
  require_format(options);
  for (const std::string& file : options.files) {
    if (file != "-") {
      require_readable(file);
    }
  }
  const auto work = [&] {
    Progress progress(ctx, "people read");
    const Reader read = reader_for(options, ctx, std::ref(progress));
    std::vector<ImportReport> reports;
    for (const std::string& file : options.files) {
      reports.push_back(read_file(read, file, ctx));
    }
    return reports;
  };
  Store& store = ctx.store();
  const std::string label = "import " + options.format + " " + joined(options.files);
  show(ctx,
       ImportView{.format = options.format,
                  .dry_run = options.dry_run,
                  .files = options.dry_run ? store.rehearse(work) : store.write(label, work)});
  return ExitCode::ok;
}

}  // namespace

Action declare_import(Arguments& args) {
  auto options = std::make_shared<ImportOptions>();
  args.required("format", options->format, "json, csv or linkedin");
  args.some("file", options->files, "the file; - for standard input");
  args.flag("--dry-run", options->dry_run, "say what would happen, and change nothing");
  args.many("--map",
            options->map,
            "csv: which column holds what, e.g. name=\"Full Name\"",
            "FIELD=COLUMN");
  return [options](Context& ctx) { return run_import(*options, ctx); };
}

}  // namespace kith::cli

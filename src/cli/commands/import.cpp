// kith import: brings people in from a file; the same file twice adds nothing.
#include "cli/commands/import.hpp"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <functional>
#include <memory>
#include <optional>

#include "cli/import_formats.hpp"
#include "cli/progress.hpp"
#include "cli/render/imported.hpp"
#include "cli/render/present.hpp"
#include <kith/error.hpp>
#include <kith/exchange/csv_people.hpp>
#include <kith/exchange/importer.hpp>
#include <kith/exchange/json_import.hpp>
#include <kith/text/clean.hpp>
#include <kith/time/words.hpp>

namespace kith::cli {
namespace {

namespace fs = std::filesystem;
using exchange::Importer;
using exchange::ImportProgress;
using exchange::ImportReport;

struct ImportOptions {
  std::string format{};
  std::vector<std::string> files{};
  std::vector<std::string> map{};
  std::vector<std::string> me{};
  std::optional<std::string> since{};
  bool create = false;
  bool dry_run = false;
};

std::ifstream open(const std::string& file) {
  errno = 0;
  std::ifstream in(file, std::ios::binary);
  if (!in) {
    throw StoreError(file + ": cannot be read: " + std::strerror(errno));
  }
  return in;
}

/// Refuses what cannot be read before anything is written.
void require_readable(const std::string& file, const ImportFormat& format) {
  std::error_code failure;
  const fs::file_status status = fs::status(file, failure);
  if (status.type() == fs::file_type::not_found) {
    throw NotFoundError(file + ": no such file");
  }
  if (fs::is_directory(status) && !format.files_in && !format.read_folder) {
    throw DataError(file + ": is a folder", "name the file in it");
  }
  if (fs::is_regular_file(status)) {  // a pipe that is closed again has lost its writer
    open(file);
  }
}

/// Runs `read`, so that what goes wrong names the file.
template <class Read>
auto naming(const std::string& name, Read&& read) {
  try {
    return read();
  } catch (const DataError& error) {
    throw DataError(name + ": " + error.message(), error.hint(), error.position());
  }
}

/// Opens `file` and hands its stream on; if reading it fails, the file is to blame, not the
/// database.
template <class Read>
auto with_stream(const std::string& file, Read&& read) {
  std::ifstream in = open(file);
  try {
    return read(in);
  } catch (const StoreError& error) {
    if (in.bad()) {
      throw StoreError(file + ": " + error.message(), error.hint());
    }
    throw;
  }
}

/// Reads `file`, which may be `-`, with `read`.
template <class Read>
auto read_one(const std::string& file, Context& ctx, Read&& read) {
  return naming(file == "-" ? "stdin" : file,
                [&] { return file == "-" ? read(ctx.in) : with_stream(file, read); });
}

ImportReport read_folder(const fs::path& folder,
                         const ImportFormat& format,
                         const ImportRequest& request,
                         Importer& importer) {
  if (format.read_folder) {
    format.read_folder(folder, request, importer);
    return importer.finish(folder.string());
  }
  for (const fs::path& file : format.files_in(folder)) {
    importer.begin(fs::relative(file, folder).string());
    ImportRequest one = request;
    one.file = file.filename().string();
    try {
      with_stream(file, [&](std::istream& in) { format.read(in, one, importer); });
    } catch (const DataError& error) {
      // One file that is something else does not stop the others.
      importer.remark({exchange::Remark::Kind::skipped, 0, {}, error.message()});
    }
  }
  return importer.finish(folder.string());
}

const ImportFormat& require_format(const ImportOptions& options) {
  const ImportFormat* format = find_import_format(options.format);
  if (format == nullptr) {
    throw UsageError(text::printable(options.format) + ": not a format that kith reads",
                     "kith import reads " + import_format_words("and"));
  }
  if (!options.map.empty() && format->word != "csv") {
    throw UsageError("--map: only for csv", "kith import csv FILE --map name=\"Full Name\"");
  }
  if ((options.since || options.create) && !format->tells_a_log) {
    throw UsageError((options.since ? "--since: " : "--new: ") + std::string(format->word) +
                     " tells of people, not of what happened");
  }
  if (!options.me.empty() && !format->asks_who) {
    throw UsageError("--me: " + std::string(format->word) + " does not ask who you are");
  }
  if (options.create && format->asks_who && options.me.empty()) {
    throw UsageError("--new: who is new, and who are you?", "say it with --me ADDRESS");
  }
  exchange::parse_column_map(options.map);
  return *format;
}

std::vector<ImportReport> read_all(const ImportOptions& options,
                                   const ImportFormat& format,
                                   Context& ctx) {
  Progress progress(ctx, format.tells_a_log ? "records read" : "people read");
  std::vector<ImportReport> reports;
  if (!format.read) {
    for (const std::string& file : options.files) {
      reports.push_back(read_one(file, ctx, [&](std::istream& in) {
        return exchange::read_kith_json(in, ctx.store(), std::ref(progress));
      }));
      reports.back().file = file == "-" ? "stdin" : file;
    }
    return reports;
  }
  const ImportRequest request{.map = options.map, .me = options.me, .today = ctx.clock.today()};
  constexpr std::size_t kAtOnce = 1024;
  Importer::LogRules rules{
      .strangers = options.create ? Importer::Strangers::add : Importer::Strangers::leave_out,
      .at_once = kAtOnce};
  if (options.since) {
    rules.since = parse_date(*options.since, ctx.clock.today());
  }
  Importer importer(ctx.store(), std::string(format.word), rules, std::ref(progress));
  for (const std::string& file : options.files) {
    if (file != "-" && fs::is_directory(file)) {
      reports.push_back(read_folder(file, format, request, importer));
    } else {
      ImportRequest one = request;
      one.file = fs::path(file).filename().string();
      read_one(file, ctx, [&](std::istream& in) { format.read(in, one, importer); });
      reports.push_back(importer.finish(file == "-" ? "stdin" : file));
    }
  }
  return reports;
}

ExitCode run_import(const ImportOptions& options, Context& ctx) {
  const ImportFormat& format = require_format(options);
  for (const std::string& file : options.files) {
    if (file != "-") {
      require_readable(file, format);
    }
  }
  const auto work = [&] { return read_all(options, format, ctx); };
  Store& store = ctx.store();
  const std::string label = "import " + options.format + " " + joined(options.files);
  present(ctx,
          ImportView{.format = options.format,
                     .dry_run = options.dry_run,
                     .files = options.dry_run ? store.rehearse(work) : store.write(label, work)});
  return ExitCode::ok;
}

}  // namespace

Action declare_import(Arguments& args) {
  auto options = std::make_shared<ImportOptions>();
  args.required("format", options->format, import_format_words("or"));
  args.some("file", options->files, "the file or folder; - for standard input");
  args.several("file");
  args.option("--since", options->since, "a log: nothing before this day", "DATE");
  args.flag("--new", options->create, "a log: add people who are not known yet");
  args.many("--me", options->me, "mails and calendars: an address of your own", "ADDRESS");
  args.flag("--dry-run", options->dry_run, "say what would happen, and change nothing");
  args.many("--map",
            options->map,
            "csv: which column holds what, e.g. name=\"Full Name\"",
            "FIELD=COLUMN");
  std::vector<std::string> formats;
  for (const ImportFormat& format : import_formats()) {
    formats.emplace_back(format.word);
  }
  args.known("format", std::move(formats));
  return [options](Context& ctx) { return run_import(*options, ctx); };
}

}  // namespace kith::cli

// The report of a sync.
#include "cli/render/synced.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/render/json.hpp"
#include <kith/text/clean.hpp>
#include <kith/text/width.hpp>

namespace kith::cli {
namespace {

using nlohmann::ordered_json;
using sync::Clash;
using sync::FolderReport;
using sync::Moved;
using sync::Note;

constexpr std::size_t kMostLines = 10;  // of notes; --json has them all
constexpr std::size_t kLongest = 60;    // columns of a name or value

std::string shown(const std::string& text) {
  return text::shorten(text::printable(text), kLongest);
}

std::string moved(const Moved& moved) {
  std::string words;
  const auto add = [&](std::size_t count, std::string_view word) {
    if (count > 0) {
      words += fmt::format("{}{} {}", words.empty() ? "" : ", ", count, word);
    }
  };
  add(moved.added, "new");
  add(moved.changed, "changed");
  add(moved.deleted, "deleted");
  return words;
}

void write(Context& ctx, std::string_view what, const std::optional<FolderReport>& folder) {
  const bool is_empty =
      folder && folder->items + folder->from_there.sum() + folder->to_there.sum() == 0;
  if (!folder || (is_empty && what != "contacts")) {
    return;
  }
  const std::string from = moved(folder->from_there);
  const std::string to = moved(folder->to_there);
  ctx.out << what << ": ";
  if (from.empty() && to.empty()) {
    ctx.out << fmt::format("{} in step, nothing new\n", folder->items);
    return;
  }
  ctx.out << (from.empty() ? "" : from + " from there");
  ctx.out << (from.empty() || to.empty() ? "" : "; ");
  ctx.out << (to.empty() ? "" : to + " to there");
  ctx.out << fmt::format(" ({} in step)\n", folder->items);
}

std::string quoted(const std::string& value) {
  return value.empty() ? "nothing" : "“" + shown(value) + "”";
}

ordered_json to_json(const Moved& moved) {
  return {{"added", moved.added}, {"changed", moved.changed}, {"deleted", moved.deleted}};
}

ordered_json to_json(const std::optional<FolderReport>& folder) {
  if (!folder) {
    return nullptr;
  }
  return {{"folder", folder->folder.string()},
          {"items", folder->items},
          {"from_there", to_json(folder->from_there)},
          {"to_there", to_json(folder->to_there)}};
}

ordered_json or_null(const std::string& text) {
  return text.empty() ? ordered_json(nullptr) : ordered_json(text);
}

void write_json_report(Context& ctx, const SyncView& view) {
  const sync::SyncReport& report = view.report;
  ordered_json json{{"dry_run", view.dry_run},
                    {"contacts", to_json(report.contacts)},
                    {"tasks", to_json(report.tasks)},
                    {"journal", to_json(report.journal)},
                    {"conflicts", ordered_json::array()},
                    {"notes", ordered_json::array()}};
  for (const Clash& clash : report.clashes) {
    json["conflicts"].push_back({{"name", clash.name},
                                 {"field", clash.field},
                                 {"here", or_null(clash.here)},
                                 {"there", or_null(clash.there)},
                                 {"kept", clash.there_won ? "there" : "here"}});
  }
  for (const Note& note : report.notes) {
    json["notes"].push_back(
        {{"file", or_null(note.file)}, {"name", or_null(note.name)}, {"why", note.why}});
  }
  write_json(ctx.out, json);
}

}  // namespace

void show(Context& ctx, const SyncView& view) {
  if (ctx.settings.json) {
    write_json_report(ctx, view);
    return;
  }
  if (ctx.settings.quiet) {
    return;
  }
  const sync::SyncReport& report = view.report;
  write(ctx, "contacts", report.contacts);
  write(ctx, "tasks", report.tasks);
  write(ctx, "journal", report.journal);
  for (const Clash& clash : report.clashes) {
    ctx.out << fmt::format("  {}, {}: {} here, {} there; {} was newer, the other is noted\n",
                           shown(clash.name),
                           shown(clash.field),
                           quoted(clash.here),
                           quoted(clash.there),
                           clash.there_won ? "theirs" : "ours");
  }
  for (std::size_t i = 0; i < std::min(report.notes.size(), kMostLines); ++i) {
    const Note& note = report.notes[i];
    ctx.out << "  " << shown(note.name.empty() ? note.file : note.name) << ": "
            << text::printable(note.why) << '\n';
  }
  if (report.notes.size() > kMostLines) {
    ctx.out << fmt::format("  … and {} more (--json lists all)\n",
                           report.notes.size() - kMostLines);
  }
  if (view.dry_run) {
    ctx.out << "dry run: nothing was changed\n";
  }
}

}  // namespace kith::cli

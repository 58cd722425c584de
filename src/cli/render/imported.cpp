// The report of an import.
#include "cli/render/imported.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/render/json.hpp"
#include "exchange/records.hpp"
#include <kith/text/clean.hpp>
#include <kith/text/width.hpp>

namespace kith::cli {
namespace {

using exchange::ImportCount;
using exchange::ImportReport;
using exchange::Remark;
using nlohmann::ordered_json;

constexpr std::size_t kMostLines = 10;    // of one kind; --json has all that are kept
constexpr std::size_t kLongestName = 60;  // columns
constexpr std::size_t kLongestReason = 160;

void add(ordered_json& json, const ImportCount& count) {
  json["imported"] = count.imported;
  json["updated"] = count.updated;
  json["unchanged"] = count.unchanged;
}

ordered_json line_number(std::size_t line) {
  return line == 0 ? ordered_json(nullptr) : ordered_json(line);
}

ordered_json to_json(const ImportReport& report) {
  ordered_json json{{"file", report.file}, {"read", report.read()}};
  add(json, report.people);
  json["repeated"] = report.repeated;
  json["skipped"] = report.skipped;
  json["records"] = ordered_json::object();
  for (const auto& [section, count] : report.records) {
    add(json["records"][section], count);
  }
  json["kept"] = report.kept;
  json["dropped"] = report.dropped;
  json["with_strangers"] = report.with_strangers;
  json["remarks"] = ordered_json::array();
  for (const Remark& remark : report.remarks) {
    json["remarks"].push_back(
        {{"kind", exchange::word(remark.kind)},
         {"file", remark.file.empty() ? ordered_json(nullptr) : ordered_json(remark.file)},
         {"line", line_number(remark.line)},
         {"name", remark.name.empty() ? ordered_json(nullptr) : ordered_json(remark.name)},
         {"why", remark.why}});
  }
  std::size_t left_out = report.doubles - report.possible_doubles.size();
  for (const auto& [kind, count] : report.remarked) {
    left_out += count - std::min(count, ImportReport::kMostKept);
  }
  if (left_out > 0) {
    json["left_out"] = left_out;
  }
  json["possible_doubles"] = ordered_json::array();
  for (const exchange::PossibleDouble& one : report.possible_doubles) {
    json["possible_doubles"].push_back({{"line", line_number(one.line)},
                                        {"person", exchange::to_json(one.person)},
                                        {"like", exchange::array_of(one.like)}});
  }
  return json;
}

std::string shown(const std::string& text, std::size_t columns) {
  return text::shorten(text::printable(text), columns);
}

std::string numbers(const ImportCount& count) {
  return fmt::format(
      "{} imported, {} updated, {} unchanged", count.imported, count.updated, count.unchanged);
}

std::string place(std::size_t line) { return line == 0 ? "" : fmt::format("line {}: ", line); }

std::string place(const Remark& remark) {
  return (remark.file.empty() ? "" : text::printable(remark.file) + ": ") + place(remark.line);
}

void write_people(Context& ctx, const ImportReport& report) {
  ctx.out << text::printable(report.file) << ':';
  if (report.read() > 0 ||
      report.records.empty()) {  // a log may tell of nobody but in what happened
    ctx.out << fmt::format(" {} read: {}", report.read(), numbers(report.people));
    if (report.repeated > 0) {
      ctx.out << fmt::format(", {} repeated", report.repeated);
    }
    ctx.out << fmt::format(", {} skipped", report.skipped);
  }
  ctx.out << '\n';
}

/// Where all of `count` are to be had, if anywhere.
std::string in_json(std::size_t count) {
  return count <= ImportReport::kMostKept
             ? " (--json lists all)"
             : fmt::format(" (--json lists the first {})", ImportReport::kMostKept);
}

void write_remarks(Context& ctx, const ImportReport& report, Remark::Kind kind) {
  std::size_t shown_of_it = 0;
  for (const Remark& remark : report.remarks) {
    if (remark.kind == kind && ++shown_of_it <= kMostLines) {
      ctx.out << "  " << place(remark) << exchange::word(kind) << ": "
              << (remark.name.empty() ? "" : shown(remark.name, kLongestName) + ": ")
              << shown(remark.why, kLongestReason) << '\n';
    }
  }
  const auto counted = report.remarked.find(kind);
  if (counted != report.remarked.end() && counted->second > kMostLines) {
    ctx.out << fmt::format("  … and {} more {}{}\n",
                           counted->second - kMostLines,
                           exchange::word(kind),
                           in_json(counted->second));
  }
}

void write_properties(Context& ctx,
                      std::string_view what,
                      const std::map<std::string, std::size_t>& properties) {
  std::string list;
  std::size_t named = 0;
  for (const auto& [name, people] : properties) {
    if (++named <= kMostLines) {
      list += fmt::format("{}{} {}", list.empty() ? "" : ", ", shown(name, kLongestName), people);
    }
  }
  if (named > kMostLines) {
    list += fmt::format(", … and {} more (--json lists all)", named - kMostLines);
  }
  if (!list.empty()) {
    ctx.out << fmt::format("  {}: {}\n", what, list);
  }
}

void write_doubles(Context& ctx, const ImportReport& report) {
  const std::size_t count = report.doubles;
  if (count == 0) {
    return;
  }
  ctx.out << fmt::format(
      "  possible doubles: {} came in as {}, since only the name is the same as somebody's\n",
      count,
      count == 1 ? "somebody new" : "new people");
  for (std::size_t i = 0; i < std::min(count, kMostLines); ++i) {
    const exchange::PossibleDouble& one = report.possible_doubles[i];
    ctx.out << "    " << place(one.line) << shown(one.person.name, kLongestName) << '\n';
  }
  if (count > kMostLines) {
    ctx.out << fmt::format("    … and {} more{}\n", count - kMostLines, in_json(count));
  }
  ctx.out << "    kith dedupe tells who is likely to be there twice\n";
}

}  // namespace

void show(Context& ctx, const ImportView& view) {
  if (ctx.settings.json) {
    ordered_json json{{"format", view.format}, {"dry_run", view.dry_run}};
    ImportCount people;
    std::size_t repeated = 0;
    std::size_t skipped = 0;
    ordered_json files = ordered_json::array();
    for (const ImportReport& report : view.files) {
      people.imported += report.people.imported;
      people.updated += report.people.updated;
      people.unchanged += report.people.unchanged;
      repeated += report.repeated;
      skipped += report.skipped;
      files.push_back(to_json(report));
    }
    json["read"] = people.sum() + repeated + skipped;
    add(json, people);
    json["repeated"] = repeated;
    json["skipped"] = skipped;
    json["files"] = files;
    write_json(ctx.out, json);
    return;
  }
  if (ctx.settings.quiet) {
    return;
  }
  for (const ImportReport& report : view.files) {
    write_people(ctx, report);
    for (const auto& [section, count] : report.records) {
      ctx.out << fmt::format(
          "  {}: {}\n", section == "follow_ups" ? "follow-ups" : section, numbers(count));
    }
    if (report.with_strangers > 0) {
      ctx.out << fmt::format("  {} left out: with nobody you know\n", report.with_strangers);
    }
    write_properties(ctx, "kept, to go out again", report.kept);
    write_properties(ctx, "dropped", report.dropped);
    for (const Remark::Kind kind :
         {Remark::Kind::skipped, Remark::Kind::repeated, Remark::Kind::warning}) {
      write_remarks(ctx, report, kind);
    }
    write_doubles(ctx, report);
  }
  if (view.dry_run) {
    ctx.out << "dry run: nothing was changed\n";
  }
}

}  // namespace kith::cli

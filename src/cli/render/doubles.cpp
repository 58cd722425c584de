// People who may be one, as a list and side by side.
#include "cli/render/doubles.hpp"

#include <functional>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/render/json.hpp"
#include "cli/render/show.hpp"
#include "cli/render/table.hpp"
#include "cli/render/text.hpp"
#include "exchange/records.hpp"
#include <kith/store/person_repo.hpp>
#include <kith/text/clean.hpp>
#include <kith/text/fold.hpp>

namespace kith::cli {
namespace {

using nlohmann::ordered_json;

std::string listed(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) {
    all += (all.empty() ? "" : ", ") + word;
  }
  return all;
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return count == 0 ? std::string{} : fmt::format("{} {}", count, count == 1 ? one : many);
}

std::string counted(const doubles::Moved& moved) {
  std::vector<std::string> parts{counted(moved.interactions, "interaction", "interactions"),
                                 counted(moved.facts, "fact", "facts"),
                                 counted(moved.follow_ups, "follow-up", "follow-ups"),
                                 counted(moved.links, "tie", "ties")};
  std::erase(parts, std::string{});
  return listed(parts);
}

ordered_json to_json(const doubles::Moved& moved) {
  return {{"interactions", moved.interactions},
          {"facts", moved.facts},
          {"follow_ups", moved.follow_ups},
          {"links", moved.links}};
}

ordered_json person_json(Context& ctx, const Person& person) {
  return exchange::to_json(person, ctx.store().people().last_seen(person.id, ctx.clock.today()));
}

ordered_json to_json(Context& ctx, const doubles::Merged& merged) {
  return {{"person", person_json(ctx, merged.person)},
          {"merged", exchange::to_json(merged.other)},
          {"moved", to_json(merged.moved)},
          {"left_over", merged.left_over}};
}

std::string line(Context& ctx, const doubles::Merged& merged) {
  const Style style{ctx.colored()};
  const std::string moved = counted(merged.moved);
  return style.bold(text::printable(merged.person.name)) + "  merged with " +
         text::printable(merged.other.name) + (moved.empty() ? "" : ": " + moved);
}

void write_left_over(Context& ctx, const doubles::Merged& merged) {
  for (const std::string& left : merged.left_over) {
    ctx.out << "  now a fact, since one person has one: " << text::printable(left) << '\n';
  }
}

int percent(double confidence) { return static_cast<int>(confidence * 100); }

/// A name, and where both have the same one what tells them apart.
std::string named(const Person& person, const Person& other) {
  const std::string detail = distinguishing(person);
  const bool alike = text::fold(person.name) == text::fold(other.name);
  return alike && !detail.empty() ? person.name + " (" + detail + ")" : person.name;
}

std::string points(const Person& person, ContactKind kind) {
  std::vector<std::string> values;
  for (const ContactPoint& point : person.points(kind)) {
    values.push_back(point.value);
  }
  return listed(values);
}

}  // namespace

void show(Context& ctx, const MergedView& view) {
  if (ctx.settings.json) {
    ordered_json json = to_json(ctx, view.merged);
    json["dry_run"] = view.dry_run;
    write_json(ctx.out, json);
    return;
  }
  if (ctx.settings.quiet) {
    return;
  }
  ctx.out << line(ctx, view.merged) << '\n';
  write_left_over(ctx, view.merged);
  ctx.out << (view.dry_run ? "dry run: nothing was changed\n"
                           : "  kith undo takes it back; so does kith split, at any time\n");
}

void show(Context& ctx, const DistinctView& view) {
  if (ctx.settings.json) {
    write_json(ctx.out,
               {{"person", exchange::to_json(view.person.ref())},
                {"other", exchange::to_json(view.other.ref())},
                {"distinct", true}});
    return;
  }
  confirm(ctx, "two people, and never asked about again");
}

void show(Context& ctx, const SplitView& view) {
  const doubles::Split& split = view.split;
  if (ctx.settings.json) {
    write_json(ctx.out,
               ordered_json{{"person", person_json(ctx, split.person)},
                            {"split", person_json(ctx, split.other)},
                            {"moved", to_json(split.moved)},
                            {"still_merged", view.still_merged}});
    return;
  }
  if (ctx.settings.quiet) {
    return;
  }
  const Style style{ctx.colored()};
  const std::string moved = counted(split.moved);
  ctx.out << style.bold(text::printable(split.other.name)) << "  taken apart from "
          << text::printable(split.person.name) << (moved.empty() ? "" : ": " + moved) << '\n';
  if (!view.still_merged.empty()) {
    ctx.out << "  still merged: " << text::printable(listed(view.still_merged)) << '\n';
  }
}

void show(Context& ctx, const AppliedView& view) {
  if (ctx.settings.json) {
    write_array(
        ctx.out, view.merges, [&](const doubles::Merged& merged) { return to_json(ctx, merged); });
    return;
  }
  if (ctx.settings.quiet) {
    return;
  }
  for (const doubles::Merged& merged : view.merges) {
    ctx.out << line(ctx, merged) << '\n';
    write_left_over(ctx, merged);
  }
  ctx.out << (view.merges.empty()
                  ? "nobody merged\n"
                  : fmt::format("{} merged; kith undo takes all of it back\n", view.merges.size()));
}

void show(Context& ctx, const std::vector<DoubleView>& pairs) {
  if (ctx.settings.json) {
    JsonArray array{ctx.out};
    for (const DoubleView& view : pairs) {
      constexpr double kThousand = 1000;
      array.add({{"confidence", static_cast<int>(view.pair.confidence * kThousand) / kThousand},
                 {"person", exchange::to_json(view.kept.ref())},
                 {"other", exchange::to_json(view.other.ref())},
                 {"reasons", view.pair.reasons},
                 {"doubts", view.pair.doubts}});
    }
    array.finish();
    return;
  }
  Table table{ctx.out,
              text_form(ctx),
              {{"sure", Align::right},
               {"person", Align::left, true, true},
               {"and", Align::left, true, true},
               {"because", Align::left, true},
               {"but", Align::left, true}}};
  for (const DoubleView& view : pairs) {
    table.add({fmt::format("{} %", percent(view.pair.confidence)),
               named(view.kept, view.other),
               named(view.other, view.kept),
               listed(view.pair.reasons),
               listed(view.pair.doubts)});
  }
  table.finish();
}

void show_side_by_side(Context& ctx, const DoubleView& view) {
  const Date today = ctx.clock.today();
  const auto seen = [&](const Person& person) {
    const std::optional<Date> day = ctx.store().people().last_seen(person.id, today);
    return day ? to_string(*day) : std::string{};
  };
  Table table{ctx.out,
              text_form(ctx),
              {{""}, {"m keeps", Align::left, true, true}, {"and adds", Align::left, true}}};
  const auto row = [&](const char* what, const std::string& one, const std::string& other) {
    if (!one.empty() || !other.empty()) {
      table.add({what, one, other});
    }
  };
  const auto each = [&](const char* what, const std::function<std::string(const Person&)>& of) {
    row(what, of(view.kept), of(view.other));
  };
  each("name", [](const Person& person) { return person.name; });
  each("known as", [](const Person& person) { return listed(person.nicknames); });
  each("works", [](const Person& person) { return works(person, ", "); });
  each("city", [](const Person& person) { return person.city; });
  each("birthday", [](const Person& person) { return to_string(person.birthday); });
  for (const ContactKind kind : kContactKinds) {
    each(std::string{to_string(kind)}.c_str(),
         [kind](const Person& person) { return points(person, kind); });
  }
  each("met", [](const Person& person) { return person.met; });
  each("tags", [](const Person& person) { return listed(person.tags); });
  each("circle", [](const Person& person) {
    return person.circle ? std::string{to_string(*person.circle)} : std::string{};
  });
  each("last seen", seen);
  table.finish();
  if (!view.pair.reasons.empty()) {
    ctx.out << "  " << percent(view.pair.confidence) << " % sure: "
            << text::printable(listed(view.pair.reasons)) +
                   (view.pair.doubts.empty() ? ""
                                             : "; but " + text::printable(listed(view.pair.doubts)))
            << '\n';
  }
}

}  // namespace kith::cli

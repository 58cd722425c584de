// Picks the form in which a view is shown.
#include "cli/render/show.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/render/json.hpp"
#include "cli/render/lists.hpp"
#include "cli/render/table.hpp"
#include "cli/render/text.hpp"
#include "cli/system_clock.hpp"
#include "exchange/records.hpp"
#include <kith/text/clean.hpp>

namespace kith::cli {
namespace {

using nlohmann::ordered_json;

template <class Record>
void show_records(Context& ctx, const RecordsView<Record>& view) {
  if (ctx.settings.json) {
    const bool one = !view.many && view.records.size() == 1;
    write_json(ctx.out,
               one ? exchange::to_json(view.records.front()) : exchange::array_of(view.records));
  } else if (!ctx.settings.quiet) {
    for (const Record& record : view.records) {
      ctx.out << line(text_form(ctx), record) << (view.remark.empty() ? "" : "  " + view.remark)
              << '\n';
    }
  }
}

ordered_json facts_of(const CardView& card) {
  ordered_json all = ordered_json::array();
  for (const Fact& fact : card.facts) {
    ordered_json json = exchange::to_json(fact);
    if (is_success(fact)) {
      const auto on = card.celebrated.find(fact.id);
      json["celebrated_on"] =
          on != card.celebrated.end() ? ordered_json(to_string(on->second)) : ordered_json(nullptr);
    }
    all.push_back(std::move(json));
  }
  return all;
}

ordered_json to_json(const Declared& declared) {
  return {{"name", declared.name},
          {"short",
           declared.short_name.empty() ? ordered_json(nullptr) : ordered_json(declared.short_name)},
          {"value", declared.value.empty() ? ordered_json(nullptr) : ordered_json(declared.value)},
          {"help", declared.help},
          {"required", declared.required},
          {"repeated", declared.repeated},
          {"choices", declared.choices},
          {"known", declared.known}};
}

ordered_json to_json(const std::vector<Declared>& all, bool options) {
  ordered_json list = ordered_json::array();
  for (const Declared& declared : all) {
    if (declared.is_option() == options) {
      list.push_back(to_json(declared));
    }
  }
  return list;
}

std::string ended_line(const TextForm& form,
                       std::string_view verb,
                       const PersonRef& person,
                       std::string_view text) {
  return fmt::format(
      "{}  {}  {}", verb, form.style.bold(text::printable(person.name)), text::printable(text));
}

std::string ended_line(const TextForm& form, const EndedFollowUp& one) {
  const bool is_done = one.ended.status == FollowUpStatus::done;
  return ended_line(form, is_done ? "done" : "dropped", one.ended.person, one.ended.text) +
         (one.next ? " · again on " + to_string(one.next->due) : "");
}

std::string ended_line(const TextForm& form, const Fact& hope) {
  const bool came_true = hope.status == HopeStatus::fulfilled;
  return ended_line(form, came_true ? "came true" : "let go", hope.person, hope.text);
}

}  // namespace

void show(Context& ctx, const PersonView& view) {
  if (ctx.settings.json) {
    write_json(ctx.out, exchange::to_json(view.person, view.last_seen));
  } else if (!ctx.settings.quiet) {
    ctx.out << line(text_form(ctx), view) << '\n';
  }
}

void show(Context& ctx, const FactView& view) { show_records(ctx, view); }
void show(Context& ctx, const FollowUpView& view) { show_records(ctx, view); }
void show(Context& ctx, const InteractionView& view) { show_records(ctx, view); }
void show(Context& ctx, const LinkView& view) { show_records(ctx, view); }

void show(Context& ctx, const EndedView& view) {
  if (ctx.settings.json) {
    ordered_json all = ordered_json::array();
    for (const auto& one : view.ended) {
      if (const auto* fact = std::get_if<Fact>(&one)) {
        all.push_back(exchange::to_json(*fact));
        continue;
      }
      const auto& [ended, next] = std::get<EndedFollowUp>(one);
      ordered_json json = exchange::to_json(ended);
      json["next"] = next ? exchange::to_json(*next) : ordered_json(nullptr);
      all.push_back(std::move(json));
    }
    write_json(ctx.out, all.size() == 1 ? all.front() : all);
  } else if (!ctx.settings.quiet) {
    const TextForm form = text_form(ctx);
    for (const auto& one : view.ended) {
      ctx.out << std::visit([&](const auto& ended) { return ended_line(form, ended); }, one)
              << '\n';
    }
  }
}

void show(Context& ctx, const SnoozedView& view) {
  if (!ctx.settings.json) {
    show(ctx, FollowUpView{view.follow_ups});
    for (const PersonView& one : view.people) {
      show(ctx, one);
    }
    return;
  }
  ordered_json all = exchange::array_of(view.follow_ups);
  for (const PersonView& one : view.people) {
    all.push_back(exchange::to_json(one.person, one.last_seen));
  }
  write_json(ctx.out, all.size() == 1 ? all.front() : all);
}

void show(Context& ctx, const CardView& view) {
  if (ctx.settings.json) {
    write_json(ctx.out,
               ordered_json{{"person", exchange::to_json(view.person, view.last_seen)},
                            {"facts", facts_of(view)},
                            {"follow_ups", exchange::array_of(view.follow_ups)},
                            {"interactions", exchange::array_of(view.interactions)},
                            {"links", exchange::array_of(view.links)}});
  } else {
    write_card(ctx.out, text_form(ctx), view);
  }
}

void show(Context& ctx, const DueView& view) {
  DueList list{ctx};
  for (const DueEntry& entry : view.entries) {
    list.add(entry);
  }
  list.finish();
}

void show(Context& ctx, const ChangesView& view) {
  if (ctx.settings.json) {
    write_array(ctx.out, view.changes, [](const Change& change) { return to_json(change); });
  } else if (!ctx.settings.quiet) {
    for (const Change& change : view.changes) {
      ctx.out << view.verb << "  " << line(text_form(ctx), change) << '\n';
    }
  }
}

void show(Context& ctx, const ExportedView& view) {
  if (ctx.settings.json) {
    write_json(ctx.out, {{"file", view.file}, {"format", view.format}, {"people", view.people}});
    return;
  }
  const std::string people =
      std::to_string(view.people) + (view.people == 1 ? " person" : " people");
  confirm(ctx, view.file + ": " + (view.title.empty() ? people : view.title));
}

void show(Context& ctx, const HistoryView& view) {
  if (ctx.settings.json) {
    write_array(ctx.out, view.changes, [](const Change& change) { return to_json(change); });
    return;
  }
  Table table{ctx.out,
              text_form(ctx),
              {{"id", Align::right}, {"when"}, {"change", Align::left, true}, {""}}};
  for (const Change& change : view.changes) {
    table.add({std::to_string(raw(change.id)),
               local_time(change.at),
               change.label,
               change.undone ? "undone" : ""});
  }
  table.finish();
}

void show(Context& ctx, const CommandsView& view) {
  if (!ctx.settings.json) {
    for (const CommandsView::One& one : view.commands) {
      ctx.out << one.usage << '\n';
    }
    return;
  }
  ordered_json all = ordered_json::array();
  for (const CommandsView::One& one : view.commands) {
    all.push_back({{"name", one.name},
                   {"group", one.group},
                   {"summary", one.summary},
                   {"usage", one.usage},
                   {"arguments", to_json(one.takes, false)},
                   {"options", to_json(one.takes, true)}});
  }
  write_json(
      ctx.out,
      ordered_json{{"commands", all}, {"global_options", to_json(view.global_options, true)}});
}

void confirm(Context& ctx, std::string_view words) {
  if (!ctx.settings.json && !ctx.settings.quiet) {
    ctx.out << text::printable(words) << '\n';
  }
}

}  // namespace kith::cli

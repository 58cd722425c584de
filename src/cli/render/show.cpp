// Picks the form in which a view is shown.
#include "cli/render/show.hpp"

#include <nlohmann/json.hpp>

#include "cli/render/json.hpp"
#include "cli/render/text.hpp"
#include "exchange/records.hpp"
#include <kith/text/clean.hpp>

namespace kith::cli {
namespace {

using nlohmann::ordered_json;

template <class Record>
ordered_json array_of(const std::vector<Record>& records) {
  ordered_json all = ordered_json::array();
  for (const Record& record : records) {
    all.push_back(exchange::to_json(record));
  }
  return all;
}

template <class Record>
void show_records(Context& ctx, const RecordsView<Record>& view) {
  if (ctx.settings.json) {
    const bool one = !view.many && view.records.size() == 1;
    write_json(ctx.out, one ? exchange::to_json(view.records.front()) : array_of(view.records));
  } else if (!ctx.settings.quiet) {
    for (const Record& record : view.records) {
      ctx.out << line(text_form(ctx), record) << '\n';
    }
  }
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

void show(Context& ctx, const CardView& view) {
  if (ctx.settings.json) {
    write_json(ctx.out,
               ordered_json{{"person", exchange::to_json(view.person, view.last_seen)},
                            {"facts", array_of(view.facts)},
                            {"follow_ups", array_of(view.follow_ups)},
                            {"interactions", array_of(view.interactions)},
                            {"links", array_of(view.links)}});
  } else {
    write_card(ctx.out, text_form(ctx), view);
  }
}

void show(Context& ctx, const DueView& view) {
  if (ctx.settings.json) {
    JsonArray array{ctx.out};
    for (const DueEntry& entry : view.entries) {
      array.add(to_json(entry));
    }
    array.finish();
    return;
  }
  for (const DueEntry& entry : view.entries) {
    ctx.out << line(text_form(ctx), entry) << '\n';
  }
}

void show(Context& ctx, const ChangesView& view) {
  if (ctx.settings.json) {
    JsonArray array{ctx.out};
    for (const Change& change : view.changes) {
      array.add(to_json(change));
    }
    array.finish();
  } else if (!ctx.settings.quiet) {
    for (const Change& change : view.changes) {
      ctx.out << view.verb << "  " << line(text_form(ctx), change) << '\n';
    }
  }
}

void confirm(Context& ctx, std::string_view words) {
  if (!ctx.settings.json && !ctx.settings.quiet) {
    ctx.out << text::printable(words) << '\n';
  }
}

}  // namespace kith::cli

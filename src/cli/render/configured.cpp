// Shows the settings, as they are in force.
#include "cli/render/configured.hpp"

#include <nlohmann/json.hpp>

#include "cli/render/json.hpp"
#include "cli/render/show.hpp"
#include "cli/render/table.hpp"
#include <kith/text/clean.hpp>

namespace kith::cli {
namespace {

using nlohmann::ordered_json;

ordered_json as_json(const ConfigValue& value) {
  if (const auto* truth = std::get_if<bool>(&value)) {
    return *truth;
  }
  if (const auto* number = std::get_if<std::int64_t>(&value)) {
    return *number;
  }
  const auto* words = std::get_if<std::string>(&value);
  return words != nullptr ? ordered_json(*words) : ordered_json(nullptr);
}

ordered_json as_json(const ConfiguredView::One& one) {
  return {{"key", one.key},
          {"value", as_json(one.value)},
          {"default", one.otherwise},
          {"meaning", one.meaning},
          {"wanted", one.wanted},
          {"line", one.line ? ordered_json(*one.line) : ordered_json(nullptr)},
          {"variable", one.variable.empty() ? ordered_json(nullptr) : ordered_json(one.variable)}};
}

// Text without its quotes: what a script wants to go on with.
std::string in_words(const ConfiguredView::One& one) {
  if (const auto* words = std::get_if<std::string>(&one.value)) {
    return *words;
  }
  return std::holds_alternative<std::monostate>(one.value) ? one.otherwise : as_toml(one.value);
}

std::string from(const ConfiguredView::One& one) {
  return !one.variable.empty() ? one.variable
         : one.line            ? "line " + std::to_string(*one.line)
                               : "unless told";
}

}  // namespace

void show(Context& ctx, const ConfiguredView& view) {
  if (ctx.settings.json) {
    ordered_json keys = ordered_json::array();
    for (const ConfiguredView::One& one : view.keys) {
      keys.push_back(as_json(one));
    }
    write_json(
        ctx.out,
        view.of_one ? keys.front() : ordered_json{{"file", view.file.string()}, {"keys", keys}});
    return;
  }
  if (view.changed) {
    for (const ConfiguredView::One& one : view.keys) {
      confirm(ctx, one.key + " is " + in_words(one) + (one.line ? "" : ", unless told"));
    }
    return;
  }
  if (view.of_one) {
    ctx.out << text::printable(in_words(view.keys.front())) << '\n';
    return;
  }
  Table table{ctx.out,
              text_form(ctx),
              {{"key", Align::left, false, true},
               {"value", Align::left, true},
               {"from"},
               {"meaning", Align::left, true}}};
  for (const ConfiguredView::One& one : view.keys) {
    table.add({one.key, in_words(one), from(one), one.meaning});
  }
  table.finish();
}

}  // namespace kith::cli

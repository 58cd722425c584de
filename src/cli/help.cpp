// Help: which commands there are, how one is used, which kith this is.
#include "cli/help.hpp"

#include <algorithm>

#include "cli/app.hpp"
#include "cli/render/show.hpp"
#include "cli/render/style.hpp"
#include <kith/text/width.hpp>

namespace kith::cli {
namespace {

constexpr std::size_t kIndent = 2;

std::string as_word(const Declared& declared) {
  std::string value = declared.value;
  if (!declared.choices.empty() && declared.choices.size() <= 4) {
    value.clear();
    for (const std::string& choice : declared.choices) {
      value += (value.empty() ? "" : "|") + choice;
    }
  }
  if (!declared.is_option()) {
    return value + (declared.repeated ? "…" : "");
  }
  return declared.name + (value.empty() ? "" : " " + value);
}

std::string as_usage(const Declared& declared) {
  const std::string word = as_word(declared);
  if (!declared.is_option()) {
    return declared.required ? word : "[" + word + "]";
  }
  const std::string more = declared.repeated ? "…" : "";
  return declared.required ? word + more : "[" + word + "]" + more;
}

// Two columns: what one types, what it means; long meanings go on below themselves.
void print_rows(Context& ctx, const std::vector<std::pair<std::string, std::string>>& rows) {
  const Style style{ctx.colored()};
  std::size_t left = 0;
  for (const auto& [word, meaning] : rows) {
    left = std::max(left, std::min<std::size_t>(text::display_width(word), 40));
  }
  for (const auto& [word, meaning] : rows) {
    const std::size_t gap = text::display_width(word) > left ? 0 : left - text::display_width(word);
    ctx.out << std::string(kIndent, ' ') << style.bold(word) << std::string(gap + 2, ' ') << meaning
            << '\n';
  }
}

void print_options(Context& ctx, const std::vector<Declared>& all, bool options) {
  std::vector<std::pair<std::string, std::string>> rows;
  for (const Declared& declared : all) {
    if (declared.is_option() == options) {
      const std::string also = declared.short_name.empty() ? "" : declared.short_name + ", ";
      rows.emplace_back(also + as_word(declared), declared.help);
    }
  }
  print_rows(ctx, rows);
}

std::vector<Declared> global_options() {
  Arguments args;
  GlobalOptions options;
  declare_globals(args, options);
  return args.declared();
}

void show_command_help(Context& ctx, const Command& command) {
  const Style style{ctx.colored()};
  Arguments args;
  command.declare(args);
  const std::vector<Declared> declared = args.declared();
  ctx.out << usage_line(command) << "\n\n" << command.summary << "\n";
  for (const bool options : {false, true}) {
    if (std::ranges::any_of(declared,
                            [&](const Declared& one) { return one.is_option() == options; })) {
      ctx.out << '\n' << style.dim(options ? "Options" : "Words") << '\n';
      print_options(ctx, declared, options);
    }
  }
  ctx.out << '\n' << style.dim("kith --help lists what every command takes.") << '\n';
}

}  // namespace

std::string usage_line(const Command& command) {
  constexpr std::ptrdiff_t kMostNamed = 8;  // more than that is a list, not a line
  Arguments args;
  command.declare(args);
  const std::vector<Declared> all = args.declared();
  const bool named = std::ranges::count_if(all, &Declared::is_option) <= kMostNamed;
  std::string line = "kith " + std::string{command.name};
  for (const Declared& declared : all) {
    line += declared.is_option() ? "" : " " + as_usage(declared);
  }
  for (const Declared& declared : all) {
    line += declared.is_option() && (named || declared.required) ? " " + as_usage(declared) : "";
  }
  return line + (named ? "" : " [OPTION]…");
}

CommandsView described(const Command* command) {
  CommandsView view{.global_options = global_options()};
  for (const Command& one : all_commands()) {
    if (command != nullptr ? one.name != command->name : one.group.empty()) {
      continue;
    }
    Arguments args;
    one.declare(args);
    view.commands.push_back({std::string{one.name},
                             std::string{one.group},
                             std::string{one.summary},
                             usage_line(one),
                             args.declared()});
  }
  return view;
}

void show_help(Context& ctx, const Command* command) {
  if (ctx.settings.json) {
    show(ctx, described(command));
    return;
  }
  if (command != nullptr) {
    show_command_help(ctx, *command);
    return;
  }
  const Style style{ctx.colored()};
  ctx.out << "kith keeps track of the people you know, and of when you last were in touch.\n\n"
             "kith [COMMAND] [OPTION]…\n";
  std::string_view group;
  std::vector<std::pair<std::string, std::string>> rows;
  const auto flush = [&] {
    if (!rows.empty()) {
      ctx.out << '\n' << style.dim(group) << '\n';
      print_rows(ctx, rows);
      rows.clear();
    }
  };
  for (const Command& one : all_commands()) {
    if (one.group.empty()) {
      continue;
    }
    if (one.group != group) {
      flush();
      group = one.group;
    }
    rows.emplace_back(std::string{one.name}, std::string{one.summary});
  }
  flush();
  ctx.out << '\n' << style.dim("Options that every command takes") << '\n';
  print_options(ctx, global_options(), true);
  ctx.out << "\nkith help COMMAND tells more. kith alone shows today.\n";
}

}  // namespace kith::cli

// The only file that includes the options library: it is 10 seconds of compiling each time.
// What it knows is told to the library only for the command that was chosen; every message is ours.
#include "cli/arguments.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include <CLI/CLI.hpp>

#include "cli/suggest.hpp"
#include "cli/version.hpp"
#include <kith/error.hpp>
#include <kith/text/clean.hpp>
#include <kith/text/fold.hpp>

namespace kith::cli {
namespace {

// The library reads "[a,b]", "{}" and "%%" as lists. A leading mark hides them from it.
constexpr char kMark = '\x01';

std::string guarded(const std::string& word) {
  const bool special =
      !word.empty() && std::string_view{"[{%\x01"}.find(word[0]) != std::string::npos;
  return special ? kMark + word : word;
}

std::vector<std::string> unguarded(std::vector<std::string> words) {
  for (std::string& word : words) {
    if (!word.empty() && word[0] == kMark) {
      word.erase(0, 1);
    }
  }
  return words;
}

std::string capitals(std::string_view name) {
  std::string upper{name.substr(name.starts_with("--") ? 2 : 0)};
  for (char& c : upper) {
    c = c == '-' ? '_' : static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
  }
  return upper;
}

std::string hint_for(std::string_view command) {
  return command.empty() ? "kith --help" : "kith " + std::string{command} + " --help";
}

std::string subject(std::string_view command) {
  return command.empty() ? "" : std::string{command} + ": ";
}

}  // namespace

Arguments::Slot& Arguments::add(std::string_view name,
                                std::string_view help,
                                std::string_view value_name) {
  Slot slot;
  const std::size_t comma = name.find(',');
  slot.declared.name = name.substr(0, comma);
  slot.declared.short_name = comma == std::string_view::npos ? "" : name.substr(comma + 1);
  slot.declared.value = value_name.empty() ? capitals(slot.declared.name) : std::string{value_name};
  slot.declared.help = help;
  slots_.push_back(std::move(slot));
  return slots_.back();
}

void Arguments::required(std::string_view name,
                         std::string& value,
                         std::string_view help,
                         std::string_view value_name) {
  Slot& slot = add(name, help, value_name);
  slot.declared.required = true;
  slot.set = [&value](const std::vector<std::string>& words) { value = words.front(); };
}

void Arguments::option(std::string_view name,
                       std::optional<std::string>& value,
                       std::string_view help,
                       std::string_view value_name) {
  add(name, help, value_name).set = [&value](const std::vector<std::string>& words) {
    value = words.front();
  };
}

void Arguments::choice(std::string_view name,
                       std::optional<std::string>& value,
                       std::vector<std::string> choices,
                       std::string_view help) {
  Slot& slot = add(name, help, {});
  slot.declared.choices = std::move(choices);
  slot.set = [&value, known = slot.declared.choices, option = slot.declared.name](
                 const std::vector<std::string>& words) {
    const std::string wanted = text::fold(words.front());
    if (std::ranges::find(known, wanted) == known.end()) {
      std::string all = "one of ";
      for (const std::string& word : known) {
        all += (all.size() > 7 ? ", " : "") + word;
      }
      throw UsageError(option + ": " + words.front() + " is none of its words",
                       did_you_mean(wanted, known, all));
    }
    value = wanted;
  };
}

void Arguments::many(std::string_view name,
                     std::vector<std::string>& values,
                     std::string_view help,
                     std::string_view value_name) {
  Slot& slot = add(name, help, value_name);
  slot.declared.repeated = true;
  slot.declared.several = slot.declared.is_option();
  slot.set = [&values](const std::vector<std::string>& words) { values = words; };
}

void Arguments::some(std::string_view name,
                     std::vector<std::string>& values,
                     std::string_view help,
                     std::string_view value_name) {
  many(name, values, help, value_name);
  slots_.back().declared.required = true;
}

void Arguments::flag(std::string_view name, bool& value, std::string_view help) {
  Slot& slot = add(name, help, {});
  slot.declared.value.clear();
  slot.set = [&value](const std::vector<std::string>&) { value = true; };
}

Declared& Arguments::named(std::string_view name) {
  const auto found = std::find_if(
      slots_.begin(), slots_.end(), [&](const Slot& slot) { return slot.declared.name == name; });
  if (found == slots_.end()) {
    throw std::logic_error(std::string{name} + " is not declared");
  }
  return found->declared;
}

void Arguments::known(std::string_view name, std::vector<std::string> words) {
  named(name).known = std::move(words);
}

void Arguments::several(std::string_view name) { named(name).several = true; }

void Arguments::endless(std::string_view name) { named(name).endless = true; }

std::vector<Declared> Arguments::declared() const {
  std::vector<Declared> all;
  for (const Slot& slot : slots_) {
    all.push_back(slot.declared);
  }
  return all;
}

// "--city=" has a value, an empty one: the library would take the next word for it.
std::vector<std::string> Arguments::prepared(std::string_view command,
                                             const std::vector<std::string>& words) const {
  std::vector<std::string> ready;
  bool options = true;
  for (const std::string& word : words) {
    options = options && word != "--";
    const std::size_t equals = word.find('=');
    // The library would read "--yes=false" as a truth value.
    if (options && equals != std::string::npos &&
        std::ranges::any_of(slots_, [&](const Slot& slot) {
          return !slot.declared.takes_value() && slot.declared.name == word.substr(0, equals);
        })) {
      refuse(command, word);
    }
    const bool splits = options && equals != std::string::npos &&
                        std::ranges::any_of(slots_, [&](const Slot& slot) {
                          return slot.declared.is_option() && slot.declared.takes_value() &&
                                 slot.declared.name == word.substr(0, equals);
                        });
    if (splits) {
      ready.push_back(word.substr(0, equals));
      ready.push_back(guarded(word.substr(equals + 1)));
    } else {
      ready.push_back(guarded(word));
    }
  }
  return ready;
}

void Arguments::refuse(std::string_view command, const std::string& word) const {
  const std::string option = word.substr(0, word.find('='));
  const bool declared = std::ranges::any_of(  // then it came after "--", as a word
      slots_,
      [&](const Slot& slot) { return slot.declared.name == word; });
  if (!word.starts_with("-") || word == "-" || declared) {
    throw UsageError(subject(command) + word + ": one word too many", hint_for(command));
  }
  std::vector<std::string> known;
  for (const Slot& slot : slots_) {
    if (!slot.declared.is_option()) {
      continue;
    }
    if (option == slot.declared.name) {
      throw UsageError(subject(command) + option + ": takes no value", hint_for(command));
    }
    known.push_back(slot.declared.name);
  }
  throw UsageError(subject(command) + option + ": unknown option",
                   did_you_mean(option, known, hint_for(command)));
}

void Arguments::parse(std::string_view command, const std::vector<std::string>& words) {
  for (const std::string& word : words) {
    if (!text::is_utf8(word)) {
      throw DataError(text::printable(word) + ": not valid UTF-8");
    }
  }
  CLI::App app;
  app.set_help_flag();
  app.allow_extras();
  constexpr int kAnyNumber = CLI::detail::expected_max_vector_size;
  for (Slot& slot : slots_) {
    const Declared& declared = slot.declared;
    const std::string names =
        declared.short_name.empty() ? declared.name : declared.short_name + "," + declared.name;
    if (declared.is_option() && !declared.takes_value()) {
      app.add_flag_function(names, [&slot](std::int64_t) { slot.set({}); });
      continue;
    }
    const CLI::callback_t read = [&slot, command](const CLI::results_t& values) {
      if (values.size() > 1 && !slot.declared.repeated) {
        throw UsageError(subject(command) + slot.declared.name + ": given twice",
                         hint_for(command));
      }
      slot.set(unguarded(values));
      slot.given = true;
      return true;
    };
    CLI::Option* option = app.add_option(names, read);
    const bool greedy = !declared.is_option() && declared.repeated;
    option->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    if (greedy || declared.is_option()) {
      option->expected(1, kAnyNumber);
    }
    option->allow_extra_args(greedy);
  }
  try {
    std::vector<std::string> reversed = prepared(command, words);
    std::ranges::reverse(reversed);
    app.parse(std::move(reversed));
  } catch (const CLI::ParseError& error) {
    // All that is left for the library to refuse is an option without its value: "--on: 1
    // required".
    const std::string what = error.what();
    throw UsageError(subject(command) + what.substr(0, what.find(':')) + ": its value is missing",
                     hint_for(command));
  }
  std::vector<std::string> extra = unguarded(app.remaining());
  std::erase(extra, "--");  // the library hands the mark itself back, too
  const auto unknown = std::ranges::find_if(
      extra, [](const std::string& word) { return word.size() > 1 && word[0] == '-'; });
  if (!extra.empty()) {
    refuse(command, unknown == extra.end() ? extra.front() : *unknown);
  }
  for (const Slot& slot : slots_) {
    if (slot.declared.required && !slot.given) {
      const std::string name = slot.declared.is_option() ? slot.declared.name : slot.declared.value;
      throw UsageError(subject(command) + name + ": is missing", hint_for(command));
    }
  }
}

std::string options_library_version() { return CLI11_VERSION; }

std::string joined(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) {
    all += (all.empty() ? "" : " ") + word;
  }
  return all;
}

}  // namespace kith::cli

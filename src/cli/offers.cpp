// What completion has to offer, from what the commands declare.
#include "cli/offers.hpp"

#include "cli/app.hpp"

namespace kith::cli {

std::vector<Declared> takes(const Command& command) {
  Arguments args;
  command.declare(args);
  return args.declared();
}

std::vector<Declared> globals() {
  Arguments args;
  GlobalOptions options;
  declare_globals(args, options);
  return args.declared();
}

std::vector<Command> listed() {
  std::vector<Command> commands;
  for (const Command& command : all_commands()) {
    if (!command.group.empty()) {
      commands.push_back(command);
    }
  }
  return commands;
}

std::string option_words(const std::vector<Declared>& declared) {
  std::string words;
  for (const Declared& one : declared) {
    if (one.is_option()) {
      words += (words.empty() ? "" : " ") + one.name;
    }
  }
  return words;
}

std::string in_quotes(std::string_view text) {
  std::string word = "'";
  for (const char c : text) {
    word += c == '\'' ? "'\\''" : std::string(1, c);
  }
  return word + "'";
}

std::string words_for(const Declared& declared) {
  return joined(declared.choices.empty() ? declared.known : declared.choices);
}

std::vector<std::pair<std::string, std::string>> choices() {
  std::vector<std::pair<std::string, std::string>> all;
  const auto add = [&](const std::string& command, const std::vector<Declared>& declared) {
    for (const Declared& one : declared) {
      if (one.is_option() && !words_for(one).empty()) {
        all.emplace_back(command + in_quotes(" " + one.name), words_for(one));
      }
    }
  };
  for (const Command& command : listed()) {
    add(std::string{command.name}, takes(command));
  }
  add("*", globals());
  return all;
}

Offer offer_for(const Declared& declared) {
  const std::string& value = declared.value;
  return value == "FILE" || value == "DIR"           ? Offer::files
         : value.find("PERSON") != std::string::npos ? Offer::people
                                                     : Offer::nothing;
}

Offer offer_for(const Command& command) {
  Offer offer = Offer::nothing;
  for (const Declared& one : takes(command)) {
    if (!one.is_option()) {
      const Offer found = one.value == "TEXT" ? Offer::people : offer_for(one);
      offer = found == Offer::nothing ? offer : found;
    }
  }
  return offer;
}

std::string commands_of(Offer offer, const std::string& between) {
  std::string all;
  for (const Command& command : listed()) {
    if (offer_for(command) == offer) {
      all += (all.empty() ? "" : between) + std::string{command.name};
    }
  }
  return all;
}

std::string options_of(Offer offer) {
  std::string all;
  for (const Command& command : listed()) {
    for (const Declared& one : takes(command)) {
      if (!one.is_option() || !one.takes_value() || offer_for(one) != offer) {
        continue;
      }
      for (const std::string& name : {one.name, one.short_name}) {
        if (!name.empty()) {
          all += (all.empty() ? "" : " | ") + in_quotes(std::string{command.name} + " " + name);
        }
      }
    }
  }
  return all;
}

std::vector<std::pair<std::string, std::string>> word_choices() {
  std::vector<std::pair<std::string, std::string>> all;
  for (const Command& command : listed()) {
    for (const Declared& one : takes(command)) {
      if (!one.is_option() && !words_for(one).empty()) {
        all.emplace_back(command.name, words_for(one));
      }
    }
  }
  return all;
}

}  // namespace kith::cli

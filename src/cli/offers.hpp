// What completion has to offer, from what the commands declare.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/arguments.hpp"
#include "cli/command_table.hpp"

namespace kith::cli {

/// What a shell offers beside words: it asks its own folders, or kith.
enum class Offer { nothing, files, people };

/// The commands that `kith --help` lists.
std::vector<Command> listed();
std::vector<Declared> takes(const Command& command);
/// The options that go with every command.
std::vector<Declared> globals();

/// The long names of those that are options: "--since --until".
std::string option_words(const std::vector<Declared>& declared);
/// 'it''s' as a shell reads it.
std::string in_quotes(std::string_view text);
/// The words that a value may be or is likely to be: "html svg"; empty if nobody can know.
std::string words_for(const Declared& declared);

Offer offer_for(const Declared& declared);
/// What the words of a command may be. A sentence tells of people.
Offer offer_for(const Command& command);

/// Options whose values are known words, as a shell's pattern of command and option, and the words:
/// {"'map --format'", "html svg"}; a command's own go before those of every command.
std::vector<std::pair<std::string, std::string>> choices();
/// Commands whose first word is one of a few: "completion", "bash zsh fish".
std::vector<std::pair<std::string, std::string>> word_choices();

/// The commands whose words are that: "show, edit", with something between.
std::string commands_of(Offer offer, const std::string& between);
/// Options whose values are that, as a shell's patterns of command and option, with "|" between.
std::string options_of(Offer offer);

}  // namespace kith::cli

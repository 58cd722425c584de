// kith completion: scripts for the shells, made from the table of commands, so that they never lag
// behind. People's names are asked for as they are typed.
#include "cli/commands/completion.hpp"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <sstream>
#include <utility>
#include <vector>

#include "cli/app.hpp"
#include "cli/command_table.hpp"
#include "cli/render/script.hpp"
#include <kith/error.hpp>
#include <kith/store/name_index.hpp>
#include <kith/text/clean.hpp>

namespace kith::cli {
namespace {

constexpr std::size_t kMostNames = 50;

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

// 'it''s' as a shell reads it.
std::string in_quotes(std::string_view text) {
  std::string word = "'";
  for (const char c : text) {
    word += c == '\'' ? "'\\''" : std::string(1, c);
  }
  return word + "'";
}

/// Options whose values are known words: {"--color", "auto always never"}, each option once.
std::vector<std::pair<std::string, std::string>> choices() {
  std::vector<std::pair<std::string, std::string>> all;
  const auto add = [&](const std::vector<Declared>& declared) {
    for (const Declared& one : declared) {
      const bool known =
          std::ranges::any_of(all, [&](const auto& choice) { return choice.first == one.name; });
      if (one.is_option() && !one.choices.empty() && !known) {
        all.emplace_back(one.name, joined(one.choices));
      }
    }
  };
  add(globals());
  for (const Command& command : listed()) {
    add(takes(command));
  }
  return all;
}

std::string bash_choices() {
  std::string script;
  for (const auto& [option, words] : choices()) {
    script += "    " + option + ") words=" + in_quotes(words) + " ;;\n";
  }
  return script;
}

/// Commands whose word is one of a few: "completion", "bash zsh fish".
std::vector<std::pair<std::string, std::string>> word_choices() {
  std::vector<std::pair<std::string, std::string>> all;
  for (const Command& command : listed()) {
    for (const Declared& one : takes(command)) {
      if (!one.is_option() && !one.choices.empty()) {
        all.emplace_back(command.name, joined(one.choices));
      }
    }
  }
  return all;
}

std::string bash_script() {
  std::ostringstream script;
  script << "# Completion of kith for bash: kith completion bash > "
            "~/.local/share/bash-completion/completions/kith\n"
            "_kith() {\n"
            "  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]}\n"
            "  local command= word words= i\n"
            "  for ((i = 1; i < COMP_CWORD; i++)); do\n"
            "    word=${COMP_WORDS[i]}\n"
            "    case $word in\n"
            "      --db|--config|--color) ((i++)) ;;\n"
            "      -*) ;;\n"
            "      *) command=$word; break ;;\n"
            "    esac\n"
            "  done\n"
            "  COMPREPLY=()\n"
            "  case $previous in\n"
            "    --db|--config) mapfile -t COMPREPLY < <(compgen -f -- \"$current\"); return ;;\n"
         << bash_choices()
         << "  esac\n"
            "  if [[ -n $words ]]; then\n"
            "    mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$current\")\n"
            "    return\n"
            "  fi\n"
            "  case $command in\n";
  std::string names;
  for (const Command& command : listed()) {
    names += (names.empty() ? "" : " ") + std::string{command.name};
    script << "    " << command.name << ") words=" << in_quotes(option_words(takes(command)))
           << " ;;\n";
  }
  script << "  esac\n"
            "  if [[ $current == -* ]]; then\n"
            "    words+=\" "
         << option_words(globals())
         << "\"\n"
            "    mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$current\")\n"
            "  elif [[ -z $command || $command == help ]]; then\n"
            "    mapfile -t COMPREPLY < <(compgen -W \""
         << names << "\" -- \"$current\")\n";
  for (const auto& [command, words] : word_choices()) {
    script << "  elif [[ $command == " << command
           << " ]]; then\n"
              "    mapfile -t COMPREPLY < <(compgen -W \""
           << words << "\" -- \"$current\")\n";
  }
  script << "  elif [[ $command == import ]]; then\n"
            "    mapfile -t COMPREPLY < <(compgen -f -- \"$current\")\n"
            "  else\n"
            "    current=${current#[\\\"\\']}\n"
            "    while IFS= read -r word; do\n"
            "      COMPREPLY+=(\"$(printf '%q' \"$word\")\")\n"
            "    done < <(kith complete-names \"${current//\\\\/}\" 2>/dev/null)\n"
            "  fi\n"
            "}\n"
            "complete -F _kith kith\n";
  return script.str();
}

std::string zsh_script() {
  std::ostringstream script;
  script << "#compdef kith\n"
            "# Completion of kith for zsh: kith completion zsh > ~/.zfunc/_kith\n"
            "_kith_people() {\n"
            "  local -a people\n"
            "  people=(${(f)\"$(kith complete-names \"${(Q)PREFIX}\" 2>/dev/null)\"})\n"
            "  compadd -U -- $people\n"
            "}\n"
            "_kith() {\n"
            "  local -a commands options\n"
            "  local command\n"
            "  commands=(\n";
  for (const Command& command : listed()) {
    script << "    " << in_quotes(std::string{command.name} + ":" + std::string{command.summary})
           << "\n";
  }
  script << "  )\n"
            "  command=${${words[2,CURRENT-1]:#-*}[1]}\n"
            "  case ${words[CURRENT-1]} in\n";
  for (const auto& [option, words] : choices()) {
    script << "    " << option << ") compadd -- " << words << "; return ;;\n";
  }
  script << "    --db|--config) _files; return ;;\n"
            "  esac\n"
            "  case $command in\n";
  for (const Command& command : listed()) {
    script << "    " << command.name << ") options=(" << option_words(takes(command)) << ") ;;\n";
  }
  script << "  esac\n"
            "  if [[ ${words[CURRENT]} == -* ]]; then\n"
            "    compadd -- $options "
         << option_words(globals())
         << "\n"
            "  elif [[ -z $command || $command == help ]]; then\n"
            "    _describe command commands\n";
  for (const auto& [command, words] : word_choices()) {
    script << "  elif [[ $command == " << command << " ]]; then\n    compadd -- " << words << "\n";
  }
  script << "  elif [[ $command == import ]]; then\n"
            "    _files\n"
            "  else\n"
            "    _kith_people\n"
            "  fi\n"
            "}\n"
            "_kith \"$@\"\n";
  return script.str();
}

std::string fish_option(const Declared& declared) {
  std::string line = " -l " + declared.name.substr(2);
  if (!declared.short_name.empty()) {
    line += " -s " + declared.short_name.substr(1);
  }
  if (declared.takes_value()) {
    line += declared.value == "FILE" ? " -rF" : " -x";
  }
  if (!declared.choices.empty()) {
    line += " -a " + in_quotes(joined(declared.choices));
  }
  return line + " -d " + in_quotes(declared.help) + "\n";
}

std::string fish_script() {
  std::ostringstream script;
  script << "# Completion of kith for fish: kith completion fish > "
            "~/.config/fish/completions/kith.fish\n"
            "complete -c kith -f\n";
  for (const Declared& global : globals()) {
    script << "complete -c kith" << fish_option(global);
  }
  for (const Command& command : listed()) {
    const std::string name{command.name};
    script << "complete -c kith -n __fish_use_subcommand -a " << name << " -d "
           << in_quotes(command.summary) << "\n";
    for (const Declared& one : takes(command)) {
      if (one.is_option()) {
        script << "complete -c kith -n '__fish_seen_subcommand_from " << name << "'"
               << fish_option(one);
      }
    }
  }
  for (const auto& [command, words] : word_choices()) {
    script << "complete -c kith -n '__fish_seen_subcommand_from " << command << "' -a "
           << in_quotes(words) << "\n";
  }
  script << "complete -c kith -n '__fish_seen_subcommand_from import' -F\n"
            "complete -c kith -n 'not __fish_use_subcommand; and not "
            "__fish_seen_subcommand_from import' -a '(kith complete-names (commandline -ct))'\n";
  return script.str();
}

}  // namespace

Action declare_completion(Arguments& args) {
  auto shell = std::make_shared<std::optional<std::string>>();
  args.choice("shell", *shell, {"bash", "zsh", "fish"}, "for which shell");
  return [shell](Context& ctx) {
    if (!*shell) {
      throw UsageError("completion: SHELL: is missing", "kith completion bash, zsh or fish");
    }
    const std::string script = *shell == "bash"  ? bash_script()
                               : *shell == "zsh" ? zsh_script()
                                                 : fish_script();
    show(ctx, ScriptView{.shell = **shell, .script = script});
    return ExitCode::ok;
  };
}

Action declare_complete_names(Arguments& args) {
  auto words = std::make_shared<std::vector<std::string>>();
  args.many("prefix", *words, "how the name begins");
  return [words](Context& ctx) {
    std::error_code error;
    if (!std::filesystem::exists(ctx.settings.database, error)) {
      return ExitCode::ok;  // a key press makes no database
    }
    for (const std::string& name : ctx.store().names().completions(joined(*words), kMostNames)) {
      ctx.out << text::printable(name) << '\n';
    }
    return ExitCode::ok;
  };
}

}  // namespace kith::cli
